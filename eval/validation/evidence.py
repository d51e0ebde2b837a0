"""Articles exist, spans lie in them, and what stands there states the answer."""

from __future__ import annotations

from collections.abc import Iterator

from eval.gold_set import GoldQuestion, GoldSpan
from eval.metrics.normalise import contains, normalise
from eval.validation.finding import Remark, error, warning
from eval.validation.library import Library

_SHOWN = 60


def check_articles(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """Every article that the question names is in the archive."""
    for article_id in sorted(question.named_articles - library.articles.keys()):
        yield error("article", f"there is no article {article_id!r} in the archive; index it, or mend the id")


def check_spans(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """Spans lie inside their articles, cut no words and hold something."""
    for span in question.spans:
        if span.article_id not in library.articles:
            continue
        text = library.articles[span.article_id].text
        if span.end > len(text):
            message = f"the span {span.start}..{span.end} of {span.article_id!r} ends behind the text ({len(text)})"
            yield error("span", f"{message}; has the article changed? Anchor the quotes anew")
            continue
        quote = text[span.start : span.end]
        if quote != quote.strip():
            yield warning("span", f"the span {_shown(quote)} begins or ends with white space; trim it")
        elif _cuts(text, span.start) or _cuts(text, span.end):
            yield warning("span", f"the span {_shown(quote)} cuts a word; widen it to whole words")


def check_answers(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """Every fact is stated by an evidence span; without spans, by a named article."""
    if not question.answerable or question.retrieval_only:
        return
    quotes = [quote for span in question.spans if (quote := _quote(span, library)) is not None]
    if question.spans and not quotes:
        return  # said already: the articles are missing or the spans lie outside
    texts = [library.articles[i].text for i in question.articles if i in library.articles]
    if not question.spans:
        yield warning("evidence", "no spans: passages and citations cannot be scored; anchor a quote")
    for fact in question.facts:
        if quotes and any(contains(quote, string) for string in fact for quote in quotes):
            continue
        if not any(contains(text, string) for string in fact for text in texts):
            yield error("answer", f"no article named says any of {_listed(fact)}; mend the answers or the articles")
        elif quotes:
            yield error("answer", f"no evidence span holds any of {_listed(fact)}; widen a span or add one")
    for span, quote in ((span, quote) for span in question.spans if (quote := _quote(span, library)) is not None):
        if not any(contains(quote, string) for fact in question.facts for string in fact):
            yield warning("evidence", f"the span {span.start}..{span.end} {_shown(quote)} states none of the answers")


def check_nuggets(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """Every nugget is stated by a named article."""
    texts = [library.articles[i].text for i in question.articles if i in library.articles]
    for nugget in question.nuggets:
        if texts and not any(contains(text, string) for string in nugget.strings for text in texts):
            yield error("nugget", f"no article named says any of {_listed(nugget.strings)}; mend the nugget")


def check_alternatives(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """No acceptable string stands twice in a list under two spellings that count as one."""
    del library
    for fact in question.facts:
        seen: dict[str, str] = {}
        for string in fact:
            first = seen.setdefault(normalise(string), string)
            if first is not string and first == string:
                yield warning("answer", f"the answer {string!r} is listed twice; remove one")


def _quote(span: GoldSpan, library: Library) -> str | None:
    """What a span holds; None when it does not lie in an article."""
    article = library.articles.get(span.article_id)
    return article.text[span.start : span.end] if article and span.end <= len(article.text) else None


def _cuts(text: str, offset: int) -> bool:
    """Whether an offset lies inside a word."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def _shown(quote: str) -> str:
    return repr(quote if len(quote) <= _SHOWN else f"{quote[: _SHOWN - 3]}...")


def _listed(strings: tuple[str, ...]) -> str:
    return ", ".join(map(repr, strings))
