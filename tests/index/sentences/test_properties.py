"""What must hold for any text whatever: the spans tile it, nothing is lost, paragraphs do not influence each other."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import SentenceKind, sentence_kind, split_sentences, trim

PIECES = [
    *("Der Rat", "tagt", "the ", "The ", "and", "x", "Z", "é", "中", "September", "🎉"),
    *(" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u2028"),
    *(". ", ".", "! ", "? ", "... ", "…", "14. ", "2019. ", "3,5", "XIV. ", "1. ", "a) ", "- ", "• ", "| ", "#", "> "),
    *("Dr. ", "z. B. ", "usw. ", "U.S. ", "Mio. ", "www.example.org", "STANDARD: "),
    *('"', "'", "„", "“", "”", "«", "»", "(", ")", "[", "]", "© X/Y", "(dpa)", "/bal/DP/ngu", "Foto: Z"),
]
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
LANGUAGES = st.sampled_from(["de", "en", None])
EXAMPLES = settings(max_examples=400, deadline=None)


def tight(text: str, language: str | None) -> list[tuple[int, int]]:
    """The sentences without the white space around them."""
    return [trim(text, start, end) for start, end in split_sentences(text, language)]


@EXAMPLES
@given(TEXTS, LANGUAGES)
def test_spans_tile_the_text(text: str, language: str | None) -> None:
    spans = split_sentences(text, language)
    if trim(text, 0, len(text)) == (0, 0):
        assert spans == []
        return
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans) == text


@EXAMPLES
@given(TEXTS, LANGUAGES)
def test_every_span_shows_something_and_only_the_first_opens_with_white_space(text: str, language: str | None) -> None:
    for number, (start, end) in enumerate(split_sentences(text, language)):
        first, last = trim(text, start, end)
        assert first < last
        assert number == 0 or first == start


@EXAMPLES
@given(TEXTS, LANGUAGES)
def test_splitting_is_deterministic(text: str, language: str | None) -> None:
    assert split_sentences(text, language) == split_sentences(text, language)


@EXAMPLES
@given(TEXTS, LANGUAGES, st.sampled_from([" ", "\n", "\n\n", " \t\r\n", "\u200b", "\u00a0 "]))
def test_white_space_at_the_end_changes_nothing(text: str, language: str | None, white: str) -> None:
    assert tight(text + white, language) == tight(text, language)


@EXAMPLES
@given(TEXTS, TEXTS, LANGUAGES)
def test_paragraphs_are_split_independently(first: str, second: str, language: str | None) -> None:
    shift = len(first) + 2
    alone = tight(first, language) + [(start + shift, end + shift) for start, end in tight(second, language)]
    assert tight(f"{first}\n\n{second}", language) == alone


@EXAMPLES
@given(TEXTS, st.data())
def test_trim_is_idempotent_and_stays_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = trim(text, start, end)
    assert start <= first <= last <= end
    assert trim(text, first, last) == (first, last)
    assert text[start:end].strip("\u200b\u2060\ufeff").strip() in text[start:end]


@EXAMPLES
@given(TEXTS, LANGUAGES)
def test_every_span_has_a_kind(text: str, language: str | None) -> None:
    for start, end in split_sentences(text, language):
        kind = sentence_kind(text, start, end)
        assert kind in get_args(SentenceKind)
        assert kind == sentence_kind(text, *trim(text, start, end))


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 6)])
def test_a_span_outside_the_text_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="does not lie in a text of 5 characters"):
        trim("Hallo", *span)
    with pytest.raises(ValueError, match="does not lie"):
        sentence_kind("Hallo", *span)


@pytest.mark.parametrize("text", ["", " ", "\n\n \t", "\u200b", "\ufeff\u00a0\u2060"])
def test_a_text_without_anything_visible_has_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


@pytest.mark.parametrize(("tag", "language"), [("de-AT", "de"), ("EN_us", "en"), ("fr", None), ("", None)])
def test_languages_may_carry_a_region_and_others_are_guessed(tag: str, language: str | None) -> None:
    text = "Das Fest beginnt am 3. Tag der Messe. The mayor left the U.S. He is back. Er starb mit 67. Rom trauert."
    assert split_sentences(text, tag) == split_sentences(text, language)
