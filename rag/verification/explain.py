"""What was found turned into reasons."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Language
from rag.verification.looking import Look
from rag.verification.reasons import REASONS

MOST_REASONS = 3

SAME_MATTER = 0.5
"""Share of a claim's words with a counterpart from which it speaks of what the evidence speaks of: else it makes no
sense to say that it says more, or the opposite."""


def reasons_of(
    found: Look, altered: Sequence[str], unsaid: Sequence[str], cited: str, told: Language
) -> tuple[str, ...]:
    """Say why a claim lacks support, the most telling reason first.

    Args:
        found: what it was held against.
        altered: quotations that are not word for word.
        unsaid: the claim's clauses that are not supported, where others are.
        cited: the passages, as "[1]".
        told: the language of the reasons.
    """
    words, values = REASONS[told], found.judgement.values
    listed = [words.altered.format(what=what, where=cited) for what in altered]
    listed += [words.missing.format(what=what, where=cited) for what in found.facts.missing]
    relations = found.relations
    if relations.contrary:
        claimed, told_there = relations.contrary
        listed.append(words.contrary.format(what=claimed, told=told_there, where=cited))
    doubted = not found.agrees and values["aligned"] >= SAME_MATTER
    signs = (
        (relations.denial == "claim" or (found.doubted and not found.agrees), words.denied),
        (relations.denial == "evidence", words.denial_lost),
        (relations.turned, words.turned),
        (relations.exchanged, words.exchanged),
        (values["opposites"] and doubted, words.opposite),
        (values["universal_added"] and doubted, words.general),
        (values["hedge_lost"] and doubted, words.certain),
    )
    listed += [reason.format(where=cited) for sign, reason in signs if sign]
    listed += [words.clause.format(what=part, where=cited) for part in unsaid]
    return tuple(dict.fromkeys(listed or [words.unsaid.format(where=cited)]))[:MOST_REASONS]
