"""What stands behind a sentence that lacks support, so that even the bare text of an answer claims nothing for it."""

from __future__ import annotations

from collections.abc import Mapping

from index.models import Language
from rag.models import Support

MARKS: Mapping[Language, Mapping[Support, str]] = {
    "de": {"partly": "(nur teilweise belegt)", "unsupported": "(nicht belegt)"},
    "en": {"partly": "(only partly supported)", "unsupported": "(not supported)"},
}


def mark_behind(text: str, place: int) -> str:
    """The mark that stands at a place of an answer's text, with the space before it; "" when there is none.

    Args:
        text: of the answer.
        place: the end of a sentence and its markers.
    """
    marks = (f" {mark}" for marks in MARKS.values() for mark in marks.values())
    return next((mark for mark in marks if text.startswith(mark, place)), "")
