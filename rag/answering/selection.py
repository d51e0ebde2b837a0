"""Which of the scored sentences are quoted, and which of them say the same or something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.answering.agreement import agree, differ
from rag.answering.candidates import Candidate
from rag.answering.selected import Selected
from rag.answering.statements import same_statement
from rag.answering.target import Target

MOST_SENTENCES = 4
MOST_CONFIRMING = 2
MOST_LOOKED_AT = 6

ENOUGH = 0.9
"""Sentences are quoted, best first, until the one that answers is among them with this probability (in the manner
of a prediction set, Vovk et al. 2005): one where there is no doubt, several where there is."""

LEAST = 0.03
"""No sentence but the best is quoted that is less likely than this, however much doubt is left."""

CONFIRMING = 0.02
"""Down to this share of the best one's score a sentence is still read as one that confirms what is quoted, in other
words or another language."""

Completion = Callable[[Candidate, float], Selected]
"""Makes a candidate with its score one that can be quoted."""


def select(target: Target, scored: Sequence[tuple[float, Candidate]], complete: Completion) -> list[Selected]:
    """The best sentence and those that it takes for the answer to be among them, best first.

    The same statement is quoted once, with the other articles that carry it; another article that gives the same answer
    in its own words confirms it; one that gives another figure for the same thing is quoted though there is no doubt.

    Args:
        target: what is asked.
        scored: sentences with their scores, best first: how likely each is the one that answers, 1 in all.
        complete: makes one that can be quoted.

    Raises:
        ModelError: a model cannot be loaded.
    """
    chosen: list[Selected] = []
    reached = 0.0
    for score, candidate in scored[:MOST_LOOKED_AT]:
        if score < scored[0][0] * CONFIRMING:
            break
        before, reached = reached, reached + score
        if any(_holds(other, candidate) for other in chosen):
            continue
        place = next((n for n, s in enumerate(chosen) if same_statement(s.candidate.text, candidate.text)), None)
        if place is not None:
            chosen[place] = _with_copy(chosen[place], candidate.article.id)
            continue
        selected = complete(candidate, score)
        place = next((n for n, s in enumerate(chosen) if agree(target, s, selected)), None)
        if place is not None:
            chosen[place] = _with_confirmation(chosen[place], selected)
        elif len(chosen) < MOST_SENTENCES and (
            is_wanted(before, score) or (score >= LEAST and differ(target, chosen[0], selected))
        ):
            chosen.append(_apart(selected, chosen))
    return chosen


def is_wanted(reached: float, score: float) -> bool:
    """Whether one more sentence is quoted.

    Args:
        reached: how likely the answer is among those before it, 0 to 1; 0 for the first, which always is.
        score: how likely it is this one.
    """
    return reached == 0.0 or (reached < ENOUGH and score >= LEAST)


def disagreeing(target: Target, chosen: Sequence[Selected]) -> bool:
    """Whether the best sentence and another one give different figures for the same thing."""
    return any(differ(target, chosen[0], other) for other in chosen[1:])


def _holds(selected: Selected, candidate: Candidate) -> bool:
    """Whether a sentence is part of a quote already."""
    span, sentence = selected.span, candidate.sentence
    return selected.candidate.article.id == candidate.article.id and (
        span.start <= sentence.start and sentence.end <= span.end
    )


def _apart(selected: Selected, chosen: Sequence[Selected]) -> Selected:
    """Without its neighbour where that is quoted already: it is read just before or after."""
    article, span = selected.candidate.article.id, selected.span
    overlaps = any(
        other.candidate.article.id == article and span.start < other.span.end and other.span.start < span.end
        for other in chosen
    )
    return replace(selected, span=selected.candidate.sentence) if overlaps else selected


def _with_copy(selected: Selected, article_id: str) -> Selected:
    if article_id in _articles(selected):
        return selected
    return replace(selected, also_in=(*selected.also_in, article_id))


def _with_confirmation(selected: Selected, other: Selected) -> Selected:
    """One more article for the same answer; a copy of one that is named already is none."""
    article_id, confirming = other.candidate.article.id, selected.confirmed_by
    if article_id in _articles(selected):
        return selected
    for place, one in enumerate(confirming):
        if same_statement(one.candidate.text, other.candidate.text):
            return replace(
                selected, confirmed_by=(*confirming[:place], _with_copy(one, article_id), *confirming[place + 1 :])
            )
    if len(confirming) == MOST_CONFIRMING:
        return selected
    return replace(selected, confirmed_by=(*confirming, other))


def _articles(selected: Selected) -> set[str]:
    """All articles that are named for a sentence."""
    own = {selected.candidate.article.id, *selected.also_in}
    return own.union(*map(_articles, selected.confirmed_by))
