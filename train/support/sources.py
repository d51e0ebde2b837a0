"""The sentences that rows are made of, in two pools: one to train on, one held out."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from index.models import Language
from rag.support.names.extraction import names
from rag.support.names.places import place_ids
from train.pairs import read_pairs

SHARES = {
    "tatoeba": 0.34,
    "mlqe-pe": 0.19,
    "europarl-sample": 0.18,
    "pawsx": 0.06,
    "aligned-books": 0.03,
    "manuals": 0.20,
}
"""How many of the rows made of translated pairs come from which group of data sets."""

SKIPPED = ("wikipedia-titles", "honig-dict", "eforms-sdk", "qald9plus")
CHECK_SHARE = 25
"""One in so many sentences is held out."""
PAWS_CHECK_SHARE = 5
_CODE = re.compile(r"[{}<>|\\_=\[\]#*`~@]|https?:|\.\w+\(|[a-z][A-Z]|\w\.[a-z]")
_MOST_MANUALS = 60_000


class Item(NamedTuple):
    """A statement in both languages.

    Attributes:
        en: in English.
        de: in German.
        source: the data set it comes from.
    """

    en: str
    de: str
    source: str

    def text(self, language: Language) -> str:
        """The side in that language."""
        return self.en if language == "en" else self.de


class Question(NamedTuple):
    """A PAWS-X question: two sentences with the same words, each in both languages.

    Attributes:
        one: the first.
        two: the second.
        same: whether they mean the same.
    """

    one: Item
    two: Item
    same: bool


@dataclass
class Pool:
    """What rows may be made of, by group; nothing in one pool occurs in the other.

    Attributes:
        groups: the items of each group of data sets.
        questions: the PAWS-X questions.
        paraphrases: by language, a sentence to others with the same translation.
        names: names that the data hold in both languages, none of them a place.
    """

    groups: dict[str, list[Item]] = field(default_factory=lambda: defaultdict(list))
    questions: list[Question] = field(default_factory=list)
    paraphrases: dict[Language, dict[str, list[str]]] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def read_pools(pairs: Path, paws: Path) -> tuple[Pool, Pool]:
    """Read both data sets into the training pool and the held-out one.

    Args:
        pairs: what `train.pairs` wrote.
        paws: `pawsx.dev.de-en.jsonl.gz`.
    """
    train, check = Pool(), Pool()
    questions = _questions(paws)
    check.questions = [q for q in questions if _bucket(q.one.en + q.two.en, PAWS_CHECK_SHARE) == 0]
    asked = [(question, {_key(side) for item in question[:2] for side in item[:2]}) for question in questions]
    items = [(item, _key(item.en), _key(item.de)) for item in _items(pairs) if _sound(item)]
    held = {key for _, *keys in items if _bucket(keys[0], CHECK_SHARE) == 0 for key in keys}
    chosen = {id(question) for question in check.questions}
    held = held.union(*(keys for question, keys in asked if id(question) in chosen))
    trained: set[str] = set()
    for question, keys in asked:
        if not keys & held:
            train.questions.append(question)
            trained |= keys
    for item, en, de in items:
        if en not in held and de not in held:
            train.groups[_group(item.source)].append(item)
            trained.update((en, de))
    for item, en, de in items:
        if (en in held or de in held) and en not in trained and de not in trained:
            check.groups[_group(item.source)].append(item)
    for pool in (train, check):
        _finish(pool)
    return train, check


def shared_names(item: Item) -> frozenset[str]:
    """The English side's names that stand in the German one as well: names for certain."""
    return frozenset(name.text for name in names(item.en, "en") if name.text in item.de)


def _finish(pool: Pool) -> None:
    """Add the paraphrases and the names of a pool."""
    by_side: dict[Language, dict[str, list[str]]] = {"en": defaultdict(list), "de": defaultdict(list)}
    for item in pool.groups["tatoeba"]:
        by_side["en"][item.de].append(item.en)
        by_side["de"][item.en].append(item.de)
    for language, found in by_side.items():
        pool.paraphrases[language] = {
            one: [other for other in group if other != one]
            for group in found.values()
            if len(group) > 1
            for one in group
        }
    known = place_ids("en")
    found_names = {
        n for group in ("mlqe-pe", "europarl-sample", "pawsx") for i in pool.groups[group] for n in shared_names(i)
    }
    pool.names = tuple(sorted(n for n in found_names if n.lower() not in known and len(n) > 3 and not n.isupper()))


def _items(pairs: Path) -> Iterable[Item]:
    manuals = 0
    for en, de, source, kind in read_pairs(pairs):
        if source in SKIPPED or kind != "human":
            continue
        if _group(source) == "manuals":
            # A hash, not the order: the file is sorted by product.
            if _bucket(de + en, 6) or manuals >= _MOST_MANUALS:
                continue
            manuals += 1
        yield Item(en, de, source)


def _sound(item: Item) -> bool:
    """A statement of a sentence's length without code."""
    for side in (item.en, item.de):
        if (
            not 4 <= len(side.split()) <= 45
            or not side.endswith((".", ".“", '."', "!"))
            or "?" in side
            or not side[0].isupper()
        ):
            return False
    return not _CODE.search(item.en + item.de) or _group(item.source) == "mlqe-pe"


def _questions(paws: Path) -> list[Question]:
    with gzip.open(paws, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    sides = [
        (Item(r["en1"], r["de1"], "pawsx.dev"), Item(r["en2"], r["de2"], "pawsx.dev"), r["label"] == "1") for r in rows
    ]
    return [Question(*side) for side in sides if all(len(i.en) > 10 and len(i.de) > 10 for i in side[:2])]


def _group(source: str) -> str:
    known = next((group for group in SHARES if source.startswith(group)), None)
    return known or "manuals"


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _bucket(text: str, count: int) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") % count
