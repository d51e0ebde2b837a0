"""Why an answer rests on its citations as well as it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eval.html.reasons.wording import are, quoted
from eval.metrics.evidence_hit import evidence_hit
from eval.metrics.faithfulness import FULL
from eval.runs.record import QuestionRecord

Explain = Callable[[float, QuestionRecord], str]


def _exactness(value: float, record: QuestionRecord) -> str:
    wrong = record.citations - record.citations_exact
    if wrong:
        return f"{wrong} of {record.citations} quotes {are(wrong)} not in the article at the place they name."
    return f"{_counted(record.citations, 'quote')} checked, every character is in the article where it says."


def _faithfulness(value: float, record: QuestionRecord) -> str:
    if record.answer is None or not record.answer.sentences:
        return "The answer has no sentence."
    verdicts = record.verdicts
    supported = sum(verdict.support in FULL for verdict in verdicts)
    first = next((n for n, verdict in enumerate(verdicts) if verdict.support not in FULL), None)
    if first is None:
        return f"The verifier finds {_counted(len(verdicts), 'sentence')} supported by the cited spans."
    why = f" ({'; '.join(verdicts[first].reasons)})" if verdicts[first].reasons else ""
    sentence = record.answer.sentences[first].text if first < len(record.answer.sentences) else ""
    return f"{supported} of {_counted(len(verdicts), 'sentence')} supported; not {quoted(sentence)}{why}."


def _recall(value: float, record: QuestionRecord) -> str:
    sentences = len(record.answer.sentences) if record.answer else 0
    supported = round(value * sentences)
    return f"{supported} of {_counted(sentences, 'sentence')} {are(supported)} entailed by all its citations together."


def _precision(value: float, record: QuestionRecord) -> str:
    cited = sum(len(sentence.citations) for sentence in record.answer.sentences) if record.answer else 0
    right = round(value * cited)
    return f"{right} of {_counted(cited, 'citation')} {are(right)} needed for, or enough for, the sentence."


def _refusal(value: float, record: QuestionRecord) -> str:
    if record.expected.answerable:
        return (
            "It was answered, as the archive can." if value else "It was refused though the archive holds the answer."
        )
    return (
        "It was refused, as it should be." if value else "It was answered though the archive does not hold the answer."
    )


def _counted(number: int, thing: str) -> str:
    """A number with its noun."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _evidence_hit(value: float, record: QuestionRecord) -> str:
    citations = record.answer.citations if record.answer else []
    hit = next((c.article_id for c in citations if evidence_hit([c], record.expected.spans)), None)
    return f"A quote touches the gold's evidence in {hit}." if hit else "No quote touches the gold's evidence."


GROUNDING: Mapping[str, Explain] = {
    "evidence_hit": _evidence_hit,
    "citation_exactness": _exactness,
    "faithfulness": _faithfulness,
    "citation_recall": _recall,
    "citation_precision": _precision,
    "refusal_accuracy": _refusal,
}
"""By metric."""
