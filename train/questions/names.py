"""Names in a sentence and what they name: a person, a place, or something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.keywords.analyzer import fold
from index.models import Language
from index.sentences.numbers import is_roman
from train.questions.calendar import MONTHS, WEEKDAYS
from train.questions.exonyms import spellings
from train.questions.lexicon import (
    DETERMINERS,
    FIRST_NAMES,
    PEOPLES,
    PEOPLES_ENDINGS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    word_set,
)
from train.questions.tokens import Token
from train.questions.wordbook import WordBook

_PARTICLES = word_set("of de von van der den di da la le bin al du del and y") - {"and"}
_NO_NAMES = word_set("i mr mrs ms dr sir madam god") | WEEKDAYS | {month.lower() for month in MONTHS}
_PLACE_HEADS = (
    "river lake city county island mountain mount bay park bridge castle church street university school college "
    "station airport valley museum hospital stadium"
)
THINGS = frozenset(
    (_PLACE_HEADS + " company league band party club union commission parliament council act war cup").split()
)


@dataclass(frozen=True)
class Name:
    """A run of tokens that names something.

    Attributes:
        kind: what it names.
        first: its first token.
        last: the token behind it, exclusive.
        text: as written.
    """

    kind: Literal["person", "place", "name"]
    first: int
    last: int
    text: str


def names_of(tokens: list[Token], language: Language, book: WordBook, other: frozenset[str] | None) -> list[Name]:
    """The names of a sentence.

    Args:
        tokens: the sentence.
        language: its language.
        book: what the texts tell about words.
        other: the keys (see `name_keys`) of the capitalised words of its translation; None without a translation.
    """
    found: list[Name] = []
    first = 0
    while first < len(tokens):
        if not _may_name(tokens, first, language, book, other):
            first += 1
            continue
        last = first + 1
        while last < len(tokens):
            if _may_name(tokens, last, language, book, other):
                last += 1
            elif (
                tokens[last].text in _PARTICLES
                and last + 1 < len(tokens)
                and _may_name(tokens, last + 1, language, book, other)
                and tokens[last].low not in PREPOSITIONS[language] - {"of", "von"}
                and tokens[last].low not in DETERMINERS[language]
            ):
                last += 2
            else:
                break
        name = _classified(tokens, first, last, language, book)
        if name is not None:
            found.append(name)
        first = last
    return found


def name_keys(tokens: list[Token]) -> frozenset[str]:
    """Under which keys the capitalised words of a sentence can be met in its translation."""
    return frozenset(key for token in tokens if token.capital for key in keys_of(token.text))


def keys_of(word: str) -> frozenset[str]:
    """The spellings under which a name may stand in the other language: folded, without a genitive s, exonyms."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    forms = {low, low.removesuffix("s")} if len(low) > 4 else {low}
    return frozenset(fold(form) for known in forms for form in (known, *spellings(known)))


def _may_name(
    tokens: list[Token], number: int, language: Language, book: WordBook, other: frozenset[str] | None
) -> bool:
    token = tokens[number]
    low = token.low
    if not token.capital or len(token.text) < 2 or low in _NO_NAMES or low in PRONOUNS[language]:
        return False
    if low in DETERMINERS[language] or low in PREPOSITIONS[language]:
        return False
    if low in TITLES and (number + 1 >= len(tokens) or not tokens[number + 1].capital):
        return False
    opens = number == 0 or (not tokens[number - 1].is_word and tokens[number - 1].text not in ",-–&.")
    if language == "de" or opens:
        known = (
            (number > 0 and tokens[number - 1].low in FIRST_NAMES)
            or book.is_name(token.text)
            or (other is not None and not book.small["en"][low] and low not in book.small["de"])
        )
        return known and (other is None or bool(keys_of(token.text) & other))
    return True


def _classified(tokens: list[Token], first: int, last: int, language: Language, book: WordBook) -> Name | None:
    """Say what a run names; None for the name of a people, for a bare title or a possessive."""
    words = [token.low for token in tokens[first:last]]
    while first + 1 < last and words[0] in TITLES:
        first, words = first + 1, words[1:]
    titled = first > 0 and tokens[first - 1].low in TITLES
    if last < len(tokens) and tokens[last].text in ("'s", "’s", "-", "'", "’"):
        return None
    if is_roman(tokens[first].text):
        return None
    if (
        len(words) == 1
        and (words[0] in PEOPLES or words[0] in TITLES or words[0].endswith(PEOPLES_ENDINGS))
        and not titled
    ):
        return None
    text = " ".join(token.text for token in tokens[first:last])
    if len(words) > 6 or (language == "de" and text.endswith("s") and tokens[first - 1].low in ("des",)):
        return None
    before = [token.low for token in tokens[max(0, first - 2) : first]]
    placed = any(word in PLACE_PREPOSITIONS[language] for word in before[-1:]) or (
        before[-1:] in (["the"], ["der"], ["den"]) and before[:1] and before[0] in PLACE_PREPOSITIONS[language]
    )
    if _person(words, titled, book) and not (placed and book.is_place(words[-1]) and len(words) == 1):
        return Name("person", first, last, text)
    if placed and (book.is_place(words[0]) or book.is_place(words[-1])):
        return Name("place", first, last, text)
    return Name("name", first, last, text)


def _person(words: list[str], titled: bool, book: WordBook) -> bool:
    if any(word in THINGS or word == "of" for word in words):
        return False
    if titled or (words[0] in FIRST_NAMES and (len(words) == 1 or not book.is_place(words[-1]))):
        return True
    return len(words) == 1 and book.is_surname(words[0])
