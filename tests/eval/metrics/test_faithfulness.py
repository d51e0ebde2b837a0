from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.faithfulness import faithfulness
from rag.models import Support

VERDICTS = st.lists(st.sampled_from(["verbatim", "supported", "partly", "unsupported"]), max_size=8)


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["verbatim"], 1),
        (["supported", "verbatim"], 1),
        (["supported", "partly"], 0.5),
        (["unsupported", "supported", "partly", "verbatim"], 0.5),
        (["unsupported"], 0),
        ([], 0),
    ],
)
def test_hand_computed(verdicts: list[Support], expected: float) -> None:
    assert faithfulness(verdicts) == expected


@given(VERDICTS)
def test_range_order_and_monotonicity(verdicts: list[Support]) -> None:
    found = faithfulness(verdicts)
    assert 0 <= found <= 1
    assert faithfulness(verdicts[::-1]) == found
    assert faithfulness([*verdicts, "unsupported"]) <= found <= faithfulness([*verdicts, "verbatim"])
