"""The sources of an answer, and the nearest articles of a refusal, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.models import Language
from rag.dates.written import format_date
from rag.models import Citation
from ui.highlight import quote_html
from ui.links import link_html
from ui.texts import TEXTS, Texts, language_name


def sources_html(citations: Sequence[Citation], language: Language) -> str:
    """The cited places in order of first citation, which is the order of their numbers."""
    if not citations:
        return ""
    ordered = sorted(citations, key=lambda citation: citation.n)
    items = "".join(_item(citation, "cite", citation.n, language) for citation in ordered)
    return f'<h3 class="fs-heading">{escape(TEXTS[language].sources)}</h3><ol class="fs-sources">{items}</ol>'


def nearest_html(nearest: Sequence[Citation], language: Language) -> str:
    """The articles that come nearest to a question without an answer, labelled as such."""
    if not nearest:
        return ""
    texts = TEXTS[language]
    items = "".join(_item(citation, "nearest", place, language) for place, citation in enumerate(nearest, 1))
    return (
        f'<h3 class="fs-heading">{escape(texts.nearest)}</h3><p class="fs-hint">{escape(texts.nearest_hint)}</p>'
        f'<ol class="fs-sources fs-near">{items}</ol>'
    )


def meta_html(
    source: str | None, published: str | None, article_language: Language, url: str | None, language: Language
) -> str:
    """Outlet, date, language badge and link of an article."""
    texts = TEXTS[language]
    date = escape(texts.undated)
    if published is not None:
        date = f'<time datetime="{escape(published)}">{escape(format_date(published, language))}</time>'
    badge = (
        f'<abbr class="fs-badge" title="{escape(language_name(article_language, texts))}">'
        f"{article_language.upper()}</abbr>"
    )
    link = link_html(url, texts.original, texts.original_hint)
    parts = [escape(source or texts.no_source), date, badge, *([link] if link else [])]
    return f'<p class="fs-meta">{"".join(f"<span>{part}</span>" for part in parts)}</p>'


def _item(citation: Citation, action: str, n: int, language: Language) -> str:
    texts = TEXTS[language]
    number = f'<span class="fs-number">{n}</span>' if action == "cite" else ""
    target = f'data-action="{action}" data-n="{n}"'
    meta = meta_html(citation.source, citation.published, citation.language, citation.url, language)
    return (
        f'<li class="fs-source">{number}<div class="fs-source-body">'
        f'<button type="button" class="fs-title" {target} lang="{citation.language}" '
        f'title="{escape(texts.open_article)}">{escape(citation.title)}</button>{meta}'
        f'<blockquote class="fs-quote" lang="{citation.language}" data-quote="{n}">'
        f"{quote_html(citation)}</blockquote>{_also_in(citation, texts)}</div></li>"
    )


def _also_in(citation: Citation, texts: Texts) -> str:
    """Articles with the same wording, as buttons that open them."""
    if not citation.also_in:
        return ""
    count = len(citation.also_in)
    label = texts.also_in_one if count == 1 else texts.also_in.format(count=count)
    buttons = " ".join(
        f'<button type="button" class="fs-also-id" data-action="open" data-id="{escape(article_id)}">'
        f"{escape(article_id)}</button>"
        for article_id in citation.also_in
    )
    return f'<p class="fs-also">{escape(label)} {buttons}</p>'
