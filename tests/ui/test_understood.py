from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rag import Answer
from ui.history import Turn
from ui.render import answer_html
from ui.transcript import transcript_html
from ui.understood import understood_html

Make = Callable[..., Answer]
Read = Callable[[str], Any]


def test_a_completed_question_is_shown_with_the_way_back(
    make_answer: Make, make_citation: Callable[..., Any], read: Read
) -> None:
    answer = make_answer([make_citation()], question="Und wann?", rewritten="Wann hebt der Kran <b>60</b> Tonnen?")
    tree = read(understood_html(answer, alone=False, language="de"))
    line = tree.all("p", "fs-understood")[0]
    assert "Verstanden als: Wann hebt der Kran <b>60</b> Tonnen?" in line.text
    (button,) = line.all("button")
    assert (button.text, button.attributes["data-alone"]) == ("Wie getippt fragen", "yes")
    english = read(understood_html(answer, alone=False, language="en"))
    assert "Understood as: " in english.text
    assert english.all("q")[0].attributes["lang"] == "de"


def test_a_question_that_was_not_completed_has_no_such_line(
    make_answer: Make, make_citation: Callable[..., Any]
) -> None:
    assert understood_html(make_answer([make_citation()]), alone=False, language="de") == ""


def test_a_question_asked_alone_can_be_asked_in_context_again(
    make_answer: Make, make_citation: Callable[..., Any], read: Read
) -> None:
    tree = read(understood_html(make_answer([make_citation()]), alone=True, language="en"))
    (button,) = tree.all("button")
    assert (button.text, button.attributes["data-alone"]) == ("Ask in context", "no")
    assert "Asked without the conversation" in tree.text


def test_a_reply_is_a_plain_message(make_refusal: Make, read: Read) -> None:
    answer = make_refusal([], reply="greeting", text="Guten Tag!\nHello!")
    tree = read(answer_html(answer, False, "de"))
    assert [p.text for p in tree.all("div", "fs-reply")[0].all("p")] == ["Guten Tag!", "Hello!"]
    assert tree.all("button") == []
    assert tree.all("div", "fs-refusal") == []
    spoken = read(transcript_html([Turn(question="Hallo", answer=answer)], "de")).all("p", "fs-unseen")
    assert spoken[0].text == answer.text
