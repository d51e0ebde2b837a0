"""Fit the extractive answerer's weights: `python -m train.answering --questions DIR`.

DIR holds `mlqa.dev.de.jsonl.gz` and `mlqa.dev.en.jsonl.gz`. The product's own pipeline is asked (see
`train.answering.cases`), and two logistic regressions for each kind of direction are fitted to what comes back and
written to `rag/answering/weights.json`:

- sentence: does this sentence hold the answer, among the candidates of a question that the archive answers;
- answer: do the quotes answer, judged by the best sentence; no where the archive does not answer at all. Both outcomes
  weigh the same, then the odds are set to those that users meet (`PRIOR`).

Only these numbers leave the data; no text does.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from rag.answering.features import FEATURES
from rag.answering.scoring import ANSWER_FEATURES, answer_values, relative_values
from rag.logistic import Crossing, crossing
from train.answering.cases import Case, cases

logger = logging.getLogger(__name__)

WEIGHTS = Path(__file__).resolve().parents[2] / "rag" / "answering" / "weights.json"
PARTS = 5
SENTENCE_C, ANSWER_C = 0.03, 0.01
"""Inverse strengths of the L2 penalty on standardised features, chosen by cross-validation over articles."""

QUOTED = 2
"""Sentences of which one must answer for an answer to count as right; the product quotes two on average."""

PRIOR = 0.6
"""Share of right answers among all that is asked, as on the demo archive's gold: what a confidence is relative to."""

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Model:
    """A logistic regression on raw features."""

    bias: float
    weights: Table

    def logits(self, rows: Table) -> Table:
        """Log-odds of each row."""
        logits: Table = self.bias + rows @ self.weights
        return logits


def main() -> None:
    """Fit, cross-validate and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the MLQA dev files")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    with tempfile.TemporaryDirectory() as scratch:
        found = [case for case in cases(options.questions, Path(scratch)) if case.candidates]
    result: dict[str, dict[str, object]] = {"sentence": {}, "answer": {}}
    kinds: tuple[Crossing, ...] = ("same", "cross")
    for kind in kinds:
        own = [case for case in found if crossing(case.asked.language, case.asked.written) == kind]
        _report(kind, own)
        sentence = fit_sentences(own)
        result["sentence"][kind] = _as_json(sentence, FEATURES)
        result["answer"][kind] = _as_json(fit_answers(own, sentence), ANSWER_FEATURES)
    WEIGHTS.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def fit_sentences(found: list[Case]) -> Model:
    """Fit which sentence answers, on the questions that the archive answers."""
    usable = [case for case in found if any(case.right)]
    rows = np.concatenate([relative_values(case.candidates) for case in usable])
    return _fit(rows, np.concatenate([case.right for case in usable]), SENTENCE_C, balanced=False)


def fit_answers(found: list[Case], sentence: Model) -> Model:
    """Fit whether the quotes answer, judged by what a model of sentences thinks of them."""
    rows = np.array([_answer_row(case, sentence) for case in found])
    model = _fit(rows, np.array([_is_right(case, sentence) for case in found]), ANSWER_C, balanced=True)
    return replace(model, bias=model.bias + float(np.log(PRIOR / (1.0 - PRIOR))))


def _is_right(case: Case, sentence: Model) -> bool:
    """Whether the sentences that would be quoted answer."""
    order = np.argsort(-sentence.logits(relative_values(case.candidates).astype(np.float64)))
    return bool(np.array(case.right)[order[:QUOTED]].any())


def _fit(rows: Table, labels: NDArray[np.bool_], strength: float, *, balanced: bool) -> Model:
    """On standardised features, given back for raw ones.

    Args:
        rows: of shape (cases, features).
        labels: of each.
        strength: inverse strength of the penalty.
        balanced: both outcomes weigh the same, however often each occurs.
    """
    mean, deviation = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    regression = LogisticRegression(C=strength, max_iter=5000, class_weight="balanced" if balanced else None)
    fitted = regression.fit((rows - mean) / deviation, labels)
    weights = fitted.coef_[0] / deviation
    return Model(float(fitted.intercept_[0] - weights @ mean), weights)


def _answer_row(case: Case, sentence: Model) -> Table:
    scores = 1.0 / (1.0 + np.exp(-sentence.logits(relative_values(case.candidates).astype(np.float64))))
    values = answer_values(case.asked.text, case.candidates, scores.tolist())
    return np.array([values[name] for name in ANSWER_FEATURES])


def _report(kind: Crossing, found: list[Case]) -> None:
    """Log what models fitted without an article say of the questions about it."""
    hits: dict[str, list[list[bool]]] = defaultdict(list)
    judged: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for part in range(PARTS):
        inside = [case for case in found if _part(case) == part]
        others = [case for case in found if _part(case) != part]
        sentence = fit_sentences(others)
        answer = fit_answers(others, sentence)
        for case in inside:
            source = case.asked.article_id[:2] if case.asked.article_id.startswith("w-") else "mlqa"
            direction = f"{source} {case.asked.language}>{case.asked.written}"
            logit = float(answer.logits(_answer_row(case, sentence)[None])[0])
            judged[direction].append((logit, case.answerable))
            if any(case.right):
                order = np.argsort(-sentence.logits(relative_values(case.candidates).astype(np.float64)))
                hits[direction].append([any(np.array(case.right)[order[:n]]) for n in (1, 2, 3)])
    for direction in sorted(judged):
        logits, labels = zip(*judged[direction], strict=True)
        shares = np.mean(hits[direction], axis=0).round(3).tolist()
        auc = roc_auc_score(labels, logits)
        logger.info(
            "%s %s: %d, right among the best 1, 2, 3: %s; AUROC %.3f", kind, direction, len(labels), shares, auc
        )


def _part(case: Case) -> int:
    return sum(case.asked.article_id.encode()) % PARTS


def _as_json(model: Model, names: tuple[str, ...]) -> dict[str, object]:
    weights = {name: round(float(value), 5) for name, value in zip(names, model.weights, strict=True)}
    return {"bias": round(model.bias, 5), "weights": weights}


if __name__ == "__main__":
    main()
