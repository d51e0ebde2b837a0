"""The shipped lexicon, and what happens when its files are damaged."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from index.embedding.default import MODELS
from index.errors import ModelError
from index.keywords.translation import LEXICON, SHARES_FILE, STARTS_FILE, STEMS_FILE, TARGETS_FILE, Translations
from index.models import Language

SHIPPED = MODELS / LEXICON


@pytest.fixture(scope="module")
def shipped() -> Translations:
    return Translations(SHIPPED)


@pytest.mark.parametrize(
    ("word", "source", "translation"),
    [
        ("brücken", "de", "bridg"),
        ("krankenhaus", "de", "hospit"),
        ("bürgermeister", "de", "mayor"),
        ("krieg", "de", "war"),
        ("flughafens", "de", "airport"),
        ("moskau", "de", "moscow"),
        ("bridges", "en", "bruck"),
        ("hospital", "en", "krankenhaus"),
        ("war", "en", "krieg"),
        ("weapons", "en", "waff"),
    ],
)
def test_the_likeliest_translation_is_right(
    shipped: Translations, word: str, source: Language, translation: str
) -> None:
    assert shipped.of(word, source)[0][0] == translation


def test_an_election_is_among_the_translations_of_wahl(shipped: Translations) -> None:
    assert "elect" in dict(shipped.of("wahl", "de"))
    assert "wahl" in dict(shipped.of("election", "en"))


def test_an_unknown_compound_is_translated_by_its_halves(shipped: Translations) -> None:
    found = dict(shipped.of("krankenhausbrücke", "de"))
    assert {"hospit", "bridg"} <= found.keys()
    assert sum(found.values()) == pytest.approx(1.0, abs=0.03)


def test_of_an_unknown_word_nothing_is_known(shipped: Translations) -> None:
    assert shipped.of("xqzzvw", "de") == shipped.of("xqzzvw", "en") == shipped.of("", "de") == []


def test_probabilities_add_up_and_fall(shipped: Translations) -> None:
    words: list[tuple[str, Language]] = [("feuer", "de"), ("attack", "en"), ("präsident", "de")]
    for word, source in words:
        chances = [chance for _, chance in shipped.of(word, source)]
        assert sum(chances) == pytest.approx(1.0, abs=0.02)
        assert chances == sorted(chances, reverse=True)


def test_the_files_are_small_and_load_at_once() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 10_000_000
    spent = []
    for _ in range(5):
        started = time.process_time()
        Translations(SHIPPED).of("wahl", "de")
        spent.append(time.process_time() - started)
    assert min(spent) < 0.05


@pytest.mark.parametrize("name", [STEMS_FILE, STARTS_FILE, TARGETS_FILE, SHARES_FILE])
def test_a_damaged_lexicon_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(SHIPPED, folder)
    path = folder / name.format("de")
    if path.suffix == ".npy":
        np.save(path, np.load(path)[:-1])
    else:
        path.write_bytes(path.read_bytes() + b"\nzzz")
    with pytest.raises(ModelError, match="Reinstall"):
        Translations(folder)
    path.unlink()
    with pytest.raises(ModelError, match="lexicon"):
        Translations(folder)
