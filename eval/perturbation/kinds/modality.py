"""More said than is known: a plan told as a deed, "some" as "all", a rumour as a fact."""

from __future__ import annotations

import re
from random import Random

from eval.perturbation.edit import choose, cut, like, lower_first
from index.models import Language
from rag.support.names.extraction import FIRST_NAMES

Rules = tuple[tuple[str, str], ...]

_STRONGER: dict[Language, Rules] = {
    "en": (
        (r"\b(?:might|may|could)(?= [a-z])", "will"),
        (r"\bcan(?= [a-z])", "must"),
        (r"\bshould(?= [a-z])", "will"),
        (r"\b(?:perhaps|maybe|probably|possibly|allegedly|reportedly|apparently|supposedly),? ", ""),
        (
            r"\b(?:some|many|several|most)(?= of the\b| [a-z]+s\b)(?! (?:time|day|way|sort|kind|years|days|times"
            r"|months|weeks|hours|reasons))",
            "all",
        ),
        (r"\b(?:sometimes|often|usually|seldom|rarely)\b", "always"),
        (r"\b(?:wants|plans|hopes|intends) to(?= [a-z])", "will"),
        (r"\b(?:wanted|tried|planned|hoped|intended|attempted) to(?= [a-z])", "managed to"),
        (r"\b(?:almost|nearly) ", ""),
        (r"\bseems to be\b", "is"),
        (
            r"^(?:Tom|Mary|I|He|She|They) (?:thinks?|believes?|claims?|hopes?|thought|believed|claimed"
            r"|hoped) (?:that )?"
            r"(?=(?:he|she|it|they|Tom|Mary|John) [a-z]+ )",
            "",
        ),
    ),
    "de": (
        (r"\bkönnte(?= )", "wird"),
        (r"\bkönnten(?= )", "werden"),
        (
            r"(?<=[a-zäöüß] )(?:vielleicht|möglicherweise|wahrscheinlich|vermutlich|angeblich|offenbar|womöglich"
            r"|eventuell) ",
            "",
        ),
        (
            r"\b(?:einige|manche|viele|mehrere)(?= [A-ZÄÖÜ]\w+n\b| [A-ZÄÖÜ]\w+e\b| der\b)(?! (?:Jahre|Tage|Monate"
            r"|Wochen|Stunden|Mal|Zeit))",
            "alle",
        ),
        (r"\b[Dd]ie meisten\b", "alle"),
        (r"\b(?:manchmal|oft|häufig|meistens|selten|gelegentlich)(?= )", "immer"),
        (r"(?<=[a-zäöüß] )soll(?= )", "wird"),
        (r"(?<=[a-zäöüß] )sollen(?= )", "werden"),
        (r"(?<=[a-zäöüß] )will(?= )", "wird"),
        (r"(?<=[a-zäöüß] )wollen(?= )", "werden"),
        (r"\bkann(?= )", "muss"),
        (r"\bkönnen(?= )", "müssen"),
        (r"(?<=[a-zäöüß] )versuchte, ", "schaffte es, "),
        (r"\b(?:fast|beinahe) (?=all|jede|immer|ganz)", ""),
        (
            r"^(?:Er|Sie|Ich|Tom|Maria) (?:glaubt|glaube|meint|vermutet|behauptet|hofft|denkt|denke|glaubte|meinte"
            r"|behauptete), (?=(?:er|sie|es|wir|der|die|das) )(?!dass)",
            "",
        ),
    ),
}
_WEAKER: dict[Language, Rules] = {
    "en": (
        (r"\ball(?= of the\b| [a-z]+s\b| the\b)", "some of"),
        (r"\b(?:always)\b", "sometimes"),
        (r"\b(?:will|must)(?= [a-z])", "might"),
        (r"\bmanaged to\b", "tried to"),
        (r"\beveryone\b|\beverybody\b", "hardly anyone"),
        (r"\bevery(?= [a-z])", "almost every"),
    ),
    "de": (
        (r"\balle(?= [A-ZÄÖÜ])", "einige"),
        (r"(?<=[a-zäöüß] )immer(?! (?:noch|mehr|wieder|\w+er\b))", "manchmal"),
        (r"\bmuss\b", "kann"),
        (r"\bmüssen\b", "können"),
        (r"\bjede(?=[rsn]? )", "fast jede"),
    ),
}
RUMOURS = (
    ("Some people claim that ", "Manche behaupten, "),
    ("Critics claim that ", "Kritiker behaupten, "),
    ("There are rumours that ", "Es gibt Gerüchte, "),
    ("The defendant claimed that ", "Der Angeklagte behauptete, "),
    ("Nobody knows for sure, but perhaps ", "Niemand weiß es sicher, aber es heißt, "),
    ("Many had hoped that ", "Viele hatten gehofft, "),
    ("It is wrong to say that ", "Es ist falsch zu sagen, "),
)
"""Openings that turn a fact into a mere report, English and German."""


def modality(text: str, language: Language, draw: Random) -> str | None:
    """Say more than the sentence does; in a denied sentence the stronger word would say less."""
    if re.search(
        r"(?i)\b(?:not|never|no|nothing|wish|nicht|nie|nichts|kaum|kein\w*|if|wenn|ob|whether)\b|n['’]t\b", text
    ):
        return None
    return choose(draw, _applied(text, _STRONGER[language]), text)


def weaken(text: str, language: Language, draw: Random) -> str | None:
    """Say less than the sentence does: what it said no longer follows."""
    if re.search(r"(?i)\b(?:not|never|no|nicht|nie|kein\w*|if|wenn)\b|n['’]t\b", text):
        return None
    rumour = rumoured(text, language, draw.randrange(len(RUMOURS)))
    return choose(draw, [*_applied(text, _WEAKER[language]), rumour], text)


def rumoured(text: str, language: Language, number: int) -> str | None:
    """The sentence after the rumour opening of that number; None where it is unclear whether its capital stays."""
    lowered = lower_first(text, language)
    if lowered[0].isupper() and text.split()[0] not in FIRST_NAMES | {"I"}:
        return None
    return RUMOURS[number][language == "de"] + lowered


def _applied(text: str, rules: Rules) -> list[str | None]:
    results: list[str | None] = []
    for pattern, replacement in rules:
        match = re.search(pattern, text) or re.search(pattern, text[:1].lower() + text[1:])
        if match:
            new = like(replacement, match.group()) if replacement else ""
            changed = cut(text, match.start(), match.end(), new)
            results.append(changed[:1].upper() + changed[1:])
    return results
