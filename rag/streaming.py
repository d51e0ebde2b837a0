"""An answer while it is being written: pieces of text, then the whole `Answer`."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from types import TracebackType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from rag.cancellation import Cancellation, Cancelled
from rag.models import Answer


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TextDelta(_Event):
    """Text to be added to what is shown."""

    type: Literal["delta"] = "delta"
    text: str


class TextReplaced(_Event):
    """Text to be shown in place of all that was shown so far: a sentence was taken back, or the model gave up."""

    type: Literal["replace"] = "replace"
    text: str


class AnswerReady(_Event):
    """The last event. What is shown by then is `answer.text`."""

    type: Literal["answer"] = "answer"
    answer: Answer = Field(description="what `Fundstelle.ask` returns")


AnswerEvent = TextDelta | TextReplaced | AnswerReady


def shown_after(text: str, event: TextDelta | TextReplaced) -> str:
    """What is shown after an event, where a text was shown before it."""
    return event.text if isinstance(event, TextReplaced) else text + event.text


class Display:
    """What a reader sees, and the events that change it."""

    def __init__(self) -> None:
        """Nothing is shown."""
        self.shown = ""

    def show(self, text: str) -> Iterator[TextDelta | TextReplaced]:
        """The event that turns what is shown into a text; none when it is shown already."""
        before, self.shown = self.shown, text
        if text.startswith(before):
            if text != before:
                yield TextDelta(text=text[len(before) :])
        else:
            yield TextReplaced(text=text)


class AnswerStream(Iterator[AnswerEvent]):
    """The events of one answer, in order. Close it to call the answer off; `with` does so at its end.

    Attributes:
        live: whether the text comes while it is written, and not all at once at the end.
    """

    def __init__(self, events: Generator[AnswerEvent], cancellation: Cancellation, *, live: bool = False) -> None:
        """Take events that end early when they are called off."""
        self._events = events
        self._cancellation = cancellation
        self.live = live

    def __next__(self) -> AnswerEvent:
        """The next event, as soon as there is one.

        Raises:
            StopIteration: the answer was the last one, or it was called off.
            FundstelleError: as `Fundstelle.ask`.
        """
        try:
            return next(self._events)
        except Cancelled:
            raise StopIteration from None

    def answer(self) -> Answer:
        """The answer itself, the events before it passed over.

        Raises:
            Cancelled: the answer was called off.
            FundstelleError: as `Fundstelle.ask`.
        """
        for event in self:
            if isinstance(event, AnswerReady):
                return event.answer
        raise Cancelled

    def close(self) -> None:
        """Call the answer off, from any thread: a language model's connection is hung up, the events end."""
        self._cancellation.cancel()

    def __enter__(self) -> AnswerStream:
        """Use as a context manager that closes the stream."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream."""
        self.close()


def spoken(answer: Answer) -> Generator[AnswerEvent]:
    """The events of an answer that is there already: a piece of text a line, then the answer."""
    for line in answer.text.splitlines(keepends=True):
        yield TextDelta(text=line)
    yield AnswerReady(answer=answer)
