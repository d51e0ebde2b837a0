from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from index.models import Article
from rag.answering.candidates import Candidate
from rag.answering.features import FEATURES
from rag.answering.phrase import answer_phrase
from rag.answering.places import Place
from rag.answering.target import make_target
from rag.question import read_question
from rag.reading.reader import Reading

SENTENCE = "Der Kran hebt 60 Tonnen und kostete 3,5 Millionen Euro."
ARTICLE = Article(id="kran", title="Kran", language="de", text=f"Husum wartete auf Anke Petersen. {SENTENCE}")


@pytest.fixture
def phrase(make_place: Callable[..., Place], make_reading: Callable[..., Reading]) -> Callable[..., str | None]:
    """The marked words of a sentence for a question, where the reader takes some words for the answer."""

    def find(question: str, answer: str | None, sentence: str = SENTENCE) -> str | None:
        target = make_target(read_question(question, "de", {}), np.zeros(4, dtype=np.float32), [], lambda _: 1.0)
        reading = make_reading(ARTICLE.text, answer)
        candidate = Candidate(make_place(ARTICLE, sentence), reading, np.zeros(len(FEATURES), dtype=np.float32))
        span = answer_phrase(target, candidate)
        assert span is None or candidate.sentence.start <= span[0] < span[1] <= candidate.sentence.end
        return ARTICLE.text[slice(*span)] if span else None

    return find


Phrase = Callable[..., str | None]


@pytest.mark.parametrize(
    ("question", "answer", "marked"),
    [
        # of two quantities the one where the reader sees the answer begin, as a whole
        ("Wie viel kostete der Kran?", "3", "3,5 Millionen Euro"),
        ("Wie viel hebt der Kran?", "60", "60 Tonnen"),
        # the one quantity that the question does not name, whatever the reader says
        ("Wie viel kostete der Kran, der 60 Tonnen hebt?", "Kran", "3,5 Millionen Euro"),
        # any kind of thing: what the reader marks
        ("Was hebt 60 Tonnen?", "Der Kran", "Der Kran"),
        # no quantity where the reader sees the answer
        ("Wie viel kostete das?", "Kran", "Kran"),
        # so it is with reasons
        ("Warum kostete der Kran so viel?", "3", "3"),
    ],
)
def test_the_words_that_answer(phrase: Phrase, question: str, answer: str, marked: str | None) -> None:
    assert phrase(question, answer) == marked


def test_a_reader_that_is_unsure_marks_nothing(phrase: Phrase) -> None:
    assert phrase("Was hebt 60 Tonnen?", None) is None


def test_what_the_reader_marks_elsewhere_does_not_count(phrase: Phrase) -> None:
    marked = phrase("Was hebt 60 Tonnen?", "Anke Petersen")
    assert marked is None or marked in SENTENCE


def test_a_single_person_is_marked_without_the_reader(phrase: Phrase) -> None:
    assert phrase("Auf wen wartete Husum?", None, "Husum wartete auf Anke Petersen.") == "Anke Petersen"
