"""The German adjectives of towns: "Dresdner" of Dresden, "Bremer" of Bremen, "Zürcher" of Zürich."""

from __future__ import annotations

from index.keywords.analyzer import fold

_OTHER = {"zurcher": "zurich", "hannoveraner": "hannover", "hallenser": "halle", "weimaraner": "weimar"}
_ENDINGS = ("erinnen", "erin", "ern", "ers", "er")
_LEAST = 4
"""Letters of the shortest front: "Kölner"."""


def towns_of(word: str) -> frozenset[str]:
    """What the town may be called of which a word is the adjective or the inhabitant, folded; empty for other words."""
    lower = fold(word.lower())
    ending = next((ending for ending in _ENDINGS if lower.endswith(ending)), None)
    if ending is None or not word[:1].isupper() or len(lower) - len(ending) < _LEAST:
        return frozenset()
    front = lower[: -len(ending)]
    towns = {front, front + "e", front + "en", _OTHER.get(front + "er", front)}
    if front[-1] == "n":
        towns.add(front[:-1] + "en")
    if front[-1] == "l":
        towns.add(front[:-1] + "el")
    return frozenset(towns)
