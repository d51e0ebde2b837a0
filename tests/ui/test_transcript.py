from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rag.models import Answer, Citation, Filters
from ui.history import Failure, Turn
from ui.texts import EXAMPLES
from ui.transcript import transcript_html

Read = Callable[[str], Any]


def status(tree: Any) -> str:
    return str(next(node.text for node in tree.all("p") if node.attributes.get("role") == "status"))


def test_before_the_first_question_there_are_examples(read: Read) -> None:
    tree = read(transcript_html([], "de"))
    assert [button.attributes["data-question"] for button in tree.all("button", "fs-example")] == [
        question for _, question in EXAMPLES
    ]
    assert tree.all("section")[0].attributes["lang"] == "de"


def test_turns_stand_in_order_with_the_current_one_named(read: Read) -> None:
    turns = [Turn(question="Erste?"), Turn(question="Zweite?")]
    tree = read(transcript_html(turns, "de", current=turns[0].id))
    articles = tree.all("article")
    assert [article.attributes["data-turn"] for article in articles] == [turn.id for turn in turns]
    assert [article.all("h2")[0].text for article in articles] == ["Erste?", "Zweite?"]
    assert ["data-current" in article.attributes for article in articles] == [True, False]


def test_an_open_question_says_that_it_is_being_answered(read: Read) -> None:
    tree = read(transcript_html([Turn(question="?")], "en"))
    assert tree.all("p", "fs-searching")[0].text == "Searching the archive …"
    assert status(tree) == "Searching the archive …"


def test_a_failure_shows_message_and_remedy(read: Read) -> None:
    failure = Failure(message="Das Datum <x> gibt es nicht.", remedy="JJJJ-MM-TT schreiben.")
    tree = read(transcript_html([Turn(question="?", failure=failure)], "de"))
    (box,) = tree.all("div", "fs-failure")
    assert [paragraph.text for paragraph in box.all("p")] == [failure.message, failure.remedy]
    assert [button.attributes["data-action"] for button in tree.all("button", "fs-action")] == ["clear", "retry"]
    assert status(tree) == "Keine Antwort möglich"


def test_the_newest_outcome_is_spoken(
    read: Read,
    make_answer: Callable[..., Answer],
    make_refusal: Callable[..., Answer],
    make_citation: Callable[..., Citation],
) -> None:
    one = Turn(question="?", answer=make_answer([make_citation(1)]))
    two = Turn(question="?", answer=make_answer([make_citation(1), make_citation(2)]))
    none = Turn(question="?", answer=make_refusal([]))
    assert status(read(transcript_html([one], "en"))) == "Answer with one source."
    assert status(read(transcript_html([one, two], "en"))) == "Answer with 2 sources."
    assert status(read(transcript_html([one, none], "de"))) == "Nicht im Archiv"


def test_filters_are_shown_with_the_question(read: Read) -> None:
    filters = Filters(date_from="2023", date_to="2024-05", languages=("en",), sources=("Harbour <Post>",))
    tree = read(transcript_html([Turn(question="?", filters=filters), Turn(question="?")], "de"))
    assert [line.text for line in tree.all("p", "fs-filters")] == [
        "Filter: Englisch · ab 2023 · bis 2024-05 · Harbour <Post>"
    ]


def test_questions_are_escaped(read: Read) -> None:
    question = "<script>alert(1)</script> ${value} {{value}} 😀"
    tree = read(transcript_html([Turn(question=question)], "de"))
    assert not tree.all("script")
    assert tree.all("h2")[0].text == question
