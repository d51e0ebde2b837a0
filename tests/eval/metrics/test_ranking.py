from __future__ import annotations

import pytest

from eval.metrics.ranking import Ranking


@pytest.mark.parametrize(("found", "relevant"), [((), 0), ((0, 0), 0), ((1, 1), 1), ((-1, 1), 1)])
def test_a_ranking_that_no_judgement_can_produce_is_refused(found: tuple[int, ...], relevant: int) -> None:
    with pytest.raises(ValueError, match="relevant"):
        Ranking(found, relevant)


def test_an_empty_ranking_is_one() -> None:
    assert Ranking((), 1).found == ()
