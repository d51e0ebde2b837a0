from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ui.links import link_html, web_address


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.ORG/x"])
def test_web_addresses_pass(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "/relative",
        "https://",
        "http:alert(1)",
        "http://[",
        "ftp://example.org",
    ],
)
def test_everything_else_becomes_no_link(url: str | None) -> None:
    assert web_address(url) is None
    assert link_html(url, "Original", "") == ""


def test_links_say_nothing_about_the_archive(read: Callable[[str], Any]) -> None:
    (link,) = read(link_html("https://example.org", "Original", "hint")).all("a")
    assert link.attributes["rel"] == "noopener noreferrer"
    assert link.attributes["target"] == "_blank"


def test_addresses_stay_inside_their_attribute(read: Callable[[str], Any]) -> None:
    url = 'https://example.org/"onmouseover="alert(1)'
    (link,) = read(link_html(url, "<b>", '"')).all("a")
    assert link.attributes["href"] == url
    assert "onmouseover" not in link.attributes
    assert link.text.startswith("<b>")
