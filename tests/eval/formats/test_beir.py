from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.formats.beir import read_beir
from eval.formats.beir_writer import write_beir
from eval.formats.dataset import Dataset, ReadOptions
from eval.gold_set import GoldQuestion
from index.errors import SourceError, UsageError
from index.models import Article

Write = Callable[[str, Any], Path]
CORPUS = [
    {"_id": "d1", "title": "Kran", "text": "Der Kran im Hafen hebt bis zu 40 Tonnen auf das Schiff."},
    {"_id": "d2", "title": "", "text": "The bridge was opened by the mayor in 1908 and has been repaired twice."},
    {"_id": "d3", "title": "", "text": ""},
]


@pytest.fixture
def folder(write: Write) -> Path:
    write("set/corpus.jsonl", CORPUS)
    write("set/queries.jsonl", [{"_id": "1", "text": "Wie viel hebt der Kran?"}, {"_id": "2", "text": "Wer war da?"}])
    return write("set/qrels/test.tsv", "query-id\tcorpus-id\tscore\n1\td1\t2\n1\td2\t1\n2\td1\t0\n").parent.parent


def test_a_folder_is_read(folder: Path) -> None:
    data = read_beir(folder, ReadOptions())
    assert [(a.id, a.language) for a in data.articles] == [("d1", "de"), ("d2", "en")]
    assert [(q.id, q.articles, q.relevance, q.retrieval_only) for q in data.questions] == [
        ("1", ("d1", "d2"), {"d1": 2, "d2": 1}, True)
    ]
    assert [p.place for p in data.problems] == [f"{folder / 'corpus.jsonl'}:3"]
    assert any("1 questions have no relevant article" in note for note in data.notes)


def test_another_split_can_be_named(folder: Path) -> None:
    (folder / "qrels" / "dev.tsv").write_text("2\td2\t1\n")
    assert [q.id for q in read_beir(folder, ReadOptions(split="dev")).questions] == ["2"]
    with pytest.raises(SourceError, match="Choose one of: dev, test"):
        read_beir(folder, ReadOptions(split="train"))


def test_bad_judgements_are_named(folder: Path) -> None:
    path = folder / "qrels" / "test.tsv"
    path.write_text("query-id\tcorpus-id\tscore\n1\td1\t1\n1 d2 1\n1\td2\tgut\n")
    problems = read_beir(folder, ReadOptions()).problems
    assert [p.place for p in problems[1:]] == [f"{path}:3", f"{path}:4"]


@pytest.mark.parametrize("missing", ["corpus.jsonl", "queries.jsonl"])
def test_a_missing_file_is_named(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(SourceError, match=missing):
        read_beir(folder, ReadOptions())


def test_what_is_written_is_read_again_unchanged(tmp_path: Path) -> None:
    article = Article(id="d1", title="Kran", text="Der Kran hebt 40 Tonnen.", language="de")
    lines: list[dict[str, Any]] = [
        {"id": "1", "question": "Wie viel hebt er?", "language": "de", "answerable": True, "answers": ["40 Tonnen"],
         "articles": ["d1"], "spans": [{"article_id": "d1", "start": 14, "end": 23}], "tags": ["dated"],
         "now": "2024-05-01", "type": "how_much", "nuggets": [{"strings": ["40"], "importance": "okay"}]},
        {"id": "2", "question": "Who runs it?", "language": "en", "answerable": False, "about": ["d1"]},
        {"id": "3", "question": "Kran?", "language": "de", "answerable": True, "articles": ["d1"],
         "relevance": {"d1": 3}},
    ]  # fmt: skip
    questions = [GoldQuestion.model_validate(line) for line in lines]
    written = write_beir(Dataset(questions, [article]), tmp_path / "out")
    assert [path.name for path in written] == ["corpus.jsonl", "queries.jsonl", "test.tsv"]
    assert written[2].read_text() == "query-id\tcorpus-id\tscore\n1\td1\t1\n3\td1\t3\n"
    data = read_beir(tmp_path / "out", ReadOptions())
    assert data.questions == questions
    assert [(a.id, a.title, a.text) for a in data.articles] == [(article.id, article.title, article.text)]


def test_without_articles_no_folder_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--data"):
        write_beir(Dataset([]), tmp_path / "out")
