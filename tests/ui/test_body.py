from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rag.models import Answer, AnswerSentence, Citation
from ui.body import answer_body
from ui.texts import TEXTS

Read = Callable[[str], Any]
MakeAnswer = Callable[..., Answer]
MakeCitation = Callable[..., Citation]


def test_each_sentence_ends_with_its_marker(read: Read, make_answer: MakeAnswer, make_citation: MakeCitation) -> None:
    answer = make_answer([make_citation(1, "Er hebt 60 Tonnen."), make_citation(2, "Er ist neu.")])
    tree = read(answer_body(answer, TEXTS["de"]))
    assert [paragraph.text for paragraph in tree.all("p")] == [
        "Dazu steht im Archiv:",
        "Er hebt 60 Tonnen.[1]",
        "Er ist neu.[2]",
    ]
    assert [button.attributes["data-n"] for button in tree.all("button", "fs-marker")] == ["1", "2"]


def test_markers_are_buttons_that_name_their_source(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation
) -> None:
    (button,) = read(answer_body(make_answer([make_citation(1)]), TEXTS["de"])).all("button")
    assert button.attributes["type"] == "button"
    assert button.attributes["aria-label"] == "Beleg 1: Neuer Hafenkran"


def test_several_markers_behind_one_sentence(read: Read, make_answer: MakeAnswer, make_citation: MakeCitation) -> None:
    text = "It lifts 60 tonnes. [1] [2][9] It is new."
    sentences = [
        AnswerSentence(text="It lifts 60 tonnes.", start=0, end=19, citations=[1, 2], support="supported", score=1),
        AnswerSentence(text="It is new.", start=31, end=41, citations=[], support="unsupported", score=0),
    ]
    answer = make_answer([make_citation(1), make_citation(2)], text=text, sentences=sentences)
    tree = read(answer_body(answer, TEXTS["en"]))
    assert tree.text == "It lifts 60 tonnes.[1][2][9] It is new. (not supported)"
    # There is no source 9, so its marker is no button.
    assert [button.text for button in tree.all("button")] == ["[1]", "[2]"]


@pytest.mark.parametrize(("support", "remark"), [("partly", "nur teilweise belegt"), ("unsupported", "nicht belegt")])
def test_weak_support_is_said_in_words(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation, support: str, remark: str
) -> None:
    answer = make_answer([make_citation(1)])
    weak = answer.sentences[0].model_copy(update={"support": support})
    tree = read(answer_body(answer.model_copy(update={"sentences": [weak]}), TEXTS["de"]))
    assert [verdict.text for verdict in tree.all("strong")] == [f"({remark})"]


def test_markers_that_an_article_contains_stay_text(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation
) -> None:
    answer = make_answer([make_citation(1, "Siehe Fußnote [1] und [2]."), make_citation(2, "[1]")])
    tree = read(answer_body(answer, TEXTS["de"]))
    assert [button.text for button in tree.all("button")] == ["[1]", "[2]"]
    assert "Siehe Fußnote [1] und [2].[1]" in tree.text


def test_sentences_are_marked_with_the_language_of_their_article(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation
) -> None:
    answer = make_answer([make_citation(1, "The crane is new.", language="en"), make_citation(2, "Er ist neu.")])
    spans = read(answer_body(answer, TEXTS["de"])).all("span", "fs-sentence")
    assert [span.attributes["lang"] for span in spans] == ["en", "de"]


@pytest.mark.parametrize(
    "quote",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</span></p></div><h1>x",
        "&lt;b&gt; &amp; &nbsp;",
        "![x](https://tracker.example/p.png) [klick](javascript:alert(1))",
        "😀 𝔘nicode — „Größe“ ẞ",
        "zwei\nZeilen",
        "${value} {{value}}",
    ],
)
def test_article_text_is_shown_as_it_is(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation, quote: str
) -> None:
    tree = read(answer_body(make_answer([make_citation(1, quote, title=quote)], frame=quote), TEXTS["de"]))
    assert {node.tag for node in tree.all()} == {"p", "span", "button"}
    assert f"{quote}[1]" in tree.text
    assert tree.all("button")[0].attributes["aria-label"] == f"Beleg 1: {quote}"
