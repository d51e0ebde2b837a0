from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rag import Fundstelle
from rag.models import Filters
from rag.question import QuestionLanguage
from ui.conversation import answer_turn, article_panel, cited_place, make_filters, settle
from ui.history import Failure, Turn

QUESTION = "Was kostete der Kran in Husum?"


def last_of(fundstelle: Fundstelle, turn: Turn, language: QuestionLanguage = "auto") -> Turn:
    """The turn in the end; without a language model nothing is shown before."""
    (answered,) = answer_turn(fundstelle, turn, language)
    assert isinstance(answered, Turn)
    return answered


def test_a_turn_gets_the_answer_of_the_library(fundstelle: Fundstelle) -> None:
    turn = Turn(question=QUESTION, filters=Filters(languages=("de",)))
    answered = last_of(fundstelle, turn, "en")
    assert answered.answer is not None
    assert (answered.id, answered.failure, answered.answer.language) == (turn.id, None, "en")
    places = answered.answer.citations + answered.answer.nearest
    assert {place.language for place in places} == {"de"}


def test_errors_become_messages_with_a_remedy(fundstelle: Fundstelle) -> None:
    turn = last_of(fundstelle, Turn(question=QUESTION, filters=Filters(date_from="gestern")))
    assert turn.answer is None
    assert turn.failure is not None
    assert "gestern" in turn.failure.message
    assert turn.failure.remedy == "Write YYYY, YYYY-MM or YYYY-MM-DD."


def test_asking_again_replaces_a_failure(fundstelle: Fundstelle) -> None:
    failed = Turn(question=QUESTION, failure=Failure(message="x"))
    assert last_of(fundstelle, failed).failure is None


def test_open_questions_are_settled(fundstelle: Fundstelle) -> None:
    answered = last_of(fundstelle, Turn(question=QUESTION))
    failed = Turn(question="?", failure=Failure(message="x"))
    settled = settle([answered, failed, Turn(question="open")], "de")
    assert settled[:2] == [answered, failed]
    assert settled[2].failure is not None
    assert settled[2].failure.message == "Die Beantwortung wurde unterbrochen."


def test_clicks_lead_to_the_cited_place(
    make_answer: Callable[..., Any], make_refusal: Callable[..., Any], make_citation: Callable[..., Any]
) -> None:
    cited = [make_citation(1, "Eins."), make_citation(2, "Zwei.")]
    near = [make_citation(7, "Nah.")]
    turns = [
        Turn(question="?", answer=make_answer(cited)),
        Turn(question="?", answer=make_refusal(near)),
        Turn(question="?"),
    ]
    assert cited_place(turns, turns[0].id, "cite", 2) == cited[1]
    assert cited_place(turns, turns[1].id, "nearest", 1) == near[0]
    for turn, kind, n in ((0, "cite", 3), (0, "nearest", 1), (1, "nearest", 0), (1, "nearest", 2), (2, "cite", 1)):
        assert cited_place(turns, turns[turn].id, kind, n) is None  # type: ignore[arg-type]
    assert cited_place(turns, "unknown", "cite", 1) is None


def test_the_panel_marks_the_cited_place(fundstelle: Fundstelle, read: Callable[[str], Any]) -> None:
    answer = fundstelle.ask(QUESTION)
    place = (answer.citations + answer.nearest)[0]
    tree = read(article_panel(fundstelle, place.article_id, place, "de"))
    marked = "".join(mark.text for mark in tree.all("mark"))
    assert marked.replace("\n", "") == place.quote.replace("\n", "")


def test_the_panel_says_when_an_article_has_gone(fundstelle: Fundstelle, read: Callable[[str], Any]) -> None:
    tree = read(article_panel(fundstelle, "gone", None, "de"))
    assert "gone" in tree.all("p", "fs-notice")[0].text


def test_empty_fields_filter_nothing() -> None:
    assert make_filters([], None, "", []) == Filters()
    assert make_filters(["de"], " 2023 ", "2024", ["A"]) == Filters(
        date_from="2023", date_to="2024", languages=("de",), sources=("A",)
    )
