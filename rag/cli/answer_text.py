"""An answer and a result list as plain text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rag.models import Answer, Citation, Interpreted, SearchResult

WIDTH = 100


def answer_text(answer: Answer) -> str:
    """The answer, then its sources with the exact place of each quote."""
    cited = answer.citations or answer.nearest
    parts = [answer.text]
    if answer.citations:
        parts += ["", *(_source(citation) for citation in cited)]
    elif cited:
        parts = [answer.text, "", *(_source(citation, quote=True) for citation in cited)]
    if answer.interpreted is not None:
        parts += ["", interpreted_text(answer.interpreted)]
    return "\n".join(parts)


def results_text(results: Sequence[SearchResult]) -> str:
    """Ranked passages with their places."""
    blocks = []
    for rank, result in enumerate(results, start=1):
        head = f"{rank:>2}. {about(result)}  score {result.score:.2f}"
        place = f"    {result.article_id} characters {result.start}-{result.end}"
        body = textwrap.fill(" ".join(result.text.split()), WIDTH, initial_indent="    ", subsequent_indent="    ")
        blocks.append(f"{head}\n{place}\n{body}")
    return "\n\n".join(blocks) if blocks else "Nothing fits."


def interpreted_text(read: Interpreted) -> str:
    """What was read from the question about time, in one line, and how to take it back."""
    parts = []
    if read.date_from or read.date_to:
        bounds = " to ".join([read.date_from or "the beginning", read.date_to or "today"])
        slack = f" (and {read.slack_days} days more)" if read.slack_days else ""
        only = "nothing was published then, so not only" if read.empty else "only"
        parts.append(f"{only} {bounds}{slack}" if read.use == "filter" else f"{bounds} first")
    if read.order is not None:
        parts.append(f"the {read.order} first")
    return f"Read from the question: {', '.join(parts)}. Take it back: --no-dates"


def _source(citation: Citation, *, quote: bool = False) -> str:
    place = f"{citation.article_id} characters {citation.start}-{citation.end}"
    copies = f" (also in {', '.join(citation.also_in)})" if citation.also_in else ""
    lines = [f"[{citation.n}] {about(citation)}", f"    {place}{copies}"]
    if quote:
        shortened = textwrap.shorten(citation.quote, 2 * WIDTH, placeholder=" …")
        lines.append(textwrap.fill(shortened, WIDTH, initial_indent="    ", subsequent_indent="    "))
    return "\n".join(lines)


def about(item: Citation | SearchResult) -> str:
    """Title, outlet, date and language."""
    details = [item.source, item.published, item.language.upper()]
    return f"{item.title} ({', '.join(detail for detail in details if detail)})"
