"""EM, exact match."""

from __future__ import annotations

from collections.abc import Collection

from eval.metrics.normalise import normalise


def exact_match(prediction: str, answers: Collection[str]) -> float:
    """1 when the prediction is one of the acceptable answers, otherwise 0.

    Definition: equality after normalisation (`normalise.py`: case, punctuation, English and German articles, number
    marks). A prediction of which nothing is left matches nothing.
    Source: Rajpurkar et al. 2016, "SQuAD: 100,000+ Questions for Machine Comprehension of Text", EMNLP.
    Range: 0 or 1, higher is better.
    Missing: a refusal or an error of an answerable question scores 0; undefined for unanswerable questions.
    """
    words = normalise(prediction)
    return float(bool(words) and any(words == normalise(answer) for answer in answers))
