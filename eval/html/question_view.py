"""A question's record as the page shows it."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from eval.html.catalogue import grouped
from eval.html.reasons import reasons
from eval.html.reasons.retrieval import relations
from eval.runs.record import Context, QuestionRecord
from eval.tables.mistakes import wrong_outcome
from rag.models import Answer, Citation

_ANSWER = {"status", "text", "language", "confidence", "as_of", "mode", "notice", "rewritten"}


def question_view(record: QuestionRecord) -> dict[str, Any]:
    """Reduce a record to what the page needs, with the reasons for its scores."""
    gold = record.expected
    mistake = wrong_outcome(record)
    return {
        "id": record.id,
        "question": record.question,
        "language": gold.language,
        "direction": record.direction,
        "type": gold.type,
        "tags": gold.tags,
        "answerable": gold.answerable,
        "mistake": mistake is not None,
        "outcome": mistake or ("right answer" if gold.answerable else "rightly refused"),
        "scores": {metric: record.scores[metric] for group in grouped(record.scores).values() for metric in group},
        "reasons": reasons(record),
        "milliseconds": {"search": round(record.search_ms, 1), "ask": round(record.ask_ms, 1)},
        "gold": {
            "facts": gold.facts if gold.answerable else [],
            "articles": gold.articles,
            "about": gold.about,
            "spans": [[span.article_id, span.start, span.end] for span in gold.spans],
            "now": gold.now,
        },
        "answer": _answer(record, record.answer) if record.answer else None,
        "judged": record.judged.model_dump(mode="json") if record.judged else None,
        "results": _results(record),
        "failures": [failure.model_dump(mode="json", exclude={"id"}) for failure in record.failures],
    }


def _answer(record: QuestionRecord, answer: Answer) -> dict[str, Any]:
    """An answer, each sentence with the verdict of the evaluation, each citation with whether it is exact."""
    shown = [_citation(citation, context) for citation, context in zip_longest(record.shown, record.contexts)]
    sentences = [
        {**sentence.model_dump(mode="json"), "verdict": verdict.model_dump(mode="json") if verdict else None}
        for sentence, verdict in zip_longest(answer.sentences, record.verdicts)
    ]
    return {
        **answer.model_dump(mode="json", include=_ANSWER),
        "sentences": sentences,
        "citations": shown[: len(answer.citations)],
        "nearest": shown[len(answer.citations) :],
    }


def _citation(citation: Citation, context: Context | None) -> dict[str, Any]:
    in_place = context is not None and context.stored == citation.quote
    return {**citation.model_dump(mode="json", exclude={"url"}), "in_place": in_place}


def _results(record: QuestionRecord) -> list[dict[str, Any]]:
    """The retrieved passages, and what each has to do with the gold; their text is in the excerpts."""
    return [
        {**hit.model_dump(mode="json", exclude={"text"}), "gold": relation}
        for hit, relation in zip(record.results, relations(record), strict=True)
    ]
