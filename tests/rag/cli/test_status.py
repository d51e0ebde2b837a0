from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import DamagedIndexError
from index.layout import ARCHIVE_FILE, LOCK_FILE, current_generation, generation_folder
from rag.cli.main import main
from rag.cli.status import status


def test_what_is_indexed(facts_data: Path) -> None:
    facts = status(facts_data)
    assert facts["articles"] == 10
    assert facts["languages"] == {"de": 6, "en": 4}
    assert facts["outlets"] == 4
    assert facts["undated"] == 3
    assert facts["dates"] == "2023-09 to 2024-02-11"
    assert facts["generation"] == current_generation(facts_data)
    assert facts["paths"] == [str(facts_data.parent / "articles.jsonl")]
    assert "writer" not in facts


def test_json_and_text_say_the_same(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--json", "--data", str(facts_data)]) == 0
    captured = capsys.readouterr()
    facts = json.loads(captured.out)
    assert facts == status(facts_data)
    assert captured.err == ""
    assert main(["status", "--data", str(facts_data)]) == 0
    lines = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert set(lines) == set(facts)
    assert lines["languages"] == "de 6, en 4"


def test_nothing_indexed_is_no_error_and_names_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", "--data", str(tmp_path / "leer")]) == 0
    out = capsys.readouterr().out
    assert "fundstelle index PATH" in out
    assert not (tmp_path / "leer").exists()


@pytest.mark.parametrize(("pid", "state"), [(os.getpid(), "indexing now"), (2**22 + 1, "left by a dead process")])
def test_a_writer_is_named(tmp_path: Path, pid: int, state: str) -> None:
    holder = {"pid": pid, "host": socket.gethostname(), "since": "2024-01-01"}
    (tmp_path / LOCK_FILE).write_text(json.dumps(holder), encoding="utf-8")
    assert status(tmp_path)["writer"] == f"process {pid} on {socket.gethostname()}, {state}"


@pytest.mark.parametrize("content", [None, b"no database" * 1000])
def test_a_damaged_archive_is_named_with_the_remedy(
    make_archive: Callable[..., Path], capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    data = make_archive([{"id": "a", "text": "Der Hafen brennt."}])
    archive = generation_folder(data, str(current_generation(data))) / ARCHIVE_FILE
    archive.unlink()
    if content is not None:
        archive.write_bytes(content)
    with pytest.raises(DamagedIndexError):
        status(data)
    assert main(["status", "--data", str(data)]) == 1
    assert "--rebuild" in capsys.readouterr().err
