"""Sentences to passages: runs of whole sentences that fit the embedder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.models import Article, Passage, Sentence

TARGET_TOKENS = 180
"""A passage is closed once it is this long (title included), although the embedder could take more: shorter passages
are found more precisely, longer ones keep a fact together with its context."""

CountTokens = Callable[[Sequence[str]], list[int]]


def embedded_text(title: str, text: str) -> str:
    """What is embedded for a passage: the article's title, then the passage. The title is not part of the span."""
    return f"{title}\n{text}"


def make_passages(article: Article, sentences: Sequence[Sentence], count: CountTokens, limit: int) -> list[Passage]:
    """Group an article's sentences into passages.

    A passage ends where the next sentence would carry it beyond the target, and before a heading. One sentence that
    is longer than the limit is a passage of its own: the embedder cuts it, keyword search sees all of it.

    Args:
        article: the article.
        sentences: all its sentences, in order.
        count: counts tokens with the embedder's own tokenizer, special tokens included.
        limit: tokens that the embedder takes.

    Returns:
        Passages in reading order; every sentence is in exactly one.
    """
    if not sentences:
        return []
    title = count([embedded_text(article.title, "")])[0]
    budget = min(limit, TARGET_TOKENS) - title
    lengths = count([article.text[s.start : s.end] for s in sentences])
    special = count([""])[0]
    groups: list[list[Sentence]] = []
    used: list[int] = []
    for sentence, length in zip(sentences, lengths, strict=True):
        own = length - special
        if not groups or used[-1] + own > budget or (sentence.kind == "heading" and not _only_headings(groups[-1])):
            groups.append([])
            used.append(0)
        groups[-1].append(sentence)
        used[-1] += own
    # A trailing heading with nothing below it joins the passage before it, where the embedder can take both.
    if len(groups) > 1 and _only_headings(groups[-1]) and used[-2] + used[-1] <= limit - title:
        groups[-2:] = [groups[-2] + groups[-1]]
    return [Passage(article_id=article.id, start=group[0].start, end=group[-1].end) for group in groups]


def _only_headings(group: Sequence[Sentence]) -> bool:
    """A heading says what follows, so it never closes a passage that consists of headings alone."""
    return all(sentence.kind == "heading" for sentence in group)
