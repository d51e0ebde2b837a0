"""The words of a question put in order: what only readers of the article understand is left out."""

from __future__ import annotations

import re

from index.models import Language

_DAYS: dict[Language, str] = {
    "de": "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag",
    "en": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
}
_DAYTIMES = "morgen|mittag|nachmittag|abend|nacht"
_LEFT_OUT: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        rf",? ?\b(?:(?:am|seit|ab|bis|noch am) (?:späten |frühen |gestrigen )?(?:{_DAYS['de']})(?:{_DAYTIMES})?"
        r"|laut [A-ZÄÖÜ][\w-]+|auch|allerdings|daher|zudem|unterdessen|wiederum|jedoch|dagegen|ebenfalls|nun|jetzt"
        r"|inzwischen|bereits|schon|außerdem|schließlich|demnach|offenbar|derzeit|zuletzt|zunächst|erstmals|deswegen"
        r"|am (?:Morgen|Mittag|Nachmittag|Abend)|in der Nacht(?! zum| auf)|deshalb|dennoch|trotzdem|sogar|lediglich"
        r"|immer noch|hingegen|im Anschluss|zum Abschluss)(?![\w-])(?! \d)"
    ),
    "en": re.compile(
        rf",? ?\b(?:(?:on|since|by|late on|early on) (?:{_DAYS['en']})(?: (?:morning|afternoon|evening|night))?"
        rf"|(?:{_DAYS['en']}) (?:morning|afternoon|evening|night)"
        r"|also|however|meanwhile|therefore|thus|already|finally|in all|for the first time|in the evening)"
        r"(?![\w-])(?! \d)"
    ),
}


def without_asides(text: str, language: Language) -> str:
    """Leave out days of the week and small adverbs, which only readers of the article understand."""
    shorter = _LEFT_OUT[language].sub("", text)
    return re.sub(r"\s+([,.])", r"\1", re.sub(r"\s+", " ", shorter)).strip(" ,")


def as_question(words: str) -> str:
    """Write a question: single spaces, a capital first, a question mark last."""
    text = re.sub(r"\s+", " ", words).strip(" ,.;")
    return f"{text[:1].upper()}{text[1:]}?"
