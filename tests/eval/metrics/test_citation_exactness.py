from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.metrics.citation_exactness import citation_exactness, is_exact
from rag.models import Answer, Citation

TEXTS = {"a": "Kim reist 🚂 nach Osten. Putin wartet."}


def citation(start: int, end: int, quote: str, article_id: str = "a") -> Citation:
    return Citation(n=1, article_id=article_id, title="t", language="de", quote=quote, start=start, end=end)


def stored(shown: Citation) -> str | None:
    text = TEXTS.get(shown.article_id)
    return None if text is None else text[shown.start : shown.end]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (citation(0, 3, "Kim"), True),
        (citation(10, 11, "🚂"), True),  # one code point, not two UTF-16 units
        (citation(12, 16, "nach"), True),
        (citation(13, 17, "nach"), False),  # UTF-16 offsets
        (citation(0, 4, "Kim"), False),
        (citation(1, 4, "Kim"), False),
        (citation(0, 3, "kim"), False),
        (citation(5, 5, ""), False),
        (citation(0, 3, "Kim", "unknown"), False),
        (citation(30, 99, TEXTS["a"][30:]), True),
    ],
)
def test_hand_made(shown: Citation, expected: bool) -> None:
    assert is_exact(shown, stored(shown)) is expected


def test_share_over_citations_and_nearest(answer: Callable[..., Answer]) -> None:
    shown = answer("?", citation(0, 3, "Kim"), citation(0, 3, "Kin"), citation(12, 16, "nach"))
    shown = shown.model_copy(update={"nearest": [citation(1, 3, "Kim")]})
    assert citation_exactness(shown, [stored(c) for c in (*shown.citations, *shown.nearest)]) == 0.5


def test_without_citations_an_answer_scores_zero_and_a_refusal_nothing(
    answer: Callable[..., Answer], refuse: Callable[..., Answer]
) -> None:
    assert citation_exactness(answer("?"), []) == 0
    assert citation_exactness(refuse("?"), []) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the fixture is a plain function
@given(text=st.text(min_size=1), data=st.data())
def test_a_slice_is_exact_and_order_does_not_matter(
    answer: Callable[..., Answer], text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    good, bad = citation(start, end, text[start:end]), citation(start, end, text[start:end] + "x")
    held = text[start:end]
    assert citation_exactness(answer("?", good), [held]) == 1
    assert citation_exactness(answer("?", good, bad), [held, held]) == 0.5
    assert citation_exactness(answer("?", bad, good), [held, held]) == 0.5
