"""Greetings, thanks and farewells around a question, or instead of one."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import Literal

from index.models import Language

Courtesy = Literal["greeting", "thanks", "farewell"]

FILE = "courtesies.json"
"""Kinds of courtesy with a language (null: the same in both) and their regular expressions."""

_FILLERS = r"(?:ok|okay|oh|ah|na|nun|well|also|ja|yes|und|and|so|super|great|toll|prima|cool|bitte|please)"
# A courtesy ends where the text does, or at a mark: "Hallo, wer …", but not "Hallo Welt".
_END = r"(?:\s*[!.,;:?…]+\s*|\s+[-–—]+\s+|\s*$)"
_EMOJI = re.compile("\\s*(?:[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]+|[:;]-?[)(DP])\\s*$")
# Without a mark behind it, only before words that open a question: "Hallo wie viel …", "Danke und wann?".
_BARE = re.compile(
    r"(?:(?P<de>hallo|guten (?:morgen|tag|abend)|danke(?: (?:schön|sehr))?|vielen dank|moin|servus)"
    r"|(?P<en>hello|hey|thanks|thank you|good (?:morning|evening))|hi)"
    r"\s+(?=(?:und|and|wer|wen|wem|wann|wo|was|wie|warum|wieso|weshalb|welche[rsnm]?|who|what|when|where|why|how|which"
    r"|kannst|können|can|could|did|hat|ist|is|gibt|ich (?:möchte|würde|hätte|suche)|i (?:want|would|need))\b)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?P<mark>[?]?)[\s,.!;–-]+(?:(?:(?:vielen|besten|herzlichen) dank|danke)(?: (?:im voraus|schon mal|schön|sehr))*"
    r"|(?:thanks|thank you)(?: (?:a lot|very much|so much|in advance))*)\s*[.!]*\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Polite:
    """A text without the courtesies that open and close it.

    Attributes:
        core: what is left, as it is written; empty when there was nothing else.
        courtesies: what was taken away, in order.
        language: of the courtesies; None when there were none, or they are the same in both ("Hi").
    """

    core: str
    courtesies: tuple[Courtesy, ...] = ()
    language: Language | None = None


def strip_courtesies(text: str) -> Polite:
    """Take greetings, thanks and farewells off a text.

    "Hallo, wie viel Benzin …?" keeps its question, "Danke! Und wann?" its follow-up; a text of courtesies alone has
    nothing left.
    """
    core = text.strip()
    core = _EMOJI.sub("", core) if any(character.isalnum() for character in core) else core
    kinds: list[Courtesy] = []
    language: Language | None = None
    while core and (found := _opening(core)) is not None:
        kind, own, length = found
        core = core[length:].lstrip()
        kinds.append(kind)
        language = language or own
    trailing = _TRAILING.search(core)
    if trailing and len(core[: trailing.start()].split()) > 1:
        core = core[: trailing.start()] + trailing["mark"]
        kinds.append("thanks")
    return Polite(core.strip(), tuple(kinds), language)


def _opening(text: str) -> tuple[Courtesy, Language | None, int] | None:
    """The longest courtesy that a text opens with: its kind, its language and its length."""
    found = [(kind, own, match.end()) for kind, own, pattern in _patterns() if (match := pattern.match(text))]
    if found:
        return max(found, key=lambda one: one[2])
    bare = _BARE.match(text)
    if bare is None:
        return None
    thanks = "dank" in bare[0].lower() or "thank" in bare[0].lower()
    own_language: Language | None = "de" if bare["de"] else "en" if bare["en"] else None
    return ("thanks" if thanks else "greeting"), own_language, bare.end()


@functools.cache
def _patterns() -> list[tuple[Courtesy, Language | None, re.Pattern[str]]]:
    rows = json.loads((resources.files(__package__) / FILE).read_text(encoding="utf-8"))
    return [
        (
            row["kind"],
            row["language"],
            re.compile(rf"(?:{_FILLERS}[\s,!.]+)*(?:{'|'.join(row['patterns'])}){_END}", re.IGNORECASE),
        )
        for row in rows
    ]
