from __future__ import annotations

from collections.abc import Generator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import Answer, IndexInfo
from rag.cancellation import Cancellation, Cancelled
from rag.streaming import AnswerEvent, AnswerReady, AnswerStream, Display, TextDelta, TextReplaced, shown_after, spoken


def answer_of(text: str) -> Answer:
    info = IndexInfo(generation="g", articles=1, passages=1)
    return Answer(question="?", language="de", status="answered", text=text, confidence=1, index=info)


@given(st.lists(st.text(max_size=6), max_size=6))
def test_events_lead_from_any_text_to_the_next(texts: list[str]) -> None:
    display, shown = Display(), ""
    for text in texts:
        for event in display.show(text):
            assert isinstance(event, TextDelta) is text.startswith(shown)
            shown = shown_after(shown, event)
        assert shown == display.shown == text


def test_nothing_new_is_no_event() -> None:
    display = Display()
    assert list(display.show("")) == []
    assert list(display.show("a")) == [TextDelta(text="a")]
    assert list(display.show("a")) == []
    assert list(display.show("b")) == [TextReplaced(text="b")]


@given(st.text())
def test_an_answer_that_is_there_is_spoken_line_by_line(text: str) -> None:
    *deltas, last = spoken(answer_of(text))
    assert "".join(event.text for event in deltas if isinstance(event, TextDelta)) == text
    assert last == AnswerReady(answer=answer_of(text))


def test_the_answer_of_a_stream_is_its_last_event() -> None:
    with AnswerStream(spoken(answer_of("a\nb")), Cancellation()) as stream:
        assert next(stream) == TextDelta(text="a\n")
        assert stream.answer().text == "a\nb"
        assert list(stream) == []


def test_a_stream_that_is_called_off_ends() -> None:
    cancellation = Cancellation()

    def events() -> Generator[AnswerEvent]:
        yield TextDelta(text="a")
        cancellation.sleep(60.0)

    stream = AnswerStream(events(), cancellation)
    assert next(stream) == TextDelta(text="a")
    stream.close()
    assert list(stream) == []
    with pytest.raises(Cancelled):
        stream.answer()


def test_errors_come_through() -> None:
    def events() -> Generator[AnswerEvent]:
        yield TextDelta(text="a")
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        AnswerStream(events(), Cancellation()).answer()
