"""What something is: the question that asks it, and the words of a sentence that say it beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.keywords.stop_words import STOP_WORDS
from index.models import Language
from index.readings.words import MONTHS, NUMBER_WORDS, WEEKDAYS
from rag.support.names.extraction import FIRST_NAMES
from rag.support.names.mentions import keys_of
from rag.support.names.runs import is_name

Span = tuple[int, int]

_OPEN, _CLOSE = r"[„“\"»«'‚‘]?", r"[“”\"«»'’‘]?"
_NAME = r"(?P<name>[A-ZÄÖÜ0-9][\w'’.-]*(?:\s[A-ZÄÖÜ0-9][\w.-]*){0,3}|[a-zäöüß][\w-]+)"
_PROPER = r"(?P<name>[A-ZÄÖÜ0-9][\w.-]*(?:\s[A-ZÄÖÜ0-9][\w.-]*){0,3})"
_END = rf"{_CLOSE}(?=\s*(?:[?,]|$|\s(?:that|which|who|whose|where)\b))"
_ARTICLE = r"(?:(?:der|die|das|dem|den|eine?[nmr]?|the|an?)\s)?"
_ASKING = tuple(
    re.compile(pattern)
    for pattern in (
        # "What is Yonhap?", "What is the group Republic, whose leader ...?", "Was sind Pelmeni?"
        rf"^(?:What|Who)\s(?:is|are|was|were)\s(?:(?:the\s[a-z-]+|the|an?)\s)?{_OPEN}{_PROPER}{_END}",
        rf"^(?:Was|Wer)\s(?:ist|sind|war|waren)\s{_ARTICLE}{_OPEN}{_PROPER}{_END}",
        # "What kind of aircraft is the Su-57?", "Was für eine Anlage ist Wostotschny?"
        rf"^What\s(?:kind|sort|type)\sof\s[a-z]+\s(?:[a-z]+\s)?(?:is|are|was|were)\s{_ARTICLE}{_OPEN}{_PROPER}{_END}",
        r"^(?:Was\sfür\s(?:eine?[nmr]?\s)?|Welche\sArt\s(?:von\s)?)\w+\s(?:ist|sind|war|waren)"
        rf"\s{_ARTICLE}{_OPEN}{_PROPER}{_END}",
        # "What does the term X mean?", "What does X stand for?"
        r"^What\s(?:does|do|did)\s(?:the\s(?:term|word|name|abbreviation|acronym|letters)\s)?"
        rf"{_OPEN}{_NAME}{_CLOSE}\s(?:stand\sfor|mean)\?",
        # "Was verbirgt sich hinter dem Kürzel X?", "Was bedeutet X?", "Was versteht man unter X?", "Wofür steht X?"
        r"^(?:Was\s(?:verbirgt\ssich\shinter|steckt\shinter|bedeutet|bedeuten|heißt|versteht\sman\sunter)|Wofür\s(?:steht|stehen))"
        rf"\s{_ARTICLE}(?:(?:Kürzel|Abkürzung|Begriff|Wort|Namen?)\s)?{_OPEN}{_NAME}{_END}",
    )
)
_WHO: dict[str, Language] = {"Wer": "de", "Who": "en"}
_WORD = re.compile(r"[^\W_]+")
_CALENDAR = frozenset(word for language in ("de", "en") for word in (*MONTHS[language], *WEEKDAYS[language]))
_NO_ADJECTIVE = "|".join(sorted(STOP_WORDS["de"]))
# "die staatliche Nachrichtenagentur X", "the anti-monarchy group X"
_CLASS_BEFORE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        rf"((?:\b(?!(?:{_NO_ADJECTIVE})\s)[a-zäöüß]+e[nmrs]?\s){{0,3}}"
        rf"\b[A-ZÄÖÜ][\w-]*[a-zäöüß])\s{_OPEN}$"
    ),
    "en": re.compile(
        rf"(?:\b(?:the|an?|its|their|his|her|U\.S\.)|['’]s?)\s((?:[\w-]+\s){{0,3}}[a-z-]{{3,}})\s{_OPEN}$"
    ),
}
_IN_BRACKETS = re.compile(rf"^{_CLOSE}\s\(([^()\d]{{4,70}})\)")
_SAID_AFTER: dict[Language, tuple[re.Pattern[str], ...]] = {
    "de": (
        re.compile(
            rf"^{_CLOSE}\s(?:ist|sind|war|waren|heißt|bedeutet|steht\sfür)\s((?:eine?[nmr]?\s|[„“\"])[^,.;:]{{3,90}})"
        ),
        re.compile(rf"^{_CLOSE},\s((?:eine?[nmrs]?\s)[^,.;:]{{3,90}})(?=[,.;:)])"),
        re.compile(rf"^{_CLOSE},\s((?:[a-zäöüß]+e[nrs]?\s){{0,2}}[A-ZÄÖÜ][\w-]+)(?=[,.;])"),
        _IN_BRACKETS,
    ),
    "en": (
        re.compile(
            rf"^{_CLOSE}\s(?:is|are|was|were|means|meaning|stands\sfor)\s((?:an?|the)\s[^,.;:]{{3,90}}|[“\"][^”\"]+)"
        ),
        re.compile(rf"^{_CLOSE},\s((?:an?|the)\s[^,.;:]{{3,90}})(?=[,.;:)])"),
        _IN_BRACKETS,
    ),
}
_FULL_NAME = re.compile(
    r"\b((?!(?:D(?:er|ie|as|en|em)|The)\s)(?:[A-ZÄÖÜ][\w-]*\s(?:(?:of|for|the|and|für|der|des|und)\s){0,2}){1,5}[A-ZÄÖÜ][\w-]*)\s\($"
)
"""What a name stands for: "Bündnis Sahra Wagenknecht (BSW)"."""


def asked_to_define(question: str) -> str | None:
    """What a question wants to be told what it is: "Yonhap" of "What is Yonhap?"; None for any other question."""
    for pattern in _ASKING:
        if match := pattern.search(question):
            name: str = match["name"].rstrip(".")
            return name if _may_be_defined(question, name) else None
    return None


def _may_be_defined(question: str, name: str) -> bool:
    """Whether it is no number or month, and for "who" somebody's name: "Wer ist Trainer?" asks for somebody else."""
    parts = name.split()
    if parts[0].isdigit() or parts[-1] in _CALENDAR:
        return False
    language = _WHO.get(question.split()[0])
    return language is None or is_name(parts[-1], language)


def defining(name: str, asked_in: Language, sentence: str, language: Language) -> Span | None:
    """Where a sentence says beside a name what it stands for: a class before it, an apposition, "is a", brackets.

    Args:
        name: what is to be defined.
        asked_in: the language that it is written in.
        sentence: of an article.
        language: of the sentence.

    Returns:
        (start, end) in the sentence of the words that say it; None where none do.
    """
    for start, end in _named(name, asked_in, sentence, language):
        for pattern in _SAID_AFTER[language]:
            if match := pattern.search(sentence[end:]):
                return end + match.start(1), end + match.end(1)
        before = sentence[:start]
        if sentence[end : end + 1] == ")" and (match := _FULL_NAME.search(before)):
            return match.span(1)
        match = _CLASS_BEFORE[language].search(before)
        if match and _is_class(match[1], language):
            return match.span(1)
    return None


def _is_class(words: str, language: Language) -> bool:
    """Whether the words before a name may say what it is: no verb, day, number, function word or other name."""
    *front, noun = words.split()
    if noun in _CALENDAR or noun.lower() in STOP_WORDS[language] or noun.lower() in NUMBER_WORDS[language]:
        return False
    if language == "de":
        return not noun.endswith(("ische", "ischen", "ischer")) and not (noun in FIRST_NAMES or is_name(noun, "de"))
    return not any(word.lower() in STOP_WORDS["en"] or word.endswith("ed") for word in (*front, noun))


def _named(name: str, asked_in: Language, sentence: str, language: Language) -> Iterator[Span]:
    """Where a sentence has all words of a name, one after the other, in either language's spelling."""
    wanted = [_keys(word, asked_in) for word in _WORD.findall(name)]
    found = list(_WORD.finditer(sentence))
    keys = [_keys(match.group(), language) for match in found]
    for place in range(len(found) - len(wanted) + 1):
        if all(own & keys[place + number] for number, own in enumerate(wanted)):
            yield found[place].start(), found[place + len(wanted) - 1].end()


def _keys(word: str, language: Language) -> set[str]:
    """What a word is known by, what it only begins like left out."""
    return {key for key in keys_of(word, language) if not key.startswith("^")}
