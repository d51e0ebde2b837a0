"""English verb forms: what "did" needs behind it."""

from __future__ import annotations

from train.questions.lexicon import word_set
from train.questions.wordbook import WordBook

_IRREGULAR = """
became become began begin bit bite blew blow broke break brought bring built build burnt burn bought buy caught catch
chose choose came come cost cost cut cut dealt deal dug dig drew draw drank drink drove drive ate eat fell fall fed feed
felt feel fought fight found find fled flee flew fly forbade forbid forgot forget forgave forgive froze freeze got get
gave give went go grew grow hung hang had have heard hear hid hide hit hit held hold hurt hurt kept keep knew know led
lead
learnt learn left leave lent lend let let lost lose made make meant mean met meet paid pay put put read read rode ride
rang ring rose rise ran run said say saw see sold sell sent send set set shook shake shot shoot shut shut sang sing sank
sink sat sit slept sleep spoke speak spent spend split split spread spread stood stand stole steal stuck stick struck
strike swore swear swam swim took take taught teach told tell thought think threw throw understood understand woke wake
wore wear won win wrote write underwent undergo withdrew withdraw overcame overcome oversaw oversee outsold outsell
beat beat bore bear bred breed broadcast broadcast sought seek sprang spring swept sweep undertook undertake died die
lied lie tied tie
"""
_PAST = dict(zip(_IRREGULAR.split()[::2], _IRREGULAR.split()[1::2], strict=True))
_NO_PRESENT = word_set("is was has does his its this as us plus thus always perhaps")
_NO_PAST = frozenset(
    [
        "seed",
        "need",
        "feed",
        "speed",
        "breed",
        "bed",
        "red",
        "hundred",
        "indeed",
        "deed",
        "weed",
        "unprecedented",
        "sacred",
        "naked",
        "wicked",
    ]
)
IRREGULAR_PAST = frozenset(_PAST)


def did(verb: str, book: WordBook) -> tuple[str, str] | None:
    """The auxiliary and the base form for a finite full verb ("founded": "did", "found"); None for any other word."""
    if verb in _PAST:
        return "did", _PAST[verb]
    if verb.endswith("ed"):
        return None if verb in _NO_PAST else ("did", _base(verb, book))
    if verb.endswith("s") and not verb.endswith("ss") and verb not in _NO_PRESENT:
        base = verb[:-3] + "y" if verb.endswith("ies") else verb[:-1]
        if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            base = verb[:-2]
        return ("does", base) if book.base[base] else None
    return ("do", verb) if book.base[verb] > 1 else None


def _base(verb: str, book: WordBook) -> str:
    """The base form of a regular past: of the possible spellings the one that the texts use."""
    stem = verb[:-2]
    possible = [stem, verb[:-1]]
    if verb.endswith("ied"):
        possible = [verb[:-3] + "y"]
    elif len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        possible = [stem[:-1], stem]
    elif len(stem) > 3 and stem[-1] == stem[-2]:
        possible = [stem, stem[:-1]]
    best = max(possible, key=lambda word: (book.base[word], book.small["en"][word]))
    if book.base[best] or book.small["en"][best]:
        return best
    return (
        verb[:-1]
        if stem.endswith(("at", "rad", "mier", "iz", "is", "uc", "iv", "ut", "ov", "ir", "ac", "ag", "v", "c"))
        else stem
    )
