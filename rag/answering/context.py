"""The sentences that a quote needs around it: what a pronoun stands for, and who said it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.models import Language, Sentence

MOST_CHARACTERS = 500
"""A quote is not made longer than this."""

# Words that open a sentence and point back; an age stands for a name ("The Kenyan, 23"). "Es" and "There" rarely do.
_POINTING: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:Er|Sie|Ihm|Ihnen|Ihre?[mnrs]?|Seine?[mnrs]?|Diese[mnrs]?|Dies|Damals|Danach|Daraufhin|Dort|Dabei|Dafür|Dagegen"
        r"|Darin|Darauf|Dazu|Davon|Damit|Beide|Letztere[rs]?|Das (?:sei|ist|war|habe|hat|werde|wird|teilte|sagte)"
        r"|(?:Der|Die) (?:\d+-Jährige|\d+ Jahre alte \w+))\b|(?:Der|Die) [A-ZÄÖÜ]\w+ \(\d+\)"
    ),
    "en": re.compile(
        r"(?:He|She|They|It|His|Her|Their|Its|This|These|That|Those|Then|Both|The (?:latter|former)|"
        r"There(?! (?:is|are|was|were|has|have|will|would))|The \d+-year-old|The [A-Z]\w+, \d+,)(?!\w)"
    ),
}
_REPORTED = re.compile(r"\b(?:sei|seien|habe|werde|könne|müsse|solle|wolle|gebe|dürfe|komme|gehe|stehe|liege|bleibe)\b")
_SOURCE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:laut|zufolge|nach (?:\w+ )?(?:Angaben|Aussage|Darstellung|Einschätzung)|sag(?:te|ten|t)|erklär(?:te|t)"
        r"|teilte|bericht(?:ete|eten)|hieß|heißt es|beton(?:te|t)|so (?:der|die|das)|meldete?|schrieb|kündigte"
        r"|gab an|mahnte|warnte|forderte|versicherte|äußerte|nannte|bestätigte)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:said|says|told|according to|reported|reports|announced|stated|added|wrote|argued|warned|insisted|called"
        r"|put it|confirmed|asked)\b"
    ),
}
_QUOTED = re.compile(r"^[\"“„»'‘]|[\"”“«]$")


def quote_span(text: str, sentences: Sequence[Sentence], chosen: Sentence, language: Language) -> Sentence:
    """The span to quote for a sentence: itself, or with the one neighbour that makes it clear.

    With the sentence before it where it opens with a word that points back ("Er", "Damals", "This"), and with the
    neighbour that names the source where it reports somebody's words without saying whose. Only a neighbour in the same
    paragraph is added, and only while the quote stays short.

    Args:
        text: the article's.
        sentences: the article's sentences around the chosen one, in order.
        chosen: one of them.
        language: the article's.
    """
    number = next((n for n, sentence in enumerate(sentences) if sentence.start == chosen.start), None)
    if number is None or chosen.kind != "sentence":
        return chosen
    before = sentences[number - 1] if number > 0 else None
    after = sentences[number + 1] if number + 1 < len(sentences) else None
    own = text[chosen.start : chosen.end]
    if _POINTING[language].match(own.lstrip("\"“„»'‘")):
        return _joined(text, before, chosen) or chosen
    if _is_reported(own, language):
        for first, second in ((before, chosen), (chosen, after)):
            neighbour = before if second is chosen else after
            if neighbour is not None and _SOURCE[language].search(text[neighbour.start : neighbour.end]):
                joined = _joined(text, first, second)
                if joined is not None:
                    return joined
    return chosen


def _is_reported(sentence: str, language: Language) -> bool:
    """Whether a sentence gives somebody's words and not their name."""
    if _SOURCE[language].search(sentence):
        return False
    return bool(_QUOTED.search(sentence)) or (language == "de" and bool(_REPORTED.search(sentence)))


def _joined(text: str, first: Sentence | None, second: Sentence | None) -> Sentence | None:
    """Two neighbours as one span, where they are of one paragraph and not too long."""
    if first is None or second is None or first.kind != "sentence" or second.kind != "sentence":
        return None
    apart = text[first.end : second.start]
    if "\n\n" in apart or second.end - first.start > MOST_CHARACTERS:
        return None
    return Sentence(start=first.start, end=second.end)
