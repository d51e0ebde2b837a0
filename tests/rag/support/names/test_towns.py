from __future__ import annotations

import pytest

from rag.support.names.towns import towns_of


@pytest.mark.parametrize(
    ("word", "town"),
    [
        ("Dresdner", "dresden"),
        ("Bremer", "bremen"),
        ("Kassler", "kassel"),
        ("Zürcher", "zurich"),
        ("Londonern", "london"),
        ("Brüsseler", "brussel"),
    ],
)
def test_the_adjective_leads_to_the_town(word: str, town: str) -> None:
    assert town in towns_of(word)


@pytest.mark.parametrize("word", ["Dresden", "dresdner", "Uhr", "Er", "Baer"])
def test_other_words_have_no_town(word: str) -> None:
    assert towns_of(word) == frozenset()
