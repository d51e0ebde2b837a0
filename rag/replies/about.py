"""Questions about Fundstelle itself; only whole ones: "What do you know about Kim?" is a question for the archive."""

from __future__ import annotations

import functools
import json
import re
from importlib import resources
from typing import Literal

from index.models import Language

About = Literal["identity", "abilities", "method", "contents", "currency"]

FILE = "about.json"
"""Language to what is asked to regular expressions of whole questions, without the mark at their end."""

_OPENING = re.compile(
    r"(?:(?:bitte|please|sag mal|sag mir|sagen sie mir|say|tell me|so|also|und|and|aber|but|ok|okay)[\s,:]+)+",
    re.IGNORECASE,
)
_ENDING = re.compile(r"[\s,]+(?:bitte|please|denn|eigentlich)$", re.IGNORECASE)
_LONGEST = 120
"""Characters; no such question is longer."""


def asked_about(text: str) -> tuple[About, Language] | None:
    """What a text asks about Fundstelle itself, and in which language; None when it asks something else."""
    plain = re.sub(r"[?!.…\s]+$", "", " ".join(text.split()))
    if len(plain) > _LONGEST:
        return None
    opening = _OPENING.match(plain)
    shorter = _ENDING.sub("", plain[opening.end() if opening else 0 :])
    for candidate in dict.fromkeys((plain, shorter)):
        for language, topic, pattern in _patterns():
            if pattern.fullmatch(candidate):
                return topic, language
    return None


@functools.cache
def _patterns() -> list[tuple[Language, About, re.Pattern[str]]]:
    table = json.loads((resources.files(__package__) / FILE).read_text(encoding="utf-8"))
    return [
        (language, topic, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
        for language, topics in table.items()
        for topic, patterns in topics.items()
    ]
