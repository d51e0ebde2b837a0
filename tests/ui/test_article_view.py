from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Article
from rag.models import Citation
from ui.article_view import article_html, missing_article_html

Read = Callable[[str], Any]
MakeArticle = Callable[..., Article]
MakeCitation = Callable[..., Citation]

TEXT = "Erster Absatz.\n\nDer Kran hebt 60 Tonnen. Er ist neu.\n\nLetzter Absatz."
QUOTE = "Der Kran hebt 60 Tonnen."


def marks(tree: Any) -> list[str]:
    return [mark.text for mark in tree.all("mark")]


def test_the_whole_article_is_shown_with_the_quote_marked(
    read: Read, make_article: MakeArticle, make_citation: MakeCitation
) -> None:
    citation = make_citation(1, QUOTE, start=TEXT.index(QUOTE))
    tree = read(article_html(make_article(TEXT), citation, "de"))
    (body,) = tree.all("div", "fs-article-text")
    assert [paragraph.text for paragraph in body.all("p")] == TEXT.split("\n\n")
    assert marks(tree) == [QUOTE]
    assert "Zeichen 16 bis 40" in tree.all("footer")[0].text


def test_the_answer_phrase_is_marked_inside_the_quote(
    read: Read, make_article: MakeArticle, make_citation: MakeCitation
) -> None:
    start, phrase = TEXT.index(QUOTE), TEXT.index("60 Tonnen")
    citation = make_citation(1, QUOTE, start=start, highlight=(phrase, phrase + 9))
    tree = read(article_html(make_article(TEXT), citation, "de"))
    assert marks(tree) == ["Der Kran hebt ", "60 Tonnen", "."]
    assert [mark.text for mark in tree.all("mark", "fs-phrase")] == ["60 Tonnen"]


def test_a_quote_over_two_paragraphs_is_marked_in_both(
    read: Read, make_article: MakeArticle, make_citation: MakeCitation
) -> None:
    citation = make_citation(1, "Er ist neu.\n\nLetzter", start=TEXT.index("Er ist neu"))
    assert marks(read(article_html(make_article(TEXT), citation, "de"))) == ["Er ist neu.", "Letzter"]


def test_a_changed_article_is_not_marked_but_says_so(
    read: Read, make_article: MakeArticle, make_citation: MakeCitation
) -> None:
    tree = read(article_html(make_article("Ganz anderer Text."), make_citation(1, QUOTE, start=3), "en"))
    assert not marks(tree)
    assert "has changed since this answer" in tree.all("p", "fs-notice")[0].text
    assert "characters" not in tree.all("footer")[0].text


def test_without_a_citation_nothing_is_marked(read: Read, make_article: MakeArticle) -> None:
    tree = read(article_html(make_article(TEXT), None, "de"))
    assert not marks(tree)
    assert not tree.all("p", "fs-notice")


def test_headings_and_tables_look_like_them(read: Read, make_article: MakeArticle) -> None:
    text = "Ein Satz steht hier.\n\nJubel und Kritik\n\nAnlage | Land | Leistung\nIsar 2 | Bayern | 1.485 MW"
    blocks = read(article_html(make_article(text), None, "de")).all("div", "fs-article-text")[0].all("p")
    assert [block.attributes.get("class") for block in blocks] == [None, "fs-subheading", "fs-rows"]


def test_title_outlet_and_date_stand_above(read: Read, make_article: MakeArticle) -> None:
    article = make_article(TEXT, source="Küstenbote", published="2023-09-14", url="https://example.org/a")
    head = read(article_html(article, None, "en")).all("header")[0]
    assert head.all("h2")[0].text == "Neuer Hafenkran"
    assert "14 September 2023" in head.text
    assert head.all("a")[0].attributes["rel"] == "noopener noreferrer"
    assert head.all("button", "fs-close")[0].attributes["aria-label"] == "Close the article"


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</div></section>"])
def test_hostile_articles_stay_text(
    read: Read, make_article: MakeArticle, make_citation: MakeCitation, hostile: str
) -> None:
    article = make_article(hostile, title=hostile, source=hostile, id=hostile, url="javascript:alert(1)")
    tree = read(article_html(article, make_citation(1, hostile, start=0), "de"))
    assert not tree.all("script")
    assert not tree.all("img")
    assert not tree.all("a")
    assert marks(tree) == [hostile]
    assert tree.all("h2")[0].text == hostile


def test_an_article_that_is_missing_says_why(read: Read) -> None:
    tree = read(missing_article_html("There is no article <x>.", "See `fundstelle status`.", "de"))
    assert tree.all("p", "fs-notice")[0].text == "There is no article <x>. See `fundstelle status`."
    assert tree.all("button", "fs-close")


@given(text=st.text(st.sampled_from("aÄ😀 .\n<&\t|"), min_size=1, max_size=80), data=st.data())
def test_text_and_mark_are_exact(
    read: Read, make_article: MakeArticle, make_citation: MakeCitation, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    phrase = tuple(sorted(data.draw(st.tuples(st.integers(start, end), st.integers(start, end)))))
    citation = make_citation(1, text[start:end], start=start, highlight=phrase)
    tree = read(article_html(make_article(text), citation, "de"))
    (body,) = tree.all("div", "fs-article-text")

    def visible(part: str) -> str:
        return re.sub(r"\s", "", part)

    # Only white space at blank lines may be lost, between paragraphs.
    assert visible(body.text) == visible(text)
    assert visible("".join(marks(tree))) == visible(text[start:end])
    assert visible("".join(mark.text for mark in tree.all("mark", "fs-phrase"))) == visible(text[slice(*phrase)])
