from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from bench.mlqa import LANGUAGES
from index.embedding.interface import Vectors
from train.reader.rows import Asked, Row
from train.reader.written import (
    LONGEST_PASSAGE,
    cut,
    own_rows,
    passages_of,
    without_answer,
    written_articles,
    written_rows,
)

FIRST = "Am Hafen von Arn wurde gestreikt."
SECOND = "Die Gewerkschaft verlangt 11 Prozent mehr Lohn."
LAST = "Der Kran von Husum blieb stehen."
FILLER = " ".join(f"Das ist der Satz Nummer {n} von vielen." for n in range(30))


def _embed(texts: Sequence[str]) -> Vectors:
    """Texts are near that have words in common."""
    vectors = np.zeros((len(texts), 4096), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().split():
            vectors[row, sum(word.encode()) % 4096] += 1.0
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _article(*questions: dict[str, Any], text: str) -> dict[str, Any]:
    return {"id": "w-de-001", "language": "de", "title": "Streik", "text": text, "questions": list(questions)}


def _question(german: str, english: str, answer: str | None) -> dict[str, Any]:
    return {"de": german, "en": english, "answer": answer}


PAY = _question("Wie viel Lohn verlangt die Gewerkschaft?", "How much pay does the Gewerkschaft want?", "11 Prozent")
NAME = _question("Wie heißt der Reeder?", "What is the owner called?", None)


def test_alone_a_question_meets_the_passage_that_answers_or_all_of_them() -> None:
    text = f"{FIRST} {SECOND} {FILLER} {LAST}"
    parts = passages_of(text, "de")
    assert len(parts) == 2
    rows = list(own_rows([_article(PAY, NAME, text=text)]))
    answered = [(direction, row) for direction, row in rows if row.label]
    assert [(direction, row.first) for direction, row in answered] == [("de>de", PAY["de"]), ("en>de", PAY["en"])]
    assert all(row.second[row.start : row.end] == "11 Prozent" for _, row in answered)
    missed = [row for _, row in rows if not row.label]
    assert [row.second for row in missed] == [f"Streik\n{part}" for part in parts] * 2


def test_an_answered_question_is_asked_with_and_without_the_answering_sentence() -> None:
    rows = written_rows([_article(PAY, text=f"{FIRST} {SECOND} {LAST}")], _embed)
    for language in LANGUAGES:
        (there, gone) = [row for row in rows if row.first == PAY[language]]
        assert there.label
        assert there.start is not None
        assert there.second[there.start : there.end] == "11 Prozent"
        assert there.second == f"Streik\n{FIRST} {SECOND} {LAST}"
        assert gone == Row("read", PAY[language], f"Streik\n{FIRST} {LAST}", False)


def test_the_nearest_passage_that_does_not_answer_is_asked_too() -> None:
    text = f"{FIRST} {SECOND} {FILLER} {LAST}"
    rows = [row for row in written_rows([_article(PAY, text=text)], _embed) if row.first == PAY["de"]]
    assert [row.label for row in rows] == [True, False, False]
    assert rows[2].second.removeprefix("Streik\n") in passages_of(text, "de")
    assert "11 Prozent" not in rows[2].second


def test_another_article_of_the_story_may_be_the_nearest_that_does_not_answer() -> None:
    start = f"Streik\n{SECOND}".index("11 Prozent")
    own = _article(PAY, text=SECOND) | {"story": "s"}
    other = _article(NAME, text="Wie viel Lohn die Gewerkschaft verlangt, ist offen.") | {
        "id": "w-de-002",
        "story": "s",
    }
    rows = [row for row in written_rows([own, other], _embed) if row.first == PAY["de"]]
    assert rows == [
        Row("read", PAY["de"], f"Streik\n{SECOND}", True, start, start + len("11 Prozent")),
        Row("read", PAY["de"], f"Streik\n{other['text']}", False),
    ]
    alone = [row for row in written_rows([own, other | {"story": "t"}], _embed) if row.first == PAY["de"]]
    assert alone == rows[:1]


def test_a_question_that_the_article_does_not_answer_has_no_answer_anywhere() -> None:
    rows = written_rows([_article(NAME, text=f"{FIRST} {FILLER} {LAST}")], _embed)
    assert len(rows) == 4, "two passages in two languages"
    assert not any(row.label for row in rows)
    assert all(row.start is row.end is None for row in rows)


@pytest.mark.parametrize(
    "text", [FIRST, f"{FIRST} {SECOND}", f"{FIRST} {FILLER} {LAST}", f"{FILLER}\n\n{FILLER} {LAST}"]
)
def test_passages_are_whole_sentences_and_hold_the_whole_article(text: str) -> None:
    passages = passages_of(text, "de")
    assert "".join("".join(passages).split()) == "".join(text.split())
    assert all(passage == passage.strip() != "" for passage in passages)
    assert all(passage in text for passage in passages)
    assert all(passage.endswith(".") for passage in passages)
    assert all(len(passage) < LONGEST_PASSAGE + 100 for passage in passages)


def test_cutting_leaves_the_other_sentences_apart() -> None:
    text = f"{FIRST} {SECOND} {LAST}"
    assert cut(text, "11 Prozent", "de") == f"{FIRST} {LAST}"
    assert cut(text, "11 PROZENT", "de") == f"{FIRST} {LAST}", "case does not matter"
    assert cut(SECOND, "11 Prozent", "de") == "", "nothing is left"
    assert cut(text, "12 Prozent", "de") == "", "nothing was cut"


def test_a_passage_without_its_answer_is_a_row_that_answers_nothing() -> None:
    passage = f"{FIRST} {SECOND}"
    start = passage.index("11 Prozent")
    asked = Asked("1", "Streik", "de", "de", "Wie viel?", passage, start, start + len("11 Prozent"))
    assert without_answer(asked) == Row("read", "Wie viel?", FIRST, False)
    alone = Asked("1", "Streik", "de", "de", "Wie viel?", SECOND, SECOND.index("11"), SECOND.index("11") + 2)
    assert without_answer(alone) is None


def test_the_written_articles_are_sound() -> None:
    """Both parts: ids of their own, every question in both languages, every answer word for word in its article."""
    parts = {"train": written_articles("train"), "held-out": written_articles("held-out")}
    seen = [{article["id"] for article in articles} for articles in parts.values()]
    assert not seen[0] & seen[1]
    assert not {a["text"] for a in parts["train"]} & {a["text"] for a in parts["held-out"]}
    for articles in parts.values():
        assert len({article["id"] for article in articles}) == len(articles)
        assert {article["language"] for article in articles} == set(LANGUAGES)
        for article in articles:
            assert any(question["answer"] is None for question in article["questions"]), article["id"]
            for question in article["questions"]:
                assert all(question[language].strip() for language in LANGUAGES)
                assert question["answer"] is None or question["answer"] in article["text"], question["de"]
