"""The bars of the perturbation suite on a sample: `python -m bench.verification` takes all cases."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from eval.perturbation import load_claims
from eval.perturbation.cases import Case, make_cases, read_articles
from eval.perturbation.suite import BARS, missed_bars, outcomes, rates

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
EACH = 24
MARGIN = 0.15
ROLES = 0.3
"""The margin of exchanged roles, which are the weak side (docs/verification.md)."""


def sample() -> list[Case]:
    """So many cases of each kind that has a bar, from all directions, none of them tuned on."""
    kinds: dict[str, list[Case]] = defaultdict(list)
    for case in make_cases(load_claims(), read_articles(CORPUS)):
        if case.half == "report" and case.claim.kind in BARS:
            kinds[case.claim.kind].append(case)
    return [case for cases in kinds.values() for case in cases[:: max(1, len(cases) // EACH)]]


def test_the_bars_are_met_with_a_margin() -> None:
    found = list(outcomes(sample()))
    assert {outcome.case.direction for outcome in found} == {"de>de", "en>en", "de>en", "en>de"}
    assert [missed for missed in missed_bars(rates(found), MARGIN) if not missed.startswith("role")] == []
    assert missed_bars(rates(found), ROLES) == []
    supported = [outcome for outcome in found if outcome.case.claim.faithful and not outcome.alarmed]
    assert sum(outcome.placed for outcome in supported) >= 0.9 * len(supported)
