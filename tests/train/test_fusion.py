from __future__ import annotations

import numpy as np
import pytest

from train.fusion import Table, choose


def _table(useful: str) -> Table:
    """Fifty questions over as many articles of two passages each; one side knows the answers, the others do not."""
    draw = np.random.default_rng(1)
    sides = {name: draw.random((50, 100)).astype(np.float32) for name in ("keyword", "vector", "token")}
    right = np.arange(50)
    sides[useful][right, 2 * right + 1] += 3.0
    return Table(**sides, articles=np.arange(0, 100, 2), right=right)


@pytest.mark.parametrize(("useful", "place"), [("keyword", 0), ("vector", 1), ("token", 2)])
def test_the_side_that_knows_is_trusted(useful: str, place: int) -> None:
    table = _table(useful)
    chosen = choose(table)
    assert table.worth(chosen) > 0.95
    without = tuple(0.0 if index == place else weight for index, weight in enumerate(chosen))
    assert table.worth(without) < 0.3  # type: ignore[arg-type]


def test_an_article_is_as_good_as_its_best_passage() -> None:
    token = np.array([[0.0, 0.9, 0.5, 0.5]], dtype=np.float32)
    none = np.zeros_like(token)
    table = Table(none, none, token, articles=np.array([0, 2]), right=np.array([0]))
    assert table.worth((0.0, 0.0, 1.0)) == 1.0
    other = Table(none, none, token, articles=np.array([0, 2]), right=np.array([1]))
    assert other.worth((0.0, 0.0, 1.0)) == pytest.approx(1 / np.log2(3))


def test_of_equal_choices_keywords_alone_are_taken() -> None:
    table = _table("keyword")
    alone = Table(table.keyword * 100, table.vector, table.token, table.articles, table.right)
    assert choose(alone) == (1.0, 0.0, 0.0)


def test_scaling_sets_the_right_score_and_nothing_else() -> None:
    table = _table("vector")
    scaled = table.scaled((1.0, 2.0, 0.5), 7.0)
    assert np.array(scaled) / scaled[0] == pytest.approx([1.0, 2.0, 0.5], abs=0.01)
    assert table.fused(scaled)[np.arange(50), table.right].mean() == pytest.approx(7.0, rel=0.01)
