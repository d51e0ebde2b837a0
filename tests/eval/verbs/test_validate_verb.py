from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from eval.options import DEFAULT_GOLD
from eval.verbs.validate import VALIDATE
from index.errors import NoIndexError, SourceError


def validate(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    VALIDATE.configure(parser)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    return VALIDATE.run(parser.parse_args(arguments))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    lines = [{"id": "a", "question": "Wer war da?", "language": "de", "answerable": False, "about": ["nix"]}, "{"]
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return path


def test_findings_are_lines_that_editors_understand(
    gold: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert validate(str(gold), "--data", str(archive)) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{gold}:1: error [article] a: there is no article 'nix'")
    assert second.startswith(f"{gold}:2: error [line] not JSON")
    assert last == "2 questions, 2 errors, 0 warnings."


def test_findings_as_json(gold: Path, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate(str(gold), "--data", str(archive), "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["questions"], report["errors"], report["warnings"]) == (2, 2, 0)
    assert report["findings"][0] == {
        "file": str(gold),
        "line": 1,
        "id": "a",
        "severity": "error",
        "check": "article",
        "message": "there is no article 'nix' in the archive; index it, or mend the id",
    }


def test_warnings_alone_are_no_failure(gold: Path, archive: Path) -> None:
    gold.write_text('{"id": "a", "question": "Who was there when?", "language": "de", "answerable": false}')
    assert validate(str(gold), "--data", str(archive)) == 0


def test_the_gold_of_the_demo_archive_is_without_errors(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate(str(DEFAULT_GOLD), "--data", str(demo)) == 0
    assert "251 questions, 0 errors" in capsys.readouterr().out


def test_what_is_missing_is_named(gold: Path, archive: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"mine\.jsonl"):
        validate(str(tmp_path / "mine.jsonl"), "--data", str(archive))
    with pytest.raises(NoIndexError):
        validate(str(gold), "--data", str(tmp_path / "empty"))
