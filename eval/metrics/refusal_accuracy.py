"""Refusal accuracy: whether one question was rightly answered or rightly refused."""

from __future__ import annotations


def refusal_accuracy(*, answerable: bool, refused: bool, failed: bool) -> float:
    """1 when the archive says something where it can and nothing where it cannot, otherwise 0.

    Definition: 1 if refused equals not answerable. It says nothing of whether the answer is right. Precision, recall
    and F1 of refusals are figures of many questions (`refusal.py`); this is the one that two runs can be compared by,
    question by question.
    Source: accuracy of the decision to abstain; Rajpurkar et al. 2018, "Know What You Don't Know", ACL.
    Range: 0 or 1, higher is better.
    Missing: an error scores 0, whether the question can be answered or not.
    """
    return float(not failed and refused != answerable)
