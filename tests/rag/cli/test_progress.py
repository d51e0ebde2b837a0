from __future__ import annotations

import sys

import pytest

from rag.cli.progress import bars


class _Terminal:
    """A stderr that says it is a terminal."""

    def __init__(self) -> None:
        self.written = ""

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


def test_nothing_is_shown_when_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with bars("reading", 3, "file") as advance:
        advance(2)
        advance(1)
    assert capsys.readouterr() == ("", "")


def test_counts_are_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with bars("reading", 3, "file") as advance:
        advance(3)
    assert "reading" in terminal.written
    assert "3/3" in terminal.written
    assert " file" in terminal.written
