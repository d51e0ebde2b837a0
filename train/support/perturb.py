"""Make a sentence say something else: the one entrance to the perturbations, also for tests of other parts."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Literal

from index.models import Language
from train.support.hints import NO_HINTS, Hints
from train.support.kinds.addition import addition
from train.support.kinds.antonym import antonym
from train.support.kinds.date import date
from train.support.kinds.modality import modality
from train.support.kinds.name import name
from train.support.kinds.negation import negation
from train.support.kinds.number import number
from train.support.kinds.place import place
from train.support.kinds.role import role

Kind = Literal["number", "date", "name", "place", "negation", "role", "antonym", "addition", "modality"]

_PLAIN: dict[str, Callable[[str, Language, Random], str | None]] = {
    "number": number,
    "date": date,
    "place": place,
    "negation": negation,
    "role": role,
    "antonym": antonym,
    "addition": addition,
    "modality": modality,
}


def perturb(text: str, language: Language, kind: Kind, draw: Random, hints: Hints = NO_HINTS) -> str | None:
    """Change one thing in a sentence, so that the sentence before does not support the new one.

    Args:
        text: one statement, no question.
        language: its language.
        kind: what to change.
        draw: chooses among the possibilities; the same state gives the same sentence.
        hints: names known to stand in the text and names to put in their place.

    Returns:
        The changed sentence, never equal to `text`; None where the kind does not apply.
    """
    changed = name(text, language, draw, hints) if kind == "name" else _PLAIN[kind](text, language, draw)
    return None if changed == text else changed
