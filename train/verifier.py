"""Fit and measure the verifier: `python -m train.verifier`.

The cross-encoder's logit and the comparisons of `rag.support.features` become the values of one logistic model within a
language and one across, fitted on generated claims that the cross-encoder was not trained on and on the tuning half of
the perturbation suite (`eval.perturbation`), false and true ones weighing the same. Then the cross-encoder alone and
the whole are measured on the held-out perturbations, kind by kind, and on XNLI's test, entailment against the rest
(check only). Writes `rag/support/fundstelle-verify-de-en/weights.json` and `train/results/verifier.json`; five minutes.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, roc_auc_score
from tqdm import tqdm

from bench.verification import cases_of
from bench.xnli import ENTAILMENT, xnli_test
from eval.perturbation.cases import Case
from index.models import Language
from rag.logistic import Crossing, LogisticModel, crossing, logit
from rag.reading.reader import Reader
from rag.support.verifier import FOLDER, SUPPORTED, WEIGHTS_FILE, measured
from train.reader.rows import KEPT_CLAIMS, read_lines, shuffle_for_training
from train.workspace import Workspace, open_workspace, parser_of

logger = logging.getLogger(__name__)

RESULTS = Path(__file__).resolve().parent / "results" / "verifier.json"
DROPPED = ("same_language",)
"""Constant within each of the two models."""

REPEATED = 4
"""How often the claims of the suite count: they are few, and the only ones about news in words of their own."""

_AGREES = 0.0


@dataclass(frozen=True)
class Claim:
    """A statement, its evidence, and whether that supports it; `kind` says how it was made."""

    claim: str
    evidence: str
    claim_language: Language
    evidence_language: Language
    label: bool
    kind: str

    @property
    def direction(self) -> str:
        """Evidence > claim."""
        return f"{self.evidence_language}>{self.claim_language}"


@dataclass(frozen=True)
class Measured:
    """A claim with its values."""

    claim: Claim
    values: dict[str, float]


def main() -> None:
    """Fit, measure and write."""
    parser = parser_of(__doc__)
    parser.add_argument("--claims", type=int, default=KEPT_CLAIMS, metavar="N", help="claims to fit with, at most this")
    parser.add_argument("--seeds", type=Path, default=Path("../shared/seeds"), metavar="DIR", help="the seed articles")
    options = parser.parse_args()
    space = open_workspace(options)
    generated = read_lines(space.file("support.jsonl"))
    shuffle_for_training(read_lines(space.file("questions.jsonl")), generated)
    unseen = measure(claims_of(generated[-options.claims :]))
    written = measure(suite_claims(cases_of(options.seeds)))
    weights = fit([*unseen, *written * REPEATED])
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = json.dumps({kind: model.model_dump() for kind, model in weights.items()}, indent=2)
    (FOLDER / WEIGHTS_FILE).write_text(text + "\n", encoding="utf-8")
    results = scores(space, weights)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    for part, found in results.items():
        logger.info("%s: %s", part, found)


def claims_of(records: Sequence[dict[str, Any]]) -> list[Claim]:
    """Rows of `train.support` as claims."""
    return [
        Claim(
            str(r["claim"]),
            str(r["evidence"]),
            cast("Language", r["claim_language"]),
            cast("Language", r["evidence_language"]),
            bool(r["label"]),
            str(r["kind"]),
        )
        for r in records
    ]


def suite_claims(cases: Sequence[Case]) -> list[Claim]:
    """The claims of the tuning half of the perturbation suite, each with the sentences that it is about."""
    return [
        Claim(
            case.claim.text,
            _about(case),
            case.claim.language,
            case.evidence.article.language,
            case.claim.faithful,
            case.claim.kind,
        )
        for case in cases
        if case.half == "tuning" and case.claim.kind != "wrong_citation"
    ]


def _about(case: Case) -> str:
    """The sentences that hold the evidence."""
    start, end = case.span
    inside = [sentence for sentence in case.evidence.sentences if sentence.start < end and start < sentence.end]
    return case.evidence.article.text[inside[0].start : inside[-1].end]


def inferences(folder: Path) -> list[Claim]:
    """XNLI's test as claims: what the premise entails is supported."""
    return [
        Claim(
            pair.claim, pair.evidence, pair.claim_language, pair.evidence_language, pair.label == ENTAILMENT, pair.label
        )
        for pair in xnli_test(folder)
    ]


def measure(claims: Sequence[Claim]) -> list[Measured]:
    """Let the verifier's cross-encoder and the comparisons look at every claim."""
    reader = Reader(FOLDER)
    return [
        Measured(c, measured(reader, c.claim, c.evidence, c.claim_language, c.evidence_language))
        for c in tqdm(claims, unit=" claims", mininterval=10)
    ]


def fit(rows: Sequence[Measured]) -> dict[Crossing, LogisticModel]:
    """One model within a language and one across."""
    kinds: tuple[Crossing, ...] = ("same", "cross")
    models: dict[Crossing, LogisticModel] = {}
    for kind in kinds:
        own = [row for row in rows if crossing(row.claim.claim_language, row.claim.evidence_language) == kind]
        names = [name for name in own[0].values if name not in DROPPED]
        table = np.array([[row.values[name] for name in names] for row in own])
        model = LogisticRegression(C=1.0, max_iter=5000, class_weight="balanced")
        model.fit(table, np.array([row.claim.label for row in own]))
        coefficients = {name: round(float(value), 4) for name, value in zip(names, model.coef_[0], strict=True)}
        models[kind] = LogisticModel(bias=round(float(model.intercept_[0]), 4), weights=coefficients)
    return models


def scores(space: Workspace, weights: dict[Crossing, LogisticModel]) -> dict[str, dict[str, float]]:
    """Figures of the cross-encoder alone and of the verifier, on perturbations and on XNLI."""
    perturbed = measure(claims_of(read_lines(space.file("support.check.jsonl"))))
    inferred = measure(inferences(space.data / "nli"))
    results: dict[str, dict[str, float]] = {}
    for name in ("cross-encoder alone", "verifier"):
        for label, rows in (("perturbations", perturbed), ("xnli test", inferred)):
            logits = [row.values["model"] if name == "cross-encoder alone" else _logit(weights, row) for row in rows]
            results[f"{label}, {name}"] = judged([row.claim for row in rows], logits, kinds=label == "perturbations")
    return results


def judged(claims: Sequence[Claim], logits: Sequence[float], *, kinds: bool) -> dict[str, float]:
    """Balanced accuracy in all and by direction, area under the ROC by direction, share judged right by kind."""
    labels, said = np.array([claim.label for claim in claims]), np.array(logits) > _AGREES
    directions = np.array([claim.direction for claim in claims])
    found = {"balanced accuracy": float(balanced_accuracy_score(labels, said))}
    for direction in sorted(set(directions)):
        own = directions == direction
        found[f"balanced accuracy {direction}"] = float(balanced_accuracy_score(labels[own], said[own]))
        found[f"AUROC {direction}"] = float(roc_auc_score(labels[own], np.array(logits)[own]))
    if kinds:
        right: dict[str, list[bool]] = defaultdict(list)
        for claim, verdict in zip(claims, said.tolist(), strict=True):
            sort = "true" if claim.label else "false"
            right[f"{sort}: {claim.kind}"].append(verdict == claim.label)
        found |= {kind: float(np.mean(values)) for kind, values in sorted(right.items())}
    return {name: round(value, 4) for name, value in found.items()}


def _logit(weights: dict[Crossing, LogisticModel], row: Measured) -> float:
    model = weights[crossing(row.claim.claim_language, row.claim.evidence_language)]
    return logit(model.probability(row.values)) - logit(SUPPORTED)


if __name__ == "__main__":
    main()
