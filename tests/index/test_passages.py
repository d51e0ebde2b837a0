from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.embedding import OnnxEmbedder
from index.models import Article, Passage, Sentence
from index.passages import TARGET_TOKENS, embedded_text, make_passages

TITLE = "Three word title"


def count_words(texts: Sequence[str]) -> list[int]:
    """A token a word, and two special ones, as embedders have them."""
    return [len(text.split()) + 2 for text in texts]


@dataclass
class Story:
    """An article from sentences of given lengths in words; negative lengths are headings."""

    lengths: list[int]

    def __post_init__(self) -> None:
        self.sentences: list[Sentence] = []
        text = ""
        for number, length in enumerate(self.lengths):
            words = " ".join([f"w{number}"] * abs(length))
            kind = "heading" if length < 0 else "sentence"
            self.sentences.append(Sentence.model_validate({"start": len(text), "end": len(text + words), "kind": kind}))
            text += words + ("\n\n" if length < 0 else " ")
        self.article = Article(id="a", title=TITLE, text=text, language="de")

    def passages(self, limit: int) -> list[Passage]:
        return make_passages(self.article, self.sentences, count_words, limit)

    def grouped(self, limit: int) -> list[list[int]]:
        """The lengths of each passage's sentences."""
        return [
            [length for length, s in zip(self.lengths, self.sentences, strict=True) if p.start <= s.start < p.end]
            for p in self.passages(limit)
        ]

    def tokens(self, passage: Passage) -> int:
        return count_words([embedded_text(TITLE, self.article.text[passage.start : passage.end])])[0]


LENGTHS = st.lists(st.integers(1, 60) | st.integers(-6, -1) | st.integers(150, 320), max_size=40)


@given(LENGTHS, st.integers(20, 400))
@example([-3, -3, -3], 20)
@example([100, -6, -6, -6, -6, -6, -6, -6, -6, -6, -6, -6, -6, -6, -6, -6, -6], 100)
@example([300, -5], 256)
def test_every_sentence_is_in_exactly_one_passage_in_order(lengths: list[int], limit: int) -> None:
    story = Story(lengths)
    passages = story.passages(limit)
    remaining = list(story.sentences)
    for passage in passages:
        assert passage.article_id == "a"
        assert remaining[0].start == passage.start
        while remaining and remaining[0].end <= passage.end:
            last = remaining.pop(0)
        assert last.end == passage.end
    assert remaining == []


@given(LENGTHS, st.integers(20, 400))
@example([170, -6, -6, -6, -6], 256)
@example([100, -6, -6, -6], 110)
def test_a_passage_keeps_within_the_embedders_limit_unless_it_is_one_sentence(lengths: list[int], limit: int) -> None:
    story = Story(lengths)
    passages, groups = story.passages(limit), story.grouped(limit)
    for passage, group in zip(passages, groups, strict=True):
        if len(group) > 1:
            assert story.tokens(passage) <= limit
            ends_with_the_last_heading = passage is passages[-1] and group[-1] < 0
            assert story.tokens(passage) <= TARGET_TOKENS or ends_with_the_last_heading


@given(LENGTHS, st.integers(20, 400))
def test_a_heading_starts_a_passage(lengths: list[int], limit: int) -> None:
    groups = Story(lengths).grouped(limit)
    for group in groups:
        before_tail = list(group)
        while group is groups[-1] and len(before_tail) > 1 and before_tail[-1] < 0:
            before_tail.pop()  # headings at the very end have nothing to stand above
        text_begins = next((place for place, length in enumerate(before_tail) if length > 0), len(before_tail))
        assert all(length > 0 for length in before_tail[text_begins:])


@given(LENGTHS, st.integers(20, 400))
def test_passages_are_as_long_as_they_may_be(lengths: list[int], limit: int) -> None:
    """Two neighbours are apart for a reason: a heading, or no room."""
    story = Story(lengths)
    groups = story.grouped(limit)
    budget = min(limit, TARGET_TOKENS) - len(TITLE.split()) - 2
    for before, after in itertools.pairwise(groups):
        begins_with_heading = after[0] < 0 and any(length > 0 for length in before)
        assert begins_with_heading or sum(map(abs, before)) + abs(after[0]) > budget


def test_no_sentences_no_passages() -> None:
    assert Story([]).passages(256) == []


def test_the_budget_counts_title_and_special_tokens() -> None:
    # 3 words of title and 2 special tokens leave 25 of 30.
    assert Story([13, 12, 1]).grouped(30) == [[13, 12], [1]]
    assert Story([13, 13, 1]).grouped(30) == [[13], [13, 1]]


def test_no_passage_is_longer_than_the_target_although_the_embedder_could_take_more() -> None:
    room = TARGET_TOKENS - 5
    assert Story([room - 10, 10, 10]).grouped(512) == [[room - 10, 10], [10]]


def test_a_sentence_beyond_the_limit_is_a_passage_of_its_own() -> None:
    assert Story([10, 400, 10]).grouped(256) == [[10], [400], [10]]


def test_headings_stay_with_what_follows() -> None:
    assert Story([-3, 20, 20, -2, 20, -2, -4, 20]).grouped(256) == [[-3, 20, 20], [-2, 20], [-2, -4, 20]]


def test_a_heading_at_the_end_joins_what_precedes_while_the_embedder_can_take_both() -> None:
    assert Story([20, -3]).grouped(256) == [[20, -3]]
    assert Story([-3]).grouped(256) == [[-3]]
    assert Story([245, -6]).grouped(256) == [[245, -6]]  # beyond the target, within the limit
    assert Story([246, -6]).grouped(256) == [[246], [-6]]  # would be cut off


def test_a_title_longer_than_the_budget_leaves_every_sentence_alone() -> None:
    assert Story([2, 2, 2]).grouped(5) == [[2], [2], [2]]


@pytest.mark.parametrize("language", ["de", "en"])
def test_real_token_counts_of_parts_add_up(
    embedder: OnnxEmbedder, make_article: Callable[..., Article], language: str
) -> None:
    """The budget is kept by adding up sentences; the embedder sees the whole passage."""
    pieces = [
        "Pjöngjang, 14. September.",
        "„Wir“, sagte sie.",
        "It's 3.5%!",
        "Küstenschutzmaßnahmenpläne – Su-57.",
        "— Foto: dpa",
    ]
    sentences, text = [], ""
    for number in range(60):
        piece = pieces[number % len(pieces)]
        sentences.append(Sentence(start=len(text), end=len(text) + len(piece)))
        text += piece + " "
    article = make_article("a", text, title="Küste: „Öl“ & Gas", language=language)
    passages = make_passages(article, sentences, embedder.count_tokens, embedder.max_tokens)
    assert len(passages) > 1
    counted = embedder.count_tokens([embedded_text(article.title, text[p.start : p.end]) for p in passages])
    assert max(counted) <= TARGET_TOKENS
    assert min(counted[:-1]) > TARGET_TOKENS - 40  # and no room is wasted
