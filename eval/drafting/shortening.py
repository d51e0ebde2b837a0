"""Questions made shorter: fewer words in a row from the evidence, so that finding it takes more than matching words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from eval.drafting.draft import Draft
from eval.metrics.normalise import normalise
from eval.validation.leaks import LONGEST_COPY, longest_run
from index.models import Language

_PREPOSITION: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r" (?:in|im|am|an|auf|aus|bei|beim|mit|nach|von|vom|vor|zu|zum|zur|für|gegen|über|unter|um|durch|seit|bis|ohne"
        r"|zwischen|wegen|während|innerhalb)\b"
    ),
    "en": re.compile(
        r" (?:in|on|at|by|with|from|for|to|of|over|under|near|against|after|before|during|since|until|without|between"
        r"|towards|across|except|ahead)\b"
    ),
}
_BOUND = re.compile(r"(?: of| von| des| der|,| and| und| except| außer| (?:rund|etwa|about|some) [\d.,]+ \w+)$")


def shortened(draft: Draft, accepts: Callable[[Draft], bool]) -> Draft:
    """Leave out phrases from the end while more than seven words in a row come from the sentence.

    German sentences that end with a verb keep their end. What is left must be accepted; else the question stays.

    Args:
        draft: a draft.
        accepts: whether a draft can be asked.
    """
    if draft.type in ("quote", "definition") or _ends_with_verb(draft):
        return draft
    best = draft
    while _copied(best) > LONGEST_COPY:
        cut = _without_last_phrase(best)
        if cut is None or not accepts(cut):
            return best
        best = cut
    return best


def _copied(draft: Draft) -> int:
    return len(longest_run(normalise(draft.question).split(), normalise(draft.source.text).split()))


def _ends_with_verb(draft: Draft) -> bool:
    """Whether a German question ends with what belongs to its verb ("... unterzeichnet")."""
    last = draft.question.rstrip("?").split()[-1]
    return draft.source.language == "de" and last.islower() and not last[-1].isdigit()


def _without_last_phrase(draft: Draft) -> Draft | None:
    """The question without the phrase that its last preposition opens; None where there is none."""
    bare = draft.question.rstrip("?")
    found = list(_PREPOSITION[draft.source.language].finditer(bare))
    if not found:
        return None
    rest = bare[: found[-1].start()]
    while _BOUND.search(rest):
        rest = _BOUND.sub("", rest)
    return replace(draft, question=f"{rest}?")
