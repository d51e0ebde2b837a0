from __future__ import annotations

import xml.etree.ElementTree as ET

from eval.html.svg import chart, element, words


def test_attributes_and_text_are_escaped() -> None:
    assert element("line", stroke_width=2.5, class_="a<b", x=None) == '<line stroke-width="2.5" class="a&lt;b"/>'
    assert words(1, 2.125, "<&>", "tick", "end") == (
        '<text x="1" y="2.12" text-anchor="end" class="tick">&lt;&amp;&gt;</text>'
    )


def test_a_chart_is_named_and_described() -> None:
    svg = ET.fromstring(chart("recall", 100, 50, "Title <1>", "0.5 at 1", element("g")))
    names = svg.attrib["aria-labelledby"].split()
    assert svg.attrib["role"] == "img"
    assert [child.attrib["id"] for child in svg if child.tag in ("title", "desc")] == names
    assert [child.text for child in svg][:2] == ["Title <1>", "0.5 at 1"]


def test_the_same_chart_is_the_same_text() -> None:
    assert chart("a", 1, 1, "t", "d") == chart("a", 1, 1, "t", "d")
