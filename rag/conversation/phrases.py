"""The things that a question speaks of: its noun phrases, with preposition and article, and which of them are names."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from index.keywords.exonyms import exonym_terms
from index.language import detect_language
from index.models import Language
from index.readings.moments import moments
from index.readings.words import MONTHS, WEEKDAYS
from rag.conversation.tokens import Token, tokens_of, word_set
from rag.conversation.words import WORDS
from rag.support.names import FIRST_NAMES
from rag.support.places import place_ids

Kind = Literal["person", "place", "party", "thing"]

_TITLES = word_set("""
    präsident präsidentin premierminister premierministerin kanzler kanzlerin bundeskanzler bundeskanzlerin minister
    ministerin außenminister außenministerin verteidigungsminister innenminister machthaber könig königin papst herr
    frau trainer trainerin bürgermeister bürgermeisterin kremlsprecher sprecher sprecherin premier president chancellor
    king queen pope mr mrs ms dr sir lord prince princess governor senator captain coach secretary spokesman
    spokeswoman leader
    """)
_JOINING = {"de": ("und", "oder", "von", "am", "bin", "al"), "en": ("and", "of", "de", "la", "on", "bin", "al", "&")}


@dataclass(frozen=True)
class Phrase:
    """A noun phrase.

    Attributes:
        start: where it begins in the text, its preposition included.
        core: where it begins without preposition.
        head: where it begins without preposition and article.
        end: where it ends.
        text: the text without preposition and article.
        preposition: in lower case; empty when there is none.
        determiner: in lower case; empty when there is none.
        name: whether it is a name rather than a noun.
        kind: what it names, as far as that can be told.
    """

    start: int
    core: int
    head: int
    end: int
    text: str
    preposition: str
    determiner: str
    name: bool
    kind: Kind


def phrases_of(text: str, language: Language) -> list[Phrase]:
    """The noun phrases of a question in order, without times and question words.

    German nouns carry a capital; of English ones only names and those behind an article are found.
    """
    words = WORDS[language]
    tokens = tokens_of(text)
    dated = [(moment.start, moment.end) for moment in moments(text, language)]
    found: list[Phrase] = []
    place = 0
    while place < len(tokens):
        length = _length(text, tokens, place, language)
        opens = place == 0 and tokens[0].lower in words.asking | words.auxiliaries | words.linking | words.degree
        if not length or opens:
            place += 1
            continue
        run = tokens[place : place + length]
        kept = length
        while kept and _within(run[kept - 1], dated):
            kept -= 1
        if kept and not _within(run[0], dated) and not _is_calendar(run[:kept], language):
            found.append(_phrase(text, tokens, place, kept, language))
        place += length
    return found


def _within(token: Token, spans: list[tuple[int, int]]) -> bool:
    return any(token.start < end and start < token.end for start, end in spans)


def _is_calendar(run: list[Token], language: Language) -> bool:
    return all(token.text in MONTHS[language] or token.text in WEEKDAYS[language] for token in run)


def _length(text: str, tokens: list[Token], place: int, language: Language) -> int:
    """How many tokens the nouns that begin here are; 0 for none."""
    words = WORDS[language]
    length = 0
    while place + length < len(tokens):
        token = tokens[place + length]
        gap = text[tokens[place + length - 1].end : token.start] if length else ""
        if length and gap.strip(" .„“\"”'’«»"):
            break
        if token.capital and token.lower not in words.asking and not (token.text.isdigit() and not length):
            if token.lower in words.determiners | words.prepositions | words.linking and not length:
                break
            length += 1
        elif length and token.lower in _JOINING[language] and _goes_on(tokens, place + length):
            length += 1
        else:
            break
    if length or language == "de":
        return length
    return _english_noun(tokens, place)


def _goes_on(tokens: list[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].capital and not tokens[place + 1].text.isdigit()


def _english_noun(tokens: list[Token], place: int) -> int:
    """The nouns in lower case behind an English article: "the swing bridge"."""
    words = WORDS["en"]
    if place == 0 or tokens[place - 1].lower not in words.determiners | words.possessive:
        return 0
    length = 0
    while place + length < len(tokens):
        token = tokens[place + length]
        if token.lower in words.function and not (token.lower == "of" and length):
            break
        if length and token.lower in words.verbs - words.general and token.lower not in ("open", "close"):
            break
        length += 1
    while length and tokens[place + length - 1].lower == "of":
        length -= 1
    return length


def _phrase(text: str, tokens: list[Token], place: int, length: int, language: Language) -> Phrase:
    words = WORDS[language]
    first, last = tokens[place], tokens[place + length - 1]
    before = place - 1
    adjectives = 0
    while before >= 0 and _is_adjective(tokens, before, language):
        before -= 1
        adjectives += 1
    head = tokens[before + 1].start if adjectives else first.start
    determiner = preposition = ""
    core = start = head
    if before >= 0 and tokens[before].lower in words.determiners | words.possessive:
        determiner, core = tokens[before].lower, tokens[before].start
        start = core
        before -= 1
    if before >= 0 and tokens[before].lower in words.prepositions:
        preposition, start = tokens[before].lower, tokens[before].start
    run = tokens[place : place + length]
    name = _is_name(run, determiner, bool(adjectives), place, language)
    return Phrase(
        start, core, head, last.end, text[head : last.end], preposition, determiner, name, kind_of(run, name, language)
    )


def _is_adjective(tokens: list[Token], place: int, language: Language) -> bool:
    """Whether a German word in lower case stands before its noun as an adjective does: behind an article, inflected."""
    token = tokens[place]
    words = WORDS[language]
    if language != "de" or token.capital or place == 0 or token.lower in words.function | words.verbs | words.degree:
        return False
    before = tokens[place - 1].lower
    opening = before in words.determiners | words.prepositions | words.possessive | words.degree or before.startswith(
        "welch"
    )
    return opening and token.lower.endswith(("e", "en", "er", "es", "em"))


def _is_name(run: list[Token], determiner: str, described: bool, place: int, language: Language) -> bool:
    if any((token.text.isupper() and len(token.text) > 1) or any(c.isdigit() for c in token.text) for token in run):
        return True
    if is_place(run, language) or any(token.bare in FIRST_NAMES for token in run):
        return True
    if not run[0].capital:
        return False
    if language == "en":
        return place > 0 or len(run) > 1
    return not determiner and not described and not any(_is_noun(token.text) for token in run)


def _is_noun(word: str) -> bool:
    """Whether a German word with a capital looks like an ordinary noun rather than a name."""
    endings = (
        "ung",
        "ungen",
        "heit",
        "keit",
        "schaft",
        "tion",
        "tionen",
        "tät",
        "ismus",
        "nis",
        "tum",
        "chen",
        "ien",
        "eln",
    )
    return word.endswith(endings) or word.lower() in WORDS["de"].general | WORDS["de"].agents


def is_place(run: list[Token], language: Language) -> bool:
    """Whether a name is that of a country, a town or another place."""
    names = [token.bare for token in run if token.capital]
    if not names:
        return False
    return all(_place_name(name, language) for name in names) or bool(exonym_terms(names, language) and len(names) > 1)


@functools.lru_cache(maxsize=4096)
def _place_name(name: str, language: Language) -> bool:
    other: Language = "en" if language == "de" else "de"
    lower = name.lower()
    if name.isupper() and len(name) > 1:
        return lower in _MORE_PLACES  # "NATO" and "WHO" have other names too, but are no places
    known = lower in place_ids(language) or lower in place_ids(other) or lower in _MORE_PLACES
    return known or bool(exonym_terms([name], language))


_MORE_PLACES = word_set(
    "belarus sotschi sochi wostotschny vostochny wladiwostok vladivostok baltimore brüssel brussels usa uk schweiz eu"
)


def kind_of(run: list[Token], name: bool, language: Language) -> Kind:
    """What a noun phrase names."""
    if is_place(run, language):
        return "place"
    capitals = [token for token in run if token.capital]
    if name and any(token.text.isupper() and len(token.text) > 1 for token in run):
        return "party"
    if name and capitals and not any(any(c.isdigit() for c in token.text) for token in run):
        if any(token.bare in FIRST_NAMES for token in capitals):
            return "person"
        if any(token.lower in _TITLES for token in run):
            return "person"
    return "thing"


def language_of(text: str, default: Language) -> Language:
    """The language of a fragment, `default` where it does not tell."""
    return detect_language(text, default)
