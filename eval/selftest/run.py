"""The self-test: every way of spoiling tried, every figure held against what it must do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from eval.scoring.scores import scored
from eval.selftest.cases import Case, load_cases
from eval.selftest.figures import FIGURES, figures_of
from eval.selftest.probe import Effect, probe
from eval.selftest.records import perfect
from eval.selftest.ways import STILL, Way, ways

FEWEST = 2
"""Records of each language that a way must apply to, or nothing was shown."""
_EXACT = 1e-9


class Check(BaseModel):
    """One figure under one way of spoiling, in one language."""

    model_config = ConfigDict(frozen=True)

    figure: str
    language: str
    change: float | None = Field(description="after minus before; None: the figure is undefined")
    wanted: str = Field(description='"falls by 0.4 or more", "rises by ...", "stays", or "may move"')
    passed: bool


class WayResult(BaseModel):
    """What one way of spoiling did."""

    model_config = ConfigDict(frozen=True)

    name: str
    applied: dict[str, int] = Field(description="records that it applied to, by language")
    checks: list[Check]

    @property
    def failed(self) -> list[Check]:
        """The figures that did not do what they must."""
        return [check for check in self.checks if not check.passed]


class SelfTest(BaseModel):
    """The outcome of the whole self-test."""

    model_config = ConfigDict(frozen=True)

    passed: bool
    perfect: dict[str, float] = Field(description="the figures of the perfect records")
    ways: list[WayResult]


def self_test(cases: Sequence[Case] | None = None, advance: Callable[[int], None] = lambda count: None) -> SelfTest:
    """Spoil perfect records in every way and look at every figure.

    Args:
        cases: what is asked; None: the cases that come with Fundstelle.
        advance: is called after each way, with 1.

    Raises:
        SourceError: the cases cannot be read.
        ModelError: the verifier cannot be loaded.
    """
    used = load_cases() if cases is None else list(cases)
    records = [scored(record) for record in perfect(used)]
    results = []
    for way in ways(used):
        results.append(_judge(way, probe(records, way.spoil)))
        advance(1)
    return SelfTest(
        passed=all(not result.failed for result in results),
        perfect={name: round(value, 4) for name, value in figures_of(records).items()},
        ways=results,
    )


def _judge(way: Way, effects: Mapping[str, Effect]) -> WayResult:
    """Hold what one way did against what it must do."""
    checks = [_check(way, figure, language, effect) for language, effect in effects.items() for figure in FIGURES]
    return WayResult(
        name=way.name, applied={language: effect.applied for language, effect in effects.items()}, checks=checks
    )


def _check(way: Way, figure: str, language: str, effect: Effect) -> Check:
    """Judge one figure."""
    change = effect.changes.get(figure)
    least = way.moves.get(figure)
    if least is not None:
        enough = change is not None and (change <= least + _EXACT if least < 0 else change >= least - _EXACT)
        passed = enough and effect.applied >= FEWEST
        wanted = f"{'falls' if least < 0 else 'rises'} by {abs(least):g} or more"
    elif figure in way.free:
        passed, wanted = True, "may move"
    else:
        passed, wanted = change is None or abs(change) <= STILL + _EXACT, "stays"
    return Check(
        figure=figure,
        language=language,
        change=None if change is None else round(change, 4),
        wanted=wanted,
        passed=passed,
    )
