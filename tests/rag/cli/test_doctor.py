from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.layout import LOCK_FILE
from rag.cli.doctor import Finding, examine
from rag.cli.main import main

CHECKS = ["python", "packages", "embedder", "reader", "language model", "data folder", "writer's lock", "index"]


def _examined(data: Path) -> dict[str, Finding]:
    findings = list(examine(data))
    assert [finding.check for finding in findings] == CHECKS
    assert all(finding.remedy for finding in findings if not finding.ok)
    return {finding.check: finding for finding in findings}


def test_all_is_well(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--data", str(facts_data)]) == 0
    out = capsys.readouterr().out
    assert out.count("    ok  ") == len(CHECKS)
    assert "BROKEN" not in out
    assert "10 articles" in out


def test_nothing_indexed_is_found_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json", "--data", str(tmp_path / "leer")]) == 1
    captured = capsys.readouterr()
    findings = {finding["check"]: finding for finding in json.loads(captured.out)}
    assert list(findings) == CHECKS
    assert [check for check, finding in findings.items() if not finding["ok"]] == ["index"]
    assert "fundstelle index" in findings["index"]["remedy"]
    assert not (tmp_path / "leer").exists()


def test_a_cross_encoder_that_is_not_there_is_found(facts_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ranks the best 8 passages" in _examined(facts_data)["reader"].seen
    monkeypatch.setenv("FUNDSTELLE_RERANK", "3")
    assert "ranks the best 3 passages" in _examined(facts_data)["reader"].seen
    monkeypatch.setenv("FUNDSTELLE_READER", str(facts_data / "nowhere"))
    assert not _examined(facts_data)["reader"].ok


def test_another_model_is_found(make_archive: Callable[..., Path]) -> None:
    data = make_archive([{"id": "a", "text": "Der Hafen brennt."}])  # embedded by hashing
    finding = _examined(data)["index"]
    assert not finding.ok
    assert "--rebuild" in finding.remedy


def test_a_file_in_place_of_the_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    finding = _examined(tmp_path / "data")["data folder"]
    assert not finding.ok
    assert "is a file" in finding.seen


@pytest.mark.parametrize(("pid", "seen"), [(os.getpid(), "is indexing since"), (2**22 + 1, "which is gone")])
def test_the_lock_is_explained(tmp_path: Path, pid: int, seen: str) -> None:
    holder = {"pid": pid, "host": socket.gethostname(), "since": "2024-01-01"}
    (tmp_path / LOCK_FILE).write_text(json.dumps(holder), encoding="utf-8")
    finding = _examined(tmp_path)["writer's lock"]
    assert finding.ok
    assert seen in finding.seen


def test_a_missing_package_is_found_not_stumbled_over(facts_data: Path) -> None:
    """Without onnxruntime nothing can be embedded; the other checks run all the same."""
    code = (
        "import sys; sys.modules['onnxruntime'] = None\n"
        "from rag.cli.main import main\n"
        f"sys.exit(main(['doctor', '--json', '--data', {str(facts_data)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    findings = {finding["check"]: finding for finding in json.loads(done.stdout)}
    assert list(findings) == CHECKS
    assert "onnxruntime" in findings["embedder"]["seen"]
    assert findings["embedder"]["remedy"]
    assert findings["data folder"]["ok"]


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.cli.doctor.PACKAGES", ("bm25s", "no-such-package"))
    finding = _examined(tmp_path)["packages"]
    assert not finding.ok
    assert finding.seen == "missing: no-such-package"
