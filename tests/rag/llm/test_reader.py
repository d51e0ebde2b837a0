from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.llm.reader import ReplyReader, ReplySentence

REPLIES = (
    "Der Kran hebt 60.000 Kilogramm [1]. Er wurde am 14. September eingeweiht. [1][2] Dr. Petersen sprach [3].",
    "It cost £1.2 million. [1] It opens in May, Mr. Marsh said [2, 3].\n\nMore is not known.",
    "- Erster Punkt [1]\n- Zweiter Punkt [2]\n",
    "<think>Was nun? Ja.</think>„Wir haben gewartet“, sagte sie [1]. ![x](https://a.example/b) Ende. [link](x y) [9]",
    "Ein Satz ohne Ende und ohne Beleg",
    "",
    "[1]",
    "NOT_IN_ARCHIVE",
)


def read(pieces: list[str]) -> list[ReplySentence]:
    reader = ReplyReader("de")
    sentences = [sentence for piece in pieces for sentence in reader.feed(piece)]
    return [*sentences, *reader.finish()]


def test_sentences_carry_the_markers_behind_them() -> None:
    assert [(sentence.text, sentence.numbers) for sentence in read([REPLIES[0]])] == [
        ("Der Kran hebt 60.000 Kilogramm.", (1,)),
        ("Er wurde am 14. September eingeweiht.", (1, 2)),
        ("Dr. Petersen sprach.", (3,)),
    ]


def test_punctuation_around_markers_is_that_of_a_sentence() -> None:
    texts = [sentence.text for sentence in read(["Es hebt 60 t. [1]. Er ist neu [2] . Was [3]? Und so weiter... [4]"])]
    assert texts == ["Es hebt 60 t.", "Er ist neu.", "Was?", "Und so weiter..."]


def test_lines_are_kept_apart() -> None:
    assert [(s.text, s.numbers, s.paragraph) for s in read([REPLIES[2]])] == [
        ("Erster Punkt", (1,), False),
        ("Zweiter Punkt", (2,), True),
    ]
    assert [s.paragraph for s in read([REPLIES[1]])] == [False, False, True]


def test_what_says_nothing_is_no_sentence() -> None:
    assert read([""]) == read(["[1]"]) == read(["... [2] – !"]) == []


@given(st.sampled_from(REPLIES), st.data())
def test_the_pieces_a_reply_comes_in_change_nothing(reply: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(reply)), max_size=12).map(sorted))
    pieces = [reply[start:end] for start, end in pairwise([0, *cuts, len(reply)])]
    assert read(pieces) == read([reply])


@pytest.mark.parametrize("reply", REPLIES)
def test_what_is_pending_grows_to_the_sentence(reply: str) -> None:
    reader = ReplyReader("de")
    for character in reply:
        before = reader.pending
        ended = list(reader.feed(character))
        if ended:
            assert ended[0].text.startswith(before) or before.startswith(ended[0].text)
        assert "[" not in reader.pending
        assert "http" not in reader.pending
        assert "Was nun" not in reader.pending


def test_a_sentence_that_never_ends_is_taken_as_it_is() -> None:
    sentences = read(["Wort " * 2000])
    assert len(sentences) > 1
    assert sum(len(sentence.text) for sentence in sentences) >= 2000 * 4
