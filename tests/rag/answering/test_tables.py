from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.tables import row_at

SEATS = "Die Wahl ist aus.\n\nPartei | Anteil | Sitze\nSPD | 16,4 % | 120\nGrüne | 11,6 % | 85\n\nMehr folgt."


def cells_of(text: str, line: str) -> tuple[tuple[str, ...], list[str]] | None:
    start = text.index(line)
    row = row_at(text, start, start + len(line))
    return None if row is None else (row.heads, [text[first:last] for first, last in row.cells])


def test_a_row_has_the_heads_of_the_first_line_of_its_table() -> None:
    heads = ("Partei", "Anteil", "Sitze")
    assert cells_of(SEATS, "SPD | 16,4 % | 120") == (heads, ["SPD", "16,4 %", "120"])
    assert cells_of(SEATS, "Grüne | 11,6 % | 85") == (heads, ["Grüne", "11,6 %", "85"])


def test_rows_of_one_table_are_known_as_such() -> None:
    two = f"{SEATS}\n\nOrt | Kran\nEmden | 3\n"
    starts = [two.index(line) for line in ("SPD |", "Grüne |", "Emden |")]
    tables = [row.table for start in starts if (row := row_at(two, start, two.find("\n", start)))]
    assert tables[0] == tables[1] != tables[2]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("| bis 2024 | ab 2025\nPreis | 49 Euro | 58 Euro", "Preis | 49 Euro | 58 Euro", ("", "bis 2024", "ab 2025")),
        ("| Ort | Zahl |\n| Ulm | 12 |", "| Ulm | 12 |", ("Ort", "Zahl")),
        ("Ort\tZahl\nUlm\t12", "Ulm\t12", ("Ort", "Zahl")),
        ("Stand | 2021 | 2025\nUlm | 12 | 14", "Ulm | 12 | 14", ("Stand", "2021", "2025")),
    ],
)
def test_tables_are_written_in_many_ways(text: str, line: str, expected: tuple[str, ...]) -> None:
    found = cells_of(text, line)
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SEATS, "Partei | Anteil | Sitze"),
        ("Ulm | 12 | 14\nBonn | 13 | 15", "Bonn | 13 | 15"),
        ("Ort | Zahl\nUlm | 12 | 14", "Ulm | 12 | 14"),
    ],
    ids=["the head itself", "no head", "other cells"],
)
def test_where_no_head_is_known_there_is_no_row(text: str, line: str) -> None:
    assert cells_of(text, line) is None


@given(st.text(alphabet="ab1 |\t\n", max_size=60), st.data())
def test_cells_lie_inside_the_row(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    row = row_at(text, start, end)
    if row is not None:
        assert len(row.heads) == len(row.cells)
        assert all(start <= first <= last <= end for first, last in row.cells)
        assert all(text[first:last] == text[first:last].strip() for first, last in row.cells)
