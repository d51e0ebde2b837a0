"""Lines as a page shows them, put together to paragraphs again."""

from __future__ import annotations

import re
from itertools import pairwise

from index.language import detect_language
from index.models import Language

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PAGE_NUMBER = re.compile(r"(?:Seite |Page |[-–] ?)?(?P<number>\d{1,4})(?: ?(?:/|von|of) ?\d{1,4}| ?[-–])?")
_BULLET = re.compile(r"[•▪*] ")
# A list item, or a sentence going on: "am | 14. September", "Kim | - so heißt es - ".
_PERHAPS_ITEM = re.compile(r"(?:[-–]|\d{1,2}[.)]) ")
_SENTENCE_END = re.compile(r"[.!?:…][\"“”»«)]?$")
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED = re.compile(r"(?P<head>[^\W\d_]+)-$")

# "Nord- und Südkorea": a hyphen that stands for a word's second half stays.
_AFTER_SUSPENDED = frozenset({"und", "oder", "bis", "sowie", "bzw", "beziehungsweise", "and", "or", "to"})
# English words that a hyphen joins to the next for good: "long-term", "self-made".
_HEADS = """
all anti co cross double ex fast full half high ill large long low mid multi non one part post pre pro re second self
semi short single so third two well world
"""
_COMPOUND_HEADS = frozenset(_HEADS.split())

# Shares of the usual line width: a paragraph goes on after a full line, and hardly after a short one.
_FULL_LINE = 0.85
_SHORT_LINE = 0.6


def reflow(pages: list[str]) -> str:
    """Join the lines of pages to paragraphs separated by blank lines, and mend words divided at a line's end.

    A line break is kept before list items, and, if the next word would have fitted, after a line clearly shorter than
    usual or one that ends a sentence. The hyphen of a divided word is dropped only between lower-case halves that are
    no known compound.

    Args:
        pages: the text of each page with line feeds for its lines.
    """
    lines = [line for number, page in enumerate(pages, start=1) for line in _lines_of(page, number)]
    whole = "\n".join(lines)
    words = frozenset(_COMPOUND.findall(whole.lower()))
    language = detect_language(whole)
    width = _usual_width(lines)
    pieces: list[str] = []
    for line, following in pairwise(lines):
        divided = _settle_hyphen(line, following, words, language)
        pieces.append(line + _joint(line, following, width) if divided is None else divided)
    return "".join([*pieces, *lines[-1:]])


def _lines_of(page: str, number: int) -> list[str]:
    """The lines of a page without its page number and the blank lines around it."""
    lines = [line.strip() for line in page.translate(_LIGATURES).strip().split("\n")]
    for edge in (0, -1):
        match = _PAGE_NUMBER.fullmatch(lines[edge]) if lines else None
        if match is not None and int(match["number"]) == number:
            del lines[edge]
    return lines


def _usual_width(lines: list[str]) -> int:
    """The length of a full line in characters: nine in ten lines are no longer."""
    lengths = sorted(map(len, filter(None, lines)))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _joint(line: str, following: str, width: int) -> str:
    """What stands between two lines: a space inside a paragraph, one line end or a blank line."""
    ended = _SENTENCE_END.search(line) is not None
    if not line or not following or _BULLET.match(following):
        return "\n"
    if _PERHAPS_ITEM.match(following) and (ended or len(line) < _FULL_LINE * width):
        return "\n"
    next_word = following.split(" ", 1)[0]
    if following[0].islower() or len(line) >= _FULL_LINE * width or len(line) + 1 + len(next_word) > width:
        return " "
    if len(line) < _SHORT_LINE * width:
        return "\n" if len(following) < _SHORT_LINE * width else "\n\n"
    return "\n\n" if ended else " "


def _settle_hyphen(line: str, following: str, words: frozenset[str], language: Language) -> str | None:
    """The line as it joins the next without a space; None when no word is divided between them.

    Args:
        line: it may end with a hyphen.
        following: it may begin with the rest of the word.
        words: all words and compounds of the document in lower case, to see how it writes this one elsewhere.
        language: German divides between syllables; in English some hyphens belong to the word.
    """
    head, tail = _DIVIDED.search(line), _WORD.match(following)
    if head is None or tail is None or tail.group().lower() in _AFTER_SUSPENDED:
        return None
    first, second = head["head"], tail.group()
    if second[0].isupper() or (len(first) > 1 and first.isupper()) or f"{first}-{second}".lower() in words:
        return line
    if (first + second).lower() not in words and language == "en" and first.lower() in _COMPOUND_HEADS:
        return line
    return line[:-1]
