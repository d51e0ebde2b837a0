"""English past forms that a negation with "did" needs, there and back."""

from __future__ import annotations

_PASTS = """
went/go came/come saw/see said/say told/tell got/get gave/give took/take made/make knew/know thought/think found/find
left/leave felt/feel kept/keep began/begin bought/buy brought/bring wrote/write ran/run ate/eat drank/drink spoke/speak
stood/stand sat/sit lost/lose met/meet paid/pay sold/sell sent/send built/build caught/catch chose/choose drove/drive
fell/fall forgot/forget heard/hear held/hold led/lead rose/rise sang/sing slept/sleep spent/spend swam/swim taught/teach
understood/understand won/win broke/break grew/grow threw/throw wore/wear became/become defeated/defeat married/marry
died/die tried/try used/use lived/live liked/like moved/move loved/love decided/decide received/receive closed/close
arrived/arrive wanted/want worked/work played/play started/start helped/help called/call asked/ask looked/look
stayed/stay visited/visit opened/open finished/finish learned/learn enjoyed/enjoy waited/wait walked/walk
served/serve joined/join produced/produce released/release moved/move announced/announce introduced/introduce
"""
_BASES = """
want need like love know think see have go come live work play speak understand believe remember eat drink buy sell
feel hope study read write hear wait hate trust support use own agree respect drive
"""

PAST_TO_BASE = dict(pair.split("/") for pair in _PASTS.split())
"""Lower-case past form to its infinitive."""
BASE_TO_PAST = {base: past for past, base in PAST_TO_BASE.items()}
"""Infinitive to its past form."""
BASES = frozenset(_BASES.split()) | frozenset(BASE_TO_PAST)
"""Infinitives that are safe to negate with "do"."""


def third_person(base: str) -> str:
    """The form after "he": "goes", "tries", "likes"."""
    if base == "have":
        return "has"
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


THIRD_TO_BASE = {third_person(base): base for base in BASES}
"""Third person to infinitive."""
