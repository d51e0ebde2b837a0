from __future__ import annotations

import socket

import pytest

from index.errors import SourceError
from index.reading.html import read_html
from index.reading.metadata import Metadata

NEWS_SITE = """<!DOCTYPE html>
<html lang="de-DE"><head><meta charset="utf-8"><title>Putin empfängt Kim | Tagesblatt</title>
<meta property="og:title" content="Putin empfängt Kim"><meta property="og:site_name" content="Tagesblatt">
<meta property="article:published_time" content="2023-09-13T14:05:00+02:00">
<link rel="canonical" href="https://www.tagesblatt.example/putin-kim-100.html">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Putin empfängt Kim", "datePublished": "2023-09-13T14:05:00+02:00",
 "dateModified": "2023-09-20T14:05:00+02:00", "publisher": {"@type": "Organization", "name": "Tagesblatt"}}</script>
<style>body { color: red }</style></head><body>
<header><nav><ul><li><a href="/">Startseite</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="cookie-banner">Wir verwenden Cookies. <button>Alle akzeptieren</button></div>
<main><article><h1>Putin empfängt Kim</h1>
<p class="lead"><strong>Beide sprachen fünf Stunden lang miteinander.</strong></p>
<p>Wladimir Putin hat Kim Jong Un am Mittwoch, dem
   13. September, auf dem <em>Weltraumbahnhof</em> Wostotschny empfangen.
   „Niemand muss sich vor uns fürchten“, sagte Putin.</p>
<h2>Fünf Stunden Gespräch</h2>
<p>Die Gespräche dauerten rund fünf Stunden. Danach gab es ein Essen mit Krabben und Teigtaschen für alle Gäste.</p>
<ul><li>Erster Punkt: Satelliten</li><li>Zweiter Punkt: Landwirtschaft</li></ul>
<table><tr><th>Jahr</th><th>Container</th></tr><tr><td>2023</td><td>1.000</td></tr></table>
<p>Kim lud Putin ein. Putin nahm <a href="/x">die Einladung</a> an.</p></article>
<aside><h3>Mehr zum Thema</h3><ul><li><a href="/a">Kim reist ab</a></li></ul></aside></main>
<section class="comments"><h3>Kommentare</h3><p>Leser1: Das ist ja unglaublich.</p></section>
<footer><p>© 2024 Tagesblatt. Alle Rechte vorbehalten.</p></footer></body></html>"""

ARTICLE = """Putin empfängt Kim

Beide sprachen fünf Stunden lang miteinander.

Wladimir Putin hat Kim Jong Un am Mittwoch, dem 13. September, auf dem Weltraumbahnhof Wostotschny empfangen. \
„Niemand muss sich vor uns fürchten“, sagte Putin.

Fünf Stunden Gespräch

Die Gespräche dauerten rund fünf Stunden. Danach gab es ein Essen mit Krabben und Teigtaschen für alle Gäste.

- Erster Punkt: Satelliten
- Zweiter Punkt: Landwirtschaft

Jahr | Container
2023 | 1.000

Kim lud Putin ein. Putin nahm die Einladung an."""


def page(body: str, head: str = "", lang: str = "de") -> bytes:
    return f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()


def test_the_article_of_a_news_site_without_what_surrounds_it() -> None:
    assert read_html(NEWS_SITE.encode(), "a.html").text == ARTICLE


def test_its_metadata() -> None:
    assert read_html(NEWS_SITE.encode(), "a.html").metadata == Metadata(
        title="Putin empfängt Kim",
        published="2023-09-13",
        language="de",
        source="Tagesblatt",
        url="https://www.tagesblatt.example/putin-kim-100.html",
    )


def test_reading_twice_gives_the_same() -> None:
    assert read_html(NEWS_SITE.encode(), "a.html") == read_html(NEWS_SITE.encode(), "a.html")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert read_html(NEWS_SITE.encode(), "a.html").text == ARTICLE


def test_a_minimal_page() -> None:
    data = page("<h1>Brücke gesperrt</h1><p>Die Brücke ist seit Montag zu.</p>", "<title>Brücke gesperrt</title>")
    draft = read_html(data, "a.html")
    assert draft.metadata.title == "Brücke gesperrt"
    assert draft.text.endswith("Die Brücke ist seit Montag zu.")


def test_a_short_article_keeps_its_paragraphs() -> None:
    body = "<article><h1>Warnung</h1><p>Der erste Absatz.</p><div><p>Der zweite Absatz steht hier.</p></div></article>"
    assert read_html(page(body), "a.html").text == "Warnung\n\nDer erste Absatz.\n\nDer zweite Absatz steht hier."


def test_a_page_of_plain_lines() -> None:
    body = "<div>Erste Zeile ohne Absatz.<br>Zweite Zeile.<br><br>Dritter Teil der Geschichte.</div>"
    assert read_html(page(body), "a.html").text == (
        "Erste Zeile ohne Absatz.\nZweite Zeile.\n\nDritter Teil der Geschichte."
    )


@pytest.mark.parametrize(
    "markup", ["<p>Die Brücke ist seit Montag gesperrt.</p>", "Die Brücke ist seit Montag gesperrt."]
)
def test_a_fragment_without_a_page_around_it(markup: str) -> None:
    assert read_html(markup.encode(), "a.html").text == "Die Brücke ist seit Montag gesperrt."


def test_an_xhtml_page_with_its_declaration() -> None:
    xhtml = '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><body>'
    draft = read_html(
        f"{xhtml}<p>The bank raised rates by 25 basis points – again.</p></body></html>".encode(), "a.html"
    )
    assert draft.text == "The bank raised rates by 25 basis points – again."
    assert draft.metadata.language == "en"


def test_the_declared_encoding_is_used() -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2"><title>x</title>'
    data = page("<article><p>Zażółć gęślą jaźń, rzekł pan Łukasz do gości na dworze.</p></article>", head).decode()
    assert "Zażółć gęślą jaźń" in read_html(data.encode("iso8859_2"), "a.html").text


def test_a_windows_page_that_says_it_is_latin_1() -> None:
    data = page(
        "<article><p>Die Tür ist zu, sagte „Müller“ am Abend.</p></article>", '<meta charset="ISO-8859-1">'
    ).decode()
    assert "„Müller“" in read_html(data.encode("cp1252"), "a.html").text


@pytest.mark.parametrize(("lang", "language"), [("de", "de"), ("en-GB", "en"), ("fr", None), ("", None), ("x", None)])
def test_the_declared_language(lang: str, language: str | None) -> None:
    assert read_html(page("<p>Ein Satz auf dieser Seite.</p>", lang=lang), "a.html").metadata.language == language


@pytest.mark.parametrize(
    "body",
    [
        "<h1>A</h1><p>Text vom 3. März 2021 über das Jahr 2019.</p><footer>© 2024 Verlag</footer>",
        "<h1>A</h1><p>On 14 September 2023 the leader travelled to Russia.</p>",
    ],
)
def test_dates_in_the_story_are_no_dates_of_publication(body: str) -> None:
    assert read_html(page(body), "a.html").metadata.published is None


def test_an_old_article_keeps_its_date() -> None:
    data = page("<p>Die Krise dauert an.</p>", '<meta property="article:published_time" content="1962-10-22">')
    assert read_html(data, "a.html").metadata.published == "1962-10-22"


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<!-- nichts -->", "<html><body><script>x = 1</script></body></html>"]
)
def test_a_page_without_an_article_is_reported(markup: str) -> None:
    with pytest.raises(SourceError, match=r"a\.html: no article text was found in this page\. Save the article's text"):
        read_html(markup.encode(), "a.html")


def test_lists_line_breaks_and_quotes() -> None:
    story = "Ein Satz, der lang genug ist, um eine Geschichte zu sein. " * 6
    body = f"""<article><p>{story}</p><ol><li>eins</li><li>zwei <b>fett</b><ul><li>darunter</li></ul></li></ol>
    <blockquote><p>Zitat eins.</p><p>Zitat zwei.</p></blockquote><dl><dt>Wort</dt><dd>Erklärung</dd></dl>
    <p>oben<br>unten</p></article>"""
    assert read_html(page(body), "a.html").text == "\n\n".join(
        [
            story.strip(),
            "1. eins\n2. zwei fett\n- darunter",
            "Zitat eins.",
            "Zitat zwei.",
            "Wort\nErklärung",
            "oben\nunten",
        ]
    )
