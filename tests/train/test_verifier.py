from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench.xnli import FILE
from train.verifier import Claim, Measured, claims_of, fit, inferences, judged


def claim(label: bool, kind: str = "number", evidence: str = "de", stated: str = "en") -> Claim:
    return Claim("c", "e", stated, evidence, label, kind)  # type: ignore[arg-type]


def test_records_become_claims_in_their_direction() -> None:
    record = {
        "claim": "He came.",
        "evidence": "Er kam.",
        "claim_language": "en",
        "evidence_language": "de",
        "label": 1,
        "kind": "translation",
    }
    (found,) = claims_of([record])
    assert found == Claim("He came.", "Er kam.", "en", "de", True, "translation")
    assert found.direction == "de>en"


def test_what_a_premise_entails_is_supported(tmp_path: Path) -> None:
    record = {"de1": "A", "en1": "B", "de2": "C", "en2": "D", "label": "entailment"}
    other = {**record, "label": "neutral"}
    with gzip.open(tmp_path / FILE, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n" + json.dumps(other) + "\n")
    claims = inferences(tmp_path)
    assert [c.direction for c in claims] == ["de>de", "de>de", "de>en", "de>en", "en>de", "en>de", "en>en", "en>en"]
    assert [c.label for c in claims] == [True, False] * 4
    assert (claims[2].evidence, claims[2].claim) == ("A", "D")


def test_figures_by_hand() -> None:
    claims = [claim(True, "translation"), claim(True, "translation"), claim(False), claim(False)]
    figures = judged(claims, [1.0, -1.0, -1.0, -2.0], kinds=True)
    assert figures["balanced accuracy"] == 0.75
    assert figures["balanced accuracy de>en"] == 0.75
    assert figures["AUROC de>en"] == 0.875
    assert figures["true: translation"] == 0.5
    assert figures["false: number"] == 1.0


def test_a_value_that_tells_true_from_false_gets_its_weight_in_its_own_crossing() -> None:
    rows = []
    for label in (True, False) * 20:
        helpful = {"model": 2.0 if label else -2.0, "noise": 1.0, "same_language": 0.0}
        rows.append(Measured(claim(label), helpful))
        rows.append(Measured(claim(label, stated="de"), {**helpful, "model": -helpful["model"], "same_language": 1.0}))
    models = fit(rows)
    assert models["cross"].weights["model"] > 0.5
    assert models["same"].weights["model"] < -0.5
    assert "same_language" not in models["same"].weights
    assert models["cross"].probability({"model": 2.0, "noise": 1.0}) == pytest.approx(1.0, abs=0.1)
