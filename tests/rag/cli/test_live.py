from __future__ import annotations

import io
from collections.abc import Generator

import pytest

from rag.cancellation import Cancellation, Cancelled
from rag.cli.live import CLEAR, watched
from rag.models import Answer, IndexInfo
from rag.streaming import AnswerEvent, AnswerReady, AnswerStream, TextDelta, TextReplaced

INFO = IndexInfo(generation="g", articles=1, passages=1)
ANSWER = Answer(
    question="Was?", language="de", status="not_in_corpus", text="Nichts.", confidence=0.0, index=INFO, timings_ms={}
)


class Terminal(io.StringIO):
    """A stderr that somebody watches."""

    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 20 columns, from here on."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("COLUMNS", "20")
    return terminal


def _stream(*events: AnswerEvent, live: bool = True) -> AnswerStream:
    def made() -> Generator[AnswerEvent]:
        yield from events

    return AnswerStream(made(), Cancellation(), live=live)


def test_what_is_written_is_shown_until_the_answer_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    events = (TextDelta(text="Der Kran\n"), TextDelta(text="hebt"), TextReplaced(text="Er hebt viel mehr als das."))
    assert watched(_stream(*events, AnswerReady(answer=ANSWER))) == ANSWER
    shown = terminal.getvalue().split(CLEAR)
    assert shown == ["", "Der Kran", "Der Kran hebt", "…viel mehr als das.", ""]
    assert all(len(line) <= 19 for line in shown)


def test_quotes_need_no_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    assert watched(_stream(TextDelta(text="Alles."), AnswerReady(answer=ANSWER), live=False)) == ANSWER
    assert terminal.getvalue() == ""


def test_nobody_watching_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert watched(_stream(TextDelta(text="Alles."), AnswerReady(answer=ANSWER))) == ANSWER
    assert capsys.readouterr() == ("", "")


def test_the_line_is_emptied_when_the_answer_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with pytest.raises(Cancelled):
        watched(_stream(TextDelta(text="Alles.")))
    assert terminal.getvalue().endswith(CLEAR)
