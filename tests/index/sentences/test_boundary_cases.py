"""The hand-made cases: every boundary that a careful reader would draw, and no other."""

from __future__ import annotations

from typing import Any

from index.sentences import sentence_kind, split_sentences


def show(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with its boundaries drawn in, which is what a failing test should print."""
    return "⏐".join(text[start:end] for start, end in spans)


def expected(text: str, marks: list[int]) -> list[tuple[int, int]]:
    """The spans between the marks; a mark at the very start (before a list) says nothing."""
    inner = [mark for mark in marks if 0 < mark < len(text)]
    return list(zip([0, *inner], [*inner, len(text)], strict=True))


def test_boundary_case(boundary_case: Any) -> None:
    wanted = show(boundary_case.text, expected(boundary_case.text, boundary_case.marks))
    language = boundary_case.language.rstrip("!")
    assert show(boundary_case.text, split_sentences(boundary_case.text, language)) == wanted


def test_boundary_case_with_a_guessed_language(boundary_case: Any) -> None:
    wanted = show(boundary_case.text, expected(boundary_case.text, boundary_case.marks))
    if not boundary_case.language.endswith("!"):
        assert show(boundary_case.text, split_sentences(boundary_case.text)) == wanted


def test_kind_case(kind_case: Any) -> None:
    start, end = kind_case.marks
    assert sentence_kind(kind_case.text, start, end) == kind_case.category
