"""A real `fundstelle serve` with a language model: events that come while it writes, and the chat in a browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

REPOSITORY = Path(__file__).resolve().parents[2]
SCREENSHOT = REPOSITORY / ".cache" / "screenshots" / "chat-llm.png"
QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
TRUE = "Der neue Hafenkran hebt bis zu 60.000 Kilogramm."
FALSE = "Ein Erdbeben hat 1999 die Stadt Lissabon zerstört."
PATIENCE = 60_000


@pytest.fixture(scope="module")
def served(archive: Path) -> Path:
    """The archive of tiny articles."""
    return archive


@pytest.fixture(scope="module")
def environment(llm_process: Any) -> dict[str, str]:
    """The server asks the scripted model."""
    return {"FUNDSTELLE_LLM": f"{llm_process.url}#scripted", "FUNDSTELLE_LLM_RETRIES": "0"}


def test_events_come_while_the_model_writes(server: str, scripted_llm: Any) -> None:
    scripted_llm.says(f"{TRUE} [1] {FALSE} [1]", pause=0.1)
    times: list[float] = []
    with httpx.stream(
        "POST", f"{server}/v1/query", json={"question": QUESTION, "stream": True}, timeout=120
    ) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        for line in response.iter_lines():
            if line.startswith("event: "):
                times.append(time.monotonic())
                name = line
    assert name == "event: answer"
    assert len(times) > 10
    assert times[-1] - times[0] > 1.0, "they did not come all at once"


@pytest.mark.parametrize("script", [{"cut_after": 20, "how": "hang"}, {"wait": 3.0, "pause": 0.5}])
def test_who_hangs_up_ends_the_models_work(server: str, scripted_llm: Any, script: dict[str, Any]) -> None:
    """In the middle of the answer, and before its first word."""
    scripted_llm.says(f"{TRUE} [1] {FALSE} [1]", **script)
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(
            f"{server}/v1/query", json={"question": QUESTION, "stream": True}, timeout=2.0 if "wait" in script else 8.0
        )
    soon(scripted_llm.hung_up)


@pytest.mark.browser
def test_the_chat_shows_the_answer_while_it_is_written(page: Page, scripted_llm: Any) -> None:
    scripted_llm.says(f"{TRUE} [1] {FALSE} [1]", pause=0.4)
    ask(page)
    draft = page.locator(".fs-draft")
    expect(draft).to_contain_text("Der neue", timeout=PATIENCE)
    expect(page.locator("#fs-stop")).to_be_visible()
    expect(page.locator(".fs-marker").first).to_be_visible(timeout=PATIENCE)
    assert draft.count() == 0
    answer = page.locator(".fs-answer").last
    expect(answer).to_contain_text(f"{TRUE}[1]")
    expect(page.locator(".fs-verdict").last).to_contain_text("nicht belegt")
    assert answer.inner_text().count("nicht belegt") == 1
    expect(page.locator(".fs-basis").last).to_contain_text("formuliert von scripted")
    expect(page.locator("#fs-stop")).to_be_hidden()
    SCREENSHOT.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOT)


@pytest.mark.browser
def test_the_chat_can_be_stopped(page: Page, scripted_llm: Any) -> None:
    scripted_llm.says(f"{TRUE} [1] {FALSE} [1]", cut_after=20, how="hang", pause=0.05)
    ask(page)
    expect(page.locator(".fs-draft")).to_contain_text("Der neue", timeout=PATIENCE)
    page.locator("#fs-stop").click()
    expect(page.locator(".fs-failure")).to_contain_text("abgebrochen", timeout=PATIENCE)
    expect(page.locator("#fs-send")).to_be_enabled()
    soon(scripted_llm.hung_up)


@pytest.mark.browser
def test_the_chat_says_when_the_model_failed(page: Page, scripted_llm: Any) -> None:
    scripted_llm.says(statuses=[500])
    ask(page)
    expect(page.locator(".fs-notice")).to_contain_text(
        "Das Sprachmodell scripted meldet einen Fehler.", timeout=PATIENCE
    )


def ask(page: Page) -> None:
    box = page.locator("#fs-question textarea")
    box.fill(QUESTION)
    box.press("Enter")


def soon(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)
