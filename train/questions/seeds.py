"""Questions with their answers' places, before a passage is put around them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from index.models import Language
from train.questions.candidates import Candidate, Kind, candidates_of
from train.questions.counterparts import counterpart
from train.questions.drafts import LEAST_WORDS, Draft, cloze_question, is_sound, keyword_question, wh_question
from train.questions.english import english_drafts
from train.questions.german import german_drafts
from train.questions.lifespans import lifespan_drafts
from train.questions.material import Item
from train.questions.names import Name, name_keys, names_of
from train.questions.tokens import Token, tokens_of
from train.questions.wordbook import WordBook

Form = Literal["wh", "keywords", "cloze"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_KEYWORDS, _CLOZE = 0.09, 0.05


@dataclass(frozen=True)
class Seed:
    """A question and where its answer stands in the sentence it is to be read from.

    Attributes:
        item: the sentence.
        asked: language of the question.
        written: language of the side that holds the answer.
        question: as asked.
        form: what it looks like.
        kind: what kind of answer it asks for.
        start: offset of the answer in that side.
        end: offset behind it, exclusive.
        asking: the question phrase, as it opens the question.
        mentions: names and years that the question holds, with their kinds.
    """

    item: Item
    asked: Language
    written: Language
    question: str
    form: Form
    kind: Kind
    start: int
    end: int
    asking: str
    mentions: tuple[tuple[str, Kind], ...]

    @property
    def sentence(self) -> str:
        """The side that holds the answer."""
        return self.item.sides[self.written]

    @property
    def answer(self) -> str:
        """The answer as written there."""
        return self.sentence[self.start : self.end]


@dataclass(frozen=True)
class Reading:
    """What the rules see in one side of an item."""

    tokens: list[Token]
    names: list[Name]
    candidates: list[Candidate]


def read_side(item: Item, language: Language, book: WordBook) -> Reading:
    """Find the names and candidates of one side; its translation, where there is one, tells what a name is."""
    text = item.sides[language]
    tokens = tokens_of(text)
    other = next((side for other, side in item.sides.items() if other != language), None)
    names = names_of(tokens, language, book, name_keys(tokens_of(other)) if other is not None else None)
    return Reading(tokens, names, candidates_of(text, tokens, names, language))


def seeds_of(item: Item, readings: dict[Language, Reading], book: WordBook, chance: random.Random) -> Iterator[Seed]:
    """All questions about an item, each asked of its own side and of the translation where the answer is found."""
    drafts = {asked: _drafts(readings[asked], asked, book, chance) for asked in readings}
    for asked, own in drafts.items():
        mentions = _mentions(item.sides[asked], readings[asked])
        for draft in own:
            for written in readings:
                candidate = draft.candidate
                span: tuple[int, int] | None = (candidate.start, candidate.end)
                if written != asked:
                    others = readings[written].candidates + [d.candidate for d in drafts[written]]
                    span = counterpart(item.sides[asked], candidate, item.sides[written], others)
                if span is None:
                    continue
                form, question = _worded(draft, asked, chance)
                if is_sound(
                    question,
                    item.sides[asked][candidate.start : candidate.end],
                    asked,
                    3 if candidate.kind == "what" else LEAST_WORDS,
                ):
                    held = tuple((text, kind) for text, kind in mentions if text in question)
                    yield Seed(item, asked, written, question, form, candidate.kind, *span, draft.asking, held)


def _drafts(reading: Reading, language: Language, book: WordBook, chance: random.Random) -> list[Draft]:
    make = german_drafts if language == "de" else english_drafts
    drafts = list(lifespan_drafts(reading.tokens, reading.candidates, language))
    return drafts + list(make(reading.tokens, reading.candidates, book, chance))


def _worded(draft: Draft, language: Language, chance: random.Random) -> tuple[Form, str]:
    draw = chance.random()
    if draft.candidate.kind in ("what", "measure", "name") or draw > _KEYWORDS + _CLOZE:
        return "wh", wh_question(draft, language, chance)
    if draw > _KEYWORDS:
        return "cloze", cloze_question(draft, language, chance)
    return "keywords", keyword_question(draft, language, chance)


def _mentions(text: str, reading: Reading) -> list[tuple[str, Kind]]:
    """Names and years of a side, longest first."""
    found: list[tuple[str, Kind]] = [(name.text, name.kind) for name in reading.names]
    found += [(text[c.start : c.end], c.kind) for c in reading.candidates if c.kind == "time"]
    return sorted(found, key=lambda mention: -len(mention[0]))
