"""Evidence and a claim that it does not support."""

from __future__ import annotations

import re
from collections import defaultdict
from random import Random

from eval.perturbation.hints import Hints
from eval.perturbation.kinds.modality import weaken
from eval.perturbation.perturb import Kind, perturb
from index.models import Language
from train.support.faithful import Couple, faithful, join
from train.support.sources import Item, Pool, shared_names

EVIDENCE_SIDE = 0.35
"""How often the evidence is changed instead of the claim: odd wording must not mark the claim."""
_EITHER_SIDE: tuple[Kind, ...] = ("number", "date", "name", "place", "negation", "role", "antonym")
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_MOST_SHARED = 0.35


def perturbed(item: Item, pool: Pool, evidence: Language, claim: Language, kind: Kind, draw: Random) -> Couple | None:
    """A supported claim with one thing changed in it or in the evidence; None where the kind does not apply."""
    couple = faithful(item, pool, evidence, claim, draw)
    hints = Hints(shared_names(item), pool.names)
    if couple.whole and kind == "modality" and draw.random() < 0.4:
        weaker = weaken(couple.evidence, evidence, draw)
        return Couple(weaker, couple.claim, kind, True) if weaker else None
    if couple.whole and kind in _EITHER_SIDE and draw.random() < EVIDENCE_SIDE:
        changed = perturb(couple.evidence, evidence, kind, draw, hints)
        return Couple(changed, couple.claim, kind, True) if changed else None
    changed = perturb(couple.claim, claim, kind, draw, hints)
    return Couple(couple.evidence, changed, kind, True) if changed and changed not in couple.evidence else None


def joined_with_stranger(item: Item, other: Item, evidence: Language, claim: Language) -> Couple | None:
    """A claim of which only the first half is in the evidence."""
    if not item.text(claim).endswith(".") or other.text(claim).split(" ", 1)[0] not in (
        "He",
        "She",
        "It",
        "The",
        "Er",
        "Sie",
        "Es",
        "Der",
        "Die",
        "Das",
    ):
        return None
    return Couple(item.text(evidence), join(item.text(claim), other.text(claim), claim), "addition", True)


class Neighbours:
    """Finds sentences that share a rare word or a name with another, without saying the same."""

    def __init__(self, items: list[Item]) -> None:
        """Index the English content words of the items."""
        self._items = items
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            for word in _content(item.en):
                self._places[word].append(number)

    def of(self, item: Item, draw: Random) -> Item | None:
        """One of them, None when there is none."""
        rare = [word for word in sorted(_content(item.en)) if 1 < len(self._places[word]) < 600]
        if not rare:
            return None
        other = self._items[draw.choice(self._places[draw.choice(rare)])]
        one, two = _content(item.en), _content(other.en)
        return other if len(one & two) <= _MOST_SHARED * len(one | two) else None


def _content(text: str) -> set[str]:
    return {word.lower() for word in _CONTENT.findall(text)}
