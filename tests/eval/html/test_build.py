from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from eval.html.build import FILE, build_html, write_html
from eval.runs.info import RunInfo
from eval.summary.report import Report
from index.models import Article

ArticleOf = Callable[[str], Article | None]


class Tags(HTMLParser):
    """Counts elements and fails on what is not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        if tag not in ("meta", "input", "col", "wbr", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


@pytest.fixture
def html(report: Report, info: RunInfo, article_of: ArticleOf) -> str:
    return build_html(report, info, article_of)


@pytest.fixture
def data(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_page_is_well_formed_and_hostile_text_stays_text(html: str) -> None:
    tags = Tags()
    tags.feed(html)
    assert tags.found.count("script") == 2
    assert {"b", "i", "img", "iframe", "link"}.isdisjoint(tags.found)
    assert "window.owned" in html
    assert "<title>Evaluation of my &lt;gold&gt;.jsonl</title>" in html
    assert "LockedError: &lt;busy&gt;" in html


def test_all_of_a_question_is_in_the_data(data: Any) -> None:
    right, hostile, failed = data["questions"]
    assert (right["outcome"], right["mistake"]) == ("right answer", False)
    assert (hostile["outcome"], hostile["mistake"]) == ("wrong answer", True)
    assert (failed["outcome"], failed["answer"]) == ("failed", None)
    assert right["gold"]["facts"] == [["60 Tonnen"]]
    assert right["results"][0]["gold"] == "evidence"
    assert hostile["results"][0]["gold"] == ""
    assert right["answer"]["citations"][0]["in_place"] is True
    assert set(right["reasons"]) == set(right["scores"])
    assert failed["failures"] == [{"step": "ask", "error": "LockedError: <busy>"}]


def test_quotes_stand_at_their_code_points_in_the_kept_text(data: Any) -> None:
    for question in data["questions"][:2]:
        (citation,) = question["answer"]["citations"]
        (start, text), *_ = data["articles"][citation["article_id"]]["pieces"]
        assert text[citation["start"] - start : citation["end"] - start] == citation["quote"]


def test_the_sections_are_there_in_order(html: str) -> None:
    ids = re.findall(r'<section id="(\w+)"', html)
    assert ids == ["summary", "directions", "charts", "groups", "refusals", "questions", "definitions", "run"]
    assert "22 November 2026, 05:01 UTC" in html
    assert "111 seconds" in html


def test_the_same_run_gives_the_same_file(tmp_path: Path, report: Report, info: RunInfo, article_of: ArticleOf) -> None:
    (tmp_path / FILE).write_text("older", encoding="utf-8")
    path = write_html(report, info, tmp_path, article_of)
    first = path.read_bytes()
    assert path == tmp_path / "report.html"
    assert write_html(report, info, tmp_path, article_of).read_bytes() == first
    assert list(tmp_path.iterdir()) == [path]
