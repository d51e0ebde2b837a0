"""Texts made comparable, as SQuAD does it, with German articles and the number marks of both languages.

Source: the evaluation script of SQuAD (Rajpurkar et al. 2016, "SQuAD: 100,000+ Questions for Machine Comprehension of
Text", EMNLP), which lowers case and drops punctuation and articles. Added here: Unicode NFKC and case folding, German
articles, and numbers, so that "60.000", "60,000" and "60 000" are one number and "3,5" is "3.5". Changed: punctuation
separates words instead of joining them, so that "Kim" is found in "Kim's" and "Nordkorea" in "Nordkorea-Besuch".

A number with one mark before exactly three digits is read as grouped: "3.125" is 3125 on both sides of a comparison,
in whichever language it was meant as a fraction. Signs are dropped: "-5" is "5".
"""

from __future__ import annotations

import re
import unicodedata

_ARTICLES = frozenset(
    ["a", "an", "the", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"]
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TOKEN = re.compile(
    r"""
    (?<![\d.,])(?P<number>                          # a number that is no part of a date such as 14.09.2023
        (?:[1-9]\d{0,2}(?P<mark>[.,'’\ ])\d{3}(?:(?P=mark)\d{3})*|\d+)
        (?P<fraction>[.,]\d+)?
    )(?![.,]?\d)
    | (?P<initials>(?<!\w)(?:[^\W\d_]\.){2,})       # U.S., z.B.
    | (?P<word>[^\W_]+)
    """,
    re.VERBOSE,
)


def normalise(text: str) -> str:
    """Reduce a text to the words that count, with single spaces between them; it may be empty.

    Applying it twice is not promised to change nothing: "1, 200" is two numbers, "1 200" is one.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold())
    tokens = (_token(match) for match in _TOKEN.finditer(folded))
    return " ".join(token for token in tokens if token not in _ARTICLES)


def contains(text: str, phrase: str) -> bool:
    """Say whether the words of `phrase` stand in `text` one after the other; an empty phrase stands nowhere.

    Whole words only: "5" is not in "15", and "Putin" is not in "Putins".
    """
    words = normalise(phrase)
    return bool(words) and f" {words} " in f" {normalise(text)} "


def _token(match: re.Match[str]) -> str:
    """Write a number without grouping marks and with a decimal point, initials without stops, a word as it is."""
    if match["number"]:
        fraction = match["fraction"] or ""
        whole = match["number"].removesuffix(fraction)
        return re.sub(r"\D", "", whole) + fraction.replace(",", ".")
    return match[0].replace(".", "")
