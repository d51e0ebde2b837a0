"""In what a question is to be answered: money, per cent, a time of day, a length ..., and whether a text has that."""

from __future__ import annotations

import re
from typing import Literal

from rag.answering.years import YEAR

Unit = Literal["money", "percent", "clock", "year", "length", "weight", "duration", "age"]

# The first that fits is taken: "Wie hoch ist der Preis?" asks for money, not for a length.
_ASKED: dict[Unit, str] = {
    "money": (
        r"kost\w*|preis\w*|teuer|bezahl\w*|zahl(?:en|te|ten)|verdien\w*|summe|betrag|spenden\w*|etat|\w*geld\w*|euro|dollar"
        r"|\w*schaden|\w*umsatz|\w*gewinn|\w*verlust|schulden|\w*miete|gehalt|bußgeld|einnahmen|ausgaben"
        r"|costs?|prices?|pay|paid|expensive|worth|spend|spent|budget|money|donat\w*|euros|dollars|raised?"
        r"|damages?|fined?|revenues?|profits?|debts?|rents?|salary|wages"
    ),
    "percent": (
        r"prozent\w*|anteil|quote|\w*beteiligung|zins\w*|inflation\w*|teuerung\w*"
        r"|percent\w*|per cent|share|turnout|rates?|interest"
    ),
    "clock": r"uhrzeit|wie ?viel uhr|what time",
    "year": r"welche[mns]? jahr|(?:what|which) year",
    "length": (
        r"wie (?:weit|hoch|lang|groß|tief|breit)(?!.*(?:strafe|zahl|zahlen|temperatur|sieg|chance|risiko)\b)"
        r"|entfern\w*|länge|höhe"
        r"|how (?:far|high|tall|deep|wide|big|large)|distance|length|height"
    ),
    "weight": r"tonnen?|gewicht|wie schwer|tons?|tonnes|weight|heavy",
    "duration": r"wie lange|dauer\w*|how long|lasted|last(?=\W*$)",
    "age": r"wie alt|alter|how old|aged?",
}
_GIVEN: dict[Unit, str] = {
    "money": (
        r"[€$£]|\b(?:Euro|euros?|Dollars?|dollars?|Cent|Pfund|pounds?|Franken|francs?|Rubel|rou?bles?|Yen|Kuna)\b"
        r"|\b(?:Mio\.|Mrd\.|Millionen|Milliarden|million|billion)"
    ),
    "percent": r"%|\b(?:Prozent\w*|per ?cent|percentage)\b",
    "clock": r"\b\d{1,2}[.:]\d{2}\b|\bUhr\b|\b[ap]\.m\.|\d ?[ap]m\b|o'clock",
    "year": YEAR,
    "length": (
        r"\b(?:Kilometern?|km|Metern?|(?<=\d )m|Meilen|metres?|meters?|miles?|feet|foot|kilomet\w+|Zentimetern?|cm|Fuß"
        r"|Hektar|acres?)\b"
    ),
    "weight": r"\b(?:Tonnen?|tons?|tonnes|Kilogramm|Kilo|kg|kilograms?|kilos?|pounds|Gramm|grams?)\b",
    "duration": (
        r"\b(?:Stunden?|Minuten?|Tage?n?|Wochen?|Monaten?|Monate|Jahren?|Jahre|Sekunden?|hours?|minutes?|days?|weeks?"
        r"|months?|years?|seconds?)\b"
    ),
    "age": r"\b(?:\d{1,2}-jährig\w*|\d{1,2}-year-old|Jahre alt|aged|years old)\b|\(\d{2}\)",
}
_QUESTIONS: dict[Unit, re.Pattern[str]] = {
    unit: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for unit, pattern in _ASKED.items()
}
_TEXTS: dict[Unit, re.Pattern[str]] = {unit: re.compile(pattern) for unit, pattern in _GIVEN.items()}


def unit_asked_for(question: str) -> Unit | None:
    """In what the answer is to be given, as far as the question says so."""
    return next((unit for unit, pattern in _QUESTIONS.items() if pattern.search(question)), None)


def has_unit(text: str, unit: Unit) -> bool:
    """Whether a text gives anything in that unit."""
    return _TEXTS[unit].search(text) is not None
