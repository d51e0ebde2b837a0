from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval.formats.dataset import ReadOptions
from eval.formats.passages import read_passages

Write = Callable[[str, Any], Path]
TEXT = "Der Kran hebt 40 Tonnen. Der alte Kran hob 20 Tonnen."


def test_rows_of_all_shapes_are_read(write: Write) -> None:
    rows = [
        {
            "id": "a",
            "question": "Wie viel hebt er?",
            "context": TEXT,
            "answers": {"text": ["40 Tonnen"], "answer_start": [14]},
        },
        {"id": "b", "question": "Wer hebt?", "context": TEXT, "answers": ["Der Kran"]},
        {"id": "c", "question": "Wann hebt er?", "context": TEXT, "answers": {"text": [], "answer_start": []}},
        {"context": "Nur eine weitere Passage ohne Frage."},
        {"context": TEXT, "qas": [{"id": "d", "question": "Wie viel hob der alte?", "answers": ["20 Tonnen"]}]},
    ]
    data = read_passages(write("kran.jsonl", rows), ReadOptions())
    assert data.problems == []
    assert [article.id for article in data.articles] == ["kran-00001", "kran-00002"]
    spans = {question.id: [(span.start, span.end) for span in question.spans] for question in data.questions}
    assert spans == {"a": [(14, 23)], "b": [(0, 8)], "c": [], "d": [(TEXT.index("20"), TEXT.index("20") + 9)]}
    assert [question.answerable for question in data.questions] == [True, True, False, True]


def test_an_answer_without_offset_that_stands_twice_has_no_span(write: Write) -> None:
    row = {"id": "a", "question": "Was hebt?", "context": TEXT, "answers": ["Kran"]}
    question = read_passages(write("kran.jsonl", [row]), ReadOptions()).questions[0]
    assert (question.answers, question.spans) == (("Kran",), ())


def test_answers_that_are_kept_back_leave_retrieval(write: Write) -> None:
    path = write("kran.jsonl", [{"id": "a", "question": "Was hebt?", "context": TEXT, "answers": [""]}])
    data = read_passages(path, ReadOptions())
    question = data.questions[0]
    assert question.retrieval_only
    assert question.relevance == {"kran-00001": 1}
    assert any("only retrieval is scored" in note for note in data.notes)


def test_judged_pairs_become_relevance(write: Write) -> None:
    rows = [
        {"query": "kran gewicht", "passage": TEXT, "label": "1"},
        {"query": "kran gewicht", "passage": "Der Kran hebt auch mehr.", "label": 1},
        {"query": "kran gewicht", "passage": "Es regnet in Husum.", "label": "0"},
        {"query": "wetter", "passage": "Es regnet in Husum.", "label": "0"},
        {"query": "wetter", "passage": TEXT, "label": "vielleicht"},
    ]
    path = write("paare.jsonl", rows)
    data = read_passages(path, ReadOptions(language="de"))
    assert [(question.question, question.articles) for question in data.questions] == [
        ("kran gewicht", ("paare-00001", "paare-00002"))
    ]
    assert len(data.articles) == 3
    assert [(p.place, p.reason) for p in data.problems] == [(f"{path}:5", "the field 'label' is 'vielleicht'")]
    assert any("1 questions have no relevant passage" in note for note in data.notes)


def test_packed_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "kran.jsonl.gz"
    row = {"id": "a", "question": "Wie viel?", "context": TEXT, "answers": ["40 Tonnen"]}
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    data = read_passages(path, ReadOptions())
    assert [article.id for article in data.articles] == ["kran-00001"]


def test_bad_lines_are_named_and_the_rest_goes_on(write: Write) -> None:
    good = {"id": "a", "question": "Wie viel?", "context": TEXT, "answers": ["40 Tonnen"]}
    content = "\n".join([json.dumps(good), "{", '{"question": "Was?"}', json.dumps(good | {"id": "b", "answers": 3})])
    path = write("kran.jsonl", content)
    data = read_passages(path, ReadOptions())
    assert [question.id for question in data.questions] == ["a"]
    assert [problem.place for problem in data.problems] == [f"{path}:2", f"{path}:3", f"{path}:4"]
