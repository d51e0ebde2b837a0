"""`tests/run.sh` runs the tests unless nothing has changed since they passed. The Python given here only counts."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("run.sh")

# Stands for the virtual environment's Python: notes each run of pytest, and fails when there is a file "broken".
COUNTER = """#!/bin/sh
if [ "$1" = -VV ]; then echo 'Python 3'; exit 0; fi
echo "$@" >> "$(dirname "$0")/runs"
test ! -e broken
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout; the counting Python lies beside it."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    (folder / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    (folder / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    (folder / "code.py").write_text("1\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    python = tmp_path / "python"
    python.write_text(COUNTER, encoding="utf-8")
    python.chmod(0o755)
    # A browser by name only, so that the script does not try to install one.
    browser = tmp_path / "bin" / "chromium"
    browser.parent.mkdir()
    shutil.copy(python, browser)
    return folder


def run(checkout: Path, *arguments: str, **environment: str) -> tuple[int, int]:
    """Run the script; its exit code, and how often the tests have run by now."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("CI", "AGAIN")}
    path = f"{checkout.parent / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", str(SCRIPT), str(checkout.parent / "python"), *arguments],
        cwd=checkout,
        env=inherited | {"PATH": path} | environment,
        check=False,
        capture_output=True,
    )
    runs = checkout.parent / "runs"
    return done.returncode, len(runs.read_text(encoding="utf-8").splitlines()) if runs.exists() else 0


def test_what_has_passed_is_not_run_again_until_something_changes(checkout: Path) -> None:
    assert run(checkout) == (0, 1)
    assert run(checkout) == (0, 1)
    (checkout / "code.py").write_text("2\n", encoding="utf-8")
    assert run(checkout) == (0, 2)
    (checkout / "new.py").write_text("3\n", encoding="utf-8")
    assert run(checkout) == (0, 3)
    assert run(checkout) == (0, 3)


def test_it_can_be_asked_to_run_all_the_same(checkout: Path) -> None:
    assert run(checkout) == (0, 1)
    assert run(checkout, AGAIN="1") == (0, 2)
    assert run(checkout, CI="true") == (0, 3)
    assert run(checkout, "tests/index") == (0, 4)


def test_failed_tests_run_again(checkout: Path) -> None:
    (checkout / "broken").touch()
    assert run(checkout) == (1, 1)
    assert run(checkout) == (1, 2)
    (checkout / "broken").unlink()
    assert run(checkout) == (0, 3)
    assert run(checkout) == (0, 3)
