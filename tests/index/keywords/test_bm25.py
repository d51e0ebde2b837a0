from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from index.keywords.analyzer import analyze
from index.keywords.bm25 import KeywordIndex, write_keywords

DOCUMENTS = [["crane", "harbour"], ["crane"], ["bridge", "bridge", "crane", "tram"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_keywords(tmp_path / "keywords", DOCUMENTS)
    return tmp_path / "keywords"


@pytest.fixture
def index(folder: Path) -> KeywordIndex:
    return KeywordIndex(folder, 3)


def by_hand(occurs_in: int, frequency: int, length: int) -> float:
    """Lucene's BM25 of one term in one of three documents of 2, 1 and 4 terms; k1 = 1.2, b = 0.75."""
    rarity = math.log(1 + (3 - occurs_in + 0.5) / (occurs_in + 0.5))
    return rarity * frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * length / (7 / 3)))


def test_scores_are_those_computed_by_hand(index: KeywordIndex) -> None:
    expected = [by_hand(3, 1, 2), by_hand(3, 1, 1), by_hand(3, 1, 4)]
    np.testing.assert_allclose(index.scores(["crane"]), expected, rtol=1e-6)
    np.testing.assert_allclose(index.scores(["bridge"]), [0, 0, by_hand(1, 2, 4)], rtol=1e-6)
    # Spelt out once: ln(1 + 2.5 / 1.5) * 2 / (2 + 1.2 * (0.25 + 0.75 * 4 * 3 / 7)) = 0.980829 * 2 / 3.842857
    assert index.scores(["bridge"])[2] == pytest.approx(0.510469, abs=1e-6)


def test_the_terms_of_a_question_add_up(index: KeywordIndex) -> None:
    together = index.scores(["harbour", "crane", "crane"])
    np.testing.assert_allclose(together, index.scores(["harbour"]) + 2 * index.scores(["crane"]), rtol=1e-6)


def test_unknown_terms_count_for_nothing(index: KeywordIndex) -> None:
    for terms in ([], ["submarine"], [""], [" "]):
        scores = index.scores(terms)
        assert scores.tolist() == [0, 0, 0]
        assert scores.dtype == np.float32
    np.testing.assert_array_equal(index.scores(["submarine", "tram"]), index.scores(["tram"]))


def test_rarity(index: KeywordIndex) -> None:
    assert index.rarity("crane") == pytest.approx(math.log(1 + 0.5 / 3.5))
    assert index.rarity("tram") == pytest.approx(math.log(1 + 2.5 / 1.5))
    assert index.rarity("bridge") == index.rarity("tram")  # how often within a document does not matter
    assert index.rarity("submarine") == pytest.approx(math.log(1 + 3.5 / 0.5))


def test_scores_follow_the_row_order_of_real_passages(tmp_path: Path) -> None:
    passages = ["Der Hafenkran in Husum hebt viel.", "Das Wetter bleibt schön.", "Die Kräne stehen still."]
    write_keywords(tmp_path / "k", [analyze(passage, "de") for passage in passages])
    index = KeywordIndex(tmp_path / "k", 3)
    assert index.scores(analyze("Wetter", "de")).argmax() == 1
    assert index.scores(analyze("Husum", "de")).argmax() == 0
    crane = index.scores(analyze("Kran", "de"))
    assert crane[2] > crane[0] > crane[1]  # the stem; the compound by its end; nothing


def test_passages_without_words_keep_their_rows(tmp_path: Path) -> None:
    write_keywords(tmp_path / "k", [[], ["crane"], []])
    index = KeywordIndex(tmp_path / "k", 3)
    scores = index.scores(["crane"])
    assert scores[1] > 0
    assert scores[[0, 2]].tolist() == [0, 0]


def test_an_archive_without_a_single_word(tmp_path: Path) -> None:
    write_keywords(tmp_path / "k", [[], []])
    index = KeywordIndex(tmp_path / "k", 2)
    assert index.scores(["crane", ""]).tolist() == [0, 0]
    assert index.rarity("crane") == pytest.approx(math.log(1 + 2.5 / 0.5))


def test_another_number_of_rows_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="3 rows, 4 expected"):
        KeywordIndex(folder, 4)


@pytest.mark.parametrize(
    "name", ["data.csc.index", "indices.csc.index", "indptr.csc.index", "terms.hashes", "terms.columns"]
)
@pytest.mark.parametrize("left", [0, 0.5, 0.99])
def test_truncated_files_are_refused(folder: Path, name: str, left: float) -> None:
    file = folder / f"{name}.npy"
    content = file.read_bytes()
    file.write_bytes(content[: int(left * len(content))])
    with pytest.raises((OSError, EOFError, ValueError)):
        KeywordIndex(folder, 3)


@pytest.mark.parametrize("name", ["data.csc", "indices.csc"])
def test_files_of_another_index_are_refused(folder: Path, name: str) -> None:
    np.save(folder / f"{name}.index.npy", np.load(folder / f"{name}.index.npy")[:-1])
    with pytest.raises(ValueError, match="incomplete"):
        KeywordIndex(folder, 3)


@pytest.mark.parametrize("name", ["params.index.json", "terms.hashes.npy", "terms.columns.npy"])
@pytest.mark.parametrize("content", ["", "{", None])
def test_damaged_settings_are_refused(folder: Path, name: str, content: str | None) -> None:
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(content)
    with pytest.raises((OSError, EOFError, ValueError, KeyError, TypeError)):
        KeywordIndex(folder, 3)


def test_the_files_are_plain_numbers_and_json(folder: Path) -> None:
    """Nothing is pickled: opening an index that somebody else made runs no code of theirs."""
    for file in folder.iterdir():
        if file.suffix == ".npy":
            np.load(file, allow_pickle=False)
        else:
            json.loads(file.read_text())
