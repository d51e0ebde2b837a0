from __future__ import annotations

import pytest

from index.models import Language
from rag.support.numbers.spelling import counted_inside, scores, spelled_out


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("on Aug. 29 and Sept. 3", "en", "on August 29 and September 3"),
        ("am 3. Sept. 2023", "de", "am 3. September 2023"),
        ("dreieinhalb Stunden", "de", "3,5  Stunden"),
        ("three and a half hours", "en", "3.5 hours"),
        ("Fünfmal", "de", "5 Mal"),
        ("das siebente Treffen", "de", "das siebte Treffen"),
        ("He fell twice.", "en", "He fell 2 times."),
        ("the Mar. bridge", "en", "the Mar. bridge"),
        ("manchmal", "de", "manchmal"),
    ],
)
def test_what_can_be_read(text: str, language: Language, expected: str) -> None:
    assert spelled_out(text, language) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("won 2-1", {(1, 2)}),
        ("verlor 0:4", {(0, 4)}),
        ("mit 2:1 (0:0)", {(1, 2), (0, 0)}),
        ("um 20:04 Uhr", set()),
        ("unterlag 78:85", {(78, 85)}),
        ("gewann 34:20", {(20, 34)}),
        ("in 2:04:02", set()),
        ("am 2023-09-14", set()),
        ("2022-23", set()),
        ("3.5-1", set()),
    ],
)
def test_results_of_games(text: str, found: set[tuple[int, int]]) -> None:
    pairs, rest = scores(text)
    assert pairs == found
    assert len(rest) == len(text)
    assert (rest == text) is not bool(found)


def test_numbers_inside_words() -> None:
    assert counted_inside("sechsrädrig, zweitstärkste Kraft, Fünfprozenthürde", "de") == {6, 2, 5}
    assert counted_inside("a three-way deal and a network", "en") == {3}
