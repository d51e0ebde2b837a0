"""A passage around a sentence: others of its set, preferably alike, none of which answers the question."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from index.keywords.analyzer import fold, stem, words
from index.models import Language
from rag.answering.question_words import content_words
from train.questions.candidates import Kind
from train.questions.material import Item
from train.questions.seeds import Reading, Seed

MOST_OTHERS = 5
_RARE = 60
"""A word that more sentences of a set hold says nothing about what they are about."""
_TRIES = 12
MOST_CHARACTERS = 1200


@dataclass(frozen=True)
class Context:
    """A passage and where the sentence lies in it; `at` is None when the sentence is left out."""

    text: str
    at: int | None


@dataclass
class Shelf:
    """The sentences of one set in one language, found by their words and by what they may be asked for."""

    texts: dict[int, str] = field(default_factory=dict)
    by_kind: dict[Kind, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    numbers: list[int] = field(default_factory=list)

    def add(self, item: Item, language: Language, reading: Reading) -> None:
        """Take in one side of an item."""
        text = item.sides[language]
        self.texts[item.number] = text
        self.numbers.append(item.number)
        for kind in {candidate.kind for candidate in reading.candidates}:
            self.by_kind[kind].append(item.number)
        for word in {stem(word, language) for word in words(text) if len(word) > 3}:
            if len(self.by_word[word]) <= _RARE:
                self.by_word[word].append(item.number)

    def alike(self, text: str, language: Language) -> list[int]:
        """Sentences that share a rare word with a text."""
        found: list[int] = []
        for word in {stem(word, language) for word in words(text) if len(word) > 3}:
            numbers = self.by_word.get(word, [])
            if len(numbers) <= _RARE:
                found += numbers
        return sorted(set(found))


def family(source: str) -> str:
    """Sets that are alike share a shelf."""
    return "tatoeba" if source.startswith("tatoeba") else source


def context_for(seed: Seed, shelf: Shelf, *, keep: bool, chance: random.Random) -> Context | None:
    """Put a passage around the sentence of a seed, or, with `keep` off, make one that does not answer it.

    Returns:
        None where the material offers no such passage.
    """
    if seed.item.passage is not None:
        return _real(seed, *seed.item.passage, keep)
    wanted = chance.randint(1, MOST_OTHERS) if keep else chance.randint(2, MOST_OTHERS + 1)
    others = _others(seed, shelf, wanted, chance, near=0.5 if keep else 0.7)
    if len(others) < wanted and not (keep and others):
        return None
    place = chance.randint(0, len(others))
    if not keep:
        return Context(" ".join(others), None)
    parts = [*others[:place], seed.sentence, *others[place:]]
    return Context(" ".join(parts), sum(len(part) + 1 for part in others[:place]))


def _real(seed: Seed, text: str, at: int, keep: bool) -> Context | None:
    """The passage of the article itself, with or without the sentence."""
    if keep:
        return Context(text, at) if occurrences(seed.answer, text) == 1 else None
    left = " ".join((text[:at] + " " + text[at + len(seed.sentence) :]).split())
    short = len(left) < 80
    return None if short or occurrences(seed.answer, left) or answers_by_chance(seed, left) else Context(left, None)


def _others(seed: Seed, shelf: Shelf, wanted: int, chance: random.Random, near: float) -> list[str]:
    """Sentences for the passage: by shared words, by what they may be asked for, or any."""
    alike = shelf.alike(seed.sentence, seed.written)
    kind = shelf.by_kind.get(seed.kind) or shelf.numbers
    chosen: dict[int, str] = {}
    length = 0
    for _ in range(_TRIES * wanted):
        if len(chosen) == wanted:
            break
        draw = chance.random()
        pool = alike if draw < near and alike else kind if draw < 0.85 else shelf.numbers
        number = chance.choice(pool)
        text = shelf.texts[number]
        if number == seed.item.number or number in chosen or length + len(text) > MOST_CHARACTERS:
            continue
        if occurrences(seed.answer, text) or answers_by_chance(seed, text):
            continue
        chosen[number] = text
        length += len(text)
    return list(chosen.values())


def answers_by_chance(seed: Seed, text: str) -> bool:
    """Whether a text shares so many of the question's words that it might answer it, too."""
    stems = {stem(word, seed.written) for word in words(text)}
    asked = [word.text for word in content_words(seed.question, seed.asked)]
    common = sum(stem(word, seed.written) in stems for word in asked)
    limit = 0.5 if seed.asked == seed.written else 0.34
    return bool(asked) and common > limit * len(asked)


def occurrences(answer: str, text: str) -> int:
    """How often an answer stands in a text as whole words, whatever their case and accents."""
    pattern = rf"(?<!\w){re.escape(fold(answer.lower()))}(?!\w)"
    return len(re.findall(pattern, fold(text.lower())))


def shelves_of(read: Iterable[tuple[Item, dict[Language, Reading]]]) -> dict[tuple[str, Language], Shelf]:
    """All shelves, by set and language."""
    shelves: dict[tuple[str, Language], Shelf] = defaultdict(Shelf)
    for item, readings in read:
        for language, reading in readings.items():
            shelves[family(item.source), language].add(item, language, reading)
    return dict(shelves)
