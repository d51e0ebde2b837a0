"""A question as the rules of a language draft it, and what both languages do to it: shorten, swap words, check."""

from __future__ import annotations

import random
from dataclasses import dataclass

from index.models import Language
from rag.answering.question_words import content_words
from train.questions.candidates import Candidate
from train.questions.lexicon import DETERMINERS, PERSONAL, POSSESSIVES, PREPOSITIONS
from train.questions.synonyms import SYNONYMS
from train.questions.tokens import Token, joined, made

LEAST_WORDS, MOST_WORDS = 4, 14
_DROP = 0.4
_SWAP = 0.4
_NEVER_DROPPED = frozenset(["of", "von", "to", "as", "about", "zu", "between", "zwischen"])


@dataclass(frozen=True)
class Draft:
    """A question about one candidate.

    Attributes:
        candidate: what is asked for.
        asking: the question word or phrase ("in welchem Jahr").
        rest: what follows it, ordered as a question.
        statement: the clause in its own order, with an empty token where the answer stood.
    """

    candidate: Candidate
    asking: str
    rest: list[Token]
    statement: list[Token]


def wh_question(draft: Draft, language: Language, chance: random.Random) -> str:
    """The question in full: shortened, some words swapped, a capital first, a question mark last."""
    tokens = made(draft.asking) + swapped(shortened(draft.rest, language, chance), language, chance)
    text = joined(tokens).strip(" ,")
    return text[:1].upper() + text[1:] + "?"


def cloze_question(draft: Draft, language: Language, chance: random.Random) -> str:
    """The statement with a gap, or with the question word where the answer stood."""
    gap = "___" if chance.random() < 0.5 else draft.asking
    tokens = [part for token in draft.statement for part in (made(gap) if not token.text else [token])]
    text = joined(tokens)
    return text[:1].upper() + text[1:] + ("?" if gap != "___" else "")


def keyword_question(draft: Draft, language: Language, chance: random.Random) -> str:
    """Two to five content words as people type them into a search field, often with a word for what they want."""
    content = {word.text for word in content_words(joined(draft.statement), language)}
    tokens = [token for token in draft.statement if token.low in content or (token.low.split("-")[0] in content)]
    if len(tokens) > 5:
        kept = sorted(chance.sample(range(len(tokens)), chance.randint(3, 5)))
        tokens = [tokens[number] for number in kept]
    words = list(dict.fromkeys(token.text for token in tokens))
    if chance.random() < 0.25:
        chance.shuffle(words)
    hint = chance.choice(_HINTS[language].get(draft.candidate.kind, ("",)))
    if draft.candidate.kind == "count":
        hint = f"{hint} {draft.candidate.noun}"
    if draft.candidate.kind == "count" or chance.random() < 0.85:
        words = [hint, *words] if chance.random() < 0.2 else [*words, hint]
    text = " ".join(word for word in words if word)
    return text if chance.random() < 0.5 else text.lower()


_HINTS: dict[Language, dict[str, tuple[str, ...]]] = {
    "de": {
        "time": ("wann", "Jahr", "Datum", "wann"),
        "place": ("wo", "Ort"),
        "person": ("wer", "Name"),
        "count": ("wie viele", "Anzahl"),
        "percent": ("Prozent", "Anteil"),
        "money": ("Betrag", "wie viel Geld"),
        "duration": ("wie lange", "Dauer"),
        "reason": ("warum", "Grund"),
    },
    "en": {
        "time": ("when", "year", "date", "when"),
        "place": ("where", "place"),
        "person": ("who", "name"),
        "count": ("how many", "number of"),
        "percent": ("percentage", "share"),
        "money": ("how much", "amount"),
        "duration": ("how long", "duration"),
        "reason": ("why", "reason"),
    },
}


def shortened(tokens: list[Token], language: Language, chance: random.Random) -> list[Token]:
    """Leave out prepositional phrases by chance, and more of them from the end while the question is too long."""
    ranges = _phrases(tokens, language)
    dropped: set[int] = set()
    words = sum(token.is_word for token in tokens)
    for first, last in reversed(ranges):
        length = last - first
        if words - length >= 4 and (words > MOST_WORDS - 2 or chance.random() < _DROP):
            dropped.update(range(first, last))
            words -= length
    return [token for number, token in enumerate(tokens) if number not in dropped]


def _phrases(tokens: list[Token], language: Language) -> list[tuple[int, int]]:
    """Prepositional phrases (first, last) that a question can do without, none of them right at the start."""
    found = []
    number = 2
    while number < len(tokens):
        if tokens[number].low in PREPOSITIONS[language] and tokens[number].low not in _NEVER_DROPPED:
            last = _phrase_end(tokens, number, language)
            if last is not None:
                found.append((number, last))
                number = last
                continue
        number += 1
    return found


def _phrase_end(tokens: list[Token], first: int, language: Language) -> int | None:
    last = first + 1
    if language == "de":
        while last < len(tokens) and not (tokens[last].capital or tokens[last].text[0].isdigit()):
            if last - first > 4:
                return None
            last += 1
        while last < len(tokens) and (tokens[last].capital or tokens[last].text[0].isdigit()):
            last += 1
        while last + 1 < len(tokens) and tokens[last].low in ("von", "des", "der") and tokens[last + 1].capital:
            last += 2
        held = any(token.capital or token.text[0].isdigit() for token in tokens[first + 1 : last])
        return last if held else None
    while last < len(tokens) and (tokens[last].low not in PREPOSITIONS["en"] or tokens[last].low == "of"):
        if tokens[last].text == "," or tokens[last].low in ("and", "or"):
            return None
        last += 1
    return last if last > first + 1 else None


def swapped(tokens: list[Token], language: Language, chance: random.Random) -> list[Token]:
    """Replace some words by synonyms of the same form, one of them at least now and then."""
    table = SYNONYMS[language]
    return [
        Token(chance.choice(table[token.text])) if token.text in table and chance.random() < _SWAP else token
        for token in tokens
    ]


def is_sound(question: str, answer: str, language: Language, least: int = LEAST_WORDS) -> bool:
    """Whether a question can be asked of an archive: of sensible length, about something, without its answer.

    Questions with "he" or "we" are refused: nobody outside the text knows who that is.
    """
    words = question.rstrip("?").split()
    low = [word.lower().strip(",.'’") for word in words]
    if not least <= len(words) <= MOST_WORDS or any(mark in question for mark in '„“”"»«;:!()[]*|'):
        return False
    named = any(word[0].isupper() for word in words[1:])
    if any(word in POSSESSIVES for word in low) and (language == "de" or not named):
        return False
    if (
        any(word.replace("’", "'").split("'")[0] in PERSONAL[language] for word in low)
        or answer.lower() in question.lower()
    ):
        return False
    if low[-1] in DETERMINERS[language] or low[-1] in ("and", "und", "or", "oder", "that", "than", "als"):
        return False
    if language == "de" and low[-1] in PREPOSITIONS["de"] - {
        "an",
        "ab",
        "auf",
        "aus",
        "um",
        "durch",
        "nach",
        "zu",
        "mit",
        "bei",
        "unter",
        "vor",
    }:
        return False
    content = content_words(question, language)
    return len(content) >= 2 or (len(content) == 1 and any(word[0].isupper() for word in words[1:]))
