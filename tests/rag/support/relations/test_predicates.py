"""Whether two clauses say that the same is done."""

from __future__ import annotations

import pytest

from index.models import Language
from rag.support.relations.predicates import clause_around, share_predicate, verbs


@pytest.mark.parametrize(
    ("one", "language", "other", "written"),
    [
        ("A beat B", "en", "B was beaten by A", "en"),
        ("A lost to B", "en", "B schlug A", "de"),
        ("A verklagt B", "de", "B is being sued by A", "en"),
        ("A überholte B", "de", "B was overtaken by A", "en"),
        ("A came third with a 2-0 against B", "en", "A gewann 2:0 gegen B", "de"),
        ("A is older than B", "en", "A ist älter als B", "de"),
    ],
)
def test_the_same_is_done(one: str, language: Language, other: str, written: Language) -> None:
    assert share_predicate(one, other, language, written)
    assert share_predicate(other, one, written, language)


@pytest.mark.parametrize(
    ("one", "language", "other", "written"),
    [
        ("A praised B", "en", "B arrested A", "en"),
        ("A verklagt B", "de", "B thanked A", "en"),
        ("A has more ships than B", "en", "B hat weniger Schiffe als A", "de"),
        ("A was B", "en", "B was A", "en"),
    ],
)
def test_something_else_is_done(one: str, language: Language, other: str, written: Language) -> None:
    assert not share_predicate(one, other, language, written)


def test_light_verbs_and_german_nouns_say_nothing() -> None:
    assert verbs("Der Kanzler hat den Minister gerügt", "de") == ("gerügt",)
    assert verbs("Anna has publicly thanked her", "en") == ("thanked",)


def test_a_clause_ends_at_marks_and_conjunctions() -> None:
    text = "A sued B; C praised D, and E left."
    start = text.index("C")
    assert clause_around(text, start, text.index("D") + 1).strip() == "C praised D"
