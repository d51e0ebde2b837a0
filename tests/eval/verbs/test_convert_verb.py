from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from eval.formats.guess import Format
from eval.formats.write import Target
from eval.gold_set import load_gold
from eval.verbs.convert import CONVERT, SOURCES, TARGETS
from index.errors import UsageError
from index.reading import read_file

ROW = {"id": "a", "question": "Wie viel hebt er?", "context": "Er hebt 40 Tonnen.", "answers": ["40 Tonnen"]}


def convert(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    CONVERT.configure(parser)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    return CONVERT.run(parser.parse_args(arguments))


@pytest.fixture
def passages(tmp_path: Path) -> Path:
    path = tmp_path / "kran.jsonl"
    path.write_text(json.dumps(ROW), encoding="utf-8")
    return path


def test_the_formats_of_the_help_are_those_that_there_are() -> None:
    assert set(SOURCES) == set(Format.__args__)  # type: ignore[attr-defined]
    assert set(TARGETS) == set(Target.__args__)  # type: ignore[attr-defined]


def test_passages_become_gold_and_articles(passages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(str(passages), str(tmp_path / "new" / "gold.jsonl")) == 0
    (question,) = load_gold(tmp_path / "new" / "gold.jsonl")
    (article,) = read_file(tmp_path / "new" / "gold.articles.jsonl").articles
    assert article.text[question.spans[0].start : question.spans[0].end] == "40 Tonnen"
    assert article.id == question.articles[0]
    printed = capsys.readouterr()
    assert "1 questions from passages to gold" in printed.out
    assert "taken as passages" in printed.err


def test_what_is_left_out_makes_it_fail(passages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passages.write_text(f"{json.dumps(ROW)}\n{json.dumps(ROW | {'context': ''})}\n")
    assert convert(str(passages), str(tmp_path / "gold.jsonl"), "--json") == 1
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert (report["from"], report["to"], report["questions"]) == ("passages", "gold", 1)
    assert report["left_out"][0]["place"] == f"{passages}:2"
    assert f"left out: {passages}:2" in printed.err


def test_gold_becomes_judgements_and_a_beir_folder(archive: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    line = {"id": "q", "question": "Wie heißt der Panda?", "language": "de", "answerable": True, "answers": ["Momo"],
            "articles": ["zoo"]}  # fmt: skip
    gold.write_text(json.dumps(line), encoding="utf-8")
    assert convert(str(gold), str(tmp_path / "qrels.txt"), "--to", "qrels") == 0
    assert (tmp_path / "qrels.txt").read_text() == "q 0 zoo 1\n"
    assert convert(str(gold), str(tmp_path / "beir"), "--to", "beir", "--data", str(archive)) == 0
    assert len((tmp_path / "beir" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_a_run_becomes_a_trec_run(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    hits = [("b", 3.0), ("a", 2.0), ("b", 1.0)]
    record = {"id": "q 1", "results": [{"article_id": a, "start": 0, "end": 1, "score": s} for a, s in hits]}
    (folder / "questions.jsonl").write_text(json.dumps(record))
    assert convert(str(folder), str(tmp_path / "run.trec")) == 0
    assert (tmp_path / "run.trec").read_text() == ("q_1 Q0 b 1 3.000000 fundstelle\nq_1 Q0 a 2 2.000000 fundstelle\n")


def test_rankings_do_not_become_questions(tmp_path: Path) -> None:
    path = tmp_path / "run.trec"
    path.write_text("q Q0 a 1 1.0 x\n")
    with pytest.raises(UsageError, match="holds rankings"):
        convert(str(path), str(tmp_path / "gold.jsonl"), "--to", "gold")


def test_quotes_become_spans(archive: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts.jsonl"
    line = {"id": "q", "question": "Wie heißt der Panda?", "language": "de", "answerable": True, "answers": ["Momo"],
            "articles": ["zoo"], "evidence": [{"article_id": "zoo", "quote": "Es heißt Momo."}]}  # fmt: skip
    drafts.write_text(json.dumps(line), encoding="utf-8")
    assert convert(str(drafts), str(tmp_path / "gold.jsonl"), "--data", str(archive)) == 0
    assert load_gold(tmp_path / "gold.jsonl")[0].spans[0].article_id == "zoo"
