from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.formats.dataset import ReadOptions
from eval.formats.squad import read_squad
from index.errors import SourceError

Write = Callable[[str, Any], Path]


def test_contexts_become_articles_once_each(write: Write, squad: dict[str, Any]) -> None:
    data = read_squad(write("hafen.de.json", squad), ReadOptions())
    assert [(article.id, article.title, article.language) for article in data.articles] == [
        ("hafen.de-00001", "Husum (Hafen)", "de"),
        ("hafen.de-00002", "Husum (Hafen)", "de"),
    ]
    assert data.problems == []


def test_answers_become_exact_spans_of_the_stored_text(write: Write, squad: dict[str, Any]) -> None:
    data = read_squad(write("hafen.json", squad), ReadOptions())
    texts = {article.id: article.text for article in data.articles}
    quotes = {q.id: [texts[s.article_id][s.start : s.end] for s in q.spans] for q in data.questions}
    assert quotes == {"h1": ["60.000 Tonnen", "60.000"], "h2": [], "c1": ["Übersee"], "c2": ["Tonnen"]}
    assert unicodedata.is_normalized("NFC", texts["hafen-00002"])
    last = next(question for question in data.questions if question.id == "c2").spans[0]
    assert last.start == texts["hafen-00002"].rindex("Tonnen"), "the offset says which of two places is meant"


def test_an_impossible_question_is_unanswerable_and_near_its_context(write: Write, squad: dict[str, Any]) -> None:
    question = read_squad(write("hafen.json", squad), ReadOptions()).questions[1]
    assert (question.id, question.answerable, question.answers) == ("h2", False, ())
    assert question.about == ("hafen-00001",)


def test_the_language_is_told_and_may_be_overruled(write: Write, squad: dict[str, Any]) -> None:
    path = write("hafen.json", squad)
    data = read_squad(path, ReadOptions())
    assert {question.language for question in data.questions} == {"de"}
    assert data.notes == [f"{path}: taken as de questions about de passages."]
    assert {question.language for question in read_squad(path, ReadOptions(language="en")).questions} == {"en"}


def test_a_bad_question_is_named_with_its_field_and_the_rest_goes_on(write: Write, squad: dict[str, Any]) -> None:
    questions = squad["data"][0]["paragraphs"][0]["qas"]
    questions[0]["answers"][1]["text"] = "61.000"
    questions.append({"id": "h3", "answers": []})
    questions.append({"id": "h4", "question": "Was?", "answers": [{"text": 7, "answer_start": 0}]})
    squad["data"].append({"paragraphs": [{"context": " "}, {"qas": []}]})
    path = write("hafen.json", squad)
    data = read_squad(path, ReadOptions())
    assert [question.id for question in data.questions] == ["h2", "c1", "c2"]
    place = f"{path}: data[0].paragraphs[0].qas"
    assert [(problem.place, problem.reason) for problem in data.problems] == [
        (f"{place}[0]", "the answer '61.000' does not stand in its passage"),
        (f"{place}[2]", "the field 'question' is missing"),
        (f"{place}[3]", "the field 'answers' holds something that is no answer"),
        (f"{path}: data[1].paragraphs[0]", "the field 'context' holds no text but \" \""),
        (f"{path}: data[1].paragraphs[1]", "the field 'context' is missing"),
    ]
    assert all(problem.remedy for problem in data.problems)


def test_answers_beside_their_offset_are_counted(write: Write, squad: dict[str, Any]) -> None:
    squad["data"][0]["paragraphs"][0]["qas"][0]["answers"][0]["answer_start"] += 3
    path = write("hafen.json", squad)
    assert (
        f"{path}: 1 answers were not at their offset; the nearest place was taken."
        in read_squad(path, ReadOptions()).notes
    )


def test_an_id_used_twice_is_a_problem(write: Write, squad: dict[str, Any]) -> None:
    squad["data"][0]["paragraphs"][2]["qas"][1]["id"] = "h1"
    data = read_squad(write("hafen.json", squad), ReadOptions())
    assert [problem.reason for problem in data.problems] == ["the id 'h1' is used twice"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"data": ', "not JSON"),
        ("[1]", "no JSON object"),
        ('{"data": 3}', "'data' is no list"),
        ("{}", "'data' is missing"),
    ],
)
def test_what_is_no_squad_file_is_refused(write: Write, content: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read_squad(write("x.json", content), ReadOptions())
