from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.similarity import similarity
from eval.scoring.embedding import embed
from index.embedding.interface import Vectors

PLANE: dict[str, tuple[float, float]] = {"east": (1, 0), "north": (0, 1), "north-east": (0.6, 0.8), "west": (-1, 0)}
NAMES = st.sampled_from(sorted(PLANE))


def on_a_plane(text: str) -> Vectors:
    return np.array(PLANE[text], dtype=np.float32)


@pytest.mark.parametrize(
    ("prediction", "answers", "expected"),
    [
        ("east", ["east"], 1),
        ("east", ["north"], 0),
        ("east", ["north-east"], 0.6),
        ("north", ["east", "north-east"], 0.8),
        ("east", ["west"], 0),  # opposite is no worse than unrelated
        ("east", [], 0),
    ],
)
def test_hand_computed(prediction: str, answers: list[str], expected: float) -> None:
    assert similarity(prediction, answers, on_a_plane) == pytest.approx(expected, abs=1e-4)


def test_an_empty_prediction_is_not_embedded() -> None:
    assert similarity("  ", ["east"], on_a_plane) == 0


@given(NAMES, st.lists(NAMES, max_size=3))
def test_range_and_order(prediction: str, answers: list[str]) -> None:
    found = similarity(prediction, answers, on_a_plane)
    assert 0 <= found <= 1
    assert similarity(prediction, answers[::-1], on_a_plane) == found
    assert similarity(prediction, [*answers, prediction], on_a_plane) == 1


@pytest.mark.parametrize(
    ("prediction", "near", "far"),
    [
        ("the Russian president", "Russia's president", "60,000 tonnes of diesel"),
        ("der russische Präsident", "the Russian president", "60.000 Tonnen Diesel"),
        ("five hours", "fünf Stunden", "Wladiwostok"),
    ],
)
def test_the_embedded_model_tells_near_from_far_in_both_languages(prediction: str, near: str, far: str) -> None:
    assert similarity(prediction, [near], embed) > similarity(prediction, [far], embed) + 0.2


def test_a_vector_does_not_depend_on_what_was_embedded_before() -> None:
    first = embed("Wladiwostok")
    embed.cache_clear()
    embed("Ein ganz anderer Satz über den Hafen von Husum.")
    assert np.array_equal(embed("Wladiwostok"), first)
