from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rag.models import Answer, Citation
from ui.copy_text import copy_text
from ui.render import answer_html

Read = Callable[[str], Any]
MakeAnswer = Callable[..., Answer]
MakeCitation = Callable[..., Citation]


def test_an_answer_has_text_basis_sources_and_buttons(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation
) -> None:
    tree = read(answer_html(make_answer([make_citation(1)]), False, "de"))
    assert tree.all("div", "fs-answer")[0].attributes["lang"] == "de"
    assert tree.all("p", "fs-basis")[0].text == (
        "wörtlich aus dem Archiv · Jüngster zitierter Artikel: 14. September 2023"
    )
    assert len(tree.all("li", "fs-source")) == 1
    assert [button.text for button in tree.all("button", "fs-action")] == ["Mit Belegen kopieren", "Erneut fragen"]


def test_a_model_is_named(read: Read, make_answer: MakeAnswer, make_citation: MakeCitation) -> None:
    answer = make_answer([make_citation(1)], mode="llm:<gpt>", as_of=None)
    assert read(answer_html(answer, False, "en")).all("p", "fs-basis")[0].text == "written by <gpt>, sources checked"


def test_the_copy_button_carries_the_plain_text(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation
) -> None:
    answer = make_answer([make_citation(1, 'Er sagte: "Ja" & <nein>.')])
    (copy, _) = read(answer_html(answer, False, "en")).all("button", "fs-action")
    assert copy.attributes["data-text"] == copy_text(answer, "en")


def test_a_refusal_is_visible_and_shows_what_is_near(
    read: Read, make_refusal: MakeAnswer, make_citation: MakeCitation
) -> None:
    tree = read(answer_html(make_refusal([make_citation(1)]), False, "de"))
    (refusal,) = tree.all("div", "fs-refusal")
    assert "Nicht im Archiv" in refusal.text
    assert "Das Archiv sagt dazu nichts." in refusal.text
    # Its titles are listed below, not in the verdict.
    assert "Neuer Hafenkran" not in refusal.text
    assert len(tree.all("ol", "fs-near")[0].all("li")) == 1
    assert not tree.all("button", "fs-marker")
    assert not tree.all("ol", "fs-sources")[0].all("span", "fs-number")


def test_a_refusal_mentions_filters_only_when_there_are_some(make_refusal: MakeAnswer) -> None:
    hint = "Only what the filters let through was searched."
    assert hint in answer_html(make_refusal([]), True, "en")
    assert hint not in answer_html(make_refusal([]), False, "en")


def test_a_refusal_is_escaped(read: Read, make_refusal: MakeAnswer) -> None:
    tree = read(answer_html(make_refusal([], text="<script>alert(1)</script>"), True, "de"))
    assert not tree.all("script")
