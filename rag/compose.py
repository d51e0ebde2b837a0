"""Selected sentences to the `Answer` object: numbering, text, offsets, verification."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Article, Sentence
from rag.answering.extractive import Extraction, Selected
from rag.answering.frames import FRAMES
from rag.models import Answer, AnswerSentence, Citation, IndexInfo, Interpreted
from rag.question import Question
from rag.retrieval import Hit
from rag.verify import quote_is_exact, support_of

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
    text = FRAMES[question.language].found
    sentences: list[AnswerSentence] = []
    citations: list[Citation] = []
    for selected in extraction.sentences:
        citation = _cite_selected(len(citations) + 1, selected)
        quote = selected.candidate.text
        support = support_of(quote, [citation])
        if support == "unsupported" or not quote_is_exact(citation, selected.candidate.article):
            continue
        start = len(text) + 1
        text = f"{text}\n{quote} [{citation.n}]"
        citations.append(citation)
        sentences.append(
            AnswerSentence(
                text=quote,
                start=start,
                end=start + len(quote),
                citations=[citation.n],
                support=support,
                score=round(selected.score, 4),
            )
        )
    return Answer(
        question=question.text,
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
            citation = cite(len(nearest) + 1, hit.article, span)
            nearest[hit.article.id] = citation.model_copy(update={"also_in": list(hit.also_in)})
    frame = FRAMES[question.language]
    lines = [frame.nothing_then if interpreted and interpreted.empty else frame.missing]
    if nearest:
        lines += [frame.nearest, *(f"{c.title} [{c.n}]" for c in nearest.values())]
    else:
        lines.append(frame.nothing)
    return Answer(
        question=question.text,
        language=question.language,
        status="not_in_corpus",
        text="\n".join(lines),
        confidence=round(confidence, 4),
        nearest=list(nearest.values()),
        interpreted=interpreted,
        index=index,
        timings_ms=timings,
    )


def cite(n: int, article: Article, span: Sentence, highlight: tuple[int, int] | None = None) -> Citation:
    """Cite a span of an article under a number."""
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
    )


def _cite_selected(n: int, selected: Selected) -> Citation:
    citation = cite(n, selected.candidate.article, selected.candidate.sentence, selected.highlight)
    return citation.model_copy(update={"also_in": sorted(selected.also_in)})
