"""More said than is known: a rough figure made a floor, a report made a fact, something ordinary made unheard-of."""

from __future__ import annotations

import re
from random import Random

from eval.perturbation.edit import choose, like
from index.models import Language

_ROUGHLY: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:etwa|rund|fast|knapp|ungefähr|beinahe|mindestens)(?= \d)", re.IGNORECASE),
    "en": re.compile(r"\b(?:about|around|some|nearly|almost|roughly|close to|at least)(?= \d)", re.IGNORECASE),
}
_FAR_MORE: dict[Language, str] = {"de": "weit mehr als", "en": "far more than"}
_REPORTED: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r", (?:sagte|warnte|teilte) (?:[A-ZÄÖÜ][\w-]+ ?)+(?: mit)?(?=\.$)"),
    "en": re.compile(r", (?:[A-Z][\w-]+ )+(?:said|warned)(?=\.$)|^According to [^,]+, (?=[A-Z])"),
}
_UNHEARD_OF: dict[Language, tuple[str, ...]] = {
    "de": (", und zwar zum ersten Mal in der Geschichte", ", mehr als je zuvor"),
    "en": (" for the first time in history", ", more than ever before"),
}


def exaggeration(text: str, language: Language, draw: Random) -> str | None:
    """Say more than the sentence does: what it rests on must not say so much itself."""
    roughly = _ROUGHLY[language].search(text)
    stronger = roughly and text[: roughly.start()] + like(_FAR_MORE[language], roughly.group()) + text[roughly.end() :]
    added = draw.choice(_UNHEARD_OF[language])
    unheard = text[:-1] + added + "." if text.endswith(".") and added.strip(", ") not in text else None
    return choose(draw, [stronger, unheard, _REPORTED[language].sub("", text)], text)
