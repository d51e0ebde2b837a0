"""Bytes to characters, whatever the file was saved as."""

from __future__ import annotations

import codecs
import re

from index.errors import SourceError

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The encoding standard of the web: pages that declare the first mean the second.
_AS_BROWSERS_DO = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}

# What German and English text was saved in before Unicode: Windows, Unix, old macOS, DOS. All but the first know
# every byte, so that there is always a candidate.
_SINGLE_BYTE = ("cp1252", "iso8859_15", "mac_roman", "cp850")

# What a character beyond ASCII is in such text: an umlaut, a quotation mark or apostrophe on the right side of a
# letter, or at least a dash, a sign, a letter of a loan word. Read in the wrong encoding, umlauts turn into other
# letters or marks in the middle of words.
_TYPICAL = re.compile(r"[äöüß](?![A-ZÄÖÜ])|[ÄÖÜ]|(?<!\w)[„“”‚‘«»›‹](?=\w)|(?<=[^\W\d_])’(?=\w)|(?<!\s)[“”‘’«»›‹](?!\w)")
_POSSIBLE = re.compile("[éèêëáàâçñóôúíîøåæÉ€§°…£½²³·–—]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MOST_CONTROL_CHARACTERS = 0.002
"""The share of control characters above which bytes are no text; a stray one in a long text is forgiven."""

_SAVE_AS_UTF8 = "Save the file as UTF-8 text."


def decode(data: bytes, place: str, declared: str | None = None) -> str:
    """Turn the bytes of a text file into characters.

    The order: a byte order mark, UTF-8, the encoding that the file itself declares, the most plausible of
    the single-byte encodings of German and English.

    Args:
        data: the whole file.
        place: the file's name, for the error.
        declared: the encoding named inside the file (HTML), None when there is none.

    Raises:
        SourceError: the bytes are no text, or are damaged UTF-8 or UTF-16.
    """
    text = _decode(data, place, declared)
    controls = len(_CONTROL.findall(text))
    if controls > max(1, len(text) * _MOST_CONTROL_CHARACTERS):
        raise SourceError(place, "this is no text but binary data", "Remove the file, or give it its true ending.")
    return text


def _decode(data: bytes, place: str, declared: str | None) -> str:
    """The characters, whether they make sense or not."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            reason = f"line {line} holds bytes that are not UTF-8, although the rest of the file is"
            raise SourceError(place, reason, _SAVE_AS_UTF8) from error
    if declared is not None and (text := _attempt(data, _AS_BROWSERS_DO.get(declared.lower(), declared))) is not None:
        return text
    candidates = [text for encoding in _SINGLE_BYTE if (text := _attempt(data, encoding)) is not None]
    return max(candidates, key=_plausibility)


def _strictly(data: bytes, encoding: str, place: str) -> str:
    """Decode without replacing anything: a lost character would make a quote wrong."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"the file says it is {encoding}, but byte {error.start} does not fit"
        raise SourceError(place, reason, _SAVE_AS_UTF8) from error


def _attempt(data: bytes, encoding: str) -> str | None:
    """The characters in this encoding, None when it is unknown or a byte has no meaning in it."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _plausibility(text: str) -> int:
    """How well the characters beyond ASCII fit German or English: a typical one 2, a possible one 1, the rest -1."""
    beyond = len(_BEYOND_ASCII.findall(text))
    return 3 * len(_TYPICAL.findall(text)) + 2 * len(_POSSIBLE.findall(text)) - beyond


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are whole in UTF-8 than broken: no other encoding looks like that."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = len(_BEYOND_ASCII.findall(text)) - broken
    return whole > broken
