"""Whom and what pronouns can stand for: the things that the last questions and their evidence speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.models import Language
from rag.conversation.exchange import Exchange, Quote
from rag.conversation.kinds import kind_of
from rag.conversation.phrases import Phrase, phrases_of
from rag.conversation.tokens import tokens_of, word_set
from rag.conversation.words import WORDS
from rag.support.names.extraction import FIRST_NAMES, names

Gender = Literal["m", "f", "n", ""]

_FEMALE = word_set("""
    Mary Maria Elizabeth Ann Anna Anne Catherine Barbara Marie Angela Ursula Sabine Petra Monika Susanne Andrea Julia
    Laura Sarah Emma Lena Lisa Eva Erika Hillary Jane Linda Susan Karen Nancy Betty Alice Kate Steffi Christine Anke
    Claudia Katalin Narges Camilla Penny Meghan Jill Olena Rachel Liz Nataša Sasha Bonnie Jennifer Sarina Olga Lucy
    Aitana Mariona Sahra Annalena Giorgia Kamala Theresa Sanna Karine Margaret Diana Charlotte Sophie Nicola Helga
    """)
_FEMALE_TITLE = re.compile(
    r"(?:\b[A-ZÄÖÜ][\w-]*(?:er|ent|ant|är|og|ist|et|or|ig|rät|wält)in|\bFrau|\bKönigin|\bMrs\.?|\bMs\.?|\bQueen|\bPrincess|\bLady"
    r"|[Cc]hairwoman|[Ss]pokeswoman|[Ff]irst lady)\s+$"
)
_MALE_TITLE = re.compile(
    r"(?:\bHerrn?|\bMr\.?|\bSir|\bKing|\bPrince|\bKönig|[Pp]räsident(?:en)?|[Mm]inister|[Kk]anzler|[Cc]hairman|[Tt]rainer|[Mm]achthaber)\s+$"
)

_LONGEST_ABBREVIATION = 5
_NAME = r"([A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*)"
_SAYING = re.compile(
    rf"\b{_NAME} (?:sagte|berichtete|erklärte|betonte|forderte|warnte|said|told|warned|announced)\b"
    rf"|\b(?:sagte|berichtete|erklärte|so|laut|said) {_NAME}"
)


@dataclass(frozen=True)
class Candidate:
    """Something that a pronoun may stand for.

    Attributes:
        text: as it is to be said in the question.
        kind: "person", "place", "party" or "thing"; a name that may be a person's is one.
        gender: grammatical for German nouns, natural for people; empty when unknown.
        plural: whether it is many.
        sure: whether the kind is certain; a name of unknown kind may be that of a person, and a noun that was asked
            for ("Wie viele Sitze") is hardly what is spoken of next.
    """

    text: str
    kind: Literal["person", "place", "party", "thing"]
    gender: Gender = ""
    plural: bool = False
    sure: bool = True


def answer_name(exchange: Exchange) -> str:
    """The answer to a question as its evidence marks it, if it is a name of few words; else ""."""
    for quote in exchange.quotes:
        phrase = quote.phrase.strip(" ,.;:„“\"”'")
        tokens = tokens_of(phrase)
        while tokens and tokens[0].lower in WORDS[quote.language].determiners:
            tokens = tokens[1:]
        if 0 < len(tokens) <= 4 and all(token.capital and not token.text[0].isdigit() for token in tokens):
            return phrase[tokens[0].start : tokens[-1].end]
        return ""
    return ""


def candidates(exchange: Exchange) -> Iterator[Candidate]:
    """What an exchange speaks of, likeliest first: the answer to a question for someone, the question, the evidence."""
    answer = answer_name(exchange)
    asked = tokens_of(exchange.question)
    for_someone = bool(asked) and asked[0].lower in ("wer", "who", "wen", "wem", "whom", "welcher", "welche", "which")
    if answer and for_someone:
        yield _named(answer, exchange, "person")
    yield from _of_question(exchange)
    if answer and not for_someone:
        yield _named(answer, exchange, _kind(answer, exchange.quotes[0].language))
    for quote in exchange.quotes:
        yield from _of_quote(quote, exchange)


def _kind(name: str, language: Language) -> Literal["person", "place", "party", "thing"]:
    tokens = tokens_of(name)
    found = kind_of(tokens, True, language)
    return "person" if found == "thing" and len(tokens) > 1 else found


def _named(name: str, exchange: Exchange, kind: Literal["person", "place", "party", "thing"]) -> Candidate:
    return Candidate(name, kind, gender_of(name, exchange))


def _of_question(exchange: Exchange) -> Iterator[Candidate]:
    found = phrases_of(exchange.question, exchange.language)
    for phrase in found:
        yield _of_phrase(phrase, exchange)
    coordinated = re.search(r"\b([A-ZÄÖÜ][\w-]+) (?:und|and) ([A-ZÄÖÜ][\w-]+)", exchange.question)
    if coordinated:
        yield Candidate(coordinated[0], "person", "", plural=True)


def _of_phrase(phrase: Phrase, exchange: Exchange) -> Candidate:
    joined_names = phrase.text[0].isupper() and re.search(r" (?:und|and) ", phrase.text) is not None
    plural = joined_names or _is_plural(phrase, exchange.language)
    if not phrase.name:
        said = f"{_nominative(phrase, exchange)} {phrase.text}".strip()
        sure = not _is_asked_for(phrase, exchange)
        return Candidate(said, "thing", _grammatical(phrase, exchange), plural, sure)
    if exchange.language == "de" and phrase.determiner and phrase.kind in ("thing", "party"):
        said = f"{_nominative(phrase, exchange)} {phrase.text}".strip()
        return Candidate(said, phrase.kind, _grammatical(phrase, exchange), plural)
    if phrase.kind == "thing" and not phrase.determiner and not any(c.isdigit() for c in phrase.text):
        gender = gender_of(phrase.text, exchange)
        return Candidate(phrase.text, "person", gender, plural, bool(gender) or _is_person(phrase.text, exchange))
    gender = gender_of(phrase.text, exchange) if phrase.kind == "person" else ""
    if phrase.kind == "place" and phrase.preposition:
        return Candidate(phrase.text, "place", sure=False)
    article = "the " if phrase.determiner == "the" else ""
    return Candidate(article + phrase.text, phrase.kind, gender, plural)


def _is_asked_for(phrase: Phrase, exchange: Exchange) -> bool:
    before = [token.lower for token in tokens_of(exchange.question[: phrase.head])]
    words = WORDS[exchange.language]
    return bool(before) and (before[-1] in words.degree | words.asking) and phrase.text.lower() not in words.agents


def _is_person(name: str, exchange: Exchange) -> bool:
    """Whether the evidence shows a name to be a person's: behind another capital, or beside a verb of saying."""
    last = re.escape(name.split()[-1])
    saying = "sagte|berichtete|erklärte|teilte|betonte|forderte|warnte|nannte|said|told|called|warned|announced|added"
    pattern = re.compile(rf"\b[A-ZÄÖÜ][a-zäöüß]+ {last}\b(?!-)|\b{last},? (?:{saying})\b|\b(?:{saying}) {last}\b")
    return any(pattern.search(quote.text) for quote in exchange.quotes)


def _is_plural(phrase: Phrase, language: Language) -> bool:
    last = phrase.text.split()[-1]
    if language == "en":
        return not phrase.name and last.endswith("s") and not last.endswith("ss")
    if phrase.name or phrase.determiner not in ("die", "den", "alle", "viele", "vielen", "mehrere", "einige"):
        return False
    described = phrase.text.split()[0]
    if phrase.determiner == "die" and described[0].islower():
        return described.endswith("en")  # "die letzten Kraftwerke", but "die letzte Wahl"
    return last.endswith(("en", "er", "te", "ge", "se", "s")) and not last.endswith(("ung", "heit", "keit"))


_ARTICLES: dict[str, Gender] = {"das": "n", "die": "f", "den": "m", "einen": "m", "eine": "f"}
_DATIVE = frozenset({"in", "an", "auf", "aus", "bei", "mit", "nach", "von", "vor", "zu", "seit", "unter", "über"})


def _grammatical(phrase: Phrase, exchange: Exchange) -> Gender:
    """The gender of a German noun by the article and preposition that it stands with; empty where that is open."""
    if exchange.language == "en":
        return "n"
    if phrase.preposition == "zur":
        return "f"
    if phrase.determiner == "der":
        before = tokens_of(exchange.question[: phrase.start])
        genitive = bool(before) and before[-1].capital and len(before) > 1
        return "f" if phrase.preposition in _DATIVE or genitive else "m"
    return _ARTICLES.get(phrase.determiner, "")


def _nominative(phrase: Phrase, exchange: Exchange) -> str:
    """The article that a noun is said with as the subject."""
    if exchange.language == "en":
        return "the" if phrase.determiner else ""
    articles: dict[Gender, str] = {"m": "der", "f": "die", "n": "das"}
    if phrase.determiner not in ("ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem", "des"):
        return ""
    known = articles.get(_grammatical(phrase, exchange))
    return known or (phrase.determiner if phrase.determiner in ("der", "die", "das") else "")


def _of_quote(quote: Quote, exchange: Exchange) -> Iterator[Candidate]:
    """The people and other names of a quote, those who say something first."""
    for match in _SAYING.finditer(quote.text):
        name = match[1] or match[2]
        if name.lower() not in WORDS[quote.language].function and _kind(name, quote.language) != "place":
            yield Candidate(name, "person", gender_of(name, exchange))
    for found in names(quote.text, quote.language):
        if found.text.isupper() and len(found.text) > _LONGEST_ABBREVIATION:
            continue  # the place that a report opens with: "BOSTON - The search …"
        kind = _kind(found.text, quote.language)
        gender = gender_of(found.text, exchange) if kind == "person" else ""
        sure = bool(gender) or found.text.split()[0] in FIRST_NAMES
        yield Candidate(found.text, kind, gender, sure=sure and kind == "person")


def gender_of(name: str, exchange: Exchange) -> Gender:
    """The gender of a person by the first name, or by the title that the evidence has before the name."""
    words = name.split()
    if words and words[0] in _FEMALE:
        return "f"
    if len(words) > 1 and words[0] in FIRST_NAMES:
        return "m"
    last = words[-1] if words else name
    for text in [exchange.question, *(quote.text for quote in exchange.quotes)]:
        for match in re.finditer(rf"(?:\b[\w.-]+ )?\b{re.escape(last)}\b", text):
            if match[0].split()[0] in _FEMALE:
                return "f"
            for start in {match.start(), text.rfind(last, match.start(), match.end())}:
                if _FEMALE_TITLE.search(text[:start]):
                    return "f"
                if _MALE_TITLE.search(text[:start]):
                    return "m"
    return ""
