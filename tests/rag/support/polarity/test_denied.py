"""What is denied outright, and what only seems to be."""

from __future__ import annotations

import pytest

from index.models import Language
from rag.support.polarity.denied import denied_parts, denying


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Den Preis erhielt nicht Anna Weber, sondern Tom Schmidt.", "de"),
        ("The prize went not to Weber but to Schmidt.", "en"),
        ("Schmidt, not Weber, got the prize.", "en"),
        ("Neun Länder stimmten zu, nicht aber das Land Bremen.", "de"),
        ("Ein nicht angeleinter Hund biss den Mann.", "de"),
        ("There were no fewer than five visits.", "en"),
        ("Abgestimmt wird nicht vor April.", "de"),
        ("Parliament passed a no-confidence vote.", "en"),
    ],
)
def test_contrasts_and_idioms_deny_nothing(text: str, language: Language) -> None:
    assert denying(text, language) == []
    assert denied_parts(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("The king came, which nobody had expected.", "en", ["which nobody had expected."]),
        ("Er kam nicht, weil es regnete.", "de", ["Er kam nicht"]),
        ("She did not resign.", "en", ["She did not resign."]),
    ],
)
def test_the_part_that_is_denied(text: str, language: Language, parts: list[str]) -> None:
    assert denied_parts(text, language) == parts
