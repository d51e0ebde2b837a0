from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from eval.gold_set import GoldQuestion
from eval.runs.run import evaluate
from index.errors import ModelError
from rag.models import Answer, Citation

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


def test_confidence_is_compared_with_what_came_of_it(
    perfect: TinyArchive, gold: list[GoldQuestion], answer: Callable[..., Answer], cite: Callable[..., Citation]
) -> None:
    wrong = answer(gold[5].question, cite("port", "Loading has stopped."), language="en")
    perfect.answers[gold[5].question] = wrong  # an answer to what has none
    perfect.errors["ask", gold[1].question] = ModelError("No model.")
    found = evaluate(perfect, gold).metrics.calibration
    # answered: three right, one wrong, all with confidence 0.9; the error has none
    assert found["answered"].n == 4
    assert found["answered"].bins[9].accuracy == 0.75
    assert found["answered"].ece is not None
    assert abs(found["answered"].ece - 0.15) < 1e-12
    # answerable: these four and the refusal with confidence 0
    assert found["answerable"].n == 5
    assert (found["answerable"].bins[0].n, found["answerable"].bins[0].accuracy) == (1, 0)
    assert (found["de"].n, found["en"].n) == (2, 2)
