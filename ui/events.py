"""What happens when something on the page is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from index.errors import FundstelleError
from index.models import Language
from rag.models import Dates, Filters
from rag.question import MAX_CHARACTERS
from ui.components import Page
from ui.conversation import Streams, answer_turn, article_panel, cited_place, make_filters, settle, stopped
from ui.header import header_html
from ui.history import Turn, find_turn, load_turns, put_turn, store_turns
from ui.locale import wanted_language
from ui.transcript import transcript_html

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

Values = dict[Any, Any]
"""Values by component: what a handler is given, and what it changes."""


class Events:
    """The page's event handlers.

    They keep nothing but the answers that are being written: the conversation comes from the browser and goes back.
    """

    def __init__(self, fundstelle: Fundstelle, page: Page) -> None:
        """Take the archive to ask and the page to show it on."""
        self._fundstelle = fundstelle
        self._page = page
        self._streams: Streams = {}

    def connect(self, blocks: gr.Blocks) -> None:
        """Let the page's parts call the handlers; to be called inside `with blocks`."""
        page = self._page
        given = {page.history, page.answer_language, page.languages, page.date_from, page.date_to, page.sources}
        shown = [page.history, page.transcript, page.question, page.ask, page.stop]
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        typed = [page.question.submit, page.ask.click]
        asking = [
            gr.on(typed, self.ask, {page.question, *given}, shown, **quiet),
            page.transcript.ask(self.ask_example, given, shown, **quiet),
            page.transcript.again(self.ask_again, given, shown, **quiet),
            page.transcript.dates(self.ask_about_dates, given, shown, **quiet),
            page.transcript.alone(self.ask_alone, given, shown, **quiet),
        ]
        for event in asking:
            event.failure(self.give_up, {page.history}, shown, **quiet)
        page.stop.click(self.stop, {page.history}, None, **quiet)
        page.transcript.forget(self.forget, None, [page.history, page.transcript, page.article], **quiet)
        page.transcript.place(self.show_place, {page.history}, page.article, **quiet)
        page.transcript.article(self.show_article, None, page.article, **quiet)
        blocks.load(self.load, {page.history}, [page.header, page.sources, *shown], **quiet)

    def load(self, values: Values, request: gr.Request) -> Values:
        """Fill the page when it is opened."""
        page = self._page
        language = _language(request)
        opened = {page.header: header_html(None, language), **self.give_up(values, request)}
        try:
            opened[page.header] = header_html(self._fundstelle.info(), language)
            opened[page.sources] = gr.update(choices=self._fundstelle.sources())
        except FundstelleError as error:
            gr.Warning(str(error))
        return opened

    def ask(self, values: Values, request: gr.Request) -> Iterator[Values]:
        """Answer the question in the text field."""
        question = (values[self._page.question] or "").strip()
        if question:
            yield from self._answer(Turn(question=question[:MAX_CHARACTERS]), values, request)

    def ask_example(self, values: Values, request: gr.Request, event: gr.EventData) -> Iterator[Values]:
        """Answer the example that was clicked."""
        yield from self._answer(Turn(question=str(event.question)[:MAX_CHARACTERS]), values, request)

    def ask_again(self, values: Values, request: gr.Request, event: gr.EventData) -> Iterator[Values]:
        """Answer a question of the conversation again, with the filters as they are now."""
        turn = find_turn(load_turns(values[self._page.history]), event.turn)
        if turn is not None:
            yield from self._answer(turn, values, request, turn.filters.dates)

    def ask_about_dates(self, values: Values, request: gr.Request, event: gr.EventData) -> Iterator[Values]:
        """Answer a question again, heeding or disregarding the times that it names."""
        turn = find_turn(load_turns(values[self._page.history]), event.turn)
        if turn is not None:
            yield from self._answer(turn, values, request, "ignore" if event.dates == "ignore" else "read")

    def ask_alone(self, values: Values, request: gr.Request, event: gr.EventData) -> Iterator[Values]:
        """Answer a question again as it was typed, or completed from the conversation."""
        turn = find_turn(load_turns(values[self._page.history]), event.turn)
        if turn is not None:
            asked = turn.model_copy(update={"alone": event.alone == "yes"})
            yield from self._answer(asked, values, request, turn.filters.dates)

    def give_up(self, values: Values, request: gr.Request) -> Values:
        """Show the conversation; a question that is still open will get no answer any more."""
        language = _language(request)
        turns = settle(load_turns(values[self._page.history]), language)
        return self._shown(turns, turns[-1].id if turns else None, language)

    def stop(self, values: Values) -> None:
        """Call off the answers of this conversation that are being written; who waits for them shows that."""
        for turn in load_turns(values[self._page.history]):
            stream = self._streams.get(turn.id)
            if stream is not None:
                stream.close()

    def forget(self, request: gr.Request) -> Values:
        """Delete the conversation."""
        page = self._page
        return {page.history: [], page.transcript: transcript_html([], _language(request)), page.article: ""}

    def show_place(self, values: Values, request: gr.Request, event: gr.EventData) -> str:
        """Open the article of a citation at the quote."""
        place = cited_place(load_turns(values[self._page.history]), event.turn, event.kind, event.n)
        return article_panel(self._fundstelle, place.article_id, place, _language(request)) if place else ""

    def show_article(self, request: gr.Request, event: gr.EventData) -> str:
        """Open an article that has no quote to show."""
        return article_panel(self._fundstelle, str(event.id), None, _language(request))

    def _answer(self, turn: Turn, values: Values, request: gr.Request, dates: Dates = "read") -> Iterator[Values]:
        """Show the question at once, its answer when there is one."""
        page = self._page
        language = _language(request)
        filters = self._filters(values).model_copy(update={"dates": dates})
        open_turn = turn.model_copy(update={"answer": None, "failure": None, "filters": filters})
        turns = put_turn(load_turns(values[page.history]), open_turn)
        yield {
            **self._shown(turns, turn.id, language),
            page.question: "" if page.question in values else gr.skip(),
            page.ask: gr.update(interactive=False),
            page.stop: gr.update(visible=self._fundstelle.model is not None),
        }
        for step in answer_turn(self._fundstelle, open_turn, values[page.answer_language], self._streams, turns):
            if isinstance(step, str):
                yield {page.transcript: transcript_html(turns, language, turn.id, step)}
            else:
                yield self._shown(stopped(put_turn(turns, step), language), turn.id, language)

    def _shown(self, turns: list[Turn], current: str | None, language: Language) -> Values:
        page = self._page
        return {
            page.history: store_turns(turns),
            page.transcript: transcript_html(turns, language, current),
            page.ask: gr.update(interactive=True),
            page.stop: gr.update(visible=False),
        }

    def _filters(self, values: Values) -> Filters:
        page = self._page
        return make_filters(values[page.languages], values[page.date_from], values[page.date_to], values[page.sources])


def _language(request: gr.Request) -> Language:
    return wanted_language(request.headers.get("accept-language"))
