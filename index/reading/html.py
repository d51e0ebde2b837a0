"""HTML pages: the article without menus, advertisements and footers, found by trafilatura. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import TYPE_CHECKING

from index.errors import SourceError
from index.models import Language
from index.reading.draft import Draft
from index.reading.encoding import decode
from index.reading.html_text import text_of_body
from index.reading.metadata import Metadata
from index.reading.normalise import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]
    from trafilatura.settings import Document

_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BYTES_OF_HEAD = 4_096
_ROOT = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"(de|en)(?:[-_].*)?", re.IGNORECASE)
_SOURCE_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_VERBATIM = ("pre", "textarea", "script", "style")

# Only dates that the page states: no guessing from years in the text. Archives are older than htmldate's default.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "min_date": "1850-01-01"}

_SHORT_ARTICLE = 250
"""In characters; trafilatura's default for when to distrust what it found."""

# What these two discard is reported by us, by the file's name.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_html(data: bytes, place: str) -> Draft:
    """Read a saved web page or an HTML fragment.

    Title, day of publication, outlet and address come from the page's metadata, the language from `<html lang>` when it
    is German or English. Paragraphs are separated by blank lines; list items and table rows have a line each.

    Raises:
        SourceError: the bytes are no text, or no article is found in the page.
    """
    from trafilatura import load_html  # late: importing takes longer than reading most other files

    declared = _DECLARED.search(data[:_BYTES_OF_HEAD])
    page = decode(data, place, declared[1].decode("ascii") if declared else None)
    tree = load_html(page if _ROOT.search(page) else f"<html><body>{page}</body></html>")
    if tree is None:
        raise _nothing_found(place)
    language = _language_of(tree)
    _join_source_lines(tree)
    document = _extract(tree)
    if document is None:
        raise _nothing_found(place)
    return Draft(
        text_of_body(document.body),
        Metadata(
            title=_line(document.title),
            published=document.date,
            language=language,
            source=_line(document.sitename or document.hostname),
            url=_line(document.url),
        ),
    )


def _extract(tree: HtmlElement) -> Document | None:
    """The article in a page, None when there is none.

    Of a short article trafilatura by default prefers to take everything on the page, in one paragraph. Its structure is
    kept here, unless it seems to be a small part of what there is.
    """
    document = _extract_from(tree, 1)
    if document is not None and len(document.text or "") >= _SHORT_ARTICLE:
        return document
    everything = _extract_from(tree, _SHORT_ARTICLE)
    if document is None or everything is None:
        return document or everything
    return everything if len(everything.text or "") > 2 * len(document.text or "") else document


def _extract_from(tree: HtmlElement, smallest: int) -> Document | None:
    """One run of trafilatura, with the size in characters below which it takes the whole page."""
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG, Document

    config = deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(smallest))
    document = bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=_DATE_SEARCH, config=config
    )
    return document if isinstance(document, Document) and (document.text or "").strip() else None


def _language_of(tree: HtmlElement) -> Language | None:
    """The language that the page declares, None when it is neither of ours."""
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    match = _LANGUAGE.fullmatch((root.get("lang") or root.get("xml:lang") or "").strip())
    if match is None:
        return None
    return "de" if match[1].lower() == "de" else "en"


def _join_source_lines(tree: HtmlElement) -> None:
    """Make one space of every run of white space in the source, as browsers do; later line ends are meant."""
    verbatim = {element for parent in tree.iter(*_VERBATIM) for element in parent.iter()}
    for element in tree.iter():
        if element.text and element not in verbatim:
            element.text = _SOURCE_WHITE_SPACE.sub(" ", element.text)
        if element.tail and element.getparent() not in verbatim:
            element.tail = _SOURCE_WHITE_SPACE.sub(" ", element.tail)


def _line(value: str | None) -> str | None:
    """A metadata value on one line, None for an empty one."""
    return (one_line(value) or None) if value else None


def _nothing_found(place: str) -> SourceError:
    """The page is empty, or all of it is navigation, or a script would have to fill it."""
    return SourceError(
        place, "no article text was found in this page", "Save the article's text as .txt or .md, or remove the page."
    )
