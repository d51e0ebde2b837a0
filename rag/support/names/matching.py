"""Whether the names of a claim occur in its evidence, under the name of either language."""

from __future__ import annotations

from index.keywords.analyzer import words
from index.models import Language
from rag.answering.matching import match_words
from rag.answering.question_words import content_words
from rag.support.names.extraction import names
from rag.support.names.places import place_ids


def missing_names(evidence: str, claim: str, evidence_language: Language, claim_language: Language) -> dict[str, float]:
    """Count the claim's names and tell which are missing from the evidence.

    Returns:
        `names`: how many there are, at most 4; `names_missing`: the share of their words that the evidence has in no
        form; `name_ends_missing`: 1 when the last word of one (the surname) is missing.
    """
    found = names(claim, claim_language)
    known = place_ids(evidence_language)
    there = {known[word] for word in words(evidence) if word in known}
    total = missing = 0
    ends = False
    for name in found:
        wanted = content_words(name.text, claim_language)
        matches = match_words(wanted, evidence, evidence_language)
        absent = [
            bool(match == 0.0) and place_ids(claim_language).get(word.text) not in there
            for word, match in zip(wanted, matches, strict=True)
        ]
        total += len(absent)
        missing += sum(absent)
        ends = ends or bool(absent and absent[-1])
    return {
        "names": float(min(4, len(found))),
        "names_missing": missing / total if total else 0.0,
        "name_ends_missing": float(ends),
    }
