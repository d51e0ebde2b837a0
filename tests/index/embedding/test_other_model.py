"""From one embedding model to another and back, as on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.embedding import OnnxEmbedder, default_embedder
from index.errors import IncompatibleIndexError
from rag import Fundstelle
from rag.cli.main import main

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    """Exit code, the JSON on stdout, stderr."""
    code = main([*arguments, "--json"])
    captured = capsys.readouterr()
    return code, json.loads(captured.out or "null"), captured.err


def test_another_model_is_indexed_with_asked_and_left_again(
    tiny_model: Path,
    embedder: OnnxEmbedder,
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    at = ("--data", str(tmp_path / "data"))
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", str(tiny_model))
    tiny = default_embedder()
    code, report, _ = run(capsys, "index", str(articles), *at)
    assert (code, report["embedded"]) == (0, report["passages"])
    code, answer, _ = run(capsys, "ask", QUESTION, *at)
    assert code == 0
    assert "60.000 Kilogramm" in (answer["citations"] or answer["nearest"])[0]["quote"]
    code, facts, _ = run(capsys, "status", *at)
    assert facts["embedder"] == f"tiny ({tiny.fingerprint})"
    assert "mismatch" not in facts
    code, findings, _ = run(capsys, "doctor", *at)
    assert code == 0
    assert any("tiny" in found["seen"] and "FUNDSTELLE_EMBEDDER" in found["seen"] for found in findings)

    monkeypatch.delenv("FUNDSTELLE_EMBEDDER")
    both = [f"tiny ({tiny.fingerprint})", f"{embedder.model_name} ({embedder.fingerprint})"]
    for verb in ("ask", "search"):
        code, _, message = run(capsys, verb, QUESTION, *at)
        assert code == 1
        assert all(model in message for model in [*both, "fundstelle index --rebuild"])
    code, facts, _ = run(capsys, "status", *at)
    assert embedder.model_name in facts["mismatch"]
    assert "--rebuild" in facts["mismatch"]
    code, findings, _ = run(capsys, "doctor", *at)
    assert code == 1
    (broken,) = [found for found in findings if not found["ok"]]
    assert all(model in broken["seen"] for model in both)
    assert "--rebuild" in broken["remedy"]

    code, report, _ = run(capsys, "index", "--rebuild", *at)
    assert (code, report["embedded"], report["reused"]) == (0, report["passages"], 0)
    code, answer, _ = run(capsys, "ask", QUESTION, *at)
    assert "60.000 Kilogramm" in answer["text"]
    code, facts, _ = run(capsys, "status", *at)
    assert "mismatch" not in facts

    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", str(tiny_model))
    with pytest.raises(IncompatibleIndexError):
        Fundstelle.open(tmp_path / "data")
    code, report, _ = run(capsys, "index", str(articles), *at)
    assert (code, report["switched"], report["embedded"]) == (0, True, 0), "the first model's vectors are still known"
    code, _, _ = run(capsys, "ask", QUESTION, *at)
    assert code == 0


def test_a_model_that_is_not_there_stops_no_status(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", "/nowhere/model")
    code, facts, _ = run(capsys, "status", "--data", str(archive))
    assert code == 0
    assert "/nowhere/model" in facts["mismatch"]
    code, findings, _ = run(capsys, "doctor", "--data", str(archive))
    assert code == 1
    assert "there is no folder /nowhere/model" in {found["check"]: found["seen"] for found in findings}["embedder"]
    code, _, message = run(capsys, "ask", QUESTION, "--data", str(archive))
    assert code == 1
    assert "there is no folder /nowhere/model" in message
