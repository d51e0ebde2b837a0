"""What was read from a question about time, and the button that takes it back."""

from __future__ import annotations

from html import escape

from index.models import Language
from rag.dates.written import format_date
from rag.models import Dates, Filters, Interpreted
from ui.texts import TEXTS, Texts


def interpreted_html(read: Interpreted | None, filters: Filters, language: Language) -> str:
    """Render it as a line below the question; "" when there was nothing to read.

    Args:
        read: what was read.
        filters: those of the question; where they say that its times are to be disregarded, the line says so.
        language: of the texts.
    """
    texts = TEXTS[language]
    if filters.dates == "ignore":
        return _line(texts.dates_ignored, "read", texts.read_dates)
    if read is None:
        return ""
    parts = [part for part in (_time(read, texts, language), _order(read, texts)) if part]
    return _line(f"{texts.interpreted}: {' · '.join(parts)}", "ignore", texts.ignore_dates)


def _line(text: str, dates: Dates, label: str) -> str:
    button = (
        f'<button type="button" class="fs-action" data-action="dates" data-dates="{dates}">{escape(label)}</button>'
    )
    return f'<p class="fs-filters fs-interpreted"><span>{escape(text)}</span> {button}</p>'


def _time(read: Interpreted, texts: Texts, language: Language) -> str:
    first, last = (format_date(bound, language) if bound else "" for bound in (read.date_from, read.date_to))
    if not first and not last:
        return ""
    ends = [texts.filter_from.format(date=first)] if first else []
    ends += [texts.filter_to.format(date=last)] if last else []
    stretch = first if first == last else " ".join(ends)
    if read.empty:
        return texts.interpreted_empty.format(time=stretch)
    return (texts.interpreted_only if read.use == "filter" else texts.interpreted_first).format(time=stretch)


def _order(read: Interpreted, texts: Texts) -> str:
    return {"newest": texts.interpreted_newest, "oldest": texts.interpreted_oldest, None: ""}[read.order]
