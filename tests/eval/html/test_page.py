from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape

import pytest

from eval.html.page import Section, json_text, page

PAGE = page(
    "A & B", "<p>lead</p>", [Section("one", "One", "<p>1</p>"), Section("two", "Two", "")], {"text": "</script>"}
)


def test_nothing_in_the_data_can_end_the_script() -> None:
    hostile = {"a": "</script><script>alert(1)</script><!-- ]]> \u2028 😀"}
    assert "<" not in json_text(hostile)
    assert json.loads(json_text(hostile)) == hostile
    assert PAGE.count("</script>") == 2


def test_figures_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"a": float("nan")})


def test_the_policy_admits_this_script_and_this_style_only() -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', PAGE)
    assert found is not None
    rules = dict(rule.strip().split(" ", 1) for rule in unescape(found[1]).split(";"))
    (script,) = re.findall(r"<script>(.*?)</script>", PAGE, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    for name, text in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"


def test_nothing_is_loaded_from_anywhere() -> None:
    assert not re.search(r"""(?:src|href)=["'](?!#)""", PAGE)
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org)", PAGE)
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", PAGE)


def test_sections_without_content_are_left_out() -> None:
    assert 'id="one"' in PAGE
    assert 'href="#one"' in PAGE
    assert "two" not in re.sub(r"<(style|script)>.*?</\1>", "", PAGE, flags=re.DOTALL)
