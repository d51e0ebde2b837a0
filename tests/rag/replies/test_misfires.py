from __future__ import annotations

from rag.replies import read_small


def _unknown(word: str) -> bool:
    """The hardest case: no word of the question occurs in the archive."""
    return False


def test_no_real_question_gets_a_short_reply(questions: list[str]) -> None:
    assert len(questions) >= 380
    mistaken = {question: small.kind for question in questions if (small := read_small(question, _unknown))}
    assert mistaken == {}


def test_other_languages_are_recognised(foreign: list[tuple[str, str]]) -> None:
    missed = [
        (language, text)
        for language, text in foreign
        if (small := read_small(text, _unknown)) is None or small.kind != "other_language"
    ]
    assert len(foreign) > 120
    assert len(missed) <= 0.02 * len(foreign), missed


def test_foreign_names_and_titles_make_no_foreign_question(ours: list[tuple[str, str]]) -> None:
    mistaken = [(text, small) for _, text in ours if (small := read_small(text, lambda word: True)) is not None]
    assert mistaken == []
