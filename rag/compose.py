"""Selected sentences to the `Answer` object: numbering, text, offsets, verification."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.models import Article, Language, Sentence
from rag.answering.extractive import Extraction
from rag.answering.frames import FRAMES
from rag.answering.selected import Selected
from rag.dates.written import format_date
from rag.models import Answer, AnswerSentence, Citation, IndexInfo, Interpreted, Support
from rag.question import Question
from rag.retrieval import Hit
from rag.verification import Evidence, quote_is_exact, verify

MOST_NEAREST = 3


def compose_answer(
    question: Question,
    extraction: Extraction,
    index: IndexInfo,
    timings: dict[str, float],
    interpreted: Interpreted | None = None,
) -> Answer:
    """Frame the quotes, number the citations and verify every sentence.

    A sentence that its citation does not support would be left out; for quotes that is a safety net.
    """
    supported = _supported(extraction, question.language)
    text, sentences = _framed(extraction, supported, question.language)
    citations = [citation for one in supported for citation in one.citations]
    return Answer(
        question=question.asked,
        rewritten=question.rewritten,
        language=question.language,
        status="answered",
        text=text,
        confidence=round(extraction.confidence, 4),
        sentences=sentences,
        citations=citations,
        as_of=max((c.published for c in citations if c.published), default=None),
        interpreted=interpreted,
        index=index,
        timings_ms=timings,
    )


class _Supported(NamedTuple):
    """A sentence that is quoted, its citations and how they support it."""

    selected: Selected
    citations: list[Citation]
    support: Support


def _supported(extraction: Extraction, language: Language) -> list[_Supported]:
    """The sentences that their citations support; citations are numbered from 1, through all of these sentences."""
    supported: list[_Supported] = []
    first = 1
    for selected in extraction.sentences:
        cited = _citations(first, selected)
        articles = [source.candidate.article for source in (selected, *selected.confirmed_by)]
        support = _verify(selected.quote, cited, articles, language)
        if support == "unsupported" or not all(map(quote_is_exact, cited, articles)):
            continue
        supported.append(_Supported(selected, cited, support))
        first += len(cited)
    return supported


def _framed(
    extraction: Extraction, supported: Sequence[_Supported], language: Language
) -> tuple[str, list[AnswerSentence]]:
    """The text of an answer, and where in it the quotes stand, their markers not included."""
    frame = FRAMES[language]
    text, heading = frame.differing if extraction.disagreeing else frame.found, ""
    sentences: list[AnswerSentence] = []
    for selected, cited, support in supported:
        if extraction.disagreeing and heading != (heading := _heading(cited[0], language)):
            text = f"{text}\n{heading}"
        sentence = AnswerSentence(
            text=selected.quote,
            start=len(text) + 1,
            end=len(text) + 1 + len(selected.quote),
            citations=[citation.n for citation in cited],
            support=support,
            score=round(selected.score, 4),
        )
        text = f"{text}\n{sentence.text} {''.join(f'[{n}]' for n in sentence.citations)}"
        sentences.append(sentence)
    for part in extraction.unanswered:
        text = f"{text}\n{frame.part_missing.format(part)}"
    return text, sentences


def _heading(citation: Citation, language: Language) -> str:
    """What stands above a quote among differing ones: the day of its article."""
    if citation.published is None:
        return FRAMES[language].undated
    return f"{format_date(citation.published, language)}:"


def _verify(quote: str, cited: Sequence[Citation], articles: Sequence[Article], language: Language) -> Support:
    """The verdict on a quote; one that stands word for word in its citation needs no model."""
    evidence = [
        Evidence(citation.n, article, (Sentence(start=citation.start, end=citation.end),))
        for citation, article in zip(cited, articles, strict=True)
    ]
    return verify(quote, articles[0].language, evidence, reason_language=language).support


def compose_refusal(
    question: Question,
    hits: Sequence[Hit],
    confidence: float,
    index: IndexInfo,
    timings: dict[str, float],
    interpreted: Interpreted | None = None,
) -> Answer:
    """Say that the archive does not answer, with the nearest passage of each of the nearest articles."""
    nearest: dict[str, Citation] = {}
    for hit in hits:
        if len(nearest) == MOST_NEAREST:
            break
        if hit.article.id not in nearest:
            span = Sentence(start=hit.passage.start, end=hit.passage.end)
            nearest[hit.article.id] = cite(len(nearest) + 1, hit.article, span, also_in=hit.also_in)
    frame = FRAMES[question.language]
    lines = [frame.nothing_then if interpreted and interpreted.empty else frame.missing]
    if nearest:
        lines += [frame.nearest, *(f"{c.title} [{c.n}]" for c in nearest.values())]
    else:
        lines.append(frame.nothing)
    return Answer(
        question=question.asked,
        rewritten=question.rewritten,
        language=question.language,
        status="not_in_corpus",
        text="\n".join(lines),
        confidence=round(confidence, 4),
        nearest=list(nearest.values()),
        interpreted=interpreted,
        index=index,
        timings_ms=timings,
    )


def cite(
    n: int,
    article: Article,
    span: Sentence,
    highlight: tuple[int, int] | None = None,
    also_in: Iterable[str] = (),
) -> Citation:
    """Cite a span of an article under a number.

    Args:
        n: the number.
        article: what is cited.
        span: where.
        highlight: the words that answer, in article offsets.
        also_in: ids of other articles that carry the same.
    """
    return Citation(
        n=n,
        article_id=article.id,
        title=article.title,
        published=article.published,
        language=article.language,
        source=article.source,
        url=article.url,
        quote=article.text[span.start : span.end],
        start=span.start,
        end=span.end,
        highlight=highlight,
        also_in=list(also_in),
    )


def _citations(n: int, selected: Selected) -> list[Citation]:
    """The citation of a sentence, then those of the articles that confirm it, numbered from n on."""
    return [
        cite(number, one.candidate.article, one.span, one.highlight, sorted(one.also_in))
        for number, one in enumerate((selected, *selected.confirmed_by), start=n)
    ]
