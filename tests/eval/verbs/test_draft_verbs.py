from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from eval.gold_set import load_gold
from eval.options import configure
from eval.runs.source import opened
from eval.validation.validate import validate
from eval.verbs.accept import ACCEPT
from eval.verbs.draft import DRAFT
from index.errors import UsageError
from rag import Fundstelle
from rag.cli.command import Command


def run(command: Command, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.configure(parser)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    return command.run(parser.parse_args(arguments))


@pytest.fixture(scope="module")
def drafts(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of a file with ten drafts about the demo archive."""
    path = tmp_path_factory.mktemp("drafts") / "new" / "drafts.jsonl"
    assert run(DRAFT, "-n", "10", "--out", str(path), "--data", str(demo)) == 0
    return path.read_text(encoding="utf-8")


@pytest.fixture
def file(drafts: str, tmp_path: Path) -> Path:
    path = tmp_path / "drafts.jsonl"
    path.write_text(drafts, encoding="utf-8")
    return path


def test_drafts_are_printed_as_lines(demo: Path, drafts: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DRAFT, "-n", "10", "--data", str(demo)) == 0
    printed = capsys.readouterr()
    assert printed.out == drafts
    assert "10 drafts, 2 of them near misses" in printed.err


def test_drafts_have_no_fault_but_being_drafts_in_the_words_of_the_archive(demo: Path, file: Path) -> None:
    with Fundstelle.open(demo) as archive:
        _, findings = validate(file, archive)
    assert {finding.remark.check for finding in findings} <= {"draft", "leak"}
    assert not any("contains its answer" in finding.remark.message for finding in findings)


def test_a_file_is_not_written_over(demo: Path, file: Path) -> None:
    with pytest.raises(UsageError, match="exists"):
        run(DRAFT, "--out", str(file), "--data", str(demo))
    with pytest.raises(UsageError, match="-n 0"):
        run(DRAFT, "-n", "0", "--data", str(demo))


def test_an_evaluation_refuses_drafts_unless_told(demo: Path, file: Path) -> None:
    parser = argparse.ArgumentParser()
    configure(parser)
    parser.add_argument("--data")
    with (
        pytest.raises(UsageError, match="10 of 10 questions are drafts"),
        opened(parser.parse_args([str(file), "--data", str(demo)])),
    ):
        pass
    with opened(parser.parse_args([str(file), "--data", str(demo), "--include-drafts", "--limit", "3"])) as source:
        assert len(source.gold) == 3


def test_drafts_are_accepted_one_by_one(
    demo: Path, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    monkeypatch.setattr("sys.stdin", io.StringIO("y\nn\ns\nq\n"))
    assert run(ACCEPT, str(file), "--out", str(gold), "--data", str(demo), "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {"accepted": 1, "rejected": 1, "open": 8}
    first = json.loads(file.read_text(encoding="utf-8").splitlines()[0])
    (accepted,) = load_gold(gold)
    assert (accepted.draft, accepted.status) == (False, "accepted")
    assert first["status"] == "rejected"
    assert ">>>" in printed.err, "the evidence is shown in its article"


def test_drafts_are_accepted_by_id(demo: Path, file: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    identifier = load_gold(file)[3].id
    assert run(ACCEPT, str(file), "--out", str(gold), "--ids", identifier) == 0
    assert [question.id for question in load_gold(gold)] == [identifier]
    with pytest.raises(UsageError, match="is no open draft"):
        run(ACCEPT, str(file), "--out", str(gold), "--ids", identifier)
