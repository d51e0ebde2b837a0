from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.formats.dataset import ReadOptions
from eval.formats.qrels import read_judgements
from eval.formats.trec import Judgement, qrels_lines, read_qrels, read_run, run_lines
from index.errors import UsageError

Write = Callable[[str, Any], Path]


def test_qrels_are_read_and_written(write: Write) -> None:
    path = write("qrels.txt", "q1 0 a 2\nq1 0 b 0\n\nq2\t0\tc\t1\n")
    judgements, problems = read_qrels(path)
    assert judgements == [Judgement("q1", "a", 2), Judgement("q1", "b", 0), Judgement("q2", "c", 1)]
    assert problems == []
    assert list(qrels_lines(judgements)) == ["q1 0 a 2", "q1 0 b 0", "q2 0 c 1"]


def test_bad_qrels_lines_are_named(write: Write) -> None:
    path = write("qrels.txt", "q1 0 a 2\nq1 0 b\nq1 0 c viel\n")
    judgements, problems = read_qrels(path)
    assert len(judgements) == 1
    assert [(p.place, p.reason) for p in problems] == [
        (f"{path}:2", "3 columns instead of 4"),
        (f"{path}:3", "the grade 'viel' is no whole number"),
    ]


def test_a_run_goes_by_score_whatever_the_order_of_its_lines(write: Write) -> None:
    path = write("run.txt", "q1 Q0 b 2 1.5 x\nq1 Q0 a 1 2.5 x\nq1 Q0 c 3 1.5 x\n")
    run = read_run(path)
    assert run.by_question == {"q1": [("a", 2.5), ("b", 1.5), ("c", 1.5)]}


def test_bad_run_lines_are_named(write: Write) -> None:
    run = read_run(write("run.txt", "q1 Q0 a 1 hoch x\nq1 Q0 a eins 1 x\nq1 a 1\nq1 Q0 b 1 1.0 x\n"))
    assert run.by_question == {"q1": [("b", 1.0)]}
    assert [problem.reason for problem in run.problems] == [
        "the score 'hoch' is no number",
        "the rank 'eins' is no whole number",
        "3 columns instead of 6",
    ]


SCORES = st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=12)


@given(scores=SCORES)
def test_trec_eval_keeps_the_order_that_was_written(scores: list[float]) -> None:
    ranked = [(f"d{number}", score) for number, score in enumerate(sorted(scores, reverse=True))]
    lines = list(run_lines({"q": ranked}, "fundstelle"))
    read_trec_run: Any = import_module("ir_measures").read_trec_run
    read = sorted(read_trec_run("\n".join(lines) + "\n"), key=lambda scored: -scored.score)
    assert [scored.doc_id for scored in read] == [article for article, _ in ranked]
    assert len({scored.score for scored in read}) == len(ranked), "equal scores would be put into another order"


def test_judgements_meet_their_questions(write: Write) -> None:
    qrels = write("qrels.txt", "1 0 a 1\n1 0 b 2\n2 0 a 0\n9 0 a 1\n")
    topics = write("topics.tsv", "1\tWie viel hebt der Kran?\n2\tWer leitet den Hafen?\nohne Tabulator\n")
    data = read_judgements(qrels, ReadOptions(queries=topics))
    assert [(q.id, q.articles, q.relevance, q.language) for q in data.questions] == [
        ("1", ("b", "a"), {"a": 1, "b": 2}, "de")
    ]
    assert [problem.place for problem in data.problems] == [f"{topics}:3"]
    assert any("1 questions have no relevant article" in note for note in data.notes)
    assert any("1 judged questions are not among the questions" in note for note in data.notes)


def test_questions_may_be_json_lines(write: Write) -> None:
    qrels = write("qrels.txt", "1 0 a 1\n")
    topics = write("queries.jsonl", [{"_id": "1", "text": "Wie viel hebt der Kran?"}])
    assert read_judgements(qrels, ReadOptions(queries=topics)).questions[0].question == "Wie viel hebt der Kran?"


def test_judgements_without_questions_are_refused(write: Write) -> None:
    with pytest.raises(UsageError, match="--queries"):
        read_judgements(write("qrels.txt", "1 0 a 1\n"), ReadOptions())
