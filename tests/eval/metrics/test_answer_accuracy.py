from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.metrics.answer_accuracy import answer_accuracy
from rag.models import Answer, Citation

QUOTES = [
    ("gipfel", "Das Treffen fand in Wladiwostok statt."),
    ("hafen", "Im Hafen liegen 60.000 Tonnen Getreide."),
    ("summit", "It lasted five hours."),
    ("port", "Loading has stopped."),
]
FACTS = [["60,000"], ["Wladiwostok", "Vladivostok"], ["five hours"], ["fünf Stunden"]]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([["Wladiwostok"]], 1.0),
        ([["Moskau", "wladiwostok"]], 1.0),
        ([["Moskau"]], 0.0),
        ([["60 000"], ["Wladiwostok"]], 1.0),
        ([["60 000"], ["Moskau"]], 0.0),
        ([["Wladiwostok statt. Im Hafen"]], 0.0),
        ([], 0.0),
    ],
)
def test_hand_made(
    facts: list[list[str]], expected: float, answer: Callable[..., Answer], cite: Callable[..., Citation]
) -> None:
    given_answer = answer("?", *(cite(article_id, quote) for article_id, quote in QUOTES[:2]))
    assert answer_accuracy(given_answer, facts) == expected


def test_a_claim_without_a_quote_earns_nothing(answer: Callable[..., Answer]) -> None:
    claim = answer("?").model_copy(update={"text": "In Wladiwostok."})
    assert answer_accuracy(claim, [["Wladiwostok"]]) == 0


def test_a_refusal_earns_nothing_even_when_a_quote_of_it_holds_the_answer(
    refuse: Callable[..., Answer], cite: Callable[..., Citation]
) -> None:
    quote = cite(*QUOTES[0])
    refusal = refuse("?", quote)
    assert answer_accuracy(refusal, [["Wladiwostok"]]) == 0
    assert answer_accuracy(refusal.model_copy(update={"citations": [quote]}), [["Wladiwostok"]]) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the fixtures are plain functions
@given(quotes=st.permutations(QUOTES), facts=st.lists(st.sampled_from(FACTS)), kept=st.integers(0, 4))
def test_order_does_not_matter_and_more_quotes_never_hurt(
    answer: Callable[..., Answer],
    cite: Callable[..., Citation],
    quotes: list[tuple[str, str]],
    facts: list[list[str]],
    kept: int,
) -> None:
    citations = [cite(article_id, quote) for article_id, quote in quotes]
    some = answer_accuracy(answer("?", *citations[:kept]), facts)
    every = answer_accuracy(answer("?", *citations), facts)
    assert every == answer_accuracy(answer("?", *reversed(citations)), facts[::-1])
    assert 0 <= some <= every <= 1
