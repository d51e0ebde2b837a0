"""A word replaced by its opposite."""

from __future__ import annotations

import re
from random import Random

from eval.perturbation.edit import cut
from index.models import Language
from rag.support.names.extraction import names
from rag.support.polarity.antonyms import opposites

_WORD = re.compile(r"[^\W\d_]+")
# Here the opposite would not change the meaning, or make no sentence: "as long as", "at first", "at last", "at least".
_FIXED = re.compile(
    r"\b(?:(?:as|so|how|too|wie|zu|at|very) (?:long|many|much|few|first|last|late|early|well|lange|viele?|gut|spät)"
    r"|no longer|any longer|any more|no more|not more|once more|more or less|mehr oder weniger|nicht mehr|nie mehr"
    r"|kein\w* \w+ mehr|nicht länger|immer (?:noch|mehr|wieder)|noch immer|bei weitem|vor allem|alles in allem"
    r"|best\w* (?:of|regards)|(?:first|last) name|first of all|last (?:year|week|night|month|time|summer|winter|\w+day)"
    r"|(?:north|south|east|west|middle) [A-Za-z]+|cold war|long ago|not long|good (?:morning|night|evening|luck)"
    r"|pretty good|gut(?:e|en|er) (?:Morgen|Tag|Nacht|Abend|Reise)|mehr als|more than|make love|young man"
    r"|(?:get|got|gets|give|gave|gives|given|set|make|made|pick\w*|grow|grew|end\w*|stand|stood|wake|woke|up) up"
    r"|(?:sit|sat|come|came|break|broke|shut|put|lie|lay|slow\w*|turn\w*|calm) (?:\w+ )?down|up to|as good as"
    r"|(?:do|did|try|tried|give|gave) (?:\w+ )?best|best friend"
    r"|a few|a little|of course|(?:a )?good deal|at last|so far)\b",
    re.IGNORECASE,
)


def antonym(text: str, language: Language, draw: Random) -> str | None:
    """Replace one word by its opposite of the same form; set phrases and names are left alone."""
    fixed = [match.span() for match in _FIXED.finditer(text)] + [name[1:] for name in names(text, language)]
    found = [
        (match, meaning)
        for match in _WORD.finditer(text)
        if (meaning := opposites(language).get(match.group().lower()))
        and (match.start() == 0 or match.group() == meaning.written)
        and not any(start <= match.start() < end for start, end in fixed)
    ]
    if not found:
        return None
    match, meaning = draw.choice(found)
    return cut(text, match.start(), match.end(), meaning.opposite)
