"""The chat as a journalist uses it: a real server process, a real headless Chromium, the demo articles."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from rag import Fundstelle

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]
SCREENSHOT = REPOSITORY / ".cache" / "screenshots" / "chat.png"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
GERMAN = "Wie viel Benzin und Diesel hat Belarus an Russland geliefert?"
ENGLISH = "How many containers of munitions did North Korea send to Russia, according to Matthew Miller?"
OFF_TOPIC = "What is the boiling point of ethanol in kelvin?"
PATIENCE = 60_000


@pytest.fixture(scope="module")
def server(demo: Path) -> Iterator[str]:
    """A running `fundstelle serve` over the demo articles; its address. It must end well when interrupted."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "rag.cli.main", "serve", "--data", str(demo), "--port", str(port)]
    process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, out + err


def _wait_for(address: str, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{address}/health", timeout=5).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.3)
    raise AssertionError("the server did not come up")


@pytest.fixture
def hosts() -> list[str]:
    """Every host that the page asked for something."""
    return []


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console reports as errors."""
    return []


@pytest.fixture
def page(server: str, hosts: list[str], complaints: list[str]) -> Iterator[Page]:
    """The chat, open in a German browser."""
    browser_path = os.environ.get("FUNDSTELLE_BROWSER", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        page = browser.new_page(locale="de-DE", viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: hosts.append(httpx.URL(request.url).host))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(server)
        yield page
        browser.close()


def ask(page: Page, question: str) -> None:
    box = page.locator("#fs-question textarea")
    box.fill(question)
    box.press("Enter")


def test_an_answer_leads_to_the_exact_characters(
    page: Page, demo: Path, hosts: list[str], complaints: list[str]
) -> None:
    ask(page, GERMAN)
    answer = page.locator(".fs-answer").last
    expect(answer).to_contain_text("60.000 Tonnen", timeout=PATIENCE)
    expect(answer).to_contain_text("[1]")
    with Fundstelle.open(demo) as archive:
        expected = archive.ask(GERMAN).citations[0]
        article = archive.article(expected.article_id)
    expect(page.locator(".fs-source").first).to_contain_text(expected.title)
    expect(page.locator(".fs-badge").first).to_have_text("DE")

    page.get_by_role("button", name=re.compile(re.escape(expected.title))).first.click()
    marks = page.locator("#fs-panel mark")
    expect(marks.first).to_be_in_viewport(timeout=PATIENCE)
    # The marked pieces together are the quote, and the panel shows the whole article around it.
    assert "".join(marks.all_text_contents()) == expected.quote
    assert article.text.split("\n")[-1] in page.locator("#fs-panel").inner_text()

    SCREENSHOT.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOT)
    assert SCREENSHOT.stat().st_size > 20_000
    assert set(hosts) == {"127.0.0.1"}
    assert complaints == []


def test_english_is_answered_in_english(page: Page) -> None:
    ask(page, ENGLISH)
    answer = page.locator(".fs-answer").last
    expect(answer).to_contain_text("11,000 containers", timeout=PATIENCE)
    expect(answer).to_contain_text("The archive says:")


def test_what_the_archive_does_not_say_is_shown_as_such(page: Page) -> None:
    ask(page, OFF_TOPIC)
    expect(page.locator(".fs-refusal").last).to_contain_text("The archive does not say.", timeout=PATIENCE)
    assert page.locator(".fs-answer").count() == 0


def test_the_time_read_from_a_question_can_be_taken_back_and_heeded_again(page: Page) -> None:
    ask(page, "Was kostete das Deutschlandticket bei seiner Einführung im Mai 2023?")
    line = page.locator(".fs-interpreted").last
    expect(line).to_contain_text("Mai 2023 bevorzugt", timeout=PATIENCE)
    page.get_by_role("button", name="Zeitangabe nicht beachten").click()
    expect(line).to_contain_text("nicht beachtet", timeout=PATIENCE)
    expect(page.locator(".fs-actions").last).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Zeitangabe beachten").click()
    expect(line).to_contain_text("Mai 2023 bevorzugt", timeout=PATIENCE)


def test_the_conversation_survives_a_reload(page: Page) -> None:
    ask(page, GERMAN)
    expect(page.locator(".fs-answer").last).to_contain_text("60.000 Tonnen", timeout=PATIENCE)
    page.reload()
    expect(page.locator("#fs-conversation")).to_contain_text("60.000 Tonnen", timeout=PATIENCE)


def test_hostile_questions_stay_text(page: Page) -> None:
    ask(page, "<img src=x onerror=\"document.title='owned'\"> **[x](javascript:alert(1))** Wer ist Kim?")
    expect(page.locator("#fs-conversation")).to_contain_text("<img src=x", timeout=PATIENCE)
    expect(page.locator(".fs-actions").last).to_be_visible(timeout=PATIENCE)
    assert page.locator("#fs-conversation img").count() == 0
    assert "owned" not in page.title()
