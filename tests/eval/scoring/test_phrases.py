from __future__ import annotations

from collections.abc import Callable

from eval.scoring.phrases import phrases_of
from rag.models import Answer, Citation

Cite = Callable[..., Citation]
Make = Callable[..., Answer]


def test_a_quote_stands_for_its_highlight_and_without_one_for_itself(answer: Make, cite: Cite) -> None:
    found = answer(
        "?",
        cite("gipfel", "Das Treffen fand in Wladiwostok statt.", phrase="Wladiwostok"),
        cite("gipfel", "Es dauerte fünf Stunden.", 2),
    )
    assert phrases_of(found) == ["Wladiwostok", "Es dauerte fünf Stunden."]


def test_the_best_sentence_comes_first(answer: Make, cite: Cite) -> None:
    found = answer("?", cite("gipfel", "Das Treffen fand"), cite("gipfel", "Es dauerte fünf Stunden.", 2))
    low, high = found.sentences[0].model_copy(update={"score": 0.2}), found.sentences[1]
    assert phrases_of(found.model_copy(update={"sentences": [low, high]})) == [high.text, low.text]


def test_a_highlight_speaks_only_for_a_sentence_that_says_it(answer: Make, cite: Cite) -> None:
    found = answer("?", cite("gipfel", "Das Treffen fand in Wladiwostok statt.", phrase="Wladiwostok"))
    for text, expected in (("Man traf sich in Wladiwostok.", "Wladiwostok"), ("Man traf sich in Moskau.", None)):
        sentence = found.sentences[0].model_copy(update={"text": text})
        assert phrases_of(found.model_copy(update={"sentences": [sentence]})) == [expected or text]


def test_a_refusal_says_nothing(refuse: Callable[..., Answer], cite: Cite) -> None:
    assert phrases_of(refuse("?", cite("hafen", "Der Umschlag ruht."))) == []
