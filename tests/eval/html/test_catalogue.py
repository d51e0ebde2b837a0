from __future__ import annotations

from eval.html.catalogue import grouped, meaning_of
from eval.scoring.scores import METRICS


def test_every_metric_is_in_the_catalogue() -> None:
    assert [metric for metric in METRICS if not meaning_of(metric)] == []
    assert "Further" not in grouped(METRICS)


def test_every_metric_is_in_one_group() -> None:
    found = [metric for group in grouped(METRICS).values() for metric in group]
    assert sorted(found) == sorted(METRICS)


def test_an_unknown_metric_comes_last() -> None:
    assert list(grouped(["novel", "Recall@3"])) == ["Retrieval, by article", "Further"]
