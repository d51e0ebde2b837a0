"""Names and opposites as they are read off a text."""

from __future__ import annotations

import pytest

from index.models import Language
from rag.support.names.extraction import names
from rag.support.polarity.antonyms import opposites


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Der Hund sah das Haus.", "de", []),
        ("Herr Weber sah Anna Braun in Wien.", "de", ["Weber", "Anna Braun", "Wien"]),
        ("Yesterday he met Mr. Smith.", "en", ["Smith"]),
        ("We saw Tom's dog in May.", "en", ["Tom"]),
    ],
)
def test_names(text: str, language: Language, expected: list[str]) -> None:
    assert [name.text for name in names(text, language)] == expected


def test_opposites_go_both_ways_and_share_axes_across_languages() -> None:
    english, german = opposites("en"), opposites("de")
    assert english["rose"].opposite == "fell"
    assert english["fell"].opposite == "rose"
    assert (english["rose"].axis, english["rose"].side) == (german["gestiegen"].axis, german["gestiegen"].side)
    assert german["sieg"].opposite == "Niederlage"
    assert german["großen"].opposite == "kleinen"


def test_there_are_enough_opposites() -> None:
    assert all(len({meaning.axis for meaning in opposites(language).values()}) >= 60 for language in ("de", "en"))
