"""An article as HTML, with the quoted passage marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from index.models import Article, Language
from index.sentences import sentence_kind
from rag.models import Citation
from ui.sources import meta_html
from ui.texts import TEXTS

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")

# What a stretch of text is: nothing special, quoted, or the answer phrase inside a quote.
_PLAIN, _QUOTE, _PHRASE = range(3)


def article_html(article: Article, citation: Citation | None, language: Language) -> str:
    """Render a whole article.

    Args:
        article: as it is stored now.
        citation: the passage to mark and to scroll to; None marks nothing. When the stored text no longer has the
            quote at its place, a notice says so and nothing is marked.
        language: of the texts around the article.
    """
    texts = TEXTS[language]
    notice = place = ""
    if citation is not None and article.text[citation.start : citation.end] != citation.quote:
        notice, citation = f'<p class="fs-notice" role="alert">{escape(texts.changed)}</p>', None
    if citation is not None:
        place = " · " + escape(texts.location.format(start=citation.start, end=citation.end))
    heading = f'<h2 lang="{article.language}">{escape(article.title)}</h2>'
    meta = meta_html(article.source, article.published, article.language, article.url, language)
    return _panel(
        f"{texts.article}: {article.title}",
        heading + meta,
        f'{notice}<div class="fs-article-text" lang="{article.language}">{_paragraphs(article.text, citation)}</div>'
        f'<footer class="fs-article-foot">{escape(article.id)}{place}</footer>',
        language,
    )


def missing_article_html(message: str, remedy: str, language: Language) -> str:
    """What stands in the place of an article that cannot be shown."""
    heading = f"<h2>{escape(TEXTS[language].article)}</h2>"
    notice = f'<p class="fs-notice" role="alert">{escape(message)} {escape(remedy)}</p>'
    return _panel(TEXTS[language].article, heading, notice, language)


def _panel(label: str, head: str, content: str, language: Language) -> str:
    close = escape(TEXTS[language].close_article)
    return (
        f'<section class="fs-article" tabindex="-1" aria-label="{escape(label)}" lang="{language}">'
        f'<header class="fs-article-head"><div>{head}</div>'
        f'<button type="button" class="fs-close" data-action="close" aria-label="{close}" title="{close}">×</button>'
        f"</header>{content}</section>"
    )


def _paragraphs(text: str, citation: Citation | None) -> str:
    """The text as paragraphs, split at blank lines; a mark that runs over several is set in each of them."""
    return "".join(
        f"<p{_look(text, start, end)}>{_marked(text, start, end, citation)}</p>" for start, end in _blocks(text)
    )


def _look(text: str, start: int, end: int) -> str:
    """The class of headings and of tables, whose first line gives them away."""
    newline = text.find("\n", start, end)
    first_line_end = end if newline < 0 else newline
    kind = sentence_kind(text, start, first_line_end)
    if kind == "heading" and first_line_end == end:
        return ' class="fs-subheading"'
    return ' class="fs-rows"' if kind == "table_row" else ""


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for gap in _BLANK_LINES.finditer(text):
        yield position, gap.start()
        position = gap.end()
    yield position, len(text)


def _marked(text: str, start: int, end: int, citation: Citation | None) -> str:
    """Escaped `text[start:end]`, with what the citation covers of it in `<mark>`."""
    if citation is None:
        return escape(text[start:end])
    phrase = citation.highlight or (citation.start, citation.start)
    cuts = {start, end, *(min(max(cut, start), end) for cut in (citation.start, citation.end, *phrase))}
    stretches = pairwise(sorted(cuts))
    return "".join(_stretch(text[first:last], _kind(first, citation, phrase)) for first, last in stretches)


def _kind(position: int, citation: Citation, phrase: tuple[int, int]) -> int:
    if not citation.start <= position < citation.end:
        return _PLAIN
    return _PHRASE if phrase[0] <= position < phrase[1] else _QUOTE


def _stretch(text: str, kind: int) -> str:
    if kind == _PLAIN:
        return escape(text)
    css = "fs-mark fs-phrase" if kind == _PHRASE else "fs-mark"
    return f'<mark class="{css}">{escape(text)}</mark>'
