"""An answer and a result list as plain text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rag.models import Answer, AnswerSentence, Citation, Interpreted, SearchResult

WIDTH = 100


def answer_text(answer: Answer) -> str:
    """The answer, then its sources with the exact place of each quote."""
    cited = answer.citations or answer.nearest
    parts = [answer.text]
    faults = [line for sentence in answer.sentences for line in _fault(sentence)]
    if faults:
        parts += ["", *faults]
    if answer.citations:
        parts += ["", *(_source(citation) for citation in cited)]
    elif cited:
        parts += ["", *(_source(citation, quote=True) for citation in cited)]
    if answer.mode != "extractive" and answer.status == "answered":
        parts += ["", f"Written by {answer.mode.removeprefix('llm:')}, every sentence checked against its sources."]
    if answer.notice is not None:
        parts += ["", f"Note: {answer.notice}"]
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


def _fault(sentence: AnswerSentence) -> list[str]:
    """Why a sentence lacks support; nothing when it has it."""
    verdict = {"partly": "Only partly supported", "unsupported": "Not supported"}.get(sentence.support)
    if verdict is None:
        return []
    start = textwrap.shorten(sentence.text, WIDTH // 2, placeholder=" …")
    line = f"{verdict}: {start!r}. {'; '.join(sentence.reasons)}".rstrip()
    return [textwrap.fill(line, WIDTH, subsequent_indent="    ")]


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
