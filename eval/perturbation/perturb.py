"""Make a sentence say something else: the one entrance to the perturbations, also for tests of other parts."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Literal

from eval.perturbation.hints import NO_HINTS, Hints
from eval.perturbation.kinds.addition import addition
from eval.perturbation.kinds.antonym import antonym
from eval.perturbation.kinds.date import date
from eval.perturbation.kinds.exaggeration import exaggeration
from eval.perturbation.kinds.modality import modality
from eval.perturbation.kinds.name import name
from eval.perturbation.kinds.negation import negation
from eval.perturbation.kinds.number import number
from eval.perturbation.kinds.place import place
from eval.perturbation.kinds.role import role
from index.models import Language

Kind = Literal["number", "date", "name", "place", "negation", "role", "antonym", "addition", "modality", "exaggeration"]

_PLAIN: dict[str, Callable[[str, Language, Random], str | None]] = {
    "number": number,
    "date": date,
    "place": place,
    "negation": negation,
    "role": role,
    "antonym": antonym,
    "addition": addition,
    "modality": modality,
    "exaggeration": exaggeration,
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
