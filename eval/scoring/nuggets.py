"""Which nuggets of the gold an answer states."""

from __future__ import annotations

from collections.abc import Sequence

from eval.gold_set import GoldQuestion
from eval.metrics.normalise import contains, normalise
from eval.metrics.nuggets import Assignment, Importance, Nugget
from rag.models import Answer

HALF = 0.5
"""Least share of a string's words that one sentence must hold for partial support."""


def assigned_nuggets(gold: GoldQuestion, answer: Answer | None) -> list[Nugget]:
    """Look for every nugget in the sentences of an answer; without nuggets, every fact of the gold is a vital one.

    A nugget is supported when a sentence holds one of its strings, whole words after normalisation, and partly when a
    sentence holds at least half of the words of one that has several. Deterministic, where the track asks a model.

    Args:
        gold: an answerable question.
        answer: None, or a refusal, states nothing.
    """
    sentences = [sentence.text for sentence in answer.sentences] if answer and answer.status == "answered" else []
    return [Nugget(importance, _assign(strings, sentences)) for importance, strings in _wanted(gold)]


def _wanted(gold: GoldQuestion) -> list[tuple[Importance, Sequence[str]]]:
    """What is looked for, and how much it matters."""
    if gold.nuggets:
        return [(nugget.importance, nugget.strings) for nugget in gold.nuggets]
    return [("vital", fact) for fact in gold.facts]


def _assign(strings: Sequence[str], sentences: Sequence[str]) -> Assignment:
    """The best assignment over all strings and sentences."""
    if any(contains(sentence, string) for sentence in sentences for string in strings):
        return "support"
    if any(_half_said(string, sentence) for sentence in sentences for string in strings):
        return "partial_support"
    return "not_support"


def _half_said(string: str, sentence: str) -> bool:
    """Whether a sentence holds at least half of the words of a string of several words."""
    wanted = normalise(string).split()
    said = set(normalise(sentence).split())
    return len(wanted) > 1 and sum(word in said for word in wanted) >= HALF * len(wanted)
