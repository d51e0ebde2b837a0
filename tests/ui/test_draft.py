from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rag.llm.marks import MARKS
from rag.models import Answer, Citation
from ui.body import answer_body
from ui.history import Turn
from ui.render import answer_html, draft_html
from ui.texts import TEXTS
from ui.transcript import transcript_html

Read = Callable[[str], Any]
MakeAnswer = Callable[..., Answer]
MakeCitation = Callable[..., Citation]


def test_a_draft_is_text_that_says_that_it_is_not_done(read: Read) -> None:
    tree = read(draft_html("Er hebt <b>60</b> t. [1]\n\nUnd", "de"))
    (draft,) = tree.all("div", "fs-draft")
    assert draft.attributes["aria-busy"] == "true"
    assert [paragraph.text for paragraph in draft.all("p")] == ["Er hebt <b>60</b> t. [1]", "Und"]
    assert tree.all("b") == tree.all("button") == []
    assert TEXTS["de"].writing in tree.text


def test_only_the_open_question_shows_the_draft(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation
) -> None:
    turns = [Turn(question="a", answer=make_answer([make_citation(1)])), Turn(question="b")]
    tree = read(transcript_html(turns, "en", turns[1].id, "It lifts"))
    assert [draft.text for draft in tree.all("div", "fs-draft")] == ["It lifts"]
    assert tree.all("p", "fs-searching") == []
    assert len(read(transcript_html(turns, "en", turns[1].id)).all("p", "fs-searching")) == 1


def test_a_notice_stands_before_the_answer(read: Read, make_answer: MakeAnswer, make_citation: MakeCitation) -> None:
    notice = "Das Sprachmodell <x> ist nicht erreichbar."
    tree = read(answer_html(make_answer([make_citation(1)], notice=notice), False, "en"))
    (shown,) = tree.all("p", "fs-notice")
    assert (shown.text, shown.attributes["lang"]) == (notice, "de")
    assert read(answer_html(make_answer([make_citation(1)]), False, "de")).all("p", "fs-notice") == []


def test_a_refusal_has_its_notice_too(read: Read, make_refusal: MakeAnswer) -> None:
    tree = read(answer_html(make_refusal([], notice="Kein Satz war belegt."), False, "de"))
    assert [notice.text for notice in tree.all("p", "fs-notice")] == ["Kein Satz war belegt."]


@pytest.mark.parametrize(
    ("support", "verdict"), [("partly", "only partly supported"), ("unsupported", "not supported")]
)
def test_the_mark_in_the_text_is_shown_once_with_its_reasons(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation, support: Any, verdict: str
) -> None:
    answer = make_answer([make_citation(1)], frame="", language="de")
    (sentence,) = answer.sentences
    weak = sentence.model_copy(update={"support": support, "reasons": ["5 Prozent is not in [1]."]})
    text = f"{answer.text} {MARKS['de'][support]} Ende"
    tree = read(answer_body(answer.model_copy(update={"sentences": [weak], "text": text}), TEXTS["en"]))
    assert [remark.text for remark in tree.all("strong")] == [f"({verdict}: 5 Prozent is not in [1])"]
    assert MARKS["de"][support] not in tree.text
    assert tree.text.endswith("Ende")


def test_a_models_sentence_is_in_the_language_of_the_answer(
    read: Read, make_answer: MakeAnswer, make_citation: MakeCitation
) -> None:
    answer = make_answer([make_citation(1, "The crane is new.", language="en")], language="de")
    own = answer.sentences[0].model_copy(update={"support": "supported"})
    (shown,) = read(answer_body(answer.model_copy(update={"sentences": [own]}), TEXTS["de"])).all("span", "fs-sentence")
    assert shown.attributes["lang"] == "de"
