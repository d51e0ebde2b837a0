"""How probable a word's letters are in a language, from langdetect's profiles of it."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from importlib import resources

LANGUAGES = (
    *("de", "en", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv", "da", "no", "cs", "sk", "ro", "hu", "fi", "ca"),
    *("hr", "sl", "sq", "lt", "lv", "et", "id", "vi", "tl", "sw", "so", "af", "cy"),
)
"""All of langdetect's that are written in Latin letters."""

_FLOOR = 0.5 / 10_000
"""langdetect's smoothing, see `index.language`."""


def letter_score(word: str, language: str) -> float:
    """The log probability of a word's sequences of one to three letters, its borders included; 0 or below."""
    table = _profile(language)
    padded = f" {word} "
    return sum(
        table.get(padded[start : start + length], math.log(_FLOOR))
        for length in (1, 2, 3)
        for start in range(len(padded) - length + 1)
        if padded[start : start + length] != " "
    )


def known_share(word: str) -> float:
    """The share of a word's sequences of three letters that occur in any of the languages, 0 to 1; 1 where none is."""
    known = _known_sequences()
    sequences = [word[start : start + 3] for start in range(len(word) - 2)]
    return sum(sequence in known for sequence in sequences) / len(sequences) if sequences else 1.0


@functools.cache
def _profile(language: str) -> Mapping[str, float]:
    """Letter sequence to log probability."""
    frequencies, totals = _counted(language)
    return {text: math.log(_FLOOR + count / totals[len(text) - 1]) for text, count in frequencies.items()}


@functools.cache
def _known_sequences() -> frozenset[str]:
    return frozenset(
        text.lower() for language in LANGUAGES for text in _counted(language)[0] if len(text) == 3 and text.isalpha()
    )


def _counted(language: str) -> tuple[dict[str, int], list[int]]:
    profile = json.loads((resources.files("langdetect") / "profiles" / language).read_text(encoding="utf-8"))
    return profile["freq"], profile["n_words"]
