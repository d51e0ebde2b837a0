from __future__ import annotations

import string
from dataclasses import asdict

from rag.verification.reasons import REASONS, where


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_name_the_same_things() -> None:
    german, english = (asdict(REASONS[language]) for language in ("de", "en"))
    assert {key: fields(text) for key, text in german.items()} == {key: fields(text) for key, text in english.items()}
    assert all(german[key] != english[key] for key in german)


def test_passages_are_named_as_in_the_text() -> None:
    assert where([2, 1, 2]) == "[1], [2]"
