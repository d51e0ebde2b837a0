from __future__ import annotations

import string
from dataclasses import asdict

import pytest

from index.models import Language
from ui.texts import EXAMPLES, TEXTS, language_name


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(asdict(TEXTS["de"])))
def test_both_languages_say_the_same_things(key: str) -> None:
    german, english = asdict(TEXTS["de"])[key], asdict(TEXTS["en"])[key]
    assert german.strip()
    assert english.strip()
    assert placeholders(german) == placeholders(english)


@pytest.mark.parametrize(("language", "name"), [("de", "Deutsch"), ("en", "Englisch")])
def test_names_of_languages(language: Language, name: str) -> None:
    assert language_name(language, TEXTS["de"]) == name


def test_examples_come_in_both_languages() -> None:
    assert {language for language, _ in EXAMPLES} == {"de", "en"}
