"""The answer's words held against the acceptable strings."""

from __future__ import annotations

from collections.abc import Callable, Collection

from eval.gold_set import GoldQuestion
from eval.metrics.answer_accuracy import answer_accuracy
from eval.metrics.exact_match import exact_match
from eval.metrics.mean import mean
from eval.metrics.nuggets import nuggets_partial, nuggets_strict
from eval.metrics.similarity import similarity
from eval.metrics.token_f1 import token_f1
from eval.scoring.embedding import embed
from eval.scoring.nuggets import assigned_nuggets
from eval.scoring.phrases import phrases_of
from rag.models import Answer

Compare = Callable[[str, Collection[str]], float]
"""Scores a phrase against acceptable strings, 0 to 1."""


def answer_scores(gold: GoldQuestion, answer: Answer | None) -> dict[str, float]:
    """Score what an answer says; empty for a question that has no answer, or none that is known.

    Args:
        gold: the question.
        answer: what came back; None stands for an error and scores 0 everywhere.
    """
    if not gold.answerable or gold.retrieval_only:
        return {}
    phrases = phrases_of(answer) if answer else []
    nuggets = assigned_nuggets(gold, answer)
    return {
        "answer_accuracy": answer_accuracy(answer, gold.facts) if answer else 0.0,
        "EM": over_facts(phrases, gold.facts, exact_match),
        "F1": over_facts(phrases, gold.facts, token_f1),
        "similarity": over_facts(phrases, gold.facts, lambda phrase, fact: similarity(phrase, fact, embed)),
        "nuggets_strict": nuggets_strict(nuggets),
        "nuggets_partial": nuggets_partial(nuggets),
    }


def over_facts(phrases: list[str], facts: Collection[Collection[str]], compare: Compare) -> float:
    """Compare an answer's phrases with every fact that is asked for.

    One fact: the best sentence's phrase is the prediction, as in SQuAD, whatever else is quoted. Several: each fact
    is compared with the phrase that comes nearest to it, and the mean is taken. Without phrases 0.
    """
    if not phrases:
        return 0.0
    candidates = phrases if len(facts) > 1 else phrases[:1]
    return mean([max(compare(phrase, fact) for phrase in candidates) for fact in facts]) or 0.0
