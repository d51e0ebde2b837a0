"""Learn names that differ between German and English: `python -m train.exonyms --data DIR`.

DIR holds `parallel/permissive.tsv.gz`. Pairs come from its titles of Wikipedia articles that stand for the same thing
(facts, CC0) and from `exonyms.tsv` beside this file, which was written for this project and goes first. What
`index.keywords.name_key` finds anyway is left out. The other sentences of the file only tell which English words are
names: those that are never written small and follow words such as "in". Writes `index/keywords/data/exonyms.tsv.gz`, a
line a thing: its English keys, a tab, its German keys. Two minutes.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from index.keywords.exonyms import FILE, key_of
from index.keywords.folding import fold
from index.keywords.name_key import name_key
from index.models import Language
from train.exonym_groups import Groups

BY_HAND = Path(__file__).with_suffix(".tsv")
OUTPUT = Path(__file__).resolve().parents[1] / "index" / "keywords" / "data" / FILE
TITLES = "wikipedia-titles"
MOST_WORDS = 5
SURE = 0.6
"""Least Dice coefficient of two words that no title of their own equates."""

_WORD = re.compile(r"[^\W_]+")
_REMARK = re.compile(r"\s*\(.*?\)")
_COMPOSED = re.compile(r"[(),:/0-9]")
_BEFORE_NAMES = frozenset({"of", "in", "at", "from", "to", "near"})
_ARTICLES = frozenset({"the", "a", "an", "der", "la"})
_FUNCTION = _BEFORE_NAMES | _ARTICLES | {"and", "on", "for", "de", "von", "van", "und"}
_NO_NAMES_LIST = """
Person Bistum Parteitag Homosexualität Kommissar Wirtschaftsprüfer Kategoria Parë Ehrenpreis Golftange Wassermann
Adler Metropole Erbarmungslos Sülze Ballettmusik Adonisröschen Skiweltmeisterschaften Flandernschlacht Steven
Matthew Nobelpreisträger Jaspis Juni Dezember Juli Februar Januar Oktober Mai März Ozeanienmeisterschaft
Reykjavíkurkjördæmi Fuge Paradiesvogel Luftpumpe Schmetterlinge Plakatwand Lehmziegel Binnenmajuskel Atelier
Weinberg Ägyptologe Tim Jagiellonica Nordrhein Vereinigten Kieler Warschauer Bremer Basler Königsberger Wiener
Nowgorod Nischni Isai Hinduistischer Capricornus Marshallinseln Osttimors Kryptonit Proteobakterien Primogenitur
Infant Geysir Kosovaren Mauretaniens Jamaikas Kinematographie Lexikografie Vulkanologie Reformiertentum Assyrisch
Slowenisch Brasilianisch Iranisch Hebräisch Ägypter Afghane Schwäbischer Schloss Herzog Sowjet Buxoro Xiva Girne
Hruotland Bosna Castilla Römisch Moldau
"""
_NO_NAMES = frozenset(_NO_NAMES_LIST.split())
"""German sides that are no names, or of another thing; found by reading the list through."""

Pair = tuple[str, str]


@dataclass
class Evidence:
    """What the rows say about words.

    Attributes:
        small: how often an English word is written with a small letter.
        capital: how often with a capital inside a sentence or title.
        placed: how often with a capital after a word such as "in".
        german: how often a German word occurs outside titles.
        titles: the title pairs.
    """

    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    german: Counter[str] = field(default_factory=Counter)
    titles: list[Pair] = field(default_factory=list)

    def is_name(self, word: str) -> bool:
        """Whether an English word is a name, as far as its letters and its place tell."""
        return len(word) > 3 and self.placed[word] > 0 and self.small[word.lower()] <= 0.02 * self.capital[word]


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder with the data sets")
    evidence = gather(parser.parse_args().data / "parallel" / "permissive.tsv.gz")
    groups = Groups()
    for english, german in by_hand():
        groups.join(_key(english, "en"), _key(german, "de"))
    for english, german in [*single_names(evidence), *long_names(evidence)]:
        groups.add(_key(english, "en"), _key(german, "de"))
    with OUTPUT.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(groups.table().encode("utf-8"))


def by_hand() -> list[Pair]:
    """The pairs of `exonyms.tsv`, English first."""
    pairs = (line.split("\t") for line in BY_HAND.read_text(encoding="utf-8").splitlines())
    return [(english, german) for english, german in pairs]


def gather(path: Path) -> Evidence:
    """Read the parallel rows once."""
    evidence = Evidence()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            english, german, source, _ = line.rstrip("\n").split("\t")
            if source == TITLES:
                evidence.titles.append((english, german))
            else:
                evidence.german.update(_WORD.findall(german))
            words = _WORD.findall(english)
            for before, word in zip(["", *words], words, strict=False):
                if word.islower():
                    evidence.small[word] += 1
                elif before and word[0].isupper():
                    evidence.capital[word] += 1
                    evidence.placed[word] += before in _BEFORE_NAMES
    return evidence


def single_names(evidence: Evidence) -> Iterator[Pair]:
    """Words that one title each equates, or that nearly always occur in the same titles."""
    direct = Counter(pair for pair in map(_plain, evidence.titles) if all(len(_WORD.findall(s)) == 1 for s in pair))
    together, english, german = _occurrences(evidence.titles)
    found = []
    for pair, count in together.items():
        dice = 2 * count / (english[pair[0]] + german[pair[1]])
        sure = direct[pair] > 0 or (count > 2 and dice > SURE and not pair[1].endswith("sche"))
        if sure and pair[1] not in _NO_NAMES and evidence.is_name(pair[0]) and not _alike(*pair):
            found.append((direct[pair] > 0, dice, pair))
    return (pair for _, _, pair in sorted(found, reverse=True))


def long_names(evidence: Evidence) -> Iterator[Pair]:
    """Titles of several words, written with capitals throughout, most of whose words are others in German."""
    for english, german in sorted(set(evidence.titles)):
        words, others = _WORD.findall(english), _WORD.findall(german)
        if _COMPOSED.search(english + german) or not 1 < len(words) <= MOST_WORDS or not 0 < len(others) <= MOST_WORDS:
            continue
        if not all(word[0].isupper() or word in _FUNCTION for word in words) or not any(w[0].isupper() for w in others):
            continue
        if len(others) == 1 and (evidence.german[german] > 2 or _FUNCTION & set(words)):
            continue
        content = [word for word in words if word.lower() not in _FUNCTION]
        alike = sum(any(_alike(word, other) for other in others) for word in content)
        if 2 * alike < len(content):
            yield english, german


def _occurrences(titles: Iterable[Pair]) -> tuple[Counter[Pair], Counter[str], Counter[str]]:
    """How many titles have a pair of capitalised words, an English and a German one; of different words only."""
    together: Counter[Pair] = Counter()
    english: Counter[str] = Counter()
    german: Counter[str] = Counter()
    for pair in titles:
        if _COMPOSED.search("".join(pair)):
            continue
        words, others = ({word for word in _WORD.findall(side) if word[0].isupper()} for side in pair)
        english.update(words)
        german.update(others)
        together.update((one, other) for one in words - others for other in others - words if len(other) > 2)
    return together, english, german


def _plain(pair: Pair) -> Pair:
    return _REMARK.sub("", pair[0]), _REMARK.sub("", pair[1])


def _alike(english: str, german: str) -> bool:
    """Whether the index finds one by the other without a table."""
    one, other = name_key(english, "en"), name_key(german, "de")
    return bool(one and one == other) or fold(english.lower()) == fold(german.lower())


def _key(name: str, language: Language) -> str:
    return key_of(_WORD.findall(name), language)


if __name__ == "__main__":
    main()
