from __future__ import annotations

import numpy as np
import pytest

from rag.retrieval.fusion import FEW, fuse, standardise, token_part
from rag.retrieval.weights import FusionWeights


def _array(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


def test_z_scores_by_hand() -> None:
    # mean 4, variance (4 + 0 + 4) / 3, deviation 1.63299
    population = _array(2, 4, 6)
    assert standardise(population, population, population) == pytest.approx([-1.22474, 0.0, 1.22474], abs=1e-4)
    assert standardise(_array(8), population, population) == pytest.approx([2.44949], abs=1e-4)


def test_a_large_language_has_its_own_scale() -> None:
    own = np.tile(_array(9, 11), 50 * FEW)
    background = np.concatenate([own, np.tile(_array(13, 15), 500 * FEW)])
    # mean 10, deviation 1, although the rest of the archive lies around 14
    assert standardise(_array(10, 12), own, background) == pytest.approx([0.0, 2.0], abs=0.01)


def test_a_language_of_few_passages_leans_on_the_archive() -> None:
    # By itself a single passage would have z = 0, however well it fits.
    archive = _array(0, 0, 0, 0, 0, 0, 0, 10)
    assert float(standardise(_array(10), _array(10), archive)[0]) > 1.5
    assert float(standardise(_array(0), _array(0), archive)[0]) < 0.0


def test_half_the_say_at_few_passages() -> None:
    own = np.full(FEW, 10, dtype=np.float32)
    background = np.full(100 * FEW, 0, dtype=np.float32)
    # mean 5, and both halves lie 5 off it
    assert standardise(_array(10, 5, 0), own, background) == pytest.approx([1.0, 0.0, -1.0], abs=1e-5)


def test_equal_scores_give_no_infinities() -> None:
    same = _array(0.3, 0.3, 0.3)
    scores = standardise(same, same, same)
    assert np.isfinite(scores).all()
    assert scores == pytest.approx([0.0, 0.0, 0.0], abs=0.1)


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known weights for German questions and English articles, and the other way round."""
    known = {
        ("de", "en"): FusionWeights(keyword=1, vector=0.5, token=3, token_mean=0.1, token_deviation=0.2),
        ("en", "de"): FusionWeights(keyword=0.5, vector=2, token=0, token_mean=0.1, token_deviation=0.2),
    }
    monkeypatch.setattr("rag.retrieval.fusion.weights_of", lambda question, article: known[question, article])


@pytest.mark.usefixtures("weights")
def test_fusion_by_hand() -> None:
    keyword, vector = _array(1, -1, 0), _array(2, 2, -4)
    assert fuse(keyword, vector, "de", "en").tolist() == [2.0, 0.0, -2.0]
    assert fuse(keyword, vector, "en", "de").tolist() == [4.5, 3.5, -8.0]
    assert fuse(keyword, vector, "de", "en").dtype == np.float32


@pytest.mark.usefixtures("weights")
def test_late_interaction_by_hand() -> None:
    late = _array(0.1, 0.3, 0.0)
    assert token_part(late, "de", "en") == pytest.approx([0.0, 3.0, -1.5], abs=1e-5)
    assert token_part(late, "en", "de").tolist() == [0.0, 0.0, 0.0]
    assert token_part(late, "de", "en").dtype == np.float32
