"""Conversations as people hold them: in a real browser, over HTTP by several at a time, and over the demo articles."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from rag import Answer, Fundstelle

REPOSITORY = Path(__file__).resolve().parents[2]
DIALOGUES = REPOSITORY / "tests" / "rag" / "conversation" / "dialogues.jsonl"
SCREENSHOT = REPOSITORY / ".cache" / "screenshots" / "conversation.png"
PATIENCE = 90_000
FUEL = "Wie viel Benzin und Diesel hat Belarus an Russland geliefert?"
LABOUR = "How many seats did Labour win in the general election?"


@pytest.fixture
def pages(browser: Browser, server: str) -> list[Page]:
    """The chat, open to two people who share nothing."""
    opened = [browser.new_context(locale="de-DE").new_page() for _ in range(2)]
    for page in opened:
        page.set_default_timeout(PATIENCE)
        page.goto(server)
    return opened


def _ask(page: Page, question: str) -> None:
    turns = page.locator(".fs-turn").count()
    box = page.locator("#fs-question textarea")
    box.fill(question)
    box.press("Enter")
    expect(page.locator(".fs-turn")).to_have_count(turns + 1)
    done = page.locator(".fs-turn").last.locator(".fs-answer, .fs-refusal, .fs-reply, .fs-failure")
    expect(done.first).to_be_visible()


@pytest.mark.browser
def test_a_follow_up_in_the_chat_shows_how_it_was_understood(pages: list[Page]) -> None:
    page = pages[0]
    _ask(page, FUEL)
    _ask(page, "Und wann?")
    line = page.locator(".fs-understood").last
    expect(line).to_contain_text("Verstanden als: Wann hat Belarus")
    SCREENSHOT.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOT, full_page=True)

    page.get_by_role("button", name="Wie getippt fragen").last.click()
    expect(page.locator(".fs-reply").last).to_contain_text("Das verstehe ich nicht als Frage")
    page.get_by_role("button", name="Im Zusammenhang fragen").last.click()
    expect(line).to_contain_text("Wann hat Belarus")

    page.reload()
    expect(page.locator(".fs-understood").last).to_contain_text("Wann hat Belarus")
    _ask(page, "Danke!")
    reply = page.locator(".fs-turn").last
    expect(reply.locator(".fs-reply")).to_contain_text("Gern geschehen")
    assert reply.locator(".fs-source, .fs-actions").count() == 0


@pytest.mark.browser
def test_two_browsers_hold_two_conversations(pages: list[Page]) -> None:
    one, other = pages
    _ask(one, FUEL)
    _ask(other, LABOUR)
    _ask(one, "Warum?")
    _ask(other, "Why?")
    expect(one.locator(".fs-understood").last).to_contain_text("Belarus")
    expect(other.locator(".fs-understood").last).to_contain_text("Labour")
    for page, foreign in ((one, "Labour"), (other, "Belarus")):
        assert not re.search(foreign, page.locator("#fs-conversation").inner_text())


def test_clients_at_the_same_time_hold_conversations_of_their_own(server: str) -> None:
    def talk(question: str) -> str:
        with httpx.Client(base_url=server, timeout=180) as client:
            first = client.post("/v1/query", json={"question": question}).json()
            history = [{"question": question, "answer": first}]
            answer = client.post("/v1/query", json={"question": "Warum?", "history": history}).json()
            return str(Answer.model_validate(answer).rewritten)

    questions = [FUEL, LABOUR, "Wann trat Finnland der Nato bei?", "Was kostet das Deutschlandticket?"] * 2
    with ThreadPoolExecutor(4) as pool:
        completed = list(pool.map(talk, questions))
    names = ["Belarus", "Labour", "Finnland", "Deutschlandticket"] * 2
    for name, text in zip(names, completed, strict=True):
        assert name in text
        assert not any(other in text for other in set(names) - {name})


@pytest.fixture(scope="module")
def dialogues() -> list[dict[str, Any]]:
    """Every third dialogue in which a follow-up is answered by known articles."""
    read = [json.loads(line) for line in DIALOGUES.read_text(encoding="utf-8").splitlines()]
    return [dialogue for dialogue in read if dialogue["articles"]][::3]


def test_follow_ups_find_the_articles_that_answer_them(demo: Path, dialogues: list[dict[str, Any]]) -> None:
    missed = []
    with Fundstelle.open(demo, llm=False) as archive:
        for dialogue in dialogues:
            history: list[Answer] = []
            for turn in dialogue["history"]:
                history.append(archive.ask(turn["question"], history=history))
            answer = archive.ask(dialogue["follow_up"], history=history)
            results = archive.search(answer.rewritten or answer.question, 3, language=answer.language)
            if not {result.article_id for result in results} & set(dialogue["articles"]):
                missed.append((dialogue["id"], dialogue["follow_up"], answer.rewritten))
    assert len(dialogues) > 20
    assert len(missed) <= 0.05 * len(dialogues), missed
