"""What a text denies outright: the parts with a "not" that is neither a contrast nor an idiom."""

from __future__ import annotations

import re

from index.models import Language
from rag.support.polarity.negation import negations

# What is set against something else is denied, and the other is not: "nicht A, sondern B", "B, not A,". Idioms say
# something positive: "no fewer than five" is at least five. "A dog not on a lead" denies a trait of the dog only.
_CONTRAST: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:nicht|kein(?:e[nmrs]?)?)\b[^.;:]*?,?\s(?=sondern\b)"
        r"|,\s(?:und\s)?nicht\s(?:aber\s|etwa\s|jedoch\s)?(?:(?:von|vom|an|bei|mit|für|in|im|auf|aus|wie|der|die|das|den|dem|des|ein\w*)\s)+[^,.;:]*(?=[,.;:]|$)"
        r"|\bnicht\s(?:weniger|mehr|minder|später|früher)\sals\b|\bnicht\s(?:umhin|(?:einmal\s)?(?:die\s)?(?:halb|Hälfte))\b"
        r"|\bnicht\s(?:vor|bevor|ehe)\b|\bkeine[rnms]?\s(?:\w+\s)?(?:Minuten|Stunden?|Tage?|Wochen?|Monate?|Jahre?)\b"
        r"|(?-i:\bnicht\s[a-zäöüß]+(?:te[rms]|ene[nmrs])\s(?=[A-ZÄÖÜ]))"
        r"|\bohne\sZweifel\b|\bkeine Frage\b|\bnicht ohne\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bnot\b[^.;:,]*?\s(?=but\b)|\bnot\b[^.;:]*?,?\s(?=but\b(?!\s(?:he|she|it|they|we|I|the)\b))"
        r"|,\s(?:and\s)?not(?=,)"
        r"|,\s(?:and\s)?not\s(?:by|from|to|in|on|at|for|with|the|an?|his|her|its|their|he|she|it|they|as|[A-Z][\w-]*)\b[^,.;:]*(?=[,.;:]|$)"
        r"|\b(?:no|not)\s(?:fewer|less|more|later|earlier|sooner)\sthan\b|\bnot\s(?:before|until)\b|\bno-\w+"
        r"|\bnot\s(?:even\s)?half\b"
        r"|\bnot\sa\s(?:few|little)\b|\bwithout\sdoubt\b|\bno\squestion\b|\bnone other than\b|\bnot without\b"
    ),
}
PART = re.compile(r"[,;:]\s|\s[–-]\s")
"""Between the parts of a sentence."""


def denied_parts(text: str, language: Language) -> list[str]:
    """The parts of a text between commas that deny something, in order; contrasts and idioms are taken out.

    Args:
        text: a sentence or a clause.
        language: its language.
    """
    plain = _CONTRAST[language].sub(" ", text)
    return [part for part in PART.split(plain) if any(negations(part, language))]


def denying(text: str, language: Language) -> list[str]:
    """The negating words of a text without contrasts and idioms, in lower case and in order."""
    return negations(_CONTRAST[language].sub(" ", text), language)
