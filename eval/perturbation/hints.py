"""What is known about a sentence beyond its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.perturbation.claims import TrueClaim
from index.keywords.analyzer import cased_words
from index.keywords.name_key import name_key
from index.models import Language
from rag.support.names.extraction import names


@dataclass(frozen=True)
class Hints:
    """Names seen in the data, so that a replaced name is of its own kind.

    Attributes:
        names: names certain to stand in the text, for instance because its translation has them too; None when
            nothing is known and names are found by their capitals.
        others: names of the data set that may replace one which is neither a person nor a place.
        plain: names certain to stand in the text although their capitals do not tell them from German nouns.
    """

    names: frozenset[str] | None = None
    others: tuple[str, ...] = ()
    plain: frozenset[str] = frozenset()


NO_HINTS = Hints()


def hints_of(claims: Sequence[TrueClaim], language: Language) -> dict[str, Hints]:
    """What a set of claims tells about each of them, by id: names are the same in both languages.

    Args:
        claims: all of them.
        language: of the sentences that are to be changed.
    """
    found = {claim.id: _names(claim, language) for claim in claims}
    articles: dict[str, set[str]] = {}
    for claim in claims:
        articles.setdefault(claim.article, set()).update(found[claim.id])
    hints = {}
    for claim in claims:
        known = articles[claim.article]
        others = sorted({name for own in found.values() for name in own if len(name) > 2} - known)
        hints[claim.id] = Hints(frozenset(found[claim.id]), tuple(others), frozenset(found[claim.id]))
    return hints


def _names(claim: TrueClaim, language: Language) -> set[str]:
    """The claim's names in a language: capitalised runs of the English wording that the German one has too."""
    keys = {name_key(word, "de") or word for word in cased_words(claim.de)}
    shared = [
        name.text
        for name in names(claim.en, "en")
        if all((name_key(word, "en") or word) in keys or word in claim.de for word in cased_words(name.text))
    ]
    if language == "en":
        return set(shared)
    return {german for name in shared if (german := _german(name, claim.de))}


def _german(name: str, text: str) -> str | None:
    """The words of a German text that an English name stands for."""
    wanted = [name_key(word, "en") or word for word in cased_words(name)]
    written = cased_words(text)
    for start in range(len(written) - len(wanted) + 1):
        run = written[start : start + len(wanted)]
        if all(name_key(w, "de") == k or w == k for w, k in zip(run, wanted, strict=True)):
            found = " ".join(run)
            return found if found in text else None
    return name if name in text else None
