"""The one place where the characters of a text are settled: what leaves here is what every span refers to."""

from __future__ import annotations

import re
import unicodedata

# Line ends of every origin: CR LF, CR, vertical tab, form feed, next line, line and paragraph separator.
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

# What nobody sees and no query contains: control characters but tab and line ends, the soft hyphen, zero-width
# characters and byte order marks, direction marks, and surrogates (halves of a character, which no file can store).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff]"
)
_BLANKS_AT_LINE_END = re.compile(r"[^\S\n]+$", re.MULTILINE)
_WHITE_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Bring characters into one form: invisible ones removed, a line feed for every line end, NFC."""
    visible = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", visible))


def normalise(text: str) -> str:
    """Bring a text into the form it is stored in: `clean`, no blanks at line ends, no white space around the whole.

    Everything else stays: blank lines between paragraphs, indents, Unicode spaces inside a line. Idempotent.
    """
    return _BLANKS_AT_LINE_END.sub("", clean(text)).strip()


def one_line(text: str) -> str:
    """Bring a title, an outlet or an id into one line: `clean`, runs of white space as one space."""
    return _WHITE_SPACE.sub(" ", clean(text)).strip()
