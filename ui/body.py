"""The text of an answer as HTML: its sentences, each with the markers of its sources."""

from __future__ import annotations

import re
from html import escape

from rag.llm.marks import mark_behind
from rag.models import Answer, AnswerSentence, Citation
from ui.texts import Texts

_MARKERS_BEHIND = re.compile(r"(?: ?\[\d+\])+")
_MARKER = re.compile(r"\[(\d+)\]")
_LAST_WORD = re.compile(r"\S{1,24}\Z")


def answer_body(answer: Answer, texts: Texts) -> str:
    """Render an answer's text as paragraphs.

    Markers are looked for behind sentences only, where the answerer puts them: a "[1]" that an article contains stays
    text. A line of the frame, which claims nothing, is set apart.
    """
    paragraphs = [""]
    position = 0
    for sentence in sorted(answer.sentences, key=lambda sentence: sentence.start):
        _add_frame(paragraphs, answer.text[position : sentence.start])
        behind = _MARKERS_BEHIND.match(answer.text, sentence.end)
        markers = _markers(behind[0], answer, texts) if behind else ""
        paragraphs[-1] += _sentence(answer.text[sentence.start : sentence.end], sentence, markers, answer, texts)
        position = behind.end() if behind else sentence.end
        # The text says in words what lacks support; here that stands behind the sentence, with the reasons.
        position += len(mark_behind(answer.text, position))
    _add_frame(paragraphs, answer.text[position:])
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph.strip())


def _add_frame(paragraphs: list[str], text: str) -> None:
    """Add text between sentences; each of its lines begins a paragraph."""
    for number, line in enumerate(text.split("\n")):
        if number > 0:
            paragraphs.append("")
        paragraphs[-1] += f'<span class="fs-frame">{escape(line)}</span>' if line.strip() else escape(line)


def _sentence(text: str, sentence: AnswerSentence, markers: str, answer: Answer, texts: Texts) -> str:
    quoted = [c.language for c in answer.citations if c.n in sentence.citations and sentence.support == "verbatim"]
    language = quoted[0] if quoted else answer.language
    verdict = {"partly": texts.partly, "unsupported": texts.unsupported}.get(sentence.support)
    reasons = f": {'; '.join(sentence.reasons).rstrip('.')}" if sentence.reasons else ""
    remark = f' <strong class="fs-verdict">({escape(f"{verdict}{reasons}")})</strong>' if verdict else ""
    # The last word and the markers stay on one line, unless the word is too long for that.
    last_word = _LAST_WORD.search(text)
    cut = last_word.start() if last_word and markers else len(text)
    kept = f'<span class="fs-keep">{escape(text[cut:])}{markers}</span>' if markers else ""
    return (
        f'<span class="fs-sentence fs-{sentence.support}" lang="{language}">{escape(text[:cut])}{kept}</span>{remark}'
    )


def _markers(text: str, answer: Answer, texts: Texts) -> str:
    """Markers as buttons; a number without a citation stays text."""
    citations = {citation.n: citation for citation in answer.citations}
    numbers = [int(found[1]) for found in _MARKER.finditer(text)]
    return "".join(_marker(citations[n], texts) if n in citations else f"[{n}]" for n in numbers)


def _marker(citation: Citation, texts: Texts) -> str:
    """A marker: shows the quote on hover and focus, the article on click."""
    label = texts.marker.format(n=citation.n, title=citation.title)
    return (
        f'<button type="button" class="fs-marker" data-action="cite" data-n="{citation.n}" '
        f'aria-label="{escape(label)}">[{citation.n}]</button>'
    )
