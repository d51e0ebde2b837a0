from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import pytest

from index.embedding import Embedder
from index.embedding.interface import embed_question
from index.generation import Generation
from index.models import Language
from rag.answering.candidates import candidates_of, places_of
from rag.answering.phrase import answer_phrase
from rag.answering.table_answers import LIKELY, NOTHING, SURE
from rag.answering.target import make_target
from rag.question import read_question
from rag.reading.reader import default_reader
from rag.retrieval import retrieve

TEXT = """# Hafenliste stärkste Kraft in Husum

In Husum ist am Sonntag ein neuer Stadtrat gewählt worden. Die Beteiligung lag bei 61 Prozent.

| Liste | Anteil | Sitze | Spitzenkandidatin |
| --- | --- | --- | --- |
| Hafenliste | 38,4 % | 12 | Anke Petersen |
| Deichbund | 22,6 % | 7 | Wiebke Thomsen |
| Bürgerblock | 9,1 % | 3 | Karen Lorenzen |
"""


class Told(NamedTuple):
    """What is made of a row: the words that would be marked, and in which log-probability they answer."""

    marked: str | None
    score: float


@pytest.fixture
def told(generation: Generation, hashing: Embedder) -> Callable[..., dict[str, Told]]:
    """The rows of the table, by their first cell, as answers to a question."""

    def ask(text: str, language: Language = "de") -> dict[str, Told]:
        question = read_question(text, language, {})
        embedding = embed_question(hashing, question.text)
        hits = retrieve(generation, question, embedding, 5)
        target = make_target(question, embedding, hits, generation.keywords.rarity)
        found = {}
        for candidate in candidates_of(question, target, places_of(generation, hits), hashing, default_reader()):
            best = candidate.reading.best(*candidate.place.inside)
            if candidate.sentence.kind == "table_row" and best is not None:
                phrase = answer_phrase(target, candidate)
                marked = candidate.article.text[slice(*phrase)] if phrase else None
                found[candidate.text.split(" | ")[0]] = Told(marked, best.score)
        return found

    return ask


@pytest.mark.parametrize(
    ("text", "language", "first", "cell"),
    [
        ("Wie viele Sitze bekam der Deichbund in Husum?", "de", "Deichbund", "7"),
        ("How many seats did the Deichbund win in Husum?", "en", "Deichbund", "7"),
        ("Welchen Anteil erreichte die Hafenliste?", "de", "Hafenliste", "38,4 %"),
        ("Wer war Spitzenkandidatin der Hafenliste?", "de", "Hafenliste", "Anke Petersen"),
    ],
)
def test_the_cell_under_the_head_that_the_question_names_answers(
    told: Callable[..., dict[str, Told]], text: str, language: Language, first: str, cell: str
) -> None:
    rows = told(text, language)
    assert rows[first].marked == cell
    assert rows[first].score == pytest.approx(math.log(SURE))
    assert all(row.score < rows[first].score for name, row in rows.items() if name != first)


def test_where_no_head_is_named_the_reader_picks_a_cell_of_the_kind(told: Callable[..., dict[str, Told]]) -> None:
    rows = told("Wer führt die Hafenliste an?")
    assert rows["Hafenliste"].marked == "Anke Petersen"
    assert rows["Hafenliste"].score == pytest.approx(math.log(LIKELY))


def test_a_row_that_has_nothing_of_the_kind_does_not_answer(told: Callable[..., dict[str, Told]]) -> None:
    assert told("Wie viel Euro kostete die Hafenliste der Wahlkampf?")["Hafenliste"].score == pytest.approx(NOTHING)


def test_where_two_rows_are_named_neither_is_meant(told: Callable[..., dict[str, Told]]) -> None:
    rows = told("Wie viele Sitze haben Hafenliste und Deichbund zusammen?")
    assert not {round(row.score, 4) for row in rows.values()} & {round(math.log(SURE), 4), round(math.log(LIKELY), 4)}


def test_a_table_that_the_question_does_not_name_is_left_to_the_reader(told: Callable[..., dict[str, Told]]) -> None:
    rows = told("Wie hoch war die Beteiligung an der Wahl?")
    assert not {round(row.score, 4) for row in rows.values()} & {round(math.log(SURE), 4), NOTHING}


def test_a_row_in_which_the_reader_sees_no_answer_gives_none(told: Callable[..., dict[str, Told]]) -> None:
    rows = told("Welche Farbe hat das Wappen, das der Deichbund auf seine Fahnen druckt?")
    assert rows["Deichbund"].score == NOTHING
