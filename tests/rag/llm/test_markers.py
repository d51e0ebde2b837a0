from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.llm.markers import MARKER, numbers_of


@pytest.mark.parametrize(
    ("marker", "numbers"),
    [
        ("[1]", [1]),
        ("[1, 2 und 4]", [1, 2, 4]),
        ("[3-5]", [3, 4, 5]),
        ("[5-3]", []),
        ("[1-1000]", []),
        ("[12345]", []),
        ("【4†lines 1-9】", [4]),
        ("[Passage 2 to Passage 3]", [2, 3]),
    ],
)
def test_numbers_of_a_marker(marker: str, numbers: list[int]) -> None:
    assert re.fullmatch(MARKER, marker, re.IGNORECASE)
    assert numbers_of(marker) == numbers


@pytest.mark.parametrize("text", ["[]", "[Putin]", "[a1]", "(1)", "1]", "[1", "[1.5 Mio.]"])
def test_what_is_no_marker(text: str) -> None:
    assert not re.fullmatch(MARKER, text, re.IGNORECASE)


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=6))
def test_lists_are_read_back(numbers: list[int]) -> None:
    assert numbers_of(f"[{', '.join(map(str, numbers))}]") == numbers
