from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from eval.command import COMMAND, DEFAULT_GOLD
from index.errors import NoIndexError, SourceError, UsageError

GOLD: dict[str, Any] = {"id": "q", "question": "Wo?", "language": "de", "answerable": False}


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    COMMAND.configure(parser)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    return path


def test_the_defaults() -> None:
    args = parse()
    assert COMMAND.name == "eval"
    assert (args.gold, args.out, args.k) == (DEFAULT_GOLD, None, 10)
    assert DEFAULT_GOLD.parts[-3:] == ("eval", "gold", "corpus.jsonl")


def test_all_arguments() -> None:
    args = parse("mine.jsonl", "--out", "folder", "-k", "20")
    assert (args.gold, args.out, args.k) == (Path("mine.jsonl"), Path("folder"), 20)


def test_a_gold_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"mine\.jsonl"):
        COMMAND.run(parse(str(tmp_path / "mine.jsonl"), "--data", str(tmp_path)))


def test_an_archive_that_is_missing_is_named(tmp_path: Path, gold_file: Path) -> None:
    with pytest.raises(NoIndexError):
        COMMAND.run(parse(str(gold_file), "--data", str(tmp_path / "empty")))


def test_a_bad_folder_is_refused_before_the_archive_is_opened(tmp_path: Path, gold_file: Path) -> None:
    with pytest.raises(UsageError, match="--out"):
        COMMAND.run(parse(str(gold_file), "--data", str(tmp_path / "empty"), "--out", str(gold_file)))
