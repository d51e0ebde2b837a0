from __future__ import annotations

from typing import TYPE_CHECKING

from eval.gold_set import GoldQuestion
from eval.runs.run import evaluate
from eval.tables.files import as_text
from index.errors import ModelError

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


def rows(text: str, first: str) -> list[list[str]]:
    return [line.split() for line in text.split("\n") if line.split()[:1] == [first]]


def test_the_terminal_shows_every_figure_under_its_name(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    text = as_text(evaluate(perfect, gold))
    (header,) = rows(text, "direction")
    assert header == ["direction", "n", "R@1", "R@5", "R@10", "nDCG@10", "RR", "pR@5", "pnDCG@10", "accuracy", "exact"]
    assert rows(text, "de>de") == [["de>de", "1", *["1.000"] * 9]]
    assert rows(text, "en>de") == [["en>de", "1", "0.500", *["1.000"] * 4, "-", "-", "1.000", "1.000"]]
    # R@1: (1 + 1 + 1 + 0.5) / 4
    assert rows(text, "macro")[0][:6] == ["macro", "mean", "of", "4", "4", "0.875"]
    assert rows(text, "all") == [["all", "6", "2", "2", "0", "0", "1.000", "1.000", "1.000"]]
    assert rows(text, "near_miss") == [["near_miss", "1", "0", "-", "-", "-", "1.000", "1.000"]]
    assert "Exact citations, those of refusals included: 6 of 6." in text
    assert rows(text, "search")
    assert "Failures" not in text


def test_the_terminal_lists_failures(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    perfect.errors["ask", gold[0].question] = ModelError("No model.", "Install it.")
    text = as_text(evaluate(perfect, gold))
    assert rows(text, "dd") == [["dd", "ask", "ModelError:", "No", "model.", "Install", "it."]]
