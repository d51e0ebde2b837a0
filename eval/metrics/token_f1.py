"""F1 of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from eval.metrics.normalise import normalise


def token_f1(prediction: str, answers: Collection[str]) -> float:
    """How many words the prediction shares with the acceptable answer that it comes nearest to.

    Definition: with the words as bags after normalisation (`normalise.py`), 2 shared / (predicted + expected), the
    greatest over the answers. Long answers lose: a right sentence around a right name scores low.
    Source: Rajpurkar et al. 2016, "SQuAD: 100,000+ Questions for Machine Comprehension of Text", EMNLP.
    Range: 0 to 1, higher is better; 1 exactly when the words are those of an answer, in whatever order.
    Missing: a refusal or an error of an answerable question scores 0; undefined for unanswerable questions.
    """
    words = normalise(prediction).split()
    return max((_f1(words, normalise(answer).split()) for answer in answers), default=0.0)


def _f1(predicted: list[str], expected: list[str]) -> float:
    """The harmonic mean of precision and recall of one bag of words against another; 0 when both are empty."""
    shared = (Counter(predicted) & Counter(expected)).total()
    return 2 * shared / (len(predicted) + len(expected)) if shared else 0.0
