from __future__ import annotations

import string
from dataclasses import asdict

import pytest

from ui.evaluation.texts import EVALUATION_TEXTS


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(asdict(EVALUATION_TEXTS["de"])))
def test_both_languages_say_the_same_things(key: str) -> None:
    german, english = asdict(EVALUATION_TEXTS["de"])[key], asdict(EVALUATION_TEXTS["en"])[key]
    assert german.strip()
    assert english.strip()
    assert placeholders(german) == placeholders(english)
