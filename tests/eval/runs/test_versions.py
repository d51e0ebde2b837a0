from __future__ import annotations

from pathlib import Path

import pytest

from eval.runs.versions import commit, environment, library_versions, own_version

HASH = "0123456789abcdef0123456789abcdef01234567"


def test_a_branch_a_packed_branch_a_bare_commit_and_a_worktree(tmp_path: Path) -> None:
    git = tmp_path / ".git"
    (git / "refs" / "heads").mkdir(parents=True)
    (git / "HEAD").write_text(f"{HASH}\n")
    assert commit(tmp_path) == HASH
    (git / "HEAD").write_text("ref: refs/heads/main\n")
    (git / "packed-refs").write_text(f"# pack-refs\n{HASH[::-1]} refs/heads/main\n")
    assert commit(tmp_path) == HASH[::-1]
    (git / "refs" / "heads" / "main").write_text(f"{HASH}\n")
    assert commit(tmp_path) == HASH

    (git / "worktrees" / "w").mkdir(parents=True)
    (git / "worktrees" / "w" / "HEAD").write_text("ref: refs/heads/main\n")
    (git / "worktrees" / "w" / "commondir").write_text("../..\n")
    other = tmp_path / "other"
    other.mkdir()
    (other / ".git").write_text(f"gitdir: {git / 'worktrees' / 'w'}\n")
    assert commit(other) == HASH


def test_no_checkout_has_no_commit(tmp_path: Path) -> None:
    assert commit(tmp_path) == ""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/new\n")
    assert commit(tmp_path) == ""


def test_settings_are_recorded_and_secrets_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_RERANK", "4")
    monkeypatch.setenv("FUNDSTELLE_LLM_KEY", "sk-very-secret")
    monkeypatch.setenv("FUNDSTELLE_API_TOKEN", "also-secret")
    monkeypatch.setenv("FUNDSTELLE_DATA", "/somewhere")
    found = environment()
    assert found["FUNDSTELLE_RERANK"] == "4"
    assert found["FUNDSTELLE_LLM_KEY"] == found["FUNDSTELLE_API_TOKEN"] == "(set)"
    assert "secret" not in str(found)
    assert "FUNDSTELLE_DATA" not in found


def test_versions_are_known() -> None:
    assert own_version()
    assert {"chromadb", "numpy", "onnxruntime"} <= set(library_versions())
