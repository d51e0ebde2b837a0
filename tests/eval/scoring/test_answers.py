from __future__ import annotations

from collections.abc import Callable

import pytest

from eval.gold_set import GoldQuestion, Nugget
from eval.metrics.exact_match import exact_match
from eval.metrics.token_f1 import token_f1
from eval.scoring.answers import answer_scores, over_facts
from eval.scoring.nuggets import assigned_nuggets
from rag.models import Answer, Citation

Cite = Callable[..., Citation]
Make = Callable[..., Answer]


@pytest.mark.parametrize(
    ("phrases", "facts", "em", "f1"),
    [
        (["Wladiwostok"], [["Wladiwostok"]], 1, 1),
        # one fact: only the best sentence's phrase is the prediction
        (["Moskau", "Wladiwostok"], [["Wladiwostok"]], 0, 0),
        # two facts: each is looked for in all phrases; one of two is found
        (["Moskau", "Wladiwostok"], [["Wladiwostok"], ["Kim"]], 0.5, 0.5),
        (["Kim", "Wladiwostok"], [["Wladiwostok"], ["Kim", "Kim Jong Un"]], 1, 1),
        # (2/3 + 1) / 2
        (["Kim Jong", "Wladiwostok"], [["Wladiwostok"], ["Kim"]], 0.5, 5 / 6),
        ([], [["Kim"]], 0, 0),
    ],
)
def test_over_facts_by_hand(phrases: list[str], facts: list[list[str]], em: float, f1: float) -> None:
    assert over_facts(phrases, facts, exact_match) == pytest.approx(em)
    assert over_facts(phrases, facts, token_f1) == pytest.approx(f1)


def test_an_answer_by_hand(gold: list[GoldQuestion], answer: Make, cite: Cite) -> None:
    whole = "Im Hafen liegen 60.000 Tonnen Getreide."
    found = answer_scores(gold[3], answer("?", cite("hafen", whole, phrase="60.000 Tonnen")))
    # two facts, "60 000" and "Wladiwostok": the phrase shares one word of two with the first, none with the second
    assert found["F1"] == pytest.approx((2 / 3 + 0) / 2)
    assert (found["EM"], found["answer_accuracy"]) == (0, 0)
    assert found["nuggets_strict"] == found["nuggets_partial"] == 0.5


def test_unanswerable_questions_have_no_such_scores(gold: list[GoldQuestion], refuse: Make) -> None:
    assert answer_scores(gold[4], refuse("?")) == {}


def test_nuggets_are_looked_for_in_the_sentences(gold: list[GoldQuestion], answer: Make, cite: Cite) -> None:
    wanted = gold[0].model_copy(
        update={
            "nuggets": (
                Nugget(strings=("in Wladiwostok", "in Vladivostok")),
                Nugget(strings=("fünf Stunden",), importance="okay"),
                Nugget(strings=("Treffen der Präsidenten",), importance="okay"),
                Nugget(strings=("Treffen der beiden Präsidenten aus Asien",)),
            )
        }
    )
    found = assigned_nuggets(wanted, answer("?", cite("gipfel", "Das Treffen fand in Wladiwostok statt.")))
    assert [(nugget.importance, nugget.assignment) for nugget in found] == [
        ("vital", "support"),
        ("okay", "not_support"),
        ("okay", "partial_support"),  # "treffen", one of two words that count
        ("vital", "not_support"),  # one of five
    ]


def test_without_nuggets_the_facts_are_vital_ones(gold: list[GoldQuestion], refuse: Make) -> None:
    assert [nugget.importance for nugget in assigned_nuggets(gold[3], None)] == ["vital", "vital"]
    assert {nugget.assignment for nugget in assigned_nuggets(gold[3], refuse("?"))} == {"not_support"}
