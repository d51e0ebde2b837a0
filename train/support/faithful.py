"""Evidence and a claim that it supports."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from eval.perturbation.kinds.addition import draw_detail
from eval.perturbation.kinds.modality import RUMOURS, rumoured
from eval.perturbation.perturb import Kind, perturb
from eval.perturbation.rewrites import renumber, reword, shorten
from index.models import Language
from train.support.sources import Item, Pool

_CHANGES: tuple[Kind, ...] = ("number", "date", "place", "negation", "antonym", "role", "modality")


class Couple(NamedTuple):
    """Evidence and claim.

    Attributes:
        evidence: what is cited.
        claim: what is said.
        kind: how the claim came about.
        whole: whether the claim says all that the evidence says, so that a change in either breaks the support.
    """

    evidence: str
    claim: str
    kind: str
    whole: bool


def faithful(item: Item, pool: Pool, evidence: Language, claim: Language, draw: Random) -> Couple:
    """The item's two sides, or one of them twice, with what may be rewritten in the claim rewritten."""
    first, second = item.text(evidence), item.text(claim)
    if evidence == claim:
        other = pool.paraphrases[claim].get(second)
        if other and draw.random() < 0.6:
            return Couple(first, draw.choice(other), "paraphrase", True)
    kind = "identical" if evidence == claim else "translation"
    choice = draw.random()
    if choice < 0.35:
        shorter = shorten(second, claim, draw)
        if shorter:
            return Couple(first, shorter, "shortened", False)
    if choice < 0.6:
        changed = renumber(second, claim, draw)
        if changed:
            return Couple(first, changed, "written otherwise", True)
    if choice < 0.75 or (evidence == claim and choice < 0.9):
        changed = reword(second, claim, draw)
        if changed:
            return Couple(first, changed, "synonym", True)
    return Couple(first, second, kind, True)


def odd(item: Item, pool: Pool, evidence: Language, claim: Language, draw: Random) -> Couple | None:
    """Support between sentences as strange as the perturbed ones, so that strangeness does not give a label away.

    A detail in both, or in the evidence alone; a rumour in both; within a language, the same change in both.
    """
    first, second = item.text(evidence), item.text(claim)
    choice = draw.random()
    if evidence == claim and choice < 0.4:
        changed = perturb(first, evidence, draw.choice(_CHANGES), draw)
        return Couple(changed, changed, "identical, changed", True) if changed else None
    if choice < 0.5:
        number = draw.randrange(len(RUMOURS))
        told, retold = rumoured(first, evidence, number), rumoured(second, claim, number)
        return Couple(told, retold, "same rumour", True) if told and retold else None
    detail = draw_detail(draw)
    with_detail = detail.put(first, evidence)
    if with_detail is None:
        return None
    if choice < 0.75:
        return Couple(with_detail, second, "detail dropped", False)
    claimed = detail.put(second, claim)
    return Couple(with_detail, claimed, "same detail", True) if claimed else None


def joined(item: Item, other: Item, evidence: Language, claim: Language) -> Couple | None:
    """Two sentences as evidence, both joined by "and" as the claim; None where the second cannot follow an "and"."""
    opening = other.text(claim).split(" ", 1)[0]
    if opening not in _JOINED[claim] or not item.text(claim).endswith(".") or len(item.en) + len(other.en) > 260:
        return None
    return Couple(
        f"{item.text(evidence)} {other.text(evidence)}",
        join(item.text(claim), other.text(claim), claim),
        "joined",
        True,
    )


def join(first: str, second: str, language: Language) -> str:
    """Both sentences as one, joined by "and"."""
    following = second if second.startswith("I ") else second[0].lower() + second[1:]
    return f"{first[:-1]}, {'and' if language == 'en' else 'und'} {following}"


_JOINED: dict[Language, tuple[str, ...]] = {
    "en": ("The", "A", "He", "She", "It", "We", "They", "I", "This", "That", "There"),
    "de": ("Der", "Die", "Das", "Ein", "Eine", "Er", "Sie", "Es", "Wir", "Ich", "Dies", "Diese", "In"),
}
