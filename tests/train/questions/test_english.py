from __future__ import annotations

import random

import pytest

from train.questions.candidates import candidates_of
from train.questions.drafts import Draft
from train.questions.english import english_drafts
from train.questions.lifespans import lifespan_drafts
from train.questions.names import names_of
from train.questions.tokens import joined, made, tokens_of
from train.questions.wordbook import WordBook


def _asked(sentence: str, book: WordBook, seed: int = 0) -> dict[str, str]:
    """Question (not shortened) to answer."""
    tokens = tokens_of(sentence)
    candidates = candidates_of(sentence, tokens, names_of(tokens, "en", book, None), "en")
    drafts: list[Draft] = list(english_drafts(tokens, candidates, book, random.Random(seed)))
    drafts += lifespan_drafts(tokens, candidates, "en")
    return {
        joined(made(draft.asking) + draft.rest): sentence[draft.candidate.start : draft.candidate.end]
        for draft in drafts
    }


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Anna Keppler visited the park.", "who visited the park", "Anna Keppler"),
        ("Professor Anna Keppler won the prize.", "who won the prize", "Anna Keppler"),
        ("Anna Keppler won 12 prizes.", "how many prizes did Anna Keppler win", "12"),
        ("The bridge was opened by Anna Keppler.", "who was the bridge opened", "Anna Keppler"),
        ("The park was sold to Anna Keppler.", "who was the park sold to", "Anna Keppler"),
        ("The bank visited Anna Keppler.", "who did the bank visit", "Anna Keppler"),
        ("Anna Keppler moved to Lisbon.", "where did Anna Keppler move to", "Lisbon"),
        ("12 people visited the park.", "how many people visited the park", "12"),
        ("The fire lasted for three days.", "how long did the fire last", "three days"),
        ("The bridge was 300 metres long.", "how long was the bridge", "300 metres"),
        ("The bridge cost $3 million.", "how much did the bridge cost", "$3 million"),
        ("45 percent of voters visited Lisbon.", None, "45 percent"),
        ("The park was sold because the bank had no money.", "why was the park sold", "the bank had no money"),
        ("The park was sold due to a lack of money.", "why was the park sold", "a lack of money"),
        ("Siemens is a large company.", "what is Siemens", "a large company"),
        ("Anna Keppler was a painter from Lisbon.", "who was Anna Keppler", "a painter from Lisbon"),
        ("Anna Keppler (born 25 February 1966) visited the park.", "when was Anna Keppler born", "25 February 1966"),
        ("Anna Keppler visited the park and sold the bridge.", "who sold the bridge", "Anna Keppler"),
        ("The bank has 12 rooms.", "how many rooms does the bank have", "12"),
        ("The park was built in Vienna, which he left.", "where was the park built", "Vienna"),
    ],
)
def test_asks(sentence: str, question: str | None, answer: str, book: WordBook) -> None:
    asked = [_asked(sentence, book, seed) for seed in range(12)]
    if question is None:
        assert answer in {found for questions in asked for found in questions.values()}
    else:
        assert answer in {questions.get(question) for questions in asked}


@pytest.mark.parametrize(
    ("sentence", "answer", "rest"),
    [
        ("The bank was founded in 1990.", "1990", "was the bank founded"),
        ("In 1990 , the bank was founded.", "1990", "was the bank founded"),
        ("The bank opened on April 5, 1990 in Lisbon.", "April 5, 1990", "did the bank open in Lisbon"),
        ("The bank sold it in May 1990.", "May 1990", "did the bank sell it"),
    ],
)
def test_asks_for_the_time(sentence: str, answer: str, rest: str, book: WordBook) -> None:
    openings = {
        question.removesuffix(rest).strip()
        for seed in range(30)
        for question, found in _asked(sentence, book, seed).items()
        if found == answer and question.endswith(rest)
    }
    assert {"when"} < openings <= {"when", "in which year", "what year", "on which day", "when exactly"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Anna Keppler visit the park in 1990?",
        "“Anna Keppler visited the park in 1990,” he said.",
        "When Anna Keppler visited the park in 1990 it rained.",
        "The 1990 film of the park was sold.",
    ],
)
def test_does_not_ask_what_it_does_not_understand(sentence: str, book: WordBook) -> None:
    assert "1990" not in _asked(sentence, book).values()


def test_does_not_ask_for_one_of_several(book: WordBook) -> None:
    assert not _asked("The bank visited Anna Keppler and Siemens.", book)
