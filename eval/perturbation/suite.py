"""The perturbation suite: how much of what is false is detected, and how often what is true raises an alarm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from eval.perturbation.cases import Case
from rag.verification import Verdict, verify

DIRECTIONS = ("de>de", "en>en", "de>en", "en>de")
"""Language of the claim > language of the evidence."""

BARS: Mapping[str, float] = MappingProxyType(
    {
        "number": 0.90,
        "date": 0.90,
        "name": 0.90,
        "wrong_citation": 0.90,
        "negation": 0.75,
        "role": 0.75,
        "paraphrase": 0.10,
        "translation": 0.15,
    }
)
"""Least detection of what is false; most false alarms on what is true."""


@dataclass(frozen=True)
class Outcome:
    """A case and the verdict on it."""

    case: Case
    verdict: Verdict

    @property
    def alarmed(self) -> bool:
        """Whether the claim was found wanting: detected if it is false, a false alarm if it is true."""
        return self.verdict.support in ("partly", "unsupported")

    @property
    def placed(self) -> bool:
        """Whether the sentences shown as support hold the evidence."""
        start, end = self.case.span
        return any(place.start < end and start < place.end for place in self.verdict.places)


@dataclass(frozen=True)
class Rate:
    """How many of so many cases raised an alarm."""

    alarms: int
    cases: int

    @property
    def share(self) -> float:
        """0 to 1; 0 without cases."""
        return self.alarms / self.cases if self.cases else 0.0


Key = tuple[str, str]
"""Kind of perturbation, and direction or "all"."""


def outcomes(cases: Iterable[Case]) -> Iterator[Outcome]:
    """Verify every case.

    Raises:
        ModelError: a model cannot be loaded.
    """
    for case in cases:
        claim = case.claim
        yield Outcome(case, verify(claim.text, claim.language, [case.evidence], reason_language=claim.language))


def rates(results: Iterable[Outcome]) -> dict[Key, Rate]:
    """Alarms by kind and direction; every kind also over all directions, as "all"."""
    found: dict[Key, list[bool]] = defaultdict(list)
    for result in results:
        for direction in (result.case.direction, "all"):
            found[result.case.claim.kind, direction].append(result.alarmed)
    return {key: Rate(sum(alarms), len(alarms)) for key, alarms in found.items()}


def missed_bars(found: Mapping[Key, Rate], margin: float = 0.0) -> list[str]:
    """What falls short of `BARS` over all directions, in words; empty when nothing does.

    Args:
        found: what `rates` returned.
        margin: how far a smaller sample may fall short.
    """
    short = []
    for kind, bar in BARS.items():
        share = found[kind, "all"].share
        if kind in ("paraphrase", "translation"):
            if share > bar + margin:
                short.append(f"{kind}: {share:.2f} false alarms, at most {bar:.2f}")
        elif share < bar - margin:
            short.append(f"{kind}: {share:.2f} detected, at least {bar:.2f}")
    return short
