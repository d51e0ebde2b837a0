"""Who said something that the article quotes word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.drafting.draft import Draft, Source
from eval.drafting.people import People, name_forms
from index.models import Language

_FEWEST, _MOST = 4, 20
_QUOTE = r"[„“\"](?P<said>[^„“”\"]+?)[.,!]?[“”\"]"
_SAID: dict[Language, str] = {
    "de": r"(?:sagte|erklärte|betonte|schrieb|meinte|mahnte|warnte|lobte|kritisierte|versicherte|twitterte|rief)",
    "en": r"(?:said|added|wrote|told|declared|warned|explained|insisted|tweeted|called out)",
}
_PATTERNS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "de": (re.compile(rf"^{_QUOTE},? {_SAID['de']} (?P<who>[^,.:;„“\"]+)"),),
    "en": (
        re.compile(rf"^{_QUOTE},? {_SAID['en']} (?P<who>[^,.:;“\"]+)"),
        re.compile(rf"^{_QUOTE},? (?P<who>[A-Z][^,.:;“\"]*?) {_SAID['en']}\b"),
    ),
}
_LATER: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r" (?:am|in|bei|im|nach|der|dem|vor|zu|laut|gegenüber)\b.*$"),
    "en": re.compile(r" (?:on|in|at|after|before|to|when|during|outside)\b.*$"),
}
_NOT_A_SENTENCE = re.compile(r"\.\.\.|…|[\[\]():]")


def quotation_drafts(source: Source, people: People) -> Iterator[Draft]:
    """Ask who said a quotation of some words, where a person is named for it."""
    for pattern in _PATTERNS[source.language]:
        match = pattern.match(source.text)
        if match is None:
            continue
        said = match["said"].rstrip(" .,!")
        speaker = _LATER[source.language].sub("", match["who"]).strip()
        name = people.named(speaker, source.language)
        if name is None or name in said or not _FEWEST <= len(said.split()) <= _MOST or _NOT_A_SENTENCE.search(said):
            continue
        ask = f"Wer sagte: „{said}“?" if source.language == "de" else f"Who said: “{said}”?"
        yield Draft(source, ask, "quote", name_forms(name))
        return
