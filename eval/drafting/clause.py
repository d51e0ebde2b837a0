"""The first main clause of a sentence, cut where another begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from eval.drafting.verbs_english import BASE_OF_PAST, ENGLISH_AUXILIARIES
from eval.drafting.verbs_german import german_verb
from index.models import Language


@dataclass(frozen=True)
class Clause:
    """A main clause.

    Attributes:
        front: what stands before the finite verb: a subject, in German also a time or place.
        verb: the finite verb.
        rest: what follows it.
    """

    front: str
    verb: str
    rest: str


_INSERTED: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"^([^,;:]{3,60}), (?:der|die|das|den|dem|deren|dessen|ein|eine|einst|früher)\b[^,;:]*, (?=[a-zäöü])"
    ),
    "en": re.compile(r"^([^,;:]{3,60}), (?:which|who|whose|a|an|the|then|one|speaking|receiving)\b[^,;:]*, (?=[a-z])"),
}
_VERB: dict[Language, Callable[[str], bool]] = {
    "de": german_verb,
    "en": lambda word: word in BASE_OF_PAST or word in ENGLISH_AUXILIARIES,
}
_PARTY = re.compile(r" \((?:[A-ZÄÖÜ][\w/-]{1,12})\)")
_DATE_COMMA = re.compile(r"(\d), (?=\d{4}\b)")
_RUN_ON = re.compile(r"\b(?:in|for|of|by|from|to) the U\.S\. [A-Z]\w+ [A-Z]")
"""A sentence that ends in "the U.S." and the next one."""
_KEPT = "\x00"
_CUT: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r",\s| und (?=(?:[a-zäöüß]+te[n]? |will |soll |wird |ist |hat |kann |sich ))|\s[-–—]\s"),
    "en": re.compile(
        r",\s|\s(?:which|who|whose|while|because|although|but|whereas|where|when|as (?!an?\b)|so|after|before|until"
        r"|since|if)\s"
        r"|\sand (?=\w+ed\b|was\b|were\b|is\b|are\b|has\b|had\b|said\b|took\b|gave\b|will\b|would\b)|\s[-–—]\s"
    ),
}


def main_clause(sentence: str, language: Language) -> str | None:
    """The words up to the next clause, without an insertion behind the subject and without the full stop.

    Returns:
        None for a sentence that is no plain statement.
    """
    text = _PARTY.sub("", sentence.strip())
    if "; " in text:
        text = text.split("; ")[0] + "."
    if not text.endswith(".") or not (text[0].isupper() or text[0].isdigit()) or re.search(r"[„“”\"»«()\[\];?!]", text):
        return None
    if _RUN_ON.search(text):
        return None
    if re.search(r"(?<!\d)\d{1,2}\.$", text) and language == "de":
        return None  # an ordinal, "als 32. Mitglied": the sentence goes on
    text = text.removesuffix(".")
    inserted = _INSERTED[language].match(text)
    if inserted and not any(_VERB[language](word) for word in inserted[1].split()):
        text = f"{inserted[1]} {text[inserted.end() :]}"
    text = _DATE_COMMA.sub(rf"\1{_KEPT} ", text)
    cut = _CUT[language].split(text)
    clause = cut[0] if len(cut[0].split()) > 3 or len(cut) == 1 else ""
    return clause.replace(_KEPT, ",").strip() or None
