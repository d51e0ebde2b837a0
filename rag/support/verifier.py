"""Whether evidence supports a claim, within and across German and English.

A cross-encoder of its own reads both texts (`rag.reading` runs it), simple comparisons look for what it tends to miss
(`features`), and a logistic model weighs them. Data, recipe and figures: `fundstelle-verify-de-en/README.md`.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from pydantic import RootModel

from index.models import Language
from rag.logistic import Crossing, LogisticModel, crossing, logit
from rag.reading.reader import Reader
from rag.support.alignment import coverage
from rag.support.features import features

FOLDER = Path(__file__).resolve().parent / "fundstelle-verify-de-en"
WEIGHTS_FILE = "weights.json"
SUPPORTED = 0.5
"""Least probability of a supported claim: the odds that the weights are fitted with are even."""

Weights = RootModel[dict[Crossing, LogisticModel]]


@dataclass(frozen=True)
class Judgement:
    """What is thought of a claim in the light of its evidence.

    Attributes:
        probability: that the evidence supports the claim, 0 to 1.
        values: what that rests on: `rag.support.FEATURES`, `model` (the cross-encoder's logit), `aligned` (share of
            the claim's words with a counterpart) and `swapped` (the same words in another order).
    """

    probability: float
    values: dict[str, float]

    @property
    def supported(self) -> bool:
        """Whether support is likelier than not."""
        return self.probability >= SUPPORTED


class Verifier:
    """Judges claims one at a time. Safe to use from several threads."""

    def __init__(self, reader: Reader | None = None, folder: Path = FOLDER) -> None:
        """Load the weights.

        Args:
            reader: the cross-encoder; None takes that of the folder.
            folder: with the cross-encoder and the weights.

        Raises:
            ModelError: the cross-encoder cannot be loaded.
            OSError, ValueError: the weights cannot be read.
        """
        self._weights = Weights.model_validate_json((folder / WEIGHTS_FILE).read_text(encoding="utf-8")).root
        self._reader = reader or Reader(folder)

    def judge(self, claim: str, evidence: str, claim_language: Language, evidence_language: Language) -> Judgement:
        """Say how likely the evidence supports the claim.

        Args:
            claim: one sentence.
            evidence: one or several sentences.
            claim_language: language of the claim.
            evidence_language: language of the evidence.
        """
        values = measured(self._reader, claim, evidence, claim_language, evidence_language)
        model = self._weights[crossing(claim_language, evidence_language)]
        return Judgement(model.probability(values), values)


def measured(
    reader: Reader, claim: str, evidence: str, claim_language: Language, evidence_language: Language
) -> dict[str, float]:
    """Everything the judgement rests on, by name."""
    values = features(evidence, claim, evidence_language, claim_language)
    values["model"] = logit(reader.support(claim, evidence))
    values["aligned"] = coverage(claim, evidence)
    values["swapped"] = values["inverted"] * values["coverage_exact"]
    return values


@functools.cache
def default_verifier() -> Verifier:
    """Load the shipped verifier (once a process).

    Raises:
        ModelError: the cross-encoder cannot be loaded.
        OSError, ValueError: the weights cannot be read.
    """
    return Verifier()
