from __future__ import annotations

import pytest

from rag.support.names.german_nouns import is_noun


@pytest.mark.parametrize(
    "word",
    [
        "Kritik",
        "Reaktion",
        "Klinik",
        "Seniorin",
        "Touristin",
        "Pädagogin",
        "Restauratorin",
        "Verwaltungsrat",
        "Diebesgut",
    ],
)
def test_how_a_noun_is_made_tells_it(word: str) -> None:
    assert is_noun(word)


@pytest.mark.parametrize(
    "word", ["Frederik", "Severin", "Putin", "Ljubljanik", "Merkel", "Kamtschatka", "Lukaschenko", "FDP-Reaktion"]
)
def test_names_are_not_told_for_nouns(word: str) -> None:
    assert not is_noun(word)
