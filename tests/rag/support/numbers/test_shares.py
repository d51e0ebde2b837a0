from __future__ import annotations

import pytest

from index.models import Language
from rag.support.numbers.shares import shares


@pytest.mark.parametrize(
    ("text", "language", "percent"),
    [
        ("ein Drittel der Leute", "de", 100 / 3),
        ("vier Fünfteln der Stimmen", "de", 80),
        ("jeder fünfte Gast", "de", 20),
        ("die Hälfte", "de", 50),
        ("ihre halbe Gage", "de", 50),
        ("one in three", "en", 100 / 3),
        ("one out of every 20", "en", 5),
        ("three quarters", "en", 75),
        ("half of them", "en", 50),
    ],
)
def test_a_share_in_words_is_a_percentage(text: str, language: Language, percent: float) -> None:
    (share,) = shares(text, language)
    assert share.percent == pytest.approx(percent)
    assert 0 <= share.start < share.end <= len(text)


@pytest.mark.parametrize(
    ("text", "language"), [("the third man", "en"), ("der dritte Mann", "de"), ("one in ink", "en")]
)
def test_ordinals_are_no_shares(text: str, language: Language) -> None:
    assert shares(text, language) == []
