"""Numbers before a full stop: "am 14. September" goes on, "auf Platz 1. Danach" is over."""

import re

from index.sentences.abbreviations import MONTHS
from index.sentences.context import Context
from index.sentences.words import ARTICLES_DE, CLUBS, COUNTING, RANKED_ENDINGS, RANKED_WORDS

_NUMBER = re.compile(r"\d\Z|(?:\A|\W)\d{1,3}[a-z]\Z")
_CLAUSE = re.compile(r"\d{1,3}[a-z]?\Z")
_PLAIN = re.compile(r"\d{1,3}(?:[.\u202f\u00a0']?\d{3})*\Z")
_RANGE = re.compile(r"\d{1,3}\.[-–/]\d{1,3}\Z")
_DAY_AND_MONTH = re.compile(r"[0-3]?\d\.[01]?\d\Z")
_PLACE_IN_LIST = re.compile(r"\w+listen?-\d+\Z")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\Z")


def is_roman(token: str) -> bool:
    """Whether a token is a Roman numeral from I to XXXIX; longer ones are mostly words (CD, MC)."""
    return _ROMAN.match(token) is not None


def is_number(token: str) -> bool:
    """Whether a token ends in a digit or is the number of a clause ("3a")."""
    return _NUMBER.search(token) is not None


def number_ends(context: Context, starts: bool, german: bool) -> bool:
    """Decide whether a number before a full stop ends a sentence, the next word having a capital or being a number.

    Args:
        context: the stop; ``is_number(context.token)`` holds.
        starts: whether the next word is one that can only begin a sentence.
        german: whether a stop may make the number an ordinal; English writes "14th".
    """
    previous = context.previous
    token = context.token.rpartition(")")[2].lstrip("/")
    nearest = previous[-1] if previous else ""
    if (context.complete and not previous) or _counts_what_follows(token, nearest, starts, german):
        return False
    if context.word.isdigit():
        return _before_number(context, german)
    if starts or not german:
        return True
    if context.complete and len(previous) == 1:
        nearest = nearest.lower()  # its capital is that of the sentence: "Zum 2. Mal"
    return not _is_ordinal(context, token, nearest)


def _counts_what_follows(token: str, nearest: str, starts: bool, german: bool) -> bool:
    """Whether the number opens an item of an enumeration: "1. Planung; 2. Beratung"."""
    if not _CLAUSE.match(token):
        return False
    if nearest.endswith(";") or (nearest.endswith(":") and token == "1"):
        return True
    return german and not starts and nearest.endswith((",", ":"))


def _is_ordinal(context: Context, token: str, nearest: str) -> bool:
    """Whether a German number ranks the capitalised word that follows, which begins no sentence for sure."""
    if _RANGE.match(token) or _PLACE_IN_LIST.match(token):
        return True
    if _DAY_AND_MONTH.match(token):
        return nearest in ARTICLES_DE
    if not _PLAIN.match(token):
        return False  # decimals, results, times, model names
    value = int("".join(filter(str.isdigit, token)))
    if value >= 1000:
        return nearest in ARTICLES_DE
    if context.word in MONTHS and value <= 31:
        return True
    return _ranks(context, nearest) or _enumerates(context, value)


def _ranks(context: Context, nearest: str) -> bool:
    """Whether a number of up to three digits is an ordinal, judged by the words beside it."""
    if context.parenthesised or context.word in RANKED_WORDS or context.word.lower().endswith(RANKED_ENDINGS):
        return True  # "(92. Lainer)" is the minute of a substitution
    if nearest in ("–", "-") or (context.word in CLUBS and context.token == "1"):
        return True
    if nearest in ("und", "oder", "bis", "sowie") and len(context.previous) > 1:
        return not context.previous[-2][-1:].isdigit()  # "Seite 3 und 4." against "der letzte und 4. Versuch"
    return nearest.islower() and nearest not in COUNTING


def _enumerates(context: Context, value: int) -> bool:
    """Whether the number before was numbered too: "1. Geldmangel und 2. Streit"."""
    return value > 1 and re.search(rf"(?<!\d){value - 1}\. ", context.before) is not None


def _before_number(context: Context, german: bool) -> bool:
    """Number, stop, number: "im Jahr 1946. 20 Menschen" against "am 4. 3. 1912"; "(2)" opens a paragraph."""
    if context.opening.endswith("(") and context.tail == ")":
        return True
    if len(context.token) < 3 and (german or context.tail in (".", ")")):
        return False
    return not (_DAY_AND_MONTH.match(context.token) and len(context.word) == 4)
