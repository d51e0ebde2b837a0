from __future__ import annotations

import pytest

from eval.metrics.refusal_accuracy import refusal_accuracy


@pytest.mark.parametrize(
    ("answerable", "refused", "failed", "expected"),
    [
        (True, False, False, 1),
        (True, True, False, 0),
        (False, True, False, 1),
        (False, False, False, 0),
        (True, False, True, 0),
        (False, False, True, 0),
    ],
)
def test_all_cases(answerable: bool, refused: bool, failed: bool, expected: float) -> None:
    assert refusal_accuracy(answerable=answerable, refused=refused, failed=failed) == expected
