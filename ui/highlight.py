"""Quotes with the answer phrase marked."""

from __future__ import annotations

from html import escape

from rag.models import Citation


def quote_html(citation: Citation) -> str:
    """The quote, escaped, with its highlight in `<mark>`."""
    if citation.highlight is None:
        return escape(citation.quote)
    # Article offsets to offsets in the quote, kept inside it.
    start, end = (min(max(offset - citation.start, 0), len(citation.quote)) for offset in citation.highlight)
    before, phrase, after = citation.quote[:start], citation.quote[start:end], citation.quote[end:]
    return f"{escape(before)}<mark>{escape(phrase)}</mark>{escape(after)}" if phrase else escape(citation.quote)
