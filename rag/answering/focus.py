"""What a question asks for by name: "which warship", "wie viele Container", "welchen Preis"."""

from __future__ import annotations

import re

_ASKING = re.compile(
    r"\b(?:welche[mnrs]?|was für (?:eine?[mnrs]?)?|wie ?viele?[nr]?|which|what|how (?:many|much))\b\s*", re.IGNORECASE
)
_WORD = re.compile(r"[\w'’-]+")
_MOST_WORDS = 3

# What may follow "what" or "which" without being asked for.
_NO_THING = frozenset(
    [
        "did",
        "does",
        "do",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "been",
        "be",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "to",
        "from",
        "with",
        "the",
        "a",
        "an",
        "und",
        "oder",
        "der",
        "die",
        "das",
        "hat",
        "haben",
        "hatte",
        "hatten",
        "war",
        "waren",
        "ist",
        "sind",
        "wird",
        "werden",
        "wurde",
        "wurden",
        "kann",
        "konnte",
        "soll",
        "sollte",
        "im",
        "am",
        "bei",
        "von",
        "zu",
        "nach",
        "auf",
        "mit",
        "für",
        "es",
        "gab",
        "gibt",
    ]
)


def focus(question: str) -> tuple[int, int] | None:
    """Where the thing asked for is named.

    Returns:
        (start, end) of one to three words behind "which", "what", "how many" and their German counterparts; None where
        none stands there ("What did he say?", "Who won?").
    """
    asking = _ASKING.search(question)
    if asking is None:
        return None
    end = asking.end()
    for number, word in enumerate(_WORD.finditer(question, asking.end())):
        if number == _MOST_WORDS or word[0].lower() in _NO_THING:
            break
        end = word.end()
    return (asking.end(), end) if end > asking.end() else None
