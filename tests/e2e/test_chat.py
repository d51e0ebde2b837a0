"""The chat as a journalist uses it: a real server process, a real headless Chromium, the demo articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from rag import Fundstelle

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]
SCREENSHOT = REPOSITORY / ".cache" / "screenshots" / "chat.png"
GERMAN = "Wie viel Benzin und Diesel hat Belarus an Russland geliefert?"
ENGLISH = "How many containers of munitions did North Korea send to Russia, according to Matthew Miller?"
OFF_TOPIC = "What is the boiling point of ethanol in kelvin?"
PATIENCE = 60_000


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
