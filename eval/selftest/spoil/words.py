"""Sentences that say something else than their citation."""

from __future__ import annotations

from collections.abc import Sequence

from eval.perturbation import perturbations
from eval.perturbation.generate import FalseKind
from eval.runs.record import QuestionRecord
from eval.selftest.cases import Case
from eval.selftest.spoil.change import Spoil, with_answer
from index.models import Language
from rag.models import Answer

SEED = 7

_INVENTED: dict[Language, str] = {
    "de": "Der Bürgermeister kündigte außerdem den Bau eines neuen Flughafens für 800 Millionen Euro an.",
    "en": "The mayor also announced that a new airport would be built for 800 million euros.",
}


def changed_word(kind: FalseKind) -> Spoil:
    """The answer's sentence with one thing changed by rule: a number, a date, a name ..."""

    def spoil(record: QuestionRecord) -> QuestionRecord | None:
        if record.answer is None or not record.answer.sentences:
            return None
        sentence = record.answer.sentences[0]
        found = perturbations(sentence.text, spoken(record), SEED)
        text = next((changed.text for changed in found if changed.kind == kind), None)
        return with_answer(record, said(record.answer, text)) if text and text != sentence.text else None

    return spoil


def turned(cases: Sequence[Case]) -> Spoil:
    """The claim with its roles exchanged by hand, for the cases that bring one; by rule for other sentences."""
    by_hand = {case.id: case.turned for case in cases if case.turned}
    by_rule = changed_word("role")

    def spoil(record: QuestionRecord) -> QuestionRecord | None:
        if record.answer and record.id in by_hand:
            return with_answer(record, said(record.answer, by_hand[record.id]))
        return by_rule(record)

    return spoil


def reworded(record: QuestionRecord) -> QuestionRecord | None:
    """The answer's sentence in other words, as true as it was: no metric of grounding may fall."""
    if record.answer is None or not record.answer.sentences:
        return None
    sentence = record.answer.sentences[0]
    found = perturbations(sentence.text, spoken(record), SEED)
    text = next((changed.text for changed in found if changed.kind == "paraphrase"), None)
    return with_answer(record, said(record.answer, text)) if text else None


def invented(record: QuestionRecord) -> QuestionRecord | None:
    """A further sentence that nobody has said, with the citation of the first one."""
    if record.answer is None or not record.answer.sentences:
        return None
    first = record.answer.sentences[0]
    text = _INVENTED[record.answer.language]
    start = len(record.answer.text) + 1
    more = first.model_copy(update={"text": text, "start": start, "end": start + len(text), "score": 0.0})
    whole = f"{record.answer.text} {text} [1]"
    return with_answer(record, record.answer.model_copy(update={"text": whole, "sentences": [first, more]}))


def said(answer: Answer, text: str) -> Answer:
    """The answer with another first sentence."""
    sentence = answer.sentences[0].model_copy(update={"text": text, "end": len(text)})
    return answer.model_copy(update={"text": f"{text} [1]", "sentences": [sentence]})


def spoken(record: QuestionRecord) -> Language:
    """The language of the answer's sentence: that of the article where it is a quote."""
    answer = record.answer
    if answer and answer.citations and answer.sentences[0].text in answer.citations[0].quote:
        return answer.citations[0].language
    return record.expected.language
