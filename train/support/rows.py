"""Rows of evidence and claim, balanced by direction and label."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random
from typing import Literal, NamedTuple

from eval.perturbation.perturb import Kind, perturb
from index.models import Language
from train.support.faithful import Couple, faithful, joined, odd
from train.support.sources import SHARES, Item, Pool, Question
from train.support.unfaithful import Neighbours, joined_with_stranger, perturbed

DIRECTIONS: tuple[tuple[Language, Language], ...] = (("de", "de"), ("en", "en"), ("de", "en"), ("en", "de"))
Topic = Kind | Literal["unrelated"]
TOPICS: dict[Topic, float] = {
    "number": 0.13,
    "date": 0.10,
    "name": 0.11,
    "place": 0.08,
    "negation": 0.12,
    "role": 0.07,
    "antonym": 0.11,
    "addition": 0.11,
    "modality": 0.06,
    "unrelated": 0.11,
}
"""What share of the rows is about what: an unsupported row has it changed, a supported one could have."""
TRIES = 400
"""Items tried for a topic before another topic is drawn."""
TOPIC_TRIES = 8
PADDED = 0.22
"""How many rows have one or two further sentences in the evidence."""
QUESTION_ROWS = 5
"""Rows made of a PAWS-X question."""


class Row(NamedTuple):
    """One example for the verifier; the field names are those of the file."""

    evidence: str
    claim: str
    label: int
    kind: str
    evidence_language: Language
    claim_language: Language
    source: str


def make_rows(pool: Pool, count: int, draw: Random) -> Iterator[Row]:
    """Rows of a pool: those of PAWS-X first, then the others in turn of direction and label.

    Args:
        pool: the sentences.
        count: how many rows; of them at most an eighth are of PAWS-X. A small pool may give fewer.
        draw: all that is random.
    """
    questions = list(_question_rows(pool.questions, draw))[: count // 8]
    yield from questions
    maker = _Maker(pool, draw)
    wheel = itertools.cycle([(direction, label) for direction in DIRECTIONS for label in (1, 0)])
    seen: set[tuple[str, str]] = set()
    for (evidence, claim), label in itertools.islice(wheel, count - len(questions)):
        made = maker.example(label, (evidence, claim), seen)
        if made is None:
            continue
        group, item, couple = made
        seen.add((couple.evidence, couple.claim))
        padded = _padded(couple, pool.groups[group], evidence, draw)
        yield Row(padded, couple.claim, label, couple.kind, evidence, claim, item.source)


class _Maker:
    """Draws single examples from a pool."""

    def __init__(self, pool: Pool, draw: Random) -> None:
        self._pool = pool
        self._draw = draw
        self._groups = [group for group in SHARES if pool.groups[group]]
        self._shares = [SHARES[group] for group in self._groups]
        self._neighbours = {group: Neighbours(pool.groups[group]) for group in self._groups}

    def example(
        self, label: int, languages: tuple[Language, Language], seen: set[tuple[str, str]]
    ) -> tuple[str, Item, Couple] | None:
        """A new example with its group and item; None when the pool seems to have no more."""
        for _ in range(TOPIC_TRIES):
            topic = self._draw.choices(tuple(TOPICS), tuple(TOPICS.values()))[0]
            for _ in range(TRIES):
                group = self._draw.choices(self._groups, self._shares)[0]
                item = self._draw.choice(self._pool.groups[group])
                if topic != "unrelated" and perturb(item.text(languages[1]), languages[1], topic, self._draw) is None:
                    continue
                make = self.supported if label else self.unsupported
                couple = make(item, group, topic, languages)
                if couple is not None and (couple.evidence, couple.claim) not in seen:
                    return group, item, couple
        return None

    def supported(self, item: Item, _: str, topic: Topic, languages: tuple[Language, Language]) -> Couple | None:
        """A supported claim; the topic applies to the item too, so that it tells nothing about the label."""
        choice = self._draw.random()
        if choice < 0.22:
            return odd(item, self._pool, *languages, self._draw)
        if choice < 0.27:
            return joined(item, self._stranger(), *languages)
        couple = faithful(item, self._pool, *languages, self._draw)
        # Identical text teaches little more after the first thousands.
        return None if couple.kind == "identical" and self._draw.random() < 0.8 else couple

    def unsupported(self, item: Item, group: str, topic: Topic, languages: tuple[Language, Language]) -> Couple | None:
        evidence, claim = languages
        if topic == "unrelated":
            near = self._draw.random() < 0.65
            other = self._neighbours[group].of(item, self._draw) if near else self._stranger()
            return Couple(item.text(evidence), other.text(claim), "unrelated", True) if other else None
        if topic == "addition" and self._draw.random() < 0.3:
            return joined_with_stranger(item, self._stranger(), evidence, claim)
        return perturbed(item, self._pool, evidence, claim, topic, self._draw)

    def _stranger(self) -> Item:
        return self._draw.choice(self._pool.groups[self._draw.choice(["tatoeba", "tatoeba", "mlqe-pe"])])


def _padded(couple: Couple, items: list[Item], language: Language, draw: Random) -> str:
    """The evidence, sometimes with other sentences of the same data set around it."""
    if draw.random() >= PADDED or len(couple.evidence) > 350:
        return couple.evidence
    others = [draw.choice(items).text(language) for _ in range(draw.choice([1, 1, 2]))]
    sentences = [couple.evidence, *others]
    draw.shuffle(sentences)
    return " ".join(sentences)


def _question_rows(questions: list[Question], draw: Random) -> Iterator[Row]:
    for question in questions:
        ways = [(way, turned) for way in DIRECTIONS for turned in (False, True)]
        for (evidence, claim), turned in draw.sample(ways, QUESTION_ROWS):
            one, two = (question.two, question.one) if turned else (question.one, question.two)
            if one.text(evidence) == two.text(claim) and not question.same:
                continue
            kind = "paraphrase" if question.same else "role"
            yield Row(one.text(evidence), two.text(claim), int(question.same), kind, evidence, claim, one.source)
