"""A claim held against the windows of its passages by the entailment model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.models import Language
from rag.logistic import Crossing, crossing
from rag.support.verifier import Judgement, default_verifier
from rag.verification.facts import Facts, check_facts
from rag.verification.records import Evidence, Place
from rag.verification.sources import Source
from rag.verification.windows import Window, windows

LEAST: dict[Crossing, float] = {"same": 0.2, "cross": 0.4}
"""Least probability of a claim that has all its facts, within a language and across: chosen on the tuning half of
`eval.perturbation.cases`."""
CLEAR = 0.9
"""From this probability on no further window is looked at."""


@dataclass(frozen=True)
class Look:
    """One claim and the sentences that were held against it.

    Attributes:
        windows: of one passage, or of several that are read together.
        judgement: of the entailment model.
        facts: what was found of the claim's figures, dates and names.
        least: least probability for support.
    """

    windows: tuple[Window, ...]
    judgement: Judgement
    facts: Facts
    least: float

    @property
    def agrees(self) -> bool:
        """Whether the model takes the claim to be supported."""
        return self.judgement.probability >= self.least

    @property
    def supports(self) -> bool:
        """Whether the model agrees and no fact is missing."""
        return self.agrees and not self.facts.missing

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the sentences stand."""
        return tuple(window.place for window in self.windows)


def look(claim: str, language: Language, sources: Sequence[Source]) -> Look:
    """Find the sentences that support a claim best.

    Of the windows that support it the shortest is taken, else the likeliest. Where no passage does alone, the best
    windows of the two likeliest are read together.

    Args:
        claim: one sentence or a part of one.
        language: its language.
        sources: the cited passages, at least one, none of them empty.
    """
    best = [_best(claim, language, source, sources) for source in sources]
    order = sorted(best, key=_rank)
    if order[0].supports or len(order) == 1:
        return order[0]
    both = sorted((order[0].windows[0], order[1].windows[0]), key=lambda window: window.evidence.number)
    together = _held(claim, language, tuple(both), sources)
    return together if together.supports else order[0]


def _best(claim: str, language: Language, source: Source, sources: Sequence[Source]) -> Look:
    looks: list[Look] = []
    for window in windows(claim, source.evidence):
        looks.append(_held(claim, language, (window,), sources))
        if looks[-1].supports and looks[-1].judgement.probability >= CLEAR:
            break
    return min(looks, key=_rank)


def _rank(found: Look) -> tuple[bool, int, float]:
    """Support first; of that the fewest sentences, then the likeliest."""
    length = sum(window.length for window in found.windows) if found.supports else 0
    return (not found.supports, length, -found.judgement.probability)


def _held(claim: str, language: Language, chosen: tuple[Window, ...], sources: Sequence[Source]) -> Look:
    near = [window.source for window in chosen]
    text = "\n".join(source.text for source in near)
    written = near[0].language
    context = "\n".join(_before(window) for window in chosen)
    judgement = default_verifier().judge(claim, text, language, written, context=context)
    facts = check_facts(claim, language, near, sources)
    return Look(chosen, judgement, facts, LEAST[crossing(language, written)])


def _before(window: Window) -> str:
    """The sentence before a window, which may name those for whom it has pronouns."""
    evidence: Evidence = window.evidence
    return evidence.text(evidence.sentences[window.first - 1]) if window.first else ""
