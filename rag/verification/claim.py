"""The verdict on one claim."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Language
from rag.models import Support
from rag.support.relations.clauses import clauses
from rag.support.verifier import SUPPORTED
from rag.verification.explain import reasons_of
from rag.verification.looking import Look, look
from rag.verification.quotations import altered_quotations
from rag.verification.reasons import REASONS, where
from rag.verification.records import Evidence, Place, Verdict
from rag.verification.sources import Source
from rag.verification.verbatim import verbatim_places
from rag.verification.windows import nearest_first

MOST_CANDIDATES = 3
"""Passages that a sentence without citation is held against."""


def verify(claim: str, language: Language, cited: Sequence[Evidence], *, reason_language: Language) -> Verdict:
    """Say whether the cited passages support a claim.

    `verbatim`: it is made of whole sentences of a passage, word for word (white space and quotation marks around it
    aside), or of words that stand there so and that the model takes to be supported.
    `supported`: whatever it puts into quotation marks stands there word for word; all its numbers with their units, its
    dates and its names occur; and the entailment model finds the claim supported by the sentences that carry it.
    `partly`: not as a whole, but some of its clauses are supported by themselves; or the model finds it supported and
    only words in quotation marks are altered; or some of its numbers, dates and names occur while others are missing.
    `unsupported`: none of this.

    Args:
        claim: one sentence of an answer, without its markers.
        language: its language.
        cited: the passages that it cites; facts may be spread over them.
        reason_language: in which the reasons are given.

    Raises:
        ModelError: a model cannot be loaded.
    """
    sources = [Source(evidence) for evidence in cited if evidence.sentences]
    if not sources:
        return Verdict("unsupported", 0.0, (REASONS[reason_language].uncited,), ())
    stated = " ".join(claim.split())
    places = verbatim_places(stated, sources)
    if places:
        return Verdict("verbatim", 1.0, (), places)
    found = look(stated, language, sources)
    altered = altered_quotations(stated, sources)
    # In doubt every statement must be supported by itself: one of two may carry the other along.
    sure = found.judgement.supported or len(clauses(stated, language)) == 1
    if found.supports and sure and not altered:
        copied = any(stated in " ".join(source.text.split()) for source in sources)
        support: Support = "verbatim" if copied else "supported"
        return Verdict(support, _score(found), (), _merged(found.places))
    return _lacking(stated, language, sources, found, altered, reason_language)


def cite_missing(
    claim: str, language: Language, evidence: Sequence[Evidence], *, reason_language: Language
) -> Verdict | None:
    """Find the passage that truly supports a claim that cites none.

    Args:
        claim: one sentence.
        language: its language.
        evidence: the passages that could be cited.
        reason_language: in which reasons would be given.

    Returns:
        A verdict `verbatim` or `supported`, at even odds or better, by a single passage; None when none of them gives
        such support.

    Raises:
        ModelError: a model cannot be loaded.
    """
    for passage in nearest_first(claim, evidence)[:MOST_CANDIDATES]:
        verdict = verify(claim, language, [passage], reason_language=reason_language)
        if verdict.support in ("verbatim", "supported") and verdict.score >= SUPPORTED:
            return verdict
    return None


def _lacking(
    claim: str, language: Language, sources: Sequence[Source], whole: Look, altered: Sequence[str], told: Language
) -> Verdict:
    """The verdict on a claim that is not supported as a whole."""
    parts = clauses(claim, language)
    seen = [look(part, language, sources) for part in parts] if len(parts) > 1 else []
    if seen and not altered and whole.relations.sound and all(part.supports for part in seen):
        places = _merged([place for part in seen for place in part.places])
        return Verdict("supported", min(_score(part) for part in seen), (), places)
    some = any(part.supports for part in seen)
    known = 0 < len(whole.facts.missing) < whole.facts.count
    partly = some or known or (whole.supports and bool(altered))
    numbers = [source.evidence.number for source in sources]
    unsaid = [part for part, own in zip(parts, seen, strict=False) if not own.supports] if some else []
    reasons = reasons_of(whole, altered, unsaid, where(numbers), told)
    return Verdict("partly" if partly else "unsupported", _score(whole), reasons, _merged(whole.places))


def _score(found: Look) -> float:
    """The model's probability, lowered by the share of facts that are missing."""
    share = len(found.facts.missing) / found.facts.count if found.facts.count else 0.0
    return round(found.judgement.probability * (1.0 - share), 4)


def _merged(places: Sequence[Place]) -> tuple[Place, ...]:
    """One place a passage, from the first to the last of its sentences that are needed."""
    merged: dict[int, Place] = {}
    for place in places:
        known = merged.get(place.number, place)
        merged[place.number] = Place(place.number, min(place.start, known.start), max(place.end, known.end))
    return tuple(merged[number] for number in sorted(merged))
