from __future__ import annotations

import pytest

from index.keywords.compounds import halves

WORDS = {"organ", "transplantation", "partei", "gründung", "frau", "station", "strafe", "kolonie", "preis", "anstieg"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("organtransplantation", ("organ", "transplantation")),
        ("parteigründung", ("partei", "gründung")),
        ("frauenstation", ("frau", "station")),
        ("preisanstieg", ("preis", "anstieg")),
        ("preis", None),
        ("preisverleihung", None),
        ("", None),
    ],
)
def test_compounds_are_cut_in_known_words(word: str, parts: tuple[str, str] | None) -> None:
    assert halves(word, WORDS.__contains__) == parts


def test_the_cut_nearest_to_the_middle_is_taken() -> None:
    known = {"bahn", "hofsvorsteher", "bahnhof", "vorsteher"}
    assert halves("bahnhofsvorsteher", known.__contains__) == ("bahnhof", "vorsteher")


def test_short_parts_are_none() -> None:
    assert halves("alterung", {"alt", "erung"}.__contains__) is None
