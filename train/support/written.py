"""Claims that people wrote for the verifier, on evidence that people wrote: `train/written/claims.*.jsonl`.

Each line is a piece of evidence as news articles have it, with claims in both languages: two that it supports, and one
each with the roles swapped, with the opposite, with an exaggeration, and with something that it does not say.
"""

from __future__ import annotations

from typing import Literal

from bench.mlqa import LANGUAGES
from train.reader.rows import read_lines
from train.reader.written import FOLDER, Part
from train.support.rows import Row

Lot = Literal["first", "second", "third", "fourth"]
"""Claims in the order in which they were written, each when those before had been learned. The third
and fourth are in the words of agencies: plain sentences, attributions, somebody named in one sentence and "he" in the
next; the fourth has more true claims, what plainly follows among them."""
LOTS: tuple[Lot, ...] = ("first", "second", "third", "fourth")
LEARNED: tuple[Lot, ...] = LOTS[:3]
"""Those that the verifier has learned from: a pass over the fourth brought nothing on our suite."""
_BEGINS: dict[Lot, str] = {"second": "w-r8", "third": "w-r9", "fourth": "w-rA"}
"""How the ids of the evidence begin; all others are of the first lot."""


def written_claims(part: Part, lot: Lot | None = None) -> list[Row]:
    """All claims of a part in both languages, in a fixed order.

    Args:
        part: what the reader is trained on, or what it never sees: to fit what rests on it.
        lot: those of one lot alone; None takes all.
    """
    return [
        Row(record["evidence"], claim[stated], int(claim["holds"]), claim["kind"], language, stated, "written")
        for language in LANGUAGES
        for record in read_lines(FOLDER / f"claims.{part}.{language}.jsonl")
        if lot in (None, _lot_of(record["id"]))
        for claim in record["claims"]
        for stated in LANGUAGES
    ]


def _lot_of(evidence_id: str) -> Lot:
    return next((lot for lot, front in _BEGINS.items() if evidence_id.startswith(front)), "first")
