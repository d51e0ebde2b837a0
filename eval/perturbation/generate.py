"""Labelled perturbations of sentences, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from eval.perturbation.claims import TrueClaim
from eval.perturbation.hints import NO_HINTS, Hints
from eval.perturbation.perturb import Kind, perturb
from eval.perturbation.rewrites import renumber, reword, shorten
from index.models import Language

FalseKind = Literal["number", "date", "name", "place", "negation", "role", "exaggeration", "wrong_citation"]
TrueKind = Literal["paraphrase", "translation"]

FALSE_KINDS: tuple[FalseKind, ...] = (
    "number",
    "date",
    "name",
    "place",
    "negation",
    "role",
    "exaggeration",
    "wrong_citation",
)
"""What makes a sentence false, or its citation. The last one changes no word: the caller cites another passage."""
TRUE_KINDS: tuple[TrueKind, ...] = ("paraphrase", "translation")
"""What leaves it true."""

_RULES: dict[FalseKind, tuple[Kind, ...]] = {
    "number": ("number",),
    "date": ("date",),
    "name": ("name",),
    "place": ("place",),
    "negation": ("negation", "antonym"),
    "role": ("role",),
    "exaggeration": ("exaggeration", "modality"),
}


@dataclass(frozen=True)
class Perturbation:
    """A sentence changed.

    Attributes:
        kind: how.
        text: the new sentence.
        language: its language.
    """

    kind: FalseKind | TrueKind
    text: str
    language: Language

    @property
    def faithful(self) -> bool:
        """Whether what supported the old sentence supports the new one."""
        return self.kind in TRUE_KINDS


def perturbations(text: str, language: Language, seed: int, hints: Hints = NO_HINTS) -> Iterator[Perturbation]:
    """Change a sentence in every way that applies to it.

    Args:
        text: one statement, no question.
        language: its language.
        seed: the same one gives the same sentences.
        hints: names known to stand in the text and names to put in their place.

    Yields:
        At most one sentence for each of `FALSE_KINDS`, and paraphrases by rule: a number written otherwise, a word
        for another of the same meaning, something left out.
    """
    for kind, rules in _RULES.items():
        changed = _first(text, language, rules, Random(f"{seed} {kind} {text}"), hints)
        if changed is not None:
            yield Perturbation(kind, changed, language)
    yield Perturbation("wrong_citation", text, language)
    draw = Random(f"{seed} paraphrase {text}")
    for way in (renumber, reword, shorten):
        rewritten = way(text, language, draw)
        if rewritten is not None and rewritten != text:
            yield Perturbation("paraphrase", rewritten, language)


def variants(
    claim: TrueClaim, language: Language, evidence: Language, seed: int, hints: Hints = NO_HINTS
) -> Iterator[Perturbation]:
    """A true claim in one language and all that becomes of it.

    Args:
        claim: in both languages.
        language: of the sentences wanted.
        evidence: language of its article: in that one the claim is a paraphrase, in the other a translation.
        seed: the same one gives the same sentences.
        hints: names known to stand in the text and names to put in their place.

    Yields:
        The claim itself, then its false variants; roles exchanged by hand go before those by rule.
    """
    text = claim.text(language)
    yield Perturbation("paraphrase" if language == evidence else "translation", text, language)
    for perturbation in perturbations(text, language, seed, hints):
        if perturbation.faithful or (perturbation.kind == "role" and claim.turned):
            continue
        yield perturbation
    if claim.turned:
        yield Perturbation("role", claim.turned.text(language), language)


def _first(text: str, language: Language, rules: tuple[Kind, ...], draw: Random, hints: Hints) -> str | None:
    for rule in rules:
        changed = perturb(text, language, rule, draw, hints)
        if changed is not None:
            return changed
    return None
