"""Whether one of two texts denies what the other says, clause by clause."""

from __future__ import annotations

import re
from typing import Literal

from index.models import Language
from rag.support.alignment import coverage
from rag.support.polarity.antonyms import opposites
from rag.support.polarity.denied import denied_parts, denying
from rag.support.polarity.denied_deeds import says_it_is_done
from rag.support.polarity.negation import negations
from rag.support.relations.clauses import clauses
from rag.support.relations.predicates import share_predicate

Denial = Literal["claim", "evidence", "doubt"]

NEAR = 0.5
"""Least share of a clause's words that a clause of the other text has, for that one to be meant."""
SPOKEN = 0.5
"""Least share of the words about a "not" in the evidence that the claim has."""
FAR = 0.3
"""Least share that the whole sentence has, for a claim to deny it."""
ALIKE = 0.8
"""From this share on, in both directions, two clauses are held against each other though no verb is common to them."""

# Words that say no without "not": where one stands, a missing "not" proves nothing.
_IMPLIED: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"vergeblich|misstrau|verfrüht|zurückzieh|zurückgezogen|zog\w*\b.*\bzurück|\bnein\b"
        r"|ablehn|abgelehnt|lehnt\w*\b.*\bab\b|weiger|dement|bestreit|bestritt|verzicht|scheiter|kaum|fehl|verhinder|blockier"
        r"|schlie(?:ß|ss)\w*\b.*\baus\b|ausgeschlossen|unsinn|zurückwies|zurückgewiesen|wies\w*\b.*\bzurück|ohne|stopp"
        r"|\berst|zuletzt|letzt|\bnur\b|allein|außer|\bausnahme\b|abgesagt|unterl|\bun(?!ter|gefähr|gar|i)[a-zäöü]{3,}|fern\b|weg\b|offen\b|unklar"
        r"|sondern|statt|vermiss|verlor|verboten|verbot|\wlos(?:e[nrs]?)?\b|abgeneigt",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"in vain|withdr|premature|mistrust|turned? down|barred|\bno\b"
        r"|refus|declin|reject|\bden(?:y|ie)|fail|lack|hardly|barely|impossib|prevent|block|rul\w+ out|nonsense|dismiss"
        r"|without|stop|away\b|\bfirst\b|\blast\b|\bonly\b|alone|except|\bun(?!animous|der|til|i|less)[a-z]{3,}|remain"
        r"|instead|rather than|avoid|unable|miss(?:ed|ing)|lost|prohibit|forb|\bban|dislik|insuffic|\wless\b",
        re.IGNORECASE,
    ),
}


def denial(claim: str, sentence: str, claim_language: Language, evidence_language: Language) -> Denial | None:
    """Tell whether a claim and the sentence that speaks of the same deny one another.

    Args:
        claim: one sentence.
        sentence: of the evidence.
        claim_language: language of the claim.
        evidence_language: language of the evidence.

    Returns:
        "claim" where the claim denies what the sentence says is done; "evidence" where the sentence denies what the
        claim says; "doubt" where the claim alone has a "not", but for a verb that the sentence has not: it may be
        another way to say the same ("did not survive" for "died"). None where both or neither have one, where words
        such as "refused" may stand for it, or where they speak of different things.
    """
    if not negations(claim, claim_language) and not negations(sentence, evidence_language):
        return None
    theirs = clauses(sentence, evidence_language)
    found: Denial | None = None
    for clause in clauses(claim, claim_language):
        shares = [coverage(clause, other) for other in theirs]
        near = max(shares) >= NEAR
        nearest = theirs[shares.index(max(shares))]
        if denying(clause, claim_language):
            if says_it_is_done(clause, nearest, claim_language, evidence_language):
                return "claim"
            if _stands_alone(clause, sentence, nearest if near else sentence, claim_language, evidence_language):
                found = "doubt"
        elif (
            near
            and not negations(claim, claim_language)
            and _denied_there(claim, clause, nearest, claim_language, evidence_language)
        ):
            return "evidence"
    return found


def _stands_alone(clause: str, sentence: str, nearest: str, language: Language, other_language: Language) -> bool:
    """Whether a denying clause speaks of what the sentence says without any sign of a "not".

    Args:
        clause: of the claim.
        sentence: of the evidence.
        nearest: its clause that has most of the words, or the whole of it.
        language: of the claim.
        other_language: of the evidence.
    """
    return (
        not negations(sentence, other_language)
        and coverage(clause, nearest) >= FAR
        and _spoken_of(clause, language, sentence, FAR)
        and not _implied(nearest, other_language, clause, language)
    )


def _denied_there(claim: str, clause: str, nearest: str, language: Language, other_language: Language) -> bool:
    """Whether a clause of the evidence denies what a clause of a claim says.

    Args:
        claim: the whole sentence.
        clause: of the claim.
        nearest: of the evidence.
        language: of the claim.
        other_language: of the evidence.
    """
    if not _denies(nearest, other_language) or not _spoken_of(nearest, other_language, claim, SPOKEN):
        return False
    alike = min(coverage(clause, nearest), coverage(nearest, clause)) >= ALIKE
    same = alike or share_predicate(clause, nearest, language, other_language)
    return bool(same) and not _implied(clause, language, nearest, other_language)


def _denies(clause: str, language: Language) -> bool:
    """Whether a clause is denied as a whole: "without a crew" denies a part of it only."""
    return any(word not in ("ohne", "without") for word in denying(clause, language))


def _spoken_of(clause: str, language: Language, other: str, least: float) -> bool:
    """Whether the other text speaks of what is denied: "the king came, which nobody had expected" denies no visit."""
    return any(coverage(part, other) >= least for part in denied_parts(clause, language))


def _implied(text: str, language: Language, other: str, other_language: Language) -> bool:
    """Whether a text says no without "not", or has the opposite of a word of the other text."""
    implying = len(_IMPLIED[language].findall(text))
    # A word that both have says the same in both: "his first visit" and "not his first visit".
    if implying > len(_IMPLIED[other_language].findall(other)):
        return True
    own = {(m.axis, m.side) for w in _words(text) if (m := opposites(language).get(w))}
    return any((m.axis, 1 - m.side) in own for w in _words(other) if (m := opposites(other_language).get(w)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())
