from __future__ import annotations

import pytest

from index.reading.markdown import read_markdown
from index.reading.normalise import normalise

CASES = {
    "paragraphs": ("eins\nzwei\n\ndrei", "eins zwei\n\ndrei"),
    "headings": ("# Kopf\nText\n## Unter ##\nmehr\n\nSetext\n------", "Kopf\n\nText\n\nUnter\n\nmehr\n\nSetext"),
    "emphasis": ("*a* **b** ***c*** _d_ ~~e~~ `f` snake_case 5*3", "a b c d e f snake_case 5*3"),
    "links": (
        "[Wort](http://a.b 'x') <http://c.d> ![Kran](a.png) [ref][r]\n\n[r]: http://x",
        "Wort http://c.d Kran ref",
    ),
    "bullets": ("- eins\n- **zwei**\n  weiter\n* drei", "- eins\n- zwei weiter\n\n- drei"),
    "nested": ("- eins\n  - tief\n\n  noch eins\n- zwei", "- eins\n- tief\nnoch eins\n- zwei"),
    "ordered": ("1. eins\n2. zwei\n\n7) sieben", "1. eins\n2. zwei\n\n7) sieben"),
    "ordinal at the start": ("14. September 2023 war ein Tag.", "14. September 2023 war ein Tag."),
    "ordinal after a break": ("Er kam am\n14. September an.", "Er kam am 14. September an."),
    "quote": ("> eins\n> zwei\n>\n> drei", "eins zwei\n\ndrei"),
    "table": ("| A | B |\n|---|--:|\n| 1.000 | **2** |\n| x | |", "A | B\n1.000 | 2\nx |"),
    "code": ("```py\nx = 1\n  y\n```\n\n    z = 2", "x = 1\n  y\n\nz = 2"),
    "rule": ("eins\n\n---\n\nzwei", "eins\n\nzwei"),
    "hard break": ("eins  \nzwei\\\ndrei", "eins\nzwei\ndrei"),
    "inline html": ("eins <b>fett</b> <!-- weg --> zwei<br>drei", "eins fett zwei\ndrei"),
    "html block": ("<div>\n  <p>Roh <b>&uuml;</b></p><script>bad()</script>\n</div>", "Roh ü"),
    "script after text": ("<p>eins</p><style>p {}</style><p>zwei</p>", "eins\nzwei"),
    "entities": ("Müller &amp; Söhne &copy; &#8222;so&#8220;", "Müller & Söhne © „so“"),
    "escapes": (r"\*kein\* Stern \# x", "*kein* Stern # x"),
    "quotation marks": ("„Ja“, sagte er. “Yes.” it’s", "„Ja“, sagte er. “Yes.” it’s"),
}


@pytest.mark.parametrize("name", CASES)
def test_body_to_plain_text(name: str) -> None:
    source, text = CASES[name]
    assert normalise(read_markdown(source.encode(), "a.md").text) == text


@pytest.mark.parametrize(
    ("source", "heading"),
    [
        ("# *Kim* in `Russland`\n\nText", "Kim in Russland"),
        ("## Kim in Russland\n\nText", "Kim in Russland"),
        ("Vorspann\n\n# Kim in Russland\n\nText", "Kim in Russland"),
        ("## Rubrik\n\n# Kim in Russland\n\nText", "Kim in Russland"),
        ("Text\n\n## Hintergrund\n\nText", None),
        ("#\n\nText", None),
        ("Text", None),
    ],
)
def test_the_heading_that_names_the_whole(source: str, heading: str | None) -> None:
    assert read_markdown(source.encode(), "a.md").heading == heading


def test_front_matter_with_windows_line_ends_and_a_byte_order_mark() -> None:
    data = "\ufeff---\r\ntitle: Tür\r\n---\r\nEine\r\nZeile.  \r\nNoch eine.\r\n".encode()
    draft = read_markdown(data, "a.md")
    assert draft.metadata.title == "Tür"
    assert draft.text == "Eine Zeile.\nNoch eine."


@pytest.mark.parametrize("source", [">" * 50_000 + " x", "- " * 20_000 + "x", "[" * 20_000, "<div>" * 20_000])
def test_absurd_nesting_does_no_harm(source: str) -> None:
    assert isinstance(read_markdown(source.encode(), "a.md").text, str)
