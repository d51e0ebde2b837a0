"""What the rows of tables say to a question. The reader has learned from prose: a row is read to it as sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.embedding.interface import Vectors
from index.embedding.late_interaction import best_counterparts
from index.embedding.token_matrix import TokenMatrix
from index.embedding.token_vectors import default_token_vectors
from index.keywords.analyzer import words
from rag.answering.evidence_types import evidence_spans
from rag.answering.places import Place
from rag.answering.tables import Row, row_at
from rag.answering.target import Target
from rag.answering.units import has_unit
from rag.answering.years import YEAR
from rag.question import Question
from rag.reading.reader import Reader, Reading, certain_reading

NAMED = 0.6
"""Least cosine at which a word of a cell stands in the question, in its language or the other."""
CALLED = 0.5
"""The same for the head of a column: words for different things that are counted lie below 0.4."""
MOST = 0.5
"""Share of a head's words above which it is called by its name."""
SURE = 0.9
"""How likely a cell answers whose column the question names."""
LIKELY = 0.5
"""How likely one that the reader picks from the row."""
DISMISSED = 0.03
"""Below this probability of the reader that a row answers, told to it as sentences, none of its cells is picked, unless
a figure or a date is asked for: that a cell holds one says more than the reader, which knows no tables."""
NOTHING = -14.0
"""Log-probability that a row answers which has nothing of the kind that is asked for."""


@dataclass(frozen=True)
class _Asked:
    """A row that a question may ask about.

    Attributes:
        place: where it stands.
        row: its cells.
        texts: what these hold.
        named: the columns whose cell the question names.
    """

    place: Place
    row: Row
    texts: tuple[str, ...]
    named: frozenset[int]

    @property
    def table(self) -> tuple[str, int]:
        """Which table it is of."""
        return self.place.hit.article.id, self.row.table


def read_rows(
    question: Question, target: Target, places: Sequence[Place], readings: Sequence[Reading], reader: Reader
) -> list[Reading]:
    """The readings of sentences, with those of table rows replaced where the question names one of a row's cells.

    Such a row ("SPD | 16,4 % | 120") answers with another cell. Which one, the head of its column says ("Sitze"), or
    else the reader, to whom the row is told as "Partei: SPD. Sitze: 120."; where none is of the kind that is asked for,
    or the reader sees no answer at all, the row does not answer. Where several rows are named equally ("in Turkey and
    Syria"), none of them is meant.

    Args:
        question: what is asked.
        target: what its answer should look like.
        places: the sentences.
        readings: what the reader makes of each one's passage.
        reader: reads the rows that the question names.

    Returns:
        a reading for each sentence; that of a row which answers lies wholly on one cell.
    """
    rows = {number: row for number, place in enumerate(places) if (row := _asked(question, target, place))}
    found = list(readings)
    for number, asked in rows.items():
        rivals = [other for other in rows.values() if other.table == asked.table and other.row != asked.row]
        if asked.named and all(len(other.named) < len(asked.named) for other in rivals):
            found[number] = _read(question, target, asked, readings[number], reader)
    return found


def _asked(question: Question, target: Target, place: Place) -> _Asked | None:
    if place.sentence.kind != "table_row":
        return None
    text = place.hit.article.text
    row = row_at(text, place.sentence.start, place.sentence.end)
    if row is None:
        return None
    texts = tuple(text[start:end] for start, end in row.cells)
    return _Asked(
        place, row, texts, frozenset(n for n, cell in enumerate(texts) if _is_named(cell, question.text, target.tokens))
    )


def _read(question: Question, target: Target, asked: _Asked, reading: Reading, reader: Reader) -> Reading:
    """What a row that is named says."""
    heads, shift = asked.row.heads, asked.place.hit.passage.start
    fitting = [
        n for n, cell in enumerate(asked.texts) if cell and n not in asked.named and _fits(target, heads[n], cell)
    ]
    called = [n for n in fitting if _is_called(heads[n], target.tokens)]
    column = called[0] if len(called) == 1 else _picked(question, target, asked, fitting, reader)
    if column is None:
        return certain_reading(*asked.place.inside, NOTHING, reading.answerable)
    chance = SURE if len(called) == 1 else LIKELY
    start, end = asked.row.cells[column]
    return certain_reading(start - shift, end - shift, math.log(chance), chance)


def _is_named(cell: str, question: str, tokens: TokenMatrix) -> bool:
    """Whether all of a cell stands in the question; a year may be missing there, another number may not."""
    own, asked = words(cell), set(words(question))
    numbers = [word for word in own if word[0].isdigit() and not re.fullmatch(YEAR, word)]
    if not any(word[0].isalpha() for word in own) or not asked.issuperset(numbers):
        return False
    encoded = default_token_vectors().encode(cell)
    known = [n for n, (start, _) in enumerate(encoded.offsets.tolist()) if not cell[start].isdigit()]
    return bool((_cosines(encoded, tokens)[known] >= NAMED).all()) if known else asked.issuperset(own)


def _is_called(head: str, tokens: TokenMatrix) -> bool:
    """Whether most of a head's words stand in the question: "What Kim saw" is not asked for wherever Kim is named."""
    found = _cosines(default_token_vectors().encode(head), tokens) >= CALLED
    return len(found) > 0 and float(found.mean()) > MOST


def _cosines(text: TokenMatrix, tokens: TokenMatrix) -> Vectors:
    """Of each word of a text its best cosine with one of the question."""
    cosines: Vectors = best_counterparts(default_token_vectors(), text, [tokens])[:, 0]
    return cosines


def _fits(target: Target, head: str, cell: str) -> bool:
    """Whether a cell holds a thing of the kind, and in the unit, that is asked for."""
    if target.unit is not None and not has_unit(f"{head} {cell}", target.unit):
        return False
    if target.kind in ("quantity", "time"):
        return bool(evidence_spans(cell, target.kind))
    return target.kind not in ("person", "place") or not any(character.isdigit() for character in cell)


def _picked(question: Question, target: Target, asked: _Asked, fitting: Sequence[int], reader: Reader) -> int | None:
    """Which of the fitting cells the reader takes for the answer; None where none fits or it takes the row for none."""
    if not fitting:
        return None
    told, bounds = "", []
    for head, cell in zip(asked.row.heads, asked.texts, strict=True):
        told += f"{head}: " if head else ""
        bounds.append((len(told), len(told) + len(cell)))
        told += f"{cell}. "
    reading = reader.read(question.text, [told.rstrip()], [asked.place.hit.article.title])[0]
    if reading.answerable < DISMISSED and target.kind not in ("quantity", "time"):
        return None
    return max(fitting, key=lambda n: reading.mass(*bounds[n]))
