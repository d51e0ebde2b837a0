"""Every way of spoiling a record, with what it must do to the figures, and by how much at the least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eval.selftest.cases import Case
from eval.selftest.spoil import citations, outcomes, rankings, words
from eval.selftest.spoil.change import Spoil

STILL = 0.05
"""A figure that a way has nothing to do with may move by no more."""

RANKING = (
    "Recall@1",
    "Recall@5",
    "Recall@10",
    "Success@1",
    "Success@5",
    "nDCG@10",
    "RR",
    "AP",
    "passage_Recall@5",
    "passage_nDCG@10",
)
ANSWER = ("answer_accuracy", "evidence_hit", "EM", "F1", "similarity", "nuggets_strict", "nuggets_partial")
GROUNDING = ("faithfulness", "citation_recall", "citation_precision")
REFUSAL = ("refusal_accuracy", "refusal_precision", "refusal_recall", "refusal_f1")
CONFIDENCE = ("ece", "brier")
SPEED = ("p50_ms", "p95_ms")


@dataclass(frozen=True)
class Way:
    """One way of spoiling.

    Attributes:
        name: for people.
        spoil: does it.
        moves: by figure, how far it must move at least in either language: below 0 it must fall, above 0 rise.
        free: figures that may move as they like; all others must stay where they are (STILL).
    """

    name: str
    spoil: Spoil
    moves: Mapping[str, float]
    free: Sequence[str] = field(default=())


def ways(cases: Sequence[Case]) -> list[Way]:
    """All of them, in the order of the table.

    Args:
        cases: what is spoilt; some bring a claim with its roles exchanged.
    """
    return [*_words(cases), *_citations(), *_outcomes(), *_rankings()]


def _falls(least: float, *figures: Sequence[str]) -> dict[str, float]:
    """Each of these figures must fall by so much."""
    return {figure: -least for group in figures for figure in group}


def _words(cases: Sequence[Case]) -> list[Way]:
    """One thing in the answer's sentence is changed; whether that is what was asked for depends on the sentence."""
    grounding, free = _falls(0.4, GROUNDING), (*ANSWER, *CONFIDENCE)
    return [
        Way("another number", words.changed_word("number"), grounding, free),
        Way("another date", words.changed_word("date"), grounding, free),
        Way("another name", words.changed_word("name"), grounding, free),
        Way("another place", words.changed_word("place"), grounding, free),
        Way("negated", words.changed_word("negation"), grounding, free),
        Way("roles exchanged", words.turned(cases), _falls(0.3, GROUNDING), free),
        # Watched only: the verifier sees few exaggerations, and none of its bars asks for them.
        Way("exaggerated", words.changed_word("exaggeration"), {}, (*GROUNDING, *free)),
        Way("invented sentence", words.invented, _falls(0.25, GROUNDING)),
        Way("reworded truly", words.reworded, {}, (*GROUNDING, *ANSWER, *CONFIDENCE)),
    ]


def _citations() -> list[Way]:
    """The sentence stays, the citation does not."""
    wrong = _falls(0.5, GROUNDING) | _falls(0.7, ("answer_accuracy", "evidence_hit")) | {"ece": 0.5, "brier": 0.5}
    words_free = ("EM", "F1", "similarity")
    other = _falls(0.7, [figure for figure in ANSWER if figure != "similarity"]) | {"similarity": -0.4}
    return [
        Way("wrong citation", citations.wrong_citation, wrong, words_free),
        Way("dropped citation", citations.dropped_citation, wrong | {"citation_exactness": -0.9}, words_free),
        Way("superfluous citation", citations.superfluous_citation, {"citation_precision": -0.2}, GROUNDING),
        Way("offsets shifted", citations.shifted_offsets, {"citation_exactness": -0.9}),
        Way(
            "answer to something else", citations.other_sentence, other | {"similarity": -0.4, "ece": 0.5, "brier": 0.5}
        ),
    ]


def _outcomes() -> list[Way]:
    """Refusals, errors, confidence and speed."""
    refusal = {"refusal_accuracy": -0.9, "refusal_precision": -0.5, "refusal_f1": -0.5}
    answer = {"refusal_accuracy": -0.9, "refusal_precision": -0.5, "refusal_recall": -0.9, "refusal_f1": -0.9}
    error = _falls(0.4, RANKING, ANSWER, GROUNDING, REFUSAL, ("citation_exactness",))
    grounded = (*GROUNDING, "citation_exactness")
    return [
        Way("refusal instead of an answer", outcomes.refusal_instead, refusal | _falls(0.9, ANSWER), CONFIDENCE),
        Way("answer instead of a refusal", outcomes.answer_instead, answer | {"ece": 0.05, "brier": 0.05}, grounded),
        Way("error instead of an answer", outcomes.error_instead, error, CONFIDENCE),
        Way("right and unsure", outcomes.timid, {"ece": 0.5, "brier": 0.5}),
        Way("three times as slow", outcomes.slow, {"p50_ms": 150.0, "p95_ms": 150.0}),
    ]


def _rankings() -> list[Way]:
    """The ranking in another order, or cut off."""
    late = ("Recall@1", "Success@1", "nDCG@10", "RR", "AP", "passage_Recall@5", "passage_nDCG@10")
    return [
        Way("ranking cut after three", rankings.truncated, {"Recall@10": -0.4, "nDCG@10": -0.15, "AP": -0.1}),
        Way("ranking reversed", rankings.reversed_ranking, _falls(0.3, late)),
        Way("ranking shuffled", rankings.shuffled, _falls(0.15, late), ("Recall@5", "Success@5")),
        Way("nothing found", rankings.emptied, _falls(0.4, RANKING)),
    ]
