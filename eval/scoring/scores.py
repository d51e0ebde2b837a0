"""All scores of one question, by metric name."""

from __future__ import annotations

from collections.abc import Sequence

from eval.metrics.citation_exactness import citation_exactness, is_exact
from eval.metrics.citation_precision import citation_precision
from eval.metrics.citation_recall import citation_recall
from eval.metrics.evidence_hit import evidence_hit
from eval.metrics.faithfulness import faithfulness
from eval.metrics.refusal_accuracy import refusal_accuracy
from eval.runs.record import QuestionRecord, SentenceVerdict
from eval.scoring.answers import answer_scores
from eval.scoring.grounding import entails, statements_of, verdicts_of
from eval.scoring.rankings import retrieval_scores

METRICS = (
    "Recall@1",
    "Recall@5",
    "Recall@10",
    "nDCG@10",
    "RR",
    "passage_Recall@5",
    "passage_nDCG@10",
    "answer_accuracy",
    "citation_exactness",
    "Success@1",
    "Success@5",
    "AP",
    "EM",
    "F1",
    "similarity",
    "nuggets_strict",
    "nuggets_partial",
    "faithfulness",
    "citation_recall",
    "citation_precision",
    "refusal_accuracy",
    "evidence_hit",
)
"""The metrics that have a score for each question, 0 to 1, higher is better."""


def scored(record: QuestionRecord) -> QuestionRecord:
    """Score a record from what it holds, whatever scores it had: the same record, the same scores.

    Raises:
        ModelError: the verifier or the embedded model cannot be loaded.
    """
    answer = record.answer
    verdicts = verdicts_of(answer) if answer else []
    stored = [context.stored for context in record.contexts]
    return record.model_copy(
        update={
            "scores": retrieval_scores(record.expected, record.results, record.evidence_of)
            | answer_scores(record.expected, answer)
            | grounding_scores(record, verdicts, stored)
            | evidence_scores(record)
            | {
                "refusal_accuracy": refusal_accuracy(
                    answerable=record.expected.answerable, refused=record.refused, failed=answer is None
                )
            },
            "verdicts": verdicts,
            "citations": len(record.shown),
            "citations_exact": sum(is_exact(c, s) for c, s in zip(record.shown, stored, strict=True)),
        }
    )


def evidence_scores(record: QuestionRecord) -> dict[str, float]:
    """Score whether the answer cites the evidence of the gold; nothing where the gold has none."""
    spans = record.expected.spans
    answer = record.answer
    return {"evidence_hit": evidence_hit(answer.citations if answer else (), spans)} if spans else {}


def grounding_scores(
    record: QuestionRecord, verdicts: Sequence[SentenceVerdict], stored: Sequence[str | None]
) -> dict[str, float]:
    """Score how an answer rests on its citations; an error scores 0, a refusal has nothing to rest.

    Args:
        record: the question and its answer.
        verdicts: of the answer's sentences.
        stored: what the archive holds where the citations point.
    """
    answer = record.answer
    if answer is None:
        return dict.fromkeys(("citation_exactness", "faithfulness", "citation_recall", "citation_precision"), 0.0)
    exactness = citation_exactness(answer, stored)
    scores = {} if exactness is None else {"citation_exactness": exactness}
    if answer.status == "not_in_corpus":
        return scores
    statements = statements_of(answer)
    return scores | {
        "faithfulness": faithfulness([verdict.support for verdict in verdicts]),
        "citation_recall": citation_recall(statements, entails),
        "citation_precision": citation_precision(statements, entails),
    }
