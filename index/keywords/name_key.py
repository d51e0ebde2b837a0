"""A key that a name has in all its Latin spellings: "Lukaschenko" and "Lukashenko", "Sotschi" and "Sochi".

German and English write names from other alphabets each by its own sounds. The key undoes both: every spelling is
read by the rules of its language into one alphabet of sounds, in which a small letter is roughly its Russian or
Arabic value and `S` is sh or zh, `C` ch (tsch), `J` j (dsch), `X` kh (ch) and `c` ts.

The correspondences are facts from the transcription tables in use: for German the Cyrillic and Arabic tables of the
Duden and of the Deutsche Morgenländische Gesellschaft's everyday form; for English BGN/PCGN (Russian 1947, Ukrainian
1965 and 2019), ALA-LC and the Ukrainian national system of 2010, the modified Hepburn system for Japanese. ISO 9 and
Serbo-Croatian Latin lose their marks in `fold` and so fall together with their plain forms.
"""

from __future__ import annotations

import functools
import re

from index.keywords.folding import fold
from index.models import Language

LEAST = 3
"""Shorter keys say nothing: "Xi" and "Che" are spelt alike anyway."""

_BOTH = {
    "shch": "SC",
    "tsch": "C",
    "sch": "S",
    "sh": "S",
    "zh": "S",
    "kh": "X",
    "ph": "f",
    "th": "t",
    "dh": "d",
    "gh": "g",
    "rh": "r",
    "ck": "k",
    "tz": "c",
    "ts": "c",
    "qu": "kv",
    "q": "k",
    "w": "v",
    "x": "ks",
    "ae": "a",
    "oe": "o",
    "ue": "u",
    "oo": "u",
    "ou": "u",
}
_OWN: dict[Language, dict[str, str]] = {
    "de": {"schtsch": "SC", "dsch": "J", "ch": "X", "z": "c", "c": "k"},
    "en": {"dzh": "J", "dj": "J", "j": "J", "tch": "C", "ch": "C", "z": "s", "c": "k"},
}
_GLIDE: dict[Language, re.Pattern[str]] = {"de": re.compile(r"(?<!e)j(?=e)"), "en": re.compile(r"(?<!e)y(?=e)")}
"""Russian e is written "je" or "ye" by one rule and "e" by the other; "Meyer" keeps its sound."""

_FINISH = (
    (re.compile(r"[ijy]+"), "i"),
    (re.compile(r"ie(?=v)"), "e"),
    (re.compile(r"([^aeiou])\1+"), r"\1"),
    (re.compile(r"(?<=[oe])f$"), "v"),
    (re.compile(r"(?<=[SC])ov$"), "ev"),
    (re.compile(r"(?<=[aeiou])h$"), ""),
)
"""The endings -ij, -yj, -iy, -yi, -y are one; doubled consonants too; "-off" is "-ow"; after sh and ch the Russian
stressed ending is written "-ow" in German and "-ev" in English."""

_GENITIVE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"[^s]s$"),
    "en": re.compile(r"[^s]s$|(?<=[aeiou])z$"),
}
"""A final -s is always taken off, for in German nobody can tell: "Lukaschenkos", but "Sojus", in English "Soyuz"."""


@functools.lru_cache(maxsize=65_536)
def name_key(word: str, language: Language) -> str:
    """The key of one word, read by the rules of a language; a genitive -s is taken off.

    Args:
        word: in any case, with or without accents.
        language: whose spelling it is.

    Returns:
        Letters of the sound alphabet; empty for a word without letters and for one that is too short to tell.
    """
    folded = fold(word.lower())
    if not folded.isalpha():
        return ""
    if len(folded) > 4 and _GENITIVE[language].search(folded):
        folded = folded[:-1]
    key = _pattern(language).sub(lambda match: _table(language)[match.group()], _GLIDE[language].sub("", folded))
    for pattern, replacement in _FINISH:
        key = pattern.sub(replacement, key)
    return key if len(key) >= LEAST else ""


@functools.cache
def _table(language: Language) -> dict[str, str]:
    return _BOTH | _OWN[language]


@functools.cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(sorted(_table(language), key=len, reverse=True)))
