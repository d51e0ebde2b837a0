from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from ui.evaluation.components import EvaluationTab, build_tab
from ui.evaluation.events import EvaluationEvents
from ui.evaluation.runner import Runner
from ui.evaluation.settings import EvaluationSettings

GERMAN = gr.Request(headers={"accept-language": "de-DE", "sec-fetch-site": "same-origin"})
FOREIGN = gr.Request(headers={"accept-language": "en", "sec-fetch-site": "cross-site"})


@pytest.fixture
def tab() -> EvaluationTab:
    async def build() -> EvaluationTab:
        with gr.Blocks(analytics_enabled=False), gr.Tabs(), gr.Tab("x") as tab:
            return build_tab(tab)

    # In a running loop, since Gradio otherwise makes loops of its own and leaves them open.
    return asyncio.run(build())


@pytest.fixture
def runner(archive: Path, tmp_path: Path) -> Iterator[Runner]:
    runner = Runner(EvaluationSettings(archive, tmp_path / "runs", may_start=True))
    yield runner
    runner.close()


def closed(runner: Runner) -> Runner:
    return Runner(EvaluationSettings(runner.settings.data, runner.settings.runs, may_start=False))


def test_opening_the_tab_fills_it(runner: Runner, tab: EvaluationTab) -> None:
    shown = EvaluationEvents(runner, tab).show(GERMAN)
    assert "Auswertung" in shown[tab.lead]
    assert shown[tab.controls]["visible"] is True
    assert shown[tab.gold]["choices"] == [("Prüffragen des Demo-Archivs", "")]
    assert "Noch kein Lauf." in shown[tab.runs]
    assert shown[tab.timer]["active"] is False
    assert EvaluationEvents(closed(runner), tab).show(GERMAN)[tab.controls]["visible"] is False


def test_a_run_is_started_and_cancelled(runner: Runner, tab: EvaluationTab) -> None:
    events = EvaluationEvents(runner, tab)
    shown = events.start({tab.gold: ""}, GERMAN)
    assert runner.job is not None
    assert shown[tab.timer]["active"] is True
    assert shown[tab.start]["interactive"] is False
    assert shown[tab.cancel]["visible"] is True
    assert "<progress" in shown[tab.progress]
    events.cancel(GERMAN)
    runner.job.process.wait(60)
    after = events.look(GERMAN)
    assert after[tab.timer]["active"] is False
    assert after[tab.start]["interactive"] is True


def start(events: EvaluationEvents, tab: EvaluationTab, gold: str, request: gr.Request) -> dict[Any, Any]:
    # Outside a server, Gradio's message to the user is a Python warning.
    with pytest.warns(UserWarning, match="not be started|nicht gestartet|nicht mehr"):
        return events.start({tab.gold: gold}, request)


@pytest.mark.parametrize("gold", ["../gold.jsonl", "nowhere.jsonl", "/etc/passwd"])
def test_gold_that_is_not_on_the_list_is_refused(runner: Runner, tab: EvaluationTab, gold: str) -> None:
    start(EvaluationEvents(runner, tab), tab, gold, GERMAN)
    assert runner.job is None


def test_nobody_starts_a_run_where_that_is_not_allowed(runner: Runner, tab: EvaluationTab) -> None:
    shut = closed(runner)
    start(EvaluationEvents(shut, tab), tab, "", GERMAN)
    assert shut.job is None


def test_the_page_of_another_site_starts_nothing(runner: Runner, tab: EvaluationTab) -> None:
    start(EvaluationEvents(runner, tab), tab, "", FOREIGN)
    assert runner.job is None


@pytest.mark.parametrize("name", ["nowhere", "../elsewhere", "done"])
def test_only_an_unfinished_run_of_the_list_is_gone_on_with(runner: Runner, tab: EvaluationTab, name: str) -> None:
    folder = runner.settings.runs / "done"
    folder.mkdir(parents=True)
    info = {"gold": "g.jsonl", "questions": 1, "started": "2026-11-22T05:01:12+00:00", "finished": "2026-11-22"}
    (folder / "run.json").write_text(json.dumps(info), encoding="utf-8")
    (folder / "metrics.json").write_text('{"questions": 1}', encoding="utf-8")
    with pytest.warns(UserWarning, match="nicht mehr"):
        EvaluationEvents(runner, tab).go_on(GERMAN, SimpleNamespace(name=name))  # type: ignore[arg-type]
    assert runner.job is None
