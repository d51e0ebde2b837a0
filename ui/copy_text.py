"""An answer with its sources as plain text, for the clipboard."""

from __future__ import annotations

from index.models import Language
from rag.dates.written import format_date
from rag.models import Answer, Citation
from ui.links import web_address
from ui.texts import TEXTS


def copy_text(answer: Answer, language: Language) -> str:
    """Question, answer with markers, then each source with outlet, date, address, quote and place in the article."""
    texts = TEXTS[language]
    parts = [answer.question, answer.text]
    if answer.citations:
        parts.append("\n".join([f"{texts.sources}:", *(_source(citation, language) for citation in answer.citations)]))
    return "\n\n".join(parts)


def _source(citation: Citation, language: Language) -> str:
    texts = TEXTS[language]
    date = format_date(citation.published, language) if citation.published else texts.undated
    outlet = citation.source or texts.no_source
    place = texts.location.format(start=citation.start, end=citation.end)
    address = web_address(citation.url)
    lines = [
        f"[{citation.n}] {citation.title}. {outlet}, {date}.{f' {address}' if address else ''}",
        f"    {texts.quotation.format(quote=citation.quote)}",
        f"    {citation.article_id}, {place}",
    ]
    return "\n".join(lines)
