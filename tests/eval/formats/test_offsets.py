from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from eval.formats.offsets import only_span, stored_span
from index.reading.normalise import normalise

PIECES = st.lists(
    st.sampled_from(
        ["Kim", " ", "\n", "  \n", "u\u0308ber", "\u200b", "\r\n", "Zug", "é", "🚂", "\u00ad", "e\u0301", "."]
    ),
    max_size=12,
).map("".join)
ANSWERS = st.sampled_from(["Kim", "Zug 7", "u\u0308ber", "🚂", "Kim\u00a0Jong"])


@given(before=PIECES, answer=ANSWERS, after=PIECES)
def test_a_span_holds_the_answer_wherever_the_text_moved(before: str, answer: str, after: str) -> None:
    original = before + answer + after
    stored = normalise(original)
    span = stored_span(original, stored, len(before), answer)
    wanted = unicodedata.normalize("NFC", answer)
    if wanted in stored:
        assert span is not None
        assert stored[span[0] : span[1]] == wanted
    else:  # a combining mark behind the answer has changed its last letter
        assert span is None


@given(before=PIECES, between=PIECES, after=PIECES)
def test_of_several_places_the_one_at_the_offset_is_meant(before: str, between: str, after: str) -> None:
    original = f"{before}|Zug 7|{between}|Zug 7|{after}"
    stored = normalise(original)
    second = original.rindex("Zug 7")
    assert stored_span(original, stored, second, "Zug 7") == (stored.rindex("Zug 7"), stored.rindex("Zug 7") + 5)
    first = original.index("Zug 7")
    assert stored_span(original, stored, first, "Zug 7") == (stored.index("Zug 7"), stored.index("Zug 7") + 5)


def test_an_offset_that_is_wrong_takes_the_nearest_place() -> None:
    text = "Kim kam. Putin kam. Kim ging."
    assert stored_span(text, text, 18, "Kim") == (20, 23)
    assert stored_span(text, text, 2, "Kim") == (0, 3)


def test_an_answer_with_blanks_around_it_is_trimmed() -> None:
    text = "Er kam mit dem Zug an."
    assert stored_span(text, text, 14, " Zug ") == (15, 18)


def test_an_answer_that_is_not_there_has_no_span() -> None:
    assert stored_span("Kim kam.", "Kim kam.", 0, "Putin") is None


def test_without_an_offset_only_a_single_place_counts() -> None:
    assert only_span("Kim kam. Putin ging.", "Putin") == (9, 14)
    assert only_span("Kim kam. Kim ging.", "Kim") is None
    assert only_span("Kim kam.", "Putin") is None
