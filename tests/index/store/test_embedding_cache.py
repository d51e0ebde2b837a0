from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from index.embedding.interface import Vectors
from index.store.embedding_cache import KEEP_FACTOR, LOOKUP_BATCH, EmbeddingCache, text_key


def vectors(count: int, seed: int = 0) -> Vectors:
    return np.random.default_rng(seed).normal(size=(count, 5)).astype(np.float32)


def keys(count: int, prefix: str = "t") -> list[str]:
    return [text_key(f"{prefix}{number}") for number in range(count)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "embeddings.sqlite"


def test_a_key_is_the_texts_sha256() -> None:
    assert text_key("Straße") == hashlib.sha256("Straße".encode()).hexdigest()
    assert text_key("Straße") != text_key("Strasse")


def test_hits_and_misses(path: Path) -> None:
    stored = vectors(3)
    with EmbeddingCache(path, "m") as cache:
        assert cache.lookup(keys(3)) == {}
        cache.store(keys(3), stored)
        found = cache.lookup([*keys(2), text_key("never seen")])
    assert list(found) == keys(2)
    for row, key in enumerate(keys(2)):
        assert found[key].dtype == np.float32
        np.testing.assert_array_equal(found[key], stored[row])


def test_what_was_stored_outlives_a_writer_that_never_closed(path: Path) -> None:
    killed = EmbeddingCache(path, "m")
    killed.store(keys(4), vectors(4))
    with EmbeddingCache(path, "m") as cache:
        assert cache.lookup(keys(5)).keys() == set(keys(4))
    killed.__exit__(None, None, None)


def test_models_are_kept_apart(path: Path) -> None:
    with EmbeddingCache(path, "one") as cache:
        cache.store(keys(1), vectors(1, seed=1))
    with EmbeddingCache(path, "two") as cache:
        assert cache.lookup(keys(1)) == {}
        cache.store(keys(1), vectors(1, seed=2))
    with EmbeddingCache(path, "one") as cache:
        np.testing.assert_array_equal(cache.lookup(keys(1))[keys(1)[0]], vectors(1, seed=1)[0])


def test_storing_again_replaces(path: Path) -> None:
    with EmbeddingCache(path, "m") as cache:
        cache.store(keys(1), vectors(1, seed=1))
        cache.store(keys(1), vectors(1, seed=2))
        np.testing.assert_array_equal(cache.lookup(keys(1))[keys(1)[0]], vectors(1, seed=2)[0])


def test_more_keys_than_fit_into_one_query(path: Path) -> None:
    many = 2 * LOOKUP_BATCH + 1
    with EmbeddingCache(path, "m") as cache:
        cache.store(keys(many), vectors(many))
        assert cache.lookup(keys(many)).keys() == set(keys(many))


def test_a_vector_too_few_is_an_error_and_stores_nothing(path: Path) -> None:
    with EmbeddingCache(path, "m") as cache:
        with pytest.raises(ValueError, match="zip"):
            cache.store(keys(3), vectors(2))
        assert cache.lookup(keys(3)) == {}


def test_nothing_is_forgotten_while_most_is_in_use(path: Path) -> None:
    with EmbeddingCache(path, "m") as cache:
        cache.store(keys(10 * KEEP_FACTOR), vectors(10 * KEEP_FACTOR))
        assert cache.prune(keys(10)) == 0
        assert len(cache.lookup(keys(10 * KEEP_FACTOR))) == 10 * KEEP_FACTOR


def test_what_is_not_in_use_is_forgotten_once_it_is_most(path: Path) -> None:
    with EmbeddingCache(path, "other") as cache:
        cache.store(keys(5), vectors(5))
    many = 10 * KEEP_FACTOR
    with EmbeddingCache(path, "m") as cache:
        cache.store(keys(many), vectors(many))
        assert cache.prune(keys(10)) == many - 10 + 5
        assert cache.lookup(keys(many)).keys() == set(keys(10))
        assert cache.prune(keys(10)) == 0
    with EmbeddingCache(path, "other") as cache:
        assert cache.lookup(keys(5)) == {}


@pytest.mark.parametrize("damage", ["garbage", "truncated", "overwritten"])
def test_a_damaged_file_is_replaced_with_a_warning(path: Path, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    with EmbeddingCache(path, "m") as cache:
        cache.store(keys(200), vectors(200))
    content = path.read_bytes()
    damaged = {
        "garbage": b"This is no database. " * 100,
        "truncated": content[: len(content) // 2],
        "overwritten": content[:4096] + b"\xa5" * (len(content) - 4096),
    }
    path.write_bytes(damaged[damage])
    with EmbeddingCache(path, "m") as cache:
        assert cache.lookup(keys(200)) == {}
        cache.store(keys(1), vectors(1))
        assert len(cache.lookup(keys(1))) == 1
    assert "the embedding cache is damaged" in caplog.text


def test_a_file_that_cannot_be_opened_is_not_taken_for_damage(path: Path) -> None:
    path.mkdir()
    with pytest.raises(sqlite3.OperationalError):
        EmbeddingCache(path, "m")
    assert path.is_dir()
