"""A claim held against the windows of its passages by the entailment model."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import RootModel

from index.models import Language
from rag.logistic import Crossing, crossing
from rag.support.verifier import Judgement, default_verifier
from rag.verification.facts import Facts, check_facts
from rag.verification.records import Place
from rag.verification.relating import Relations, relate
from rag.verification.sources import Source
from rag.verification.windows import Window, nearest_sentences, windows

LEAST_FILE = Path(__file__).parent / "least.json"
"""Least probability of support, within a language and across; `python -m train.thresholds` chooses it."""
Thresholds = RootModel[dict[Crossing, float]]

DOUBTED = 0.5
"""Least probability of a claim that a rule doubts: of such held-out claims in the words of agencies 42 of 47 are true
from .6 on, 16 of 53 below .2."""

CLEAR = 0.9
"""From this probability on no further window is looked at."""


@dataclass(frozen=True)
class Look:
    """One claim and the sentences that were held against it.

    Attributes:
        windows: of one passage, or of several that are read together.
        judgement: of the entailment model.
        facts: what was found of the claim's figures, dates and names.
        relations: whether its parts stand to each other as in the evidence.
        least: least probability for support.
    """

    windows: tuple[Window, ...]
    judgement: Judgement
    facts: Facts
    relations: Relations
    least: float

    @property
    def agrees(self) -> bool:
        """Whether the model takes the claim to be supported: it has to be surer where a rule doubts it."""
        return self.judgement.probability >= (DOUBTED if self.doubted else self.least)

    @property
    def doubted(self) -> bool:
        """Whether the claim alone has a "not", which may be another way to say the same."""
        return self.relations.denial == "doubt"

    @property
    def sound(self) -> bool:
        """Whether nothing that can be read off speaks against the claim."""
        return not self.facts.missing and self.relations.sound

    @property
    def supports(self) -> bool:
        """Whether the model agrees and nothing else speaks against the claim."""
        return self.agrees and self.sound

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
    against = next((found.relations for found in order[:2] if not found.relations.sound), order[0].relations)
    together = _held(claim, language, tuple(both), sources, against)
    return together if together.supports else order[0]


def looks(claim: str, language: Language, source: Source, sources: Sequence[Source]) -> Iterator[Look]:
    """Hold a claim against the windows of one passage, one after the other; only the first where none can support it.

    Args:
        claim: one sentence or a part of one.
        language: its language.
        source: the passage.
        sources: all that are cited: names may stand anywhere in them.
    """
    ranked = nearest_sentences(claim, source.evidence)
    relations = relate(claim, language, source, ranked)
    hopeless = not relations.sound or bool(check_facts(claim, language, sources, sources).missing)
    for window in windows(source.evidence, ranked):
        yield _held(claim, language, (window,), sources, relations)
        if hopeless:
            return


@functools.cache
def least() -> dict[Crossing, float]:
    """Least probability of a claim that nothing else speaks against, within a language and across (read once).

    Raises:
        OSError, ValueError: the file cannot be read.
    """
    return Thresholds.model_validate_json(LEAST_FILE.read_text(encoding="utf-8")).root


def _best(claim: str, language: Language, source: Source, sources: Sequence[Source]) -> Look:
    seen: list[Look] = []
    for found in looks(claim, language, source, sources):
        seen.append(found)
        if found.supports and found.judgement.probability >= CLEAR:
            break
    return min(seen, key=_rank)


def _rank(found: Look) -> tuple[bool, int, float]:
    """Support first; of that the fewest sentences, then the likeliest."""
    length = sum(window.length for window in found.windows) if found.supports else 0
    return (not found.supports, length, -found.judgement.probability)


def _held(
    claim: str, language: Language, chosen: tuple[Window, ...], sources: Sequence[Source], relations: Relations
) -> Look:
    near = [window.source for window in chosen]
    text = "\n".join(source.text for source in near)
    written = near[0].language
    judgement = default_verifier().judge(claim, text, language, written)
    facts = check_facts(claim, language, near, sources)
    return Look(chosen, judgement, facts, relations, least()[crossing(language, written)])
