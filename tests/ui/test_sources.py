from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rag.models import Citation
from ui.sources import nearest_html, sources_html

Read = Callable[[str], Any]
MakeCitation = Callable[..., Citation]


def test_sources_stand_in_order_of_first_citation(read: Read, make_citation: MakeCitation) -> None:
    citations = [make_citation(2, title="Zweiter"), make_citation(1, title="Erster")]
    items = read(sources_html(citations, "de")).all("li")
    assert [item.all("span", "fs-number")[0].text for item in items] == ["1", "2"]
    assert [item.all("button", "fs-title")[0].text for item in items] == ["Erster", "Zweiter"]


def test_a_source_says_where_it_is_from(read: Read, make_citation: MakeCitation) -> None:
    citation = make_citation(1, published="2023-09", url="https://example.org/a")
    tree = read(sources_html([citation], "de"))
    (meta,) = tree.all("p", "fs-meta")
    assert [part.text for part in meta.all("span") if part.text.strip(" ↗")] == [
        "Küstenbote",
        "September 2023",
        "DE",
        "Original ↗",
    ]
    assert meta.all("time")[0].attributes["datetime"] == "2023-09"
    assert meta.all("abbr")[0].attributes["title"] == "Deutsch"
    assert meta.all("a")[0].attributes["href"] == "https://example.org/a"


def test_what_is_not_known_is_said(read: Read, make_citation: MakeCitation) -> None:
    (meta,) = read(sources_html([make_citation(1, published=None, source=None)], "en")).all("p", "fs-meta")
    assert [part.text for part in meta.all("span")] == ["outlet unknown", "undated", "DE"]


def test_no_link_to_anything_but_the_web(read: Read, make_citation: MakeCitation) -> None:
    tree = read(sources_html([make_citation(1, url="javascript:alert(1)")], "de"))
    assert not tree.all("a")
    assert "javascript" not in sources_html([make_citation(1, url="javascript:alert(1)")], "de")


def test_the_quote_has_its_phrase_marked(read: Read, make_citation: MakeCitation) -> None:
    citation = make_citation(1, "Er hebt 60 Tonnen.", start=50, highlight=(58, 67))
    (quote,) = read(sources_html([citation], "de")).all("blockquote")
    assert quote.text == "Er hebt 60 Tonnen."
    assert [mark.text for mark in quote.all("mark")] == ["60 Tonnen"]
    assert quote.attributes["lang"] == "de"


def test_articles_with_the_same_wording_can_be_opened(read: Read, make_citation: MakeCitation) -> None:
    tree = read(sources_html([make_citation(1, also_in=["a/1", 'b"<i>'])], "en"))
    assert "Same wording in 2 other articles:" in tree.text
    buttons = tree.all("button", "fs-also-id")
    assert [button.attributes["data-id"] for button in buttons] == ["a/1", 'b"<i>']


def test_nearest_articles_are_labelled_as_merely_near(read: Read, make_citation: MakeCitation) -> None:
    # They are found again by position, whatever their numbers.
    tree = read(nearest_html([make_citation(4), make_citation(4)], "en"))
    assert "Nearest articles" in tree.text
    assert "do not answer it" in tree.text
    assert [button.attributes["data-n"] for button in tree.all("button", "fs-title")] == ["1", "2"]
    assert not tree.all("span", "fs-number")


def test_nothing_is_shown_for_nothing() -> None:
    assert sources_html([], "de") == ""
    assert nearest_html([], "de") == ""


def test_hostile_fields_stay_text(read: Read, make_citation: MakeCitation) -> None:
    hostile = '"><script>alert(1)</script>'
    citation = make_citation(1, hostile, title=hostile, source=hostile, article_id=hostile, also_in=[hostile])
    tree = read(sources_html([citation], "de") + nearest_html([citation], "de"))
    assert not tree.all("script")
    assert [title.text for title in tree.all("button", "fs-title")] == [hostile, hostile]
