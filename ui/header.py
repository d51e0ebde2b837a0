"""The top of the page: what this is, and how large the archive is."""

from __future__ import annotations

from html import escape

from index.models import Language
from rag.models import IndexInfo
from ui.texts import TEXTS


def header_html(info: IndexInfo | None, language: Language) -> str:
    """Render the top of the page; without an index (None) its size is left out."""
    texts = TEXTS[language]
    size = ""
    if info is not None:
        articles = f"{info.articles:,}".replace(",", "." if language == "de" else ",")
        size = f"<span>{escape(texts.archive_size.format(articles=articles))}</span>"
    return (
        f'<header class="fs-header" lang="{language}"><div><h1>Fundstelle</h1><p>{escape(texts.tagline)}</p></div>'
        f'<p class="fs-archive">{size}<a href="docs">{escape(texts.api)}</a></p></header>'
    )
