"""Why an answer's words score what they score."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from eval.html.reasons.wording import are, quoted
from eval.metrics.normalise import contains
from eval.metrics.token_f1 import token_f1
from eval.runs.record import QuestionRecord
from eval.scoring.nuggets import assigned_nuggets
from eval.scoring.phrases import phrases_of

Explain = Callable[[float, QuestionRecord], str]

_REFUSED = "The question was refused though the archive holds the answer."


def _phrases(record: QuestionRecord) -> list[str]:
    return phrases_of(record.answer) if record.answer else []


def _accuracy(value: float, record: QuestionRecord) -> str:
    if record.refused or record.answer is None:
        return _REFUSED
    quotes = [citation.quote for citation in record.answer.citations]
    facts = record.expected.facts
    stated = [next((string for string in fact if any(contains(q, string) for q in quotes)), None) for fact in facts]
    if value:
        return f"The quotes hold {' and '.join(quoted(string) for string in stated if string)}."
    missing = [" or ".join(map(quoted, fact)) for fact, string in zip(facts, stated, strict=True) if string is None]
    return f"No quote holds {', nor '.join(missing)}."


def _exact_match(value: float, record: QuestionRecord) -> str:
    phrases = _phrases(record)
    if not phrases:
        return _REFUSED
    if len(record.expected.facts) > 1:
        return f"{_share(value, record)} facts are met word for word by a phrase of the answer."
    return f"The answer phrase {quoted(phrases[0])} {'is' if value else 'is not'} an acceptable string, word for word."


def _f1(value: float, record: QuestionRecord) -> str:
    phrases = _phrases(record)
    if not phrases:
        return _REFUSED
    if len(record.expected.facts) > 1:
        return "Mean over the facts of the word overlap with the phrase that comes nearest to each."
    nearest = max(record.expected.facts[0], key=lambda string: token_f1(phrases[0], [string]))
    if not value:
        return f"The answer phrase {quoted(phrases[0])} shares no word with an acceptable string."
    return f"Words that the answer phrase {quoted(phrases[0])} shares with {quoted(nearest)}."


def _similarity(value: float, record: QuestionRecord) -> str:
    phrases = _phrases(record)
    if not phrases:
        return _REFUSED
    return f"Cosine between {quoted(phrases[0])} and the acceptable string that is closest in meaning."


def _nuggets(value: float, record: QuestionRecord) -> str:
    if record.refused:
        return _REFUSED
    wanted = _wanted(record)
    nuggets = assigned_nuggets(record.expected, record.answer)
    stated = sum(nugget.assignment == "support" for nugget in nuggets)
    missing = [
        quoted(strings[0]) + (" (half of its words)" if nugget.assignment == "partial_support" else "")
        for strings, nugget in zip(wanted, nuggets, strict=True)
        if nugget.assignment != "support"
    ]
    rest = f"; not in full: {', '.join(missing)}" if missing else ""
    return f"{stated} of {len(nuggets)} facts {are(stated)} stated{rest}."


def _wanted(record: QuestionRecord) -> Sequence[Sequence[str]]:
    """The strings of each nugget, in the order in which they are assigned."""
    gold = record.expected
    return [nugget.strings for nugget in gold.nuggets] if gold.nuggets else list(gold.facts)


def _share(value: float, record: QuestionRecord) -> str:
    """A mean over facts as a count."""
    facts = len(record.expected.facts)
    return f"{round(value * facts)} of {facts}"


ANSWERS: Mapping[str, Explain] = {
    "answer_accuracy": _accuracy,
    "EM": _exact_match,
    "F1": _f1,
    "similarity": _similarity,
    "nuggets_strict": _nuggets,
    "nuggets_partial": _nuggets,
}
"""By metric."""
