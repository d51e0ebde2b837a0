"""What happens on the evaluation tab."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import gradio as gr

from index.errors import FundstelleError
from index.models import Language
from ui.evaluation.components import EvaluationTab
from ui.evaluation.gold import DEMO, gold_files, gold_path
from ui.evaluation.progress import progress_html
from ui.evaluation.runner import Runner
from ui.evaluation.runs import list_runs
from ui.evaluation.texts import EVALUATION_TEXTS
from ui.evaluation.view import lead_html, runs_html
from ui.locale import wanted_language

logger = logging.getLogger(__name__)

Values = dict[Any, Any]


class EvaluationEvents:
    """The tab's event handlers; the run under way is the server's, everybody sees the same."""

    def __init__(self, runner: Runner, tab: EvaluationTab) -> None:
        """Take what runs evaluations, and the tab to show them on."""
        self._settings = runner.settings
        self._runner = runner
        self._tab = tab

    def connect(self) -> None:
        """Let the tab's parts call the handlers; to be called inside the page."""
        tab = self._tab
        status = [tab.start, tab.cancel, tab.progress, tab.runs, tab.timer]
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        tab.tab.select(self.show, None, [tab.lead, tab.controls, tab.gold, *status], **quiet)
        tab.timer.tick(self.look, None, status, **quiet)
        tab.start.click(self.start, {tab.gold}, status, **quiet)
        tab.cancel.click(self.cancel, None, status, **quiet)
        tab.runs.go_on(self.go_on, None, status, **quiet)

    def show(self, request: gr.Request) -> Values:
        """Fill the tab when it is opened."""
        tab, language = self._tab, _language(request)
        texts = EVALUATION_TEXTS[language]
        choices = [(texts.gold_demo, DEMO), *((name, name) for name in gold_files(self._settings.gold))]
        return {
            tab.lead: lead_html(self._settings, language),
            tab.controls: gr.update(visible=self._settings.may_start),
            tab.gold: gr.update(choices=choices),
            **self.look(request),
        }

    def look(self, request: gr.Request) -> Values:
        """Show how far the run under way is, and the list as it is now."""
        tab, language = self._tab, _language(request)
        job = self._runner.job
        running = job is not None and job.running
        name = job.folder.name if job is not None and running else None
        runs = list_runs(self._settings.runs)
        return {
            tab.start: gr.update(interactive=not running),
            tab.cancel: gr.update(visible=running and self._settings.may_start),
            tab.progress: progress_html(job, language),
            tab.runs: runs_html(runs, name, self._settings.may_start, language),
            tab.timer: gr.update(active=running),
        }

    def start(self, values: Values, request: gr.Request) -> Values:
        """Begin a run with the chosen gold."""
        chosen = values[self._tab.gold] or DEMO
        path = None if chosen == DEMO else gold_path(self._settings.gold, str(chosen))
        if chosen != DEMO and path is None:
            gr.Warning(EVALUATION_TEXTS[_language(request)].gone)
        elif self._allowed(request):
            self._try(lambda: self._runner.start(path), request)
        return self.look(request)

    def go_on(self, request: gr.Request, event: gr.EventData) -> Values:
        """Go on with a run that was stopped."""
        run = next((run for run in list_runs(self._settings.runs) if run.name == str(event.name)), None)
        if run is None or run.finished or not run.gold:
            gr.Warning(EVALUATION_TEXTS[_language(request)].gone)
        elif self._allowed(request):
            self._try(lambda: self._runner.go_on(run.name, run.gold), request)
        return self.look(request)

    def cancel(self, request: gr.Request) -> Values:
        """Cancel the run under way."""
        if self._allowed(request):
            self._runner.cancel()
        return self.look(request)

    def _allowed(self, request: gr.Request) -> bool:
        """Whether runs may be started, by somebody who sees the tab: never by the page of another site."""
        foreign = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        if foreign or not self._settings.may_start:
            gr.Warning(EVALUATION_TEXTS[_language(request)].refused)
            return False
        return True

    def _try(self, begin: Callable[[], object], request: gr.Request) -> None:
        """Begin, or say why that cannot be."""
        try:
            begin()
        except (FundstelleError, OSError) as error:
            logger.warning("an evaluation could not begin: %s", error)
            gr.Warning(EVALUATION_TEXTS[_language(request)].cannot_start.format(reason=error))


def _language(request: gr.Request) -> Language:
    return wanted_language(request.headers.get("accept-language"))
