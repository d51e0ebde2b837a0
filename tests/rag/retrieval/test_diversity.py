from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rag.retrieval.diversity import DISCOUNT, FREE, spread

CANDIDATES = st.lists(st.tuples(st.integers(0, 4), st.integers(-20, 20)), max_size=40)


def _spread(scores: list[float], articles: list[int]) -> list[float]:
    lowered = spread(np.array(scores, dtype=np.float32), np.array(articles, dtype=np.int32))
    return [float(score) for score in lowered]


def test_the_fourth_passage_of_an_article_and_those_after_it_are_lowered() -> None:
    scores = [9.0, 8.0, 7.0, 6.0, 5.0]
    assert _spread(scores, [3] * 5) == [9.0, 8.0, 7.0, 6.0 - DISCOUNT, 5.0 - 2 * DISCOUNT]
    assert _spread(scores[::-1], [3] * 5) == [5.0 - 2 * DISCOUNT, 6.0 - DISCOUNT, 7.0, 8.0, 9.0]


def test_another_article_comes_before_the_flood() -> None:
    scores = [9.0, 8.9, 8.8, 8.7, 8.6, 8.0]
    order = np.argsort([-score for score in _spread(scores, [0, 0, 0, 0, 0, 1])], kind="stable").tolist()
    assert order == [0, 1, 2, 5, 3, 4]


def test_one_relevant_article_stays_before_much_worse_ones() -> None:
    lowered = _spread([9.0, 8.9, 8.8, 8.7, 1.0], [0, 0, 0, 0, 1])
    assert min(lowered[:4]) > lowered[4]


def test_nothing_to_spread() -> None:
    assert _spread([], []) == []


@given(CANDIDATES)
def test_the_order_within_an_article_is_kept_and_nothing_rises(candidates: list[tuple[int, int]]) -> None:
    articles, scores = [article for article, _ in candidates], [float(score) for _, score in candidates]
    lowered = _spread(scores, articles)
    assert len(lowered) == len(scores)
    for article in set(articles):
        own = sorted((s, low) for a, s, low in zip(articles, scores, lowered, strict=True) if a == article)[::-1]
        assert [low for s, low in own[:FREE]] == [s for s, _ in own[:FREE]]
        assert all(low < s for s, low in own[FREE:])
        assert [low for _, low in own] == sorted((low for _, low in own), reverse=True)
