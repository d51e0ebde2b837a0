from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.external import hash_of, opened_external, read_sets, sample
from eval.formats.dataset import ReadOptions
from index.errors import UsageError
from index.progress import silent

TEXT = "Der neue Kran im Hafen von Husum hebt bis zu 40 Tonnen. Er wurde 1908 gebaut."
ROWS: list[dict[str, Any]] = [
    {"id": "a", "question": "Wie viel hebt der Kran?", "context": TEXT, "answers": ["40 Tonnen"]},
    {"id": "b", "question": "Wer leitet den Hafen?", "context": TEXT, "answers": []},
    {"id": "c", "question": "Wie viel?", "context": TEXT, "answers": ["50 Tonnen"]},
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "kran.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS[:2]))
    return path


def test_a_set_is_indexed_and_opened(questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_CACHE", str(tmp_path / "cache"))
    with opened_external([questions], silent) as source:
        assert source.name == "kran"
        assert source.data is not None
        assert source.data.is_relative_to(tmp_path / "cache")
        assert [question.id for question in source.gold] == ["a", "b"]
        span = source.gold[0].spans[0]
        assert source.archive.article(span.article_id).text[span.start : span.end] == "40 Tonnen"
        assert source.archive.search("Wie viel hebt der Kran?", 1)[0].article_id == span.article_id


def test_several_files_share_their_passages(questions: Path, tmp_path: Path) -> None:
    more = tmp_path / "mehr.jsonl"
    rows = [{"context": TEXT}, {"context": "Noch eine Passage."}, ROWS[0] | {"id": "z"}]
    more.write_text("\n".join(json.dumps(row) for row in rows))
    data = read_sets([questions, more], ReadOptions())
    assert [article.id for article in data.articles] == ["kran-00001", "mehr-00002"]
    assert [(question.id, question.articles) for question in data.questions] == [
        ("a", ("kran-00001",)),
        ("b", ()),
        ("z", ("kran-00001",)),
    ]
    assert {span.article_id for question in data.questions for span in question.spans} == {"kran-00001"}


def test_ids_that_files_share_are_asked_once(questions: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.jsonl"
    copy.write_text(questions.read_text())
    data = read_sets([questions, copy], ReadOptions())
    assert [question.id for question in data.questions] == ["a", "b"]
    assert "2 ids are used twice" in str(data.problems[0])


def test_a_set_without_passages_or_questions_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "question": "Wo?", "language": "de", "answerable": false}')
    with pytest.raises(UsageError, match="brings no passages"):
        read_sets([gold], ReadOptions())
    only = tmp_path / "only.jsonl"
    only.write_text(json.dumps({"context": TEXT}))
    with pytest.raises(UsageError, match="no question to ask"):
        read_sets([only], ReadOptions())


@given(items=st.lists(st.integers(), max_size=30), limit=st.integers(1, 40))
def test_a_sample_keeps_the_order_and_is_always_the_same(items: list[int], limit: int) -> None:
    numbered = list(enumerate(items))
    drawn = sample(numbered, limit)
    assert len(drawn) == min(limit, len(items))
    assert drawn == sorted(drawn)
    assert sample(numbered, limit) == drawn


def test_no_limit_takes_all_and_none_is_wrong() -> None:
    assert sample([1, 2, 3], None) == [1, 2, 3]
    with pytest.raises(UsageError, match="--limit"):
        sample([1], 0)


def test_the_hash_is_that_of_the_content(questions: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.jsonl"
    copy.write_bytes(questions.read_bytes())
    assert hash_of([questions]) == hash_of([copy])
    copy.write_text("{}")
    assert hash_of([questions]) != hash_of([copy])
