"""German compounds taken apart: "Organtransplantation" is "Organ" and "Transplantation"."""

from __future__ import annotations

from collections.abc import Callable

LEAST_PART = 4
JOINTS = ("es", "en", "er", "s", "n", "e")
"""What may stand between two parts and belongs to neither (Fugenelemente)."""


def halves(word: str, known: Callable[[str], bool]) -> tuple[str, str] | None:
    """Cut a compound in two known words, as near to its middle as can be; None when there is no such cut.

    Args:
        word: in lower case.
        known: whether something is a word.
    """
    cuts = range(LEAST_PART, len(word) - LEAST_PART + 1)
    for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(word))):
        first, second = word[:cut], word[cut:]
        if known(second):
            for part in (first, *_without_joint(first)):
                if len(part) >= LEAST_PART and known(part):
                    return part, second
    return None


def _without_joint(part: str) -> list[str]:
    return [part.removesuffix(joint) for joint in JOINTS if part.endswith(joint)]
