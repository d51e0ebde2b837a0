"""What a claim and its evidence agree and disagree in: numbers, dates, names, negation, opposites, words, order.

Nothing here is a verdict: the values feed a trained verifier and explain its refusals. No model is used; a pair takes
well under a millisecond.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.keywords.analyzer import words
from index.models import Language
from index.readings.moments import Moment, moments, weekdays
from index.readings.quantities import quantities
from rag.answering.matching import match_words
from rag.answering.question_words import ContentWord, content_words
from rag.support.names.matching import missing_names
from rag.support.polarity.antonyms import opposites
from rag.support.polarity.modality import hedges, universals
from rag.support.polarity.negation import negations

FEATURES = (
    "numbers",
    "numbers_missing",
    "dates",
    "dates_missing",
    "dates_clash",
    "names",
    "names_missing",
    "name_ends_missing",
    "negation_clash",
    "negation_claim",
    "opposites",
    "hedge_lost",
    "universal_added",
    "coverage",
    "coverage_exact",
    "inverted",
    "longer",
    "same_language",
)
"""The features' names, in the order of the dictionary that `features` returns."""


def features(evidence: str, claim: str, evidence_language: Language, claim_language: Language) -> dict[str, float]:
    """Measure how well a claim agrees with its evidence.

    Args:
        evidence: the cited text, one or several sentences.
        claim: the sentence to be supported.
        evidence_language: language of the evidence.
        claim_language: language of the claim.

    Returns:
        one value a name in `FEATURES`: counts are capped at 4, everything else lies between 0 and 1 (`negation_clash`
        is 1 when the claim is negated and the evidence is not, or the other way round; `inverted` is the share of
        matched words that stand in the opposite order).
    """
    own_dates, other_dates = moments(claim, claim_language), moments(evidence, evidence_language)
    wanted = content_words(claim, claim_language)
    values = {
        **_numbers(evidence, claim, evidence_language, claim_language, own_dates, other_dates),
        **_dates(own_dates, other_dates),
        **missing_names(evidence, claim, evidence_language, claim_language),
        **_logic(evidence, claim, evidence_language, claim_language),
        **_coverage(wanted, evidence, evidence_language),
        "inverted": _inverted(wanted, claim, evidence),
        "longer": min(1.0, max(0.0, 1.0 - len(evidence) / max(1, len(claim)))),
        "same_language": float(evidence_language == claim_language),
    }
    named = weekdays(claim, claim_language) - weekdays(evidence, evidence_language)
    values["dates_missing"] = max(values["dates_missing"], float(bool(named)))
    return {name: values[name] for name in FEATURES}


def _numbers(
    evidence: str,
    claim: str,
    evidence_language: Language,
    claim_language: Language,
    own_dates: Sequence[Moment],
    other_dates: Sequence[Moment],
) -> dict[str, float]:
    own = {q.key for q in quantities(claim, claim_language, own_dates)}
    other = {q.key for q in quantities(evidence, evidence_language, other_dates)}
    return {"numbers": float(min(4, len(own))), "numbers_missing": len(own - other) / len(own) if own else 0.0}


def _dates(own: Sequence[Moment], other: Sequence[Moment]) -> dict[str, float]:
    missing = [moment for moment in own if not any(moment.within(theirs) for theirs in other)]
    return {
        "dates": float(min(4, len(own))),
        "dates_missing": len(missing) / len(own) if own else 0.0,
        "dates_clash": float(bool(missing and other)),
    }


def _logic(evidence: str, claim: str, evidence_language: Language, claim_language: Language) -> dict[str, float]:
    own, other = words(claim), words(evidence)
    denied, denied_there = negations(claim, claim_language), negations(evidence, evidence_language)
    return {
        "negation_clash": float(bool(denied) != bool(denied_there)),
        "negation_claim": float(bool(denied)),
        "opposites": _opposites(own, other, claim_language, evidence_language),
        "hedge_lost": float(bool(hedges(other, evidence_language)) and not hedges(own, claim_language)),
        "universal_added": float(bool(universals(own, claim_language)) and not universals(other, evidence_language)),
    }


def _opposites(own: Sequence[str], other: Sequence[str], language: Language, other_language: Language) -> float:
    """1 when a word's opposite stands in the evidence and the word's own side does not."""
    table = opposites(other_language)
    there = {(meaning.axis, meaning.side) for word in other if (meaning := table.get(word))}
    here = {(meaning.axis, meaning.side) for word in own if (meaning := opposites(language).get(word))}
    return float(any((axis, 1 - side) in there and (axis, side) not in there for axis, side in here))


def _coverage(wanted: Sequence[ContentWord], evidence: str, language: Language) -> dict[str, float]:
    found = match_words(wanted, evidence, language)
    if not len(found):
        return {"coverage": 1.0, "coverage_exact": 1.0}
    return {"coverage": float(found.mean()), "coverage_exact": float((found == 1.0).mean())}


def _inverted(wanted: Sequence[ContentWord], claim: str, evidence: str) -> float:
    """The share of word pairs that stand the other way round in the evidence, of the words that both texts have."""
    own, other = words(claim), words(evidence)
    places = [(own.index(word.text), other.index(word.text)) for word in wanted if word.text in other]
    pairs = [(one, two) for number, one in enumerate(places) for two in places[number + 1 :]]
    return sum((one[0] - two[0]) * (one[1] - two[1]) < 0 for one, two in pairs) / len(pairs) if pairs else 0.0
