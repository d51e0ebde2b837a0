"""Names in a text: capitalised runs, in German only those that are not ordinary nouns as far as that can be told."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.keywords.stop_words import STOP_WORDS
from index.models import Language
from index.readings.words import MONTHS, NUMBER_WORDS, WEEKDAYS
from rag.support.names.places import place_ids

_TOKEN = re.compile(r"[^\W_]+(?:['’-](?!s\b)[^\W_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?:\"„“”»«]\s*$")
_JOINER = re.compile(r" (?:of|de|van|von|der|la|bin|al|du|di|da|del|the) $")
_TITLE_LIST = "Herr Herrn Frau Mr Mrs Ms Dr Präsident Präsidentin Premier Kanzler Minister König Papst"
_TITLES = frozenset(_TITLE_LIST.split())

_FIRST_NAMES = """
Tom Mary Maria John Johannes Thomas Robert David James George Peter Henry William Michael Charles Martin Richard
Jack Andrew Elizabeth Joseph Mark Alexander Scott Tim Ann Anna Anne Edward Patrick Donald Joe Alex Samuel Mohammed
Ben Robin Jean Steve Catherine Frank Tony Gabriel Albert Douglas Daniel Barbara Roger Bob Ted Marie Billy Jonathan
Hans Paul Karl Klaus Jürgen Wolfgang Helmut Angela Olaf Ursula Sabine Petra Monika Susanne Andrea Stefan Christian
Julia Laura Sarah Emma Lena Lisa Eva Erika Heinz Werner Günter Friedrich Johann Ludwig Otto Max Felix Lukas Jonas
Vladimir Wladimir Emmanuel Boris Joe Barack Hillary Kim Jane Linda Susan Karen Nancy Betty Alice Kate Jim Bill Mike
Chris Brian Kevin Gary Eric Stephen Kenneth Anthony Matthew Luke Simon Philip Fred Harry Walter Arthur Carlos Juan
José Luis Antonio Giovanni Marco Mario Pierre Jacques François Nicolas Louis Ivan Sergei Dmitri"""
FIRST_NAMES = frozenset(_FIRST_NAMES.split())
"""First names common in the news of both languages."""
_FUNCTION: dict[Language, frozenset[str]] = {**STOP_WORDS, "en": STOP_WORDS["en"] | {"i"}}


class Name(NamedTuple):
    """A capitalised run.

    Attributes:
        text: as written.
        start: where it stands in the text.
        end: where it ends.
    """

    text: str
    start: int
    end: int


def names(text: str, language: Language) -> list[Name]:
    """The names of a text in order; titles ("Mr", "Herr"), months and days are not part of one."""
    runs: list[list[re.Match[str]]] = []
    for token in _TOKEN.finditer(text):
        if not _may_be_name(token.group(), language):
            continue
        gap = text[runs[-1][-1].end() : token.start()] if runs else ""
        if runs and ((gap in (" ", ". ") and not _full_stop(gap, runs[-1][-1])) or _JOINER.match(gap)):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [
        Name(text[run[0].start() : run[-1].end()], run[0].start(), run[-1].end())
        for run in runs
        if _sure(run, text, language)
    ]


def _full_stop(gap: str, before: re.Match[str]) -> bool:
    """A stop after one letter abbreviates ("J. Smith"), after a word it ends the sentence."""
    return gap == ". " and len(before.group()) > 1


def _may_be_name(word: str, language: Language) -> bool:
    if not word[0].isupper() or word.lower() in _FUNCTION[language] or word in _TITLES:
        return False
    return (
        word not in MONTHS[language] and word not in WEEKDAYS[language] and word.lower() not in NUMBER_WORDS[language]
    )


def _sure(run: list[re.Match[str]], text: str, language: Language) -> bool:
    """Whether a run is a name rather than a sentence's first word or a German noun."""
    word = run[0].group()
    if (
        word in FIRST_NAMES
        or (word.isupper() and len(word) > 1)
        or any(c.isupper() for c in word[1:] if "-" not in word)
    ):
        return True
    if word.lower() in place_ids(language):
        return True
    if text[: run[0].start()].rstrip().rsplit(" ", 1)[-1].rstrip(".") in _TITLES:
        return True
    opens = run[0].start() == 0 or _ENDS_SENTENCE.search(text[: run[0].start()]) is not None
    if language == "en":
        return len(run) > 1 or not opens
    return len(run) > 1
