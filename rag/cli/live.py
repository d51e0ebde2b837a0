"""An answer that is being written, on the last line of the terminal, until it is there."""

from __future__ import annotations

import shutil
import sys

from rag.models import Answer
from rag.streaming import AnswerReady, AnswerStream, shown_after

CLEAR = "\r\x1b[K"
"""To the beginning of the line, and empty it."""


def watched(stream: AnswerStream) -> Answer:
    """The answer of a stream, which is closed then.

    While a language model writes, the end of its text is shown on stderr, on one line that is gone when the answer is
    there: what is shown may still be taken back. Nothing is shown where stderr is no terminal.

    Raises:
        FundstelleError: as `Fundstelle.ask`.
    """
    with stream:
        if not (stream.live and sys.stderr.isatty()):
            return stream.answer()
        try:
            return _shown(stream)
        finally:
            _show(CLEAR)


def _shown(stream: AnswerStream) -> Answer:
    text = ""
    for event in stream:
        if isinstance(event, AnswerReady):
            return event.answer
        text = shown_after(text, event)
        width = shutil.get_terminal_size().columns - 1
        _show(CLEAR + _end(" ".join(text.split()), width))
    return stream.answer()


def _end(text: str, width: int) -> str:
    """The last characters of a text, so many at most."""
    return text if len(text) <= width else f"…{text[1 - width :]}"


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
