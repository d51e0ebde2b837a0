"""The things that a question speaks of: its noun phrases, with preposition and article, and which of them are names."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Language
from index.readings.moments import moments
from index.readings.words import MONTHS, WEEKDAYS
from rag.conversation.kinds import NUMERAL, Kind, is_place, kind_of
from rag.conversation.tokens import Token, tokens_of
from rag.conversation.words import WORDS
from rag.support.names.extraction import FIRST_NAMES

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
        following = tokens[place + length + 1].lower if place + length + 1 < len(tokens) else ""
        pair = token.lower == "and" and bool(following) and following not in words.function | words.verbs
        if token.lower in words.function and not (length and (token.lower == "of" or pair)):
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
    end = last.end
    if NUMERAL.fullmatch(last.text) and length > 1 and text[end : end + 1] == ".":
        end += 1  # "Charles III."
    name = _is_name(run, determiner, bool(adjectives), place, language)
    return Phrase(start, core, head, end, text[head:end], preposition, determiner, name, kind_of(run, name, language))


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
