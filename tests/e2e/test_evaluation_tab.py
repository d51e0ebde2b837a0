"""The evaluation tab as a team uses it: a real server, a real run, a real headless Chromium."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE = 120_000
QUESTIONS = 60


@pytest.fixture(scope="module")
def data(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of tiny articles with gold questions of its own."""
    data = tmp_path_factory.mktemp("tab") / "data"
    shutil.copytree(archive, data)
    (data / "gold").mkdir()
    question = {"question": "Wie heißt der Panda?", "language": "de", "answerable": True}
    lines = [{**question, "id": f"q{n}", "answers": ["Momo"], "articles": ["zoo"]} for n in range(QUESTIONS)]
    (data / "gold" / "zoo.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return data


@pytest.fixture(scope="module")
def served(data: Path) -> Path:
    """What is served."""
    return data


@pytest.fixture
def locale() -> str:
    """The browser is an English one."""
    return "en-GB"


def test_the_chat_comes_first_and_keeps_its_keyboard(page: Page) -> None:
    tabs = page.get_by_role("tab")
    expect(tabs.first).to_have_text("Ask")
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    expect(page.locator("#fs-question textarea")).to_be_focused()
    expect(page.locator("#fs-question textarea")).to_be_in_viewport()
    page.get_by_role("tab", name="Evaluation").click()
    assert not page.locator("#fs-question textarea").is_visible()
    tabs.first.click()
    expect(page.locator("#fs-question textarea")).to_be_visible()


def test_a_run_is_started_cancelled_continued_and_read(
    page: Page, server: str, data: Path, hosts: list[str], complaints: list[str]
) -> None:
    page.get_by_role("tab", name="Evaluation").click()
    expect(page.locator("#fs-eval-runs")).to_contain_text("No run yet.")
    page.locator("#fs-eval-gold input").click()
    page.get_by_role("option", name="zoo.jsonl").click()
    page.locator("#fs-eval-start").click()
    expect(page.locator("#fs-eval-start")).to_be_disabled()
    expect(page.locator("#fs-eval-progress progress[value]")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#fs-eval-progress")).to_contain_text(f"of {QUESTIONS} questions")
    page.locator("#fs-eval-cancel").click()
    expect(page.locator("#fs-eval-runs")).to_contain_text("stopped: ", timeout=PATIENCE)

    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#fs-eval-progress")).to_contain_text("Done.", timeout=PATIENCE)
    (folder,) = (data / "runs").iterdir()
    assert len((folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()) == QUESTIONS
    expect(page.locator("#fs-eval-runs tbody tr")).to_contain_text(f"{QUESTIONS} questions")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Report").click()
    report = opened.value
    report.wait_for_selector("html[data-ready]")
    assert report.url == f"{server}/runs/{folder.name}/report.html"
    report.keyboard.press("j")
    report.keyboard.press("Enter")
    expect(report.locator("#detail")).to_contain_text("Momo")
    report.get_by_label("Search", exact=True).fill("q59")
    report.keyboard.press("Enter")
    expect(report.locator("#rows .row")).to_have_count(1)
    # The report has an origin of its own: what the chat has stored is out of its reach.
    assert report.evaluate("self.origin") == "null"
    assert set(hosts) == {"127.0.0.1"}
    assert complaints == []


def test_a_reload_shows_the_runs_there_are(page: Page) -> None:
    page.get_by_role("tab", name="Evaluation").click()
    expect(page.get_by_role("link", name="Report")).to_be_visible()
    page.reload()
    page.get_by_role("tab", name="Evaluation").click()
    expect(page.get_by_role("link", name="Report")).to_be_visible()


def test_a_narrow_window_needs_no_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("tab", name="Evaluation").click()
    expect(page.get_by_role("link", name="Report")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
