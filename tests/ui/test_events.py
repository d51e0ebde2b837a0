from __future__ import annotations

import asyncio
import shutil
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from index.embedding import OnnxEmbedder
from rag import Fundstelle
from ui.components import Page, build_page
from ui.events import Events
from ui.history import load_turns

QUESTION = "Was kostete der Kran in Husum?"
GERMAN = gr.Request(headers={"accept-language": "de-DE"})
ENGLISH = gr.Request(headers={"accept-language": "en-GB"})


@pytest.fixture
def page() -> Page:
    async def build() -> Page:
        with gr.Blocks(analytics_enabled=False):
            return build_page()

    # In a running loop, since Gradio otherwise makes loops of its own and leaves them open.
    return asyncio.run(build())


@pytest.fixture
def events(fundstelle: Fundstelle, page: Page) -> Events:
    return Events(fundstelle, page)


def form(page: Page, history: object, **fields: Any) -> dict[Any, Any]:
    """The values of the page as the browser sends them at first, with some changed."""
    values = {
        page.history: history,
        page.answer_language: "auto",
        page.languages: [],
        page.date_from: None,
        page.date_to: None,
        page.sources: [],
    }
    return values | {getattr(page, name): value for name, value in fields.items()}


def test_a_question_is_shown_at_once_and_answered_then(events: Events, page: Page) -> None:
    searching, answered = events.ask(form(page, [], question=f" {QUESTION} "), GERMAN)
    assert "Das Archiv wird durchsucht" in searching[page.transcript]
    assert searching[page.question] == ""
    assert searching[page.ask]["interactive"] is False
    assert answered[page.ask]["interactive"] is True
    (turn,) = load_turns(answered[page.history])
    assert turn.question == QUESTION
    assert turn.answer is not None
    assert "fs-searching" not in answered[page.transcript]


@pytest.mark.parametrize("question", [None, "", "  \n"])
def test_an_empty_question_does_nothing(events: Events, page: Page, question: str | None) -> None:
    assert list(events.ask(form(page, [], question=question), GERMAN)) == []


def test_the_form_filters(events: Events, page: Page) -> None:
    values = form(page, [], question=QUESTION, languages=["en"], date_from="2024", answer_language="en")
    *_, answered = events.ask(values, GERMAN)
    (turn,) = load_turns(answered[page.history])
    assert turn.filters.languages == ("en",)
    assert turn.answer is not None
    assert turn.answer.language == "en"
    assert {place.article_id for place in turn.answer.citations + turn.answer.nearest} <= {"bridge"}


def test_an_example_is_added_to_the_conversation(events: Events, page: Page) -> None:
    *_, first = events.ask(form(page, [], question="Wie heißt der Panda?"), GERMAN)
    click = SimpleNamespace(question=QUESTION)
    searching, second = events.ask_example(form(page, first[page.history]), GERMAN, click)  # type: ignore[arg-type]
    assert [turn.question for turn in load_turns(second[page.history])] == ["Wie heißt der Panda?", QUESTION]
    # What is being typed stays.
    assert searching[page.question] != ""


def test_asking_again_replaces_the_answer_with_the_filters_of_now(events: Events, page: Page) -> None:
    *_, first = events.ask(form(page, [], question=QUESTION), GERMAN)
    (before,) = load_turns(first[page.history])
    click = SimpleNamespace(turn=before.id)
    values = form(page, first[page.history], languages=["en"])
    *_, second = events.ask_again(values, GERMAN, click)  # type: ignore[arg-type]
    (after,) = load_turns(second[page.history])
    assert (after.id, after.question) == (before.id, before.question)
    assert after.filters.languages == ("en",)


def test_times_can_be_disregarded_and_heeded_again(events: Events, page: Page) -> None:
    *_, first = events.ask(form(page, [], question="Was kostete der Kran in Husum im Mai 2023?"), GERMAN)
    (before,) = load_turns(first[page.history])
    assert before.answer is not None
    assert before.answer.interpreted is not None
    assert "Mai 2023 bevorzugt" in first[page.transcript]
    click = SimpleNamespace(turn=before.id, dates="ignore")
    *_, second = events.ask_about_dates(form(page, first[page.history]), GERMAN, click)  # type: ignore[arg-type]
    (ignored,) = load_turns(second[page.history])
    assert ignored.answer is not None
    assert ignored.answer.interpreted is None
    assert "nicht beachtet" in second[page.transcript]
    # Asking again keeps it so; only its own button brings the time back.
    *_, third = events.ask_again(form(page, second[page.history]), GERMAN, click)  # type: ignore[arg-type]
    assert load_turns(third[page.history])[0].filters.dates == "ignore"
    click = SimpleNamespace(turn=before.id, dates="read")
    *_, last = events.ask_about_dates(form(page, third[page.history]), GERMAN, click)  # type: ignore[arg-type]
    assert load_turns(last[page.history])[0].answer.interpreted == before.answer.interpreted  # type: ignore[union-attr]


def test_a_follow_up_is_completed_from_the_turns_before_and_can_be_asked_as_typed(events: Events, page: Page) -> None:
    *_, first = events.ask(form(page, [], question="Was kostete der Kran in Husum?"), GERMAN)
    *_, second = events.ask(form(page, first[page.history], question="Und wann?"), GERMAN)
    turn = load_turns(second[page.history])[1]
    assert turn.answer is not None
    assert "Kran" in str(turn.answer.rewritten)
    assert "Verstanden als" in second[page.transcript]
    click = SimpleNamespace(turn=turn.id, alone="yes")
    *_, third = events.ask_alone(form(page, second[page.history]), GERMAN, click)  # type: ignore[arg-type]
    alone = load_turns(third[page.history])[1]
    assert alone.answer is not None
    assert (alone.question, alone.answer.rewritten, alone.answer.reply) == ("Und wann?", None, "unclear")
    # Asking again keeps it so; only its own button brings the conversation back.
    *_, fourth = events.ask_again(form(page, third[page.history]), GERMAN, click)  # type: ignore[arg-type]
    assert load_turns(fourth[page.history])[1].alone
    click = SimpleNamespace(turn=turn.id, alone="no")
    *_, last = events.ask_alone(form(page, fourth[page.history]), GERMAN, click)  # type: ignore[arg-type]
    assert load_turns(last[page.history])[1].answer.rewritten == turn.answer.rewritten  # type: ignore[union-attr]


def test_a_turn_refers_to_those_before_it_only(events: Events, page: Page) -> None:
    """Asking the first question of a conversation again does not complete it from what was said later."""
    *_, first = events.ask(form(page, [], question="Warum?"), GERMAN)
    *_, second = events.ask(form(page, first[page.history], question="Was kostete der Kran in Husum?"), GERMAN)
    click = SimpleNamespace(turn=load_turns(second[page.history])[0].id)
    *_, third = events.ask_again(form(page, second[page.history]), GERMAN, click)  # type: ignore[arg-type]
    assert load_turns(third[page.history])[0].answer.rewritten is None  # type: ignore[union-attr]


def test_asking_again_what_is_forgotten_does_nothing(events: Events, page: Page) -> None:
    click = SimpleNamespace(turn="000000000000")
    assert list(events.ask_again(form(page, []), GERMAN, click)) == []  # type: ignore[arg-type]
    assert list(events.ask_about_dates(form(page, []), GERMAN, click)) == []  # type: ignore[arg-type]


def test_a_question_that_broke_off_is_kept_and_said_so(events: Events, page: Page) -> None:
    searching = next(events.ask(form(page, [], question=QUESTION), GERMAN))
    loaded = events.load({page.history: searching[page.history]}, ENGLISH)
    (turn,) = load_turns(loaded[page.history])
    assert turn.question == QUESTION
    assert "Answering was interrupted." in loaded[page.transcript]


def test_loading_fills_header_filters_and_conversation(events: Events, page: Page) -> None:
    *_, answered = events.ask(form(page, [], question=QUESTION), GERMAN)
    loaded = events.load({page.history: answered[page.history]}, ENGLISH)
    assert "3 articles in the archive" in loaded[page.header]
    assert loaded[page.sources]["choices"] == ["Harbour Post", "Küstenbote"]
    assert load_turns(loaded[page.history]) == load_turns(answered[page.history])
    assert "Copy with sources" in loaded[page.transcript]


def test_forgetting_empties_everything(events: Events, page: Page) -> None:
    forgotten = events.forget(GERMAN)
    assert forgotten[page.history] == []
    assert forgotten[page.article] == ""
    assert "fs-examples" in forgotten[page.transcript]


def test_a_marker_opens_its_article(events: Events, page: Page) -> None:
    *_, answered = events.ask(form(page, [], question=QUESTION), GERMAN)
    (turn,) = load_turns(answered[page.history])
    assert turn.answer is not None
    kind = "cite" if turn.answer.citations else "nearest"
    values = {page.history: answered[page.history]}
    click = SimpleNamespace(turn=turn.id, kind=kind, n=1)
    assert "<mark" in events.show_place(values, GERMAN, click)  # type: ignore[arg-type]
    elsewhere = SimpleNamespace(turn=turn.id, kind=kind, n=99)
    assert events.show_place(values, GERMAN, elsewhere) == ""  # type: ignore[arg-type]


def test_an_article_opens_by_its_id(events: Events) -> None:
    html = events.show_article(ENGLISH, SimpleNamespace(id="bridge"))  # type: ignore[arg-type]
    assert "eleven weeks" in html
    assert "<mark" not in html


def test_without_an_index_the_page_opens_all_the_same(
    page: Page, tmp_path_factory: pytest.TempPathFactory, archive: Any, embedder: OnnxEmbedder
) -> None:
    data = tmp_path_factory.mktemp("gone") / "data"
    shutil.copytree(archive, data)
    with Fundstelle.open(data, embedder=embedder) as fundstelle:
        fundstelle.close()
        shutil.rmtree(data)
        # Outside a server, Gradio's message to the user is a Python warning.
        with pytest.warns(UserWarning, match="fundstelle index"):
            loaded = Events(fundstelle, page).load({page.history: []}, GERMAN)
    assert "Fundstelle" in loaded[page.header]
    assert "fs-examples" in loaded[page.transcript]
