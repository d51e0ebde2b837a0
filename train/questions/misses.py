"""Near misses: questions that a passage does not answer although it looks as if it might."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.keywords.analyzer import fold, stem, words
from index.models import Language
from rag.answering.evidence_types import evidence_spans
from rag.answering.question_words import AnswerType
from train.questions.candidates import Kind
from train.questions.contexts import Context, Shelf, context_for
from train.questions.contraries import CONTRARIES
from train.questions.names import keys_of
from train.questions.seeds import Seed

Miss = Literal["removed", "entity", "predicate", "unstated"]
WEIGHTS: dict[Miss, float] = {"removed": 0.3, "entity": 0.34, "predicate": 0.2, "unstated": 0.16}


@dataclass(frozen=True)
class Pools:
    """What near misses draw from.

    Attributes:
        entities: names and years that questions hold, by language and kind.
        shapes: content words of questions, by language and `word_shape`.
    """

    entities: Mapping[tuple[Language, Kind], Sequence[str]]
    shapes: Mapping[tuple[Language, str], Sequence[str]]


_YEAR = re.compile(r"(?:1\d|20)\d\d")
_STATE = re.compile(r"\b(?:is|are|located|situated|ist|sind|liegt|liegen|gehört)\b")
"""Nobody asks when a road is located, and that a town is one needs no reason."""
_ADVERBIAL: dict[Language, dict[AnswerType, tuple[str, ...]]] = {
    "de": {"time": ("Wann", "In welchem Jahr"), "place": ("Wo", "In welcher Stadt"), "reason": ("Warum",)},
    "en": {"time": ("When", "In which year"), "place": ("Where", "In which city"), "reason": ("Why",)},
}


def near_miss(seed: Seed, shelf: Shelf, pools: Pools, chance: random.Random) -> tuple[Miss, str, Context] | None:
    """Make a question and a passage that does not answer it; falls back to leaving out the answer's sentence."""
    miss = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    if miss != "removed":
        context = context_for(seed, shelf, keep=True, chance=chance)
        if context is not None:
            question = _QUESTIONS[miss](seed, context.text, pools, chance)
            if question is not None:
                return miss, question, context
    left = context_for(seed, shelf, keep=False, chance=chance)
    return None if left is None else ("removed", seed.question, left)


def other_entity(seed: Seed, passage: str, pools: Pools, chance: random.Random) -> str | None:
    """The question about another name or year, none of whose words the passage holds in any spelling."""
    if not seed.mentions:
        return None
    text, kind = chance.choice(seed.mentions)
    present = {fold(word) for word in words(passage)}
    for _ in range(20):
        new = _like(text, chance.choice(pools.entities[seed.asked, kind]), kind)
        held = any(keys_of(word) & present for word in words(new))
        if new and len(new.split()) == len(text.split()) and not held and fold(new.lower()) != fold(text.lower()):
            return seed.question.replace(text, new)
    return None


def _like(text: str, other: str, kind: Kind) -> str:
    """Another entity in the shape of the first: of a date only the year is exchanged."""
    if kind != "time":
        return other
    year = _YEAR.search(other)
    return _YEAR.sub(year[0], text, count=1) if year else ""


def other_predicate(seed: Seed, passage: str, pools: Pools, chance: random.Random) -> str | None:
    """The question with a verb or noun of the contrary or of something else that the passage does not tell."""
    table = CONTRARIES[seed.asked]
    present = set(words(passage))
    places = [word for word in re.findall(r"\w+", seed.question) if word in table]
    if places:
        word = chance.choice(places)
        fitting = [other for other in table[word] if other.lower() not in present]
    else:
        word, fitting = _other_noun(seed, present, pools, chance)
    if not fitting:
        return None
    return re.sub(rf"\b{word}\b", chance.choice(fitting), seed.question, count=1)


def _other_noun(seed: Seed, present: set[str], pools: Pools, chance: random.Random) -> tuple[str, list[str]]:
    """A word of the question that names no one, and one that ends alike from another question."""
    named = {part for text, _ in seed.mentions for part in text.split()}
    rest = re.findall(r"[^\W\d_]{5,}", seed.question)[1:]
    free = [word for word in rest if word not in named and (seed.asked, word_shape(word)) in pools.shapes]
    if not free:
        return "", []
    word = chance.choice(free)
    drawn = chance.choice(pools.shapes[seed.asked, word_shape(word)])
    stems = {stem(other, seed.written) for other in present}
    alike = drawn.lower() in present or stem(drawn.lower(), seed.written) in stems or drawn == word
    return word, [] if alike else [drawn]


def word_shape(word: str) -> str:
    """What words must share to stand for each other: a capital and their last letters."""
    return ("A" + word[-3:]) if word[0].isupper() else ("a" + word[-4:])


def other_circumstance(seed: Seed, passage: str, pools: Pools, chance: random.Random) -> str | None:
    """Ask "when" where only a place is told, "where" where only a time is told, and "why" where no reason is."""
    own: dict[Kind, AnswerType] = {"time": "time", "place": "place", "reason": "reason", "duration": "time"}
    if seed.kind not in own or seed.form != "wh" or seed.item.passage is not None:
        return None
    if _STATE.search(seed.question):
        return None
    asking = seed.asking[0].upper() + seed.asking[1:]
    if not seed.question.startswith(asking + " "):
        return None
    free = [
        kind
        for kind in _ADVERBIAL[seed.asked]
        if kind != own[seed.kind]
        and not evidence_spans(seed.sentence, kind)
        and not evidence_spans(seed.item.sides[seed.asked], kind)
    ]
    if not free:
        return None
    words_for = chance.choice(_ADVERBIAL[seed.asked][chance.choice(free)])
    return words_for + seed.question.removeprefix(asking)


_QUESTIONS = {"entity": other_entity, "predicate": other_predicate, "unstated": other_circumstance}
