"""The page around the sections: head, policy, style, data and script."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from eval.html.heat_map import heat_colours
from eval.html.policy import policy

_STATIC = Path(__file__).parent / "static"
_STYLES = ("page.css", "charts.css", "questions.css", "print.css")
_SCRIPTS = ("dom.js", "texts.js", "marks.js", "detail.js", "filters.js", "table.js", "keys.js", "main.js")


class Section(NamedTuple):
    """A part of the page with a heading that the contents link to."""

    id: str
    title: str
    content: str


def page(title: str, lead: str, sections: Sequence[Section], data: dict[str, Any]) -> str:
    """Write the whole document.

    Args:
        title: of the page, as text.
        lead: markup under the title.
        sections: in order; those without content are left out.
        data: what the script shows, as JSON; any text in it stays text.
    """
    script = "(() => {\n'use strict';\n" + "\n".join(_static(name) for name in _SCRIPTS) + "\n})();"
    style = "\n".join([*(_static(name) for name in _STYLES), heat_colours()])
    shown = [section for section in sections if section.content]
    contents = "".join(f'<li><a href="#{section.id}">{escape(section.title)}</a></li>' for section in shown)
    body = "".join(
        f'<section id="{section.id}" aria-labelledby="{section.id}-title">'
        f'<h2 id="{section.id}-title">{escape(section.title)}</h2>{section.content}</section>'
        for section in shown
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy([script], [style]))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        '<meta name="generator" content="Fundstelle">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#questions">Skip to the questions</a>\n'
        f'<header class="top"><p class="brand">Fundstelle</p><h1>{escape(title)}</h1>{lead}'
        f'<nav aria-label="Contents"><ol>{contents}</ol></nav></header>\n<main>{body}</main>\n'
        f'<script type="application/json" id="data">{json_text(data)}</script>\n<script>{script}</script>\n'
        "</body>\n</html>\n"
    )


def json_text(data: dict[str, Any]) -> str:
    """Write JSON that can stand inside a script element: nothing in it can end the element or begin a comment.

    Source: HTML Living Standard, "Restrictions for contents of script elements".

    Raises:
        ValueError: a number is NaN or infinite.
    """
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")


def _static(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
