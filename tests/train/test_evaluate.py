from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from train import evaluate
from train.evaluate import Vectors, bitext, score


def one_hot(texts: Sequence[str]) -> Vectors:
    """A perfect model: what follows the last colon is the meaning."""
    found = np.zeros((len(texts), 20), dtype=np.float32)
    for row, text in enumerate(texts):
        found[row, int(text.rsplit(":", maxsplit=1)[1])] = 1.0
    return found


def shifted(texts: Sequence[str]) -> Vectors:
    """Prefers the neighbour and puts the right one second; the last one has no neighbour."""
    right = one_hot(texts)
    vectors: Vectors = (right * 0.6 + np.roll(right, 1, axis=1) * 0.8).astype(np.float32)
    return vectors


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    for language, numbers in (("de", range(6)), ("en", range(12))):
        rows = [
            {"id": str(n), "title": "t", "question": f"q:{n}", "context": f"{language}:{n}", "answers": ["a"]}
            for n in numbers
        ]
        with gzip.open(tmp_path / f"mlqa.dev.{language}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(map(json.dumps, rows)))
    return tmp_path


def test_the_right_passage_first_is_one(questions: Path) -> None:
    assert score(questions, one_hot, one_hot) == {"de>de": 1.0, "de>en": 1.0, "en>de": 1.0, "en>en": 1.0}


def test_the_right_passage_second_counts_by_the_logarithm(questions: Path) -> None:
    found = score(questions, shifted, one_hot)
    assert found["en>en"] == pytest.approx((11 / np.log2(3) + 1) / 12, abs=1e-4)
    assert found["de>de"] == pytest.approx((5 / np.log2(3) + 1) / 6, abs=1e-4)


def test_translations_are_found_among_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with gzip.open(tmp_path / "wmt-research-use.tsv.gz", "wt", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t")
        rows.writerow(["en", "de", "set", "kind"])
        rows.writerows([f"e:{n}", f"d:{n}", "wmt-newstest", "human"] for n in range(10))
        rows.writerow(["e:1", "d:2", "wmt-testsuites-natural", "mt"])
    monkeypatch.setattr(evaluate, "NEWS_PAIRS", 10)
    assert bitext(tmp_path, one_hot) == {"bitext de>en": 1.0, "bitext en>de": 1.0}

    def wrong_german(texts: Sequence[str]) -> Vectors:
        return np.roll(one_hot(texts), 1, axis=1) if texts[0].startswith("d") else one_hot(texts)

    assert bitext(tmp_path, wrong_german)["bitext de>en"] == 0.0
