"""XNLI's test set (Conneau et al. 2018, CC BY-NC 4.0) in four directions: checked on, never trained on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.records import read_records
from index.models import Language

FILE = "xnli.test.de-en.jsonl.gz"
ENTAILMENT = "entailment"

_LANGUAGES: tuple[Language, ...] = ("de", "en")


class Inference(NamedTuple):
    """A premise as evidence and a hypothesis as claim.

    Attributes:
        evidence: the premise.
        claim: the hypothesis.
        evidence_language: of the premise.
        claim_language: of the hypothesis.
        label: entailment, neutral or contradiction.
    """

    evidence: str
    claim: str
    evidence_language: Language
    claim_language: Language
    label: str


def xnli_test(folder: Path, most: int | None = None) -> Iterator[Inference]:
    """The test set, direction by direction.

    Args:
        folder: holds `xnli.test.de-en.jsonl.gz`.
        most: pairs of each direction, for a quick look; None takes all 5,010.

    Raises:
        OSError: the file is missing.
    """
    records = list(itertools.islice(read_records(folder / FILE), most))
    for evidence, claim in itertools.product(_LANGUAGES, _LANGUAGES):
        for record in records:
            yield Inference(record[f"{evidence}1"], record[f"{claim}2"], evidence, claim, str(record["label"]))
