"""Answer accuracy: whether the quotes of an answer hold what was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from eval.metrics.normalise import contains
from rag.models import Answer


def answer_accuracy(answer: Answer, facts: Sequence[Sequence[str]]) -> float:
    """1 when, for every fact, a quote of the answer contains an acceptable string; otherwise 0.

    Definition: whole words after normalisation (`normalise.py`), within one quote. A question of one fact needs one
    of its strings; a question of several needs one of each, and half an answer is no answer. What counts is the
    quotes of `answer.citations`, not the text around them: an uncited claim earns nothing.
    Source: `has_answer` of Chen et al. 2017, "Reading Wikipedia to Answer Open-Domain Questions", ACL, on the quotes.
    Range: 0 or 1, higher is better; its mean over questions is the accuracy.
    Missing: a refusal of an answerable question scores 0. Undefined for unanswerable questions: see `refusal.py`.
    """
    if answer.status == "not_in_corpus" or not facts:
        return 0.0
    quotes = [citation.quote for citation in answer.citations]
    stated = (any(contains(quote, string) for string in fact for quote in quotes) for fact in facts)
    return float(all(stated))
