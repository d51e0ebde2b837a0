from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.refusal import Verdict, refusal

VERDICTS = st.lists(st.builds(Verdict, st.booleans(), st.booleans()))
RIGHT, WRONG, MISSED, ANSWERED = Verdict(False, True), Verdict(True, True), Verdict(False, False), Verdict(True, False)


@pytest.mark.parametrize(
    ("verdicts", "counts", "precision", "recall", "f1"),
    [
        # precision 3/4, recall 3/5, F1 = 2 * 3 / (6 + 1 + 2) = 2/3
        ([RIGHT] * 3 + [WRONG] + [MISSED] * 2 + [ANSWERED] * 7, (3, 1, 2), 0.75, 0.6, 2 / 3),
        ([RIGHT, ANSWERED], (1, 0, 0), 1, 1, 1),
        ([MISSED, ANSWERED], (0, 0, 1), 0, 0, 0),
        ([WRONG, ANSWERED], (0, 1, 0), 0, None, 0),
        ([ANSWERED], (0, 0, 0), None, None, None),
        ([], (0, 0, 0), None, None, None),
    ],
)
def test_hand_computed(
    verdicts: list[Verdict],
    counts: tuple[int, int, int],
    precision: float | None,
    recall: float | None,
    f1: float | None,
) -> None:
    figures = refusal(verdicts)
    assert (figures.right, figures.wrong, figures.missed) == counts
    assert [figures.precision, figures.recall] == [precision, recall]
    assert figures.f1 == pytest.approx(f1)


@given(VERDICTS, st.randoms())
def test_range_and_order(verdicts: list[Verdict], random: Random) -> None:
    figures = refusal(verdicts)
    for figure in (figures.precision, figures.recall, figures.f1):
        assert figure is None or 0 <= figure <= 1
    random.shuffle(verdicts)
    assert refusal(verdicts) == figures


@given(VERDICTS)
def test_f1_is_the_harmonic_mean(verdicts: list[Verdict]) -> None:
    figures = refusal(verdicts)
    if figures.precision and figures.recall:
        harmonic = 2 * figures.precision * figures.recall / (figures.precision + figures.recall)
        assert figures.f1 == pytest.approx(harmonic)
