from __future__ import annotations

import gzip
import json
from pathlib import Path

from bench.xnli import FILE, Inference, xnli_test


def test_four_directions_and_no_more_than_asked_for(tmp_path: Path) -> None:
    record = {"de1": "A", "en1": "B", "de2": "C", "en2": "D", "label": "entailment"}
    with gzip.open(tmp_path / FILE, "wt", encoding="utf-8") as lines:
        for label in ("entailment", "neutral", "contradiction"):
            lines.write(json.dumps({**record, "label": label}) + "\n")
    found = list(xnli_test(tmp_path, 2))
    assert len(found) == 8
    assert found[0] == Inference("A", "C", "de", "de", "entailment")
    assert found[3] == Inference("A", "D", "de", "en", "neutral")
    assert [(pair.evidence_language, pair.claim_language) for pair in found[::2]] == [
        ("de", "de"),
        ("de", "en"),
        ("en", "de"),
        ("en", "en"),
    ]
    assert len(list(xnli_test(tmp_path))) == 12
