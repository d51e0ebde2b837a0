"""Claims that people wrote for the verifier, on evidence that people wrote: `train/written/claims.*.jsonl`.

Each line is a piece of evidence as news articles have it, with claims in both languages: two that it supports, and one
each with the roles swapped, with the opposite, with an exaggeration, and with something that it does not say.
"""

from __future__ import annotations

from bench.mlqa import LANGUAGES
from train.reader.rows import read_lines
from train.reader.written import FOLDER, Part
from train.support.rows import Row

LATEST_CLAIMS = "w-r8"
"""How the ids of the evidence begin that was written when the verifier had learned from the rest."""


def written_claims(part: Part, latest: bool | None = None) -> list[Row]:
    """All claims of a part in both languages, in a fixed order.

    Args:
        part: what the reader is trained on, or what it never sees: to fit what rests on it.
        latest: those about `LATEST_CLAIMS` alone, or all but them; None takes all.
    """
    return [
        Row(record["evidence"], claim[stated], int(claim["holds"]), claim["kind"], language, stated, "written")
        for language in LANGUAGES
        for record in read_lines(FOLDER / f"claims.{part}.{language}.jsonl")
        if latest is None or latest == record["id"].startswith(LATEST_CLAIMS)
        for claim in record["claims"]
        for stated in LANGUAGES
    ]
