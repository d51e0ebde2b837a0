"""The sentences that questions are asked about: translated pairs, and the passages of the demo articles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.models import Language, Sentence
from index.passages import make_passages
from index.reading import find_files, read_file
from index.sentences import sentence_kind, split_sentences, trim
from train.pairs import Pair
from train.questions.lexicon import FIRST_NAMES, WOMEN

SETS = ("mlqe-pe", "pawsx", "europarl-sample", "aligned-books")
TATOEBA_WORDS = 8
TATOEBA_MOST = 30_000
CHARACTERS_A_TOKEN = 3
_AMBIGUOUS = frozenset(["max", "kim", "rose", "mark", "bill", "grace", "lee"])
_MEN_NAMES = sorted(name.capitalize() for name in FIRST_NAMES - WOMEN - _AMBIGUOUS)
_WOMEN_NAMES = sorted(name.capitalize() for name in WOMEN - _AMBIGUOUS)


@dataclass(frozen=True)
class Item:
    """A sentence, in both languages where it has a translation.

    Attributes:
        number: its place among the items.
        sides: its text by language.
        source: the data set, or "corpus".
        passage: for a sentence of an article its passage, and where the sentence lies in it.
    """

    number: int
    sides: dict[Language, str]
    source: str
    passage: tuple[str, int] | None = None


def chosen_pairs(pairs: Sequence[Pair], chance: random.Random) -> list[Pair]:
    """The pairs that read like an encyclopedia, news or stories, and some longer sentences of Tatoeba."""
    kept = [pair for pair in pairs if pair.source in SETS]
    short = [
        pair
        for pair in pairs
        if pair.source.startswith("tatoeba") and min(len(pair.en.split()), len(pair.de.split())) >= TATOEBA_WORDS
    ]
    return kept + [renamed(pair, chance) for pair in chance.sample(short, min(len(short), TATOEBA_MOST))]


def renamed(pair: Pair, chance: random.Random) -> Pair:
    """Give Tatoeba's Tom and Mary other names, the same on both sides, so that not all sentences are about them."""
    english, german = f" {pair.en}", f" {pair.de}"
    for name, stock in (("Tom", _MEN_NAMES), ("Mary", _WOMEN_NAMES)):
        if f" {name}" in english and f" {name}" in german:
            new = chance.choice(stock)
            english, german = english.replace(f" {name}", f" {new}"), german.replace(f" {name}", f" {new}")
    return Pair(english.strip(), german.strip(), pair.source, pair.kind)


def article_items(folder: Path, first: int) -> list[Item]:
    """The sentences of the demo articles, each with the passage that holds it, numbered from `first` on."""
    items: list[Item] = []
    for file in find_files([folder]):
        for article in read_file(file.path).articles:
            spans = [
                (*trim(article.text, s, e), sentence_kind(article.text, s, e))
                for s, e in split_sentences(article.text, article.language)
            ]
            sentences = [Sentence(start=start, end=end, kind=kind) for start, end, kind in spans]
            for passage in make_passages(article, sentences, _count, 256):
                text = article.text[passage.start : passage.end]
                for sentence in sentences:
                    if passage.start <= sentence.start < passage.end and sentence.kind == "sentence":
                        side: dict[Language, str] = {article.language: article.text[sentence.start : sentence.end]}
                        place = (text, sentence.start - passage.start)
                        items.append(Item(first + len(items), side, "corpus", place))
    return items


def _count(texts: Sequence[str]) -> list[int]:
    """About how many tokens texts have: no model is needed to cut the passages."""
    return [len(text) // CHARACTERS_A_TOKEN + 2 for text in texts]
