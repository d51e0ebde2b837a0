"""A question taken apart at its verb: what is asked, the verb, and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.models import Language
from rag.conversation.tokens import Token, tokens_of
from rag.conversation.words import WORDS

Role = Literal["adverb", "subject", "object", "none"]


@dataclass(frozen=True)
class Clause:
    """A question in its parts.

    Attributes:
        asked: the question phrase as it is written ("Wie viel Benzin", "In which year"); empty for yes or no.
        word: its question word in lower case.
        noun: the noun phrase in it ("Benzin"); empty when there is none.
        verb: the finite verb; empty where an English subject is asked for ("Who met Kim?").
        rest: what follows, without the question mark.
        role: what the question phrase is to the verb; "none" for yes or no.
    """

    asked: str
    word: str
    noun: str
    verb: str
    rest: str
    role: Role


def read_clause(text: str, language: Language) -> Clause | None:
    """Take a question apart; None when it is none, or its parts cannot be told."""
    body = text.strip().rstrip("?!. ")
    tokens = tokens_of(body)
    if tokens and tokens[0].lower in WORDS[language].linking:
        body, tokens = body[tokens[0].end :].lstrip(" ,"), []
    tokens = tokens or tokens_of(body)
    if not tokens:
        return None
    return _german(body, tokens) if language == "de" else _english(body, tokens)


def _asking_place(tokens: list[Token], language: Language) -> int | None:
    """Which token is the question word: the first one, or one behind prepositions."""
    words = WORDS[language]
    for place, token in enumerate(tokens[:4]):
        if token.lower in words.asking or token.lower.startswith("wieviel"):
            return place
        if token.lower not in words.prepositions and token.lower != "according":
            return None
    return None


def _german(body: str, tokens: list[Token]) -> Clause | None:
    words = WORDS["de"]
    if tokens[0].lower in words.auxiliaries:
        return Clause("", "", "", tokens[0].text, body[tokens[0].end :].strip(), "none")
    asking = _asking_place(tokens, "de")
    if asking is None:
        return None
    after = asking + 1
    word = tokens[asking].lower
    takes_noun = word.startswith(("welch", "wieviel")) or word == "wessen"
    if word == "wie" and after < len(tokens) and tokens[after].lower in words.degree:
        takes_noun = tokens[after].lower in ("viel", "viele", "vielen", "vieler", "wenig", "wenige")
        after += 1
    elif word == "was" and after < len(tokens) and tokens[after].lower == "für":
        takes_noun, after = True, after + 1
    while after < len(tokens) and tokens[after].lower in ("genau", "sonst", "noch", "eigentlich", "alles"):
        after += 1
    verb = _german_verb(body, tokens, after, takes_noun)
    if verb is None:
        return None
    noun = body[tokens[after].start : tokens[verb - 1].end] if verb > after else ""
    rest = body[tokens[verb].end :].strip()
    role: Role = "adverb" if asking > 0 else _german_role(word, noun, rest, takes_noun)
    return Clause(body[: tokens[verb - 1].end], word, noun, tokens[verb].text, rest, role)


def _german_verb(body: str, tokens: list[Token], place: int, takes_noun: bool) -> int | None:
    """Where the finite verb stands: behind the question phrase, which takes its nouns along."""
    words = WORDS["de"]
    if not takes_noun:
        return place if place < len(tokens) and not tokens[place].capital else None
    begun = False
    while place < len(tokens):
        token, following = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
        if place and "," in body[tokens[place - 1].end : token.start]:
            return None
        goes_on = following is not None and following.capital
        if token.capital:
            begun = True
        elif begun and token.lower in words.prepositions | words.determiners | {"und", "oder", "pro"}:
            pass
        elif (
            goes_on
            and not begun
            and not token.lower.endswith("t")
            and token.lower not in words.auxiliaries | words.verbs
        ):
            pass  # an adjective before its noun
        elif begun and goes_on and tokens[place - 1].lower in words.determiners | words.prepositions:
            pass
        else:
            return place
        place += 1
    return None


def _german_role(word: str, noun: str, rest: str, takes_noun: bool) -> Role:
    if word in ("wem", "wen"):
        return "object"
    if word not in ("wer", "was") and not takes_noun:
        return "adverb"
    tokens = tokens_of(rest)
    words = WORDS["de"]
    opener = tokens[0].lower if tokens else ""
    if word == "wer" or not tokens or opener in words.prepositions or opener in ("den", "einen", "dem", "sich"):
        return "subject"
    head = tokens_of(noun)[-1].lower if noun else ""
    if head in words.agents and not (tokens[0].capital and head not in ("menschen", "leute", "person")):
        return "subject"
    if opener in words.determiners or opener in words.personal or opener in words.possessive or tokens[0].capital:
        return "object"
    return "subject"


def _english(body: str, tokens: list[Token]) -> Clause | None:
    words = WORDS["en"]
    if tokens[0].lower in words.auxiliaries:
        return Clause("", "", "", tokens[0].text.lower(), body[tokens[0].end :].strip(), "none")
    asking = _asking_place(tokens, "en")
    if asking is None:
        return None
    after = asking + 1
    word = tokens[asking].lower
    takes_noun = word in ("which", "what", "whose")
    if word == "how" and after < len(tokens) and tokens[after].lower in words.degree:
        takes_noun = tokens[after].lower in ("many", "much")
        after += 1
    while after < len(tokens) and tokens[after].lower in ("else", "exactly", "precisely"):
        after += 1
    verb = after
    while verb < len(tokens) and takes_noun and tokens[verb].lower not in words.auxiliaries:
        if "," in body[tokens[verb].start : tokens[verb + 1].start if verb + 1 < len(tokens) else None]:
            verb = len(tokens)
            break
        verb += 1
    if verb >= len(tokens) or tokens[verb].lower not in words.auxiliaries:
        return _english_subject(body, tokens, asking, after, word)
    noun = body[tokens[after].start : tokens[verb - 1].end] if verb > after else ""
    rest = body[tokens[verb].end :].strip()
    role: Role = "adverb"
    if asking == 0 and (word in ("who", "what", "which", "whom", "whose") or takes_noun):
        role = "object" if tokens[verb].lower in ("do", "does", "did") or _opens_noun(rest) else "subject"
        if takes_noun and not noun and word == "how":
            role = "adverb"
    return Clause(body[: tokens[verb - 1].end], word, noun, tokens[verb].lower, rest, role)


def _english_subject(body: str, tokens: list[Token], asking: int, after: int, word: str) -> Clause | None:
    """A question for the subject, without an auxiliary: "Who met Kim?", "Which country joined NATO?"."""
    words = WORDS["en"]
    if asking > 0 or after >= len(tokens) or word not in ("who", "what", "which", "how"):
        return None
    noun_end = after
    if word != "who":
        while noun_end < len(tokens) and not _is_past(tokens[noun_end].lower):
            noun_end += 1
        if noun_end >= len(tokens) or (word == "which" and noun_end == after):
            return None
    noun = body[tokens[after].start : tokens[noun_end - 1].end] if noun_end > after else ""
    asked = body[: tokens[noun_end - 1].end]
    return (
        Clause(asked, word, noun, "", body[tokens[noun_end].start :].strip(), "subject")
        if asked not in words.asking
        else None
    )


def _is_past(word: str) -> bool:
    return word in WORDS["en"].verbs - WORDS["en"].general or (len(word) > 4 and word.endswith("ed"))


def _opens_noun(rest: str) -> bool:
    tokens = tokens_of(rest)
    if not tokens:
        return False
    words = WORDS["en"]
    opener = tokens[0].lower
    return tokens[0].capital or opener in words.determiners | words.personal | words.possessive | {"there"}
