"""The report of a real run, opened from the disk in a headless Chromium without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from index.build import build_index
from index.embedding import OnnxEmbedder
from rag import Fundstelle

pytestmark = pytest.mark.browser

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PATIENCE = 60_000
MANY = 3000
HOSTILE = (
    "Im Zoo von Görlitz ist ein Roter Panda geboren worden. Das Jungtier heißt Momo </script>"
    "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\"> & wiegt 120 Gramm. 😀 Ja."
)
HARBOUR = (
    "HUSUM - Der neue Hafenkran hebt bis zu 60.000 Kilogramm. Er wurde von Bürgermeisterin Petersen eingeweiht.\n\n"
    "Der Kran kostete 3,5 Mio. Euro. Die Hälfte bezahlte das Land."
)


def _span(text: str, quote: str, article_id: str) -> dict[str, Any]:
    return {"article_id": article_id, "start": text.index(quote), "end": text.index(quote) + len(quote)}


QUESTIONS: list[dict[str, Any]] = [
    {"id": "crane", "question": "Wie viel Kilogramm hebt der neue Hafenkran?", "language": "de", "answerable": True,
     "answers": ["60.000 Kilogramm"], "articles": ["hafen"], "type": "how_much",
     "spans": [_span(HARBOUR, "Der neue Hafenkran hebt bis zu 60.000 Kilogramm.", "hafen")]},
    {"id": "panda", "question": "Wie heißt der Rote Panda in Görlitz?", "language": "de", "answerable": True,
     "answers": ["Momo"], "articles": ["zoo"], "type": "who",
     "spans": [_span(HOSTILE, "Das Jungtier heißt Momo", "zoo")]},
    {"id": "cost", "question": "What did the crane in Husum cost?", "language": "en", "answerable": True,
     "answers": ["nine pounds"], "articles": ["hafen"], "type": "how_much"},
    {"id": "ethanol", "question": "What is the boiling point of ethanol?", "language": "en", "answerable": False},
]  # fmt: skip


def _evaluate(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rag.cli.main", "eval", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder) -> Path:
    """An archive with an article that tries to be markup."""
    folder = tmp_path_factory.mktemp("report")
    lines = [
        {"id": "zoo", "title": "<b>Nachwuchs</b> & mehr", "text": HOSTILE, "language": "de"},
        {"id": "hafen", "title": "Neuer Hafenkran", "text": HARBOUR, "language": "de", "published": "2023-09-14"},
    ]
    (folder / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    build_index(folder / "data", [folder / "news.jsonl"], embedder)
    return folder / "data"


@pytest.fixture(scope="module")
def run(data: Path) -> Path:
    """The folder of a run that the command line made."""
    gold, folder = data.parent / "gold.jsonl", data.parent / "run"
    gold.write_text("".join(json.dumps(line) + "\n" for line in QUESTIONS), encoding="utf-8")
    _evaluate(str(gold), "--data", str(data), "--out", str(folder))
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("FUNDSTELLE_BROWSER", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a file; in the end nothing else may have been asked for, and nothing may have been complained about."""
    pages: list[Page] = []
    asked: list[str] = []
    complaints: list[str] = []

    def open_file(path: Path, fragment: str = "", **options: Any) -> Page:
        page = browser.new_page(**options)
        pages.append(page)
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.context.set_offline(True)
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_file
    files = {page.url.partition("#")[0] for page in pages}
    for page in pages:
        page.close()
    assert complaints == []
    assert set(asked) == files


@pytest.fixture
def page(run: Path, open_page: Callable[..., Page]) -> Page:
    return open_page(run / "report.html", viewport={"width": 1280, "height": 900})


def shown(page: Page) -> list[str]:
    return page.locator("#rows .row .id").all_text_contents()


def test_everything_is_there_without_a_network(page: Page) -> None:
    assert page.title() == "Evaluation of gold.jsonl"
    expect(page.locator("#summary")).to_contain_text("Recall@5")
    expect(page.locator("#directions table.heat")).to_contain_text("en>de")
    assert page.locator("figure svg[role=img]").count() == 4
    assert shown(page) == ["crane", "panda", "cost", "ethanol"]
    expect(page.locator("#count")).to_contain_text("4 of 4 questions")


def test_hostile_text_stays_text(page: Page) -> None:
    page.locator("button[data-id=panda]").click()
    expect(page.locator("#detail")).to_contain_text("<script>document.title = 'owned'</script>")
    expect(page.locator("#detail")).to_contain_text("<b>Nachwuchs</b>")
    assert page.locator("#detail img, #detail script, #detail b").count() == 0
    assert page.title() == "Evaluation of gold.jsonl"


def test_the_gold_evidence_is_marked_to_the_character(page: Page) -> None:
    for name, text, quote in (
        ("crane", HARBOUR, "Der neue Hafenkran hebt bis zu 60.000 Kilogramm."),
        ("panda", HOSTILE, "Das Jungtier heißt Momo"),
    ):
        page.locator(f"button[data-id={name}]").click()
        article = page.locator("#detail .article", has=page.locator(".role", has_text="gold")).first
        assert "".join(article.locator(".text").first.locator("mark.mark-gold").all_text_contents()) == quote
        if article.get_by_role("button", name="Show the whole article").count():
            article.get_by_role("button", name="Show the whole article").click()
        assert article.locator(".text").first.text_content() == text


def test_quotes_are_marked_to_the_character(page: Page, data: Path) -> None:
    with Fundstelle.open(data) as archive:
        answer = archive.ask(QUESTIONS[0]["question"])
    assert answer.citations, "else there is nothing to look at"
    page.locator("button[data-id=crane]").click()
    places = page.locator("#detail .place").all_text_contents()
    assert places == [f"[{c.n}] characters {c.start} to {c.end}" for c in answer.citations]
    marked = "".join(page.locator("#detail .article .text mark.mark-quote").all_text_contents())
    assert marked == "".join(c.quote for c in sorted(answer.citations, key=lambda c: c.start))


def test_every_score_says_why(page: Page) -> None:
    page.locator("button[data-id=cost]").click()
    rows = page.locator("#detail table.scores tbody tr")
    cells = rows.locator("td:last-child").all_text_contents()
    assert len(cells) > 10
    assert all(cell.endswith(".") for cell in cells)
    expect(page.locator("#detail table.scores")).to_contain_text("gold article")


def test_filters_narrow_the_list_and_can_be_reset(page: Page) -> None:
    search = page.get_by_label("Search", exact=True)
    search.fill("görlitz PANDA")
    assert shown(page) == ["panda"]
    search.fill("ethanol")
    assert shown(page) == ["ethanol"]
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#rows .row")).to_have_count(4)
    page.get_by_label("Direction", exact=True).select_option("en>de")
    assert shown(page) == ["cost"]
    page.get_by_role("button", name="Reset").click()
    page.get_by_label("Answerable", exact=True).select_option("false")
    assert shown(page) == ["ethanol"]
    page.get_by_role("button", name="Reset").click()
    page.get_by_label("Type", exact=True).select_option("how_much")
    assert shown(page) == ["crane", "cost"]
    page.get_by_role("button", name="Reset").click()
    page.get_by_label("only mistakes").check()
    assert "cost" in shown(page)
    assert page.locator("#rows .row:not(.wrong)").count() == 0


def test_columns_sort_both_ways(page: Page) -> None:
    header = page.locator("th[data-column=question]")
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "ascending"
    up = shown(page)
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert shown(page) == up[::-1]
    assert up == ["cost", "ethanol", "panda", "crane"]


def test_the_keyboard_is_enough(page: Page) -> None:
    keys = page.keyboard
    keys.press("/")
    keys.type("crane")
    assert shown(page) == ["crane", "cost"]
    keys.press("Escape")
    keys.press("Escape")
    assert shown(page) == ["crane", "panda", "cost", "ethanol"]
    keys.press("j")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(page.locator("button[data-id=panda]")).to_have_attribute("aria-expanded", "true")
    assert page.url.endswith("#question=panda")
    keys.press("j")
    expect(page.locator("button[data-id=cost]")).to_have_attribute("aria-expanded", "true")
    assert page.locator(".detail-row").count() == 1
    keys.press("k")
    keys.press("Escape")
    expect(page.locator(".detail-row")).to_have_count(0)
    expect(page.locator("button[data-id=panda]")).to_be_focused()


def test_an_address_names_a_question(run: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(run / "report.html", "#question=cost")
    expect(page.locator("button[data-id=cost]")).to_have_attribute("aria-expanded", "true")


def test_paper_holds_all_questions_and_their_details_on_demand(page: Page) -> None:
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".row").count() == 4
    assert page.locator(".detail-row").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.get_by_label("with all details").check()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".detail-row").count() == 4
    page.emulate_media(media="print")
    for hidden in ("#filters", "#print", "nav", ".keys"):
        assert not page.locator(hidden).is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".detail-row").count() == 0


@pytest.mark.parametrize("width", [390, 768])
def test_a_narrow_window_needs_no_sideways_scrolling(run: Path, open_page: Callable[..., Page], width: int) -> None:
    page = open_page(run / "report.html", "#question=panda", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_thousands_of_questions_stay_usable(run: Path, data: Path, open_page: Callable[..., Page]) -> None:
    folder = data.parent / "many"
    folder.mkdir()
    for name in ("run.json", "metrics.json"):
        (folder / name).write_bytes((run / name).read_bytes())
    records = [json.loads(line) for line in (run / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    with (folder / "questions.jsonl").open("w", encoding="utf-8") as file:
        for number in range(MANY):
            record = records[number % len(records)]
            record["id"] = record["expected"]["id"] = f"q{number}"
            file.write(json.dumps(record) + "\n")
    _evaluate("report", str(folder), "--data", str(data))
    page = open_page(folder / "report.html", f"#question=q{MANY - 1}")
    expect(page.locator("#count")).to_contain_text(f"{MANY} of {MANY} questions")
    expect(page.locator(f"button[data-id=q{MANY - 1}]")).to_have_attribute("aria-expanded", "true")
    page.get_by_label("Search", exact=True).fill("q17")
    expect(page.locator("#rows .row")).to_have_count(100)
    page.locator("#more").click()
    expect(page.locator("#rows .row")).to_have_count(111)
    assert not page.locator("#more").is_visible()
