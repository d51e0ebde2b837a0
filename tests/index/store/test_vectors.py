from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding.interface import Vectors
from index.errors import DamagedIndexError
from index.models import Language
from index.store.vectors import BATCH, CHROMA_FOLDER, MATRIX_FILE, ROWS_AT_ONCE, VectorIndex, write_vectors

REPOSITORY = Path(__file__).resolve().parents[3]


def unit_vectors(count: int, dimension: int = 32, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def write(folder: Path, vectors: Vectors, languages: list[Language]) -> list[int]:
    written: list[int] = []
    write_vectors(folder, vectors, languages, written.append)
    return written


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """German and English in turns of three: rows 0, 3, 6, … are English."""
    folder = tmp_path_factory.mktemp("mixed")
    write(folder, unit_vectors(900), ["en" if row % 3 == 0 else "de" for row in range(900)])
    return folder


def test_a_collection_a_language_with_rows_as_ids(mixed: Path) -> None:
    index = VectorIndex(mixed)
    assert (index.count("de"), index.count("en")) == (600, 300)
    german = index.nearest(index.matrix[0], "de", 600)
    english = index.nearest(index.matrix[0], "en", 300)
    assert sorted(german.tolist()) == [row for row in range(900) if row % 3]
    assert sorted(english.tolist()) == list(range(0, 900, 3))
    assert english[0] == 0
    index.close()


def test_the_matrix_holds_what_was_written(mixed: Path) -> None:
    index = VectorIndex(mixed)
    np.testing.assert_array_equal(index.matrix, unit_vectors(900))
    assert not index.matrix.flags.writeable


def test_recall_against_exact_search(mixed: Path) -> None:
    index = VectorIndex(mixed)
    english = np.arange(0, 900, 3)
    found = 0
    for question in unit_vectors(100, seed=1):
        exact = index.nearest_among(question, english, 10)
        near = index.nearest(question, "en", 10)
        assert len(set(near.tolist())) == 10
        found += len(np.intersect1d(exact, near))
    index.close()
    assert found / 1000 >= 0.99


def test_recall_on_an_archive_larger_than_a_batch(tmp_path: Path) -> None:
    """Clustered vectors, as those of passages are, more than are written or synchronised at once."""
    centres = unit_vectors(60, seed=2)
    vectors = np.repeat(centres, 50, axis=0) + 0.5 * unit_vectors(3000, seed=3)
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    assert write(tmp_path, vectors, ["de"] * 3000) == [BATCH, 3000 - BATCH]
    index = VectorIndex(tmp_path)
    assert index.count("de") == 3000
    everything = np.arange(3000)
    recalls = []
    for question in vectors[::30]:
        exact = index.nearest_among(question, everything, 10)
        recalls.append(len(np.intersect1d(exact, index.nearest(question, "de", 10))) / 10)
    index.close()
    assert np.mean(recalls) >= 0.98


def test_nearest_comes_in_the_order_of_the_scores(mixed: Path) -> None:
    index = VectorIndex(mixed)
    question = unit_vectors(1, seed=4)[0]
    near = index.nearest(question, "de", 50)
    scores = index.scores(question, near)
    assert (np.diff(scores) <= 1e-6).all()
    index.close()


@pytest.mark.parametrize("rows", [0, 1, ROWS_AT_ONCE, 2 * ROWS_AT_ONCE + 1])
def test_scores_are_cosines_however_many_rows(tmp_path: Path, rows: int) -> None:
    np.save(tmp_path / MATRIX_FILE, unit_vectors(1500, seed=5))
    index = VectorIndex(tmp_path)
    question, chosen = unit_vectors(1, seed=6)[0], np.random.default_rng(7).permutation(1500)[:rows]
    scores = index.scores(question, chosen)
    assert scores.dtype == np.float32
    np.testing.assert_allclose(scores, unit_vectors(1500, seed=5)[chosen] @ question, atol=1e-6)


def test_exact_search_among_some_rows_breaks_ties_by_row(tmp_path: Path) -> None:
    vectors = np.array([[1, 0], [0, 1], [1, 0], [0.6, 0.8]], dtype=np.float32)
    write(tmp_path, vectors, ["de"] * 4)
    index = VectorIndex(tmp_path)
    question = np.array([1, 0], dtype=np.float32)
    assert index.nearest_among(question, np.array([1, 2, 3]), 2).tolist() == [2, 3]
    assert index.nearest_among(question, np.arange(4), 9).tolist() == [0, 2, 3, 1]
    np.testing.assert_allclose(index.scores(question, np.array([3, 0])), [0.6, 1.0], rtol=1e-6)


def test_equal_vectors_are_all_found(tmp_path: Path) -> None:
    write(tmp_path, np.tile(unit_vectors(1), (500, 1)), ["de"] * 500)
    index = VectorIndex(tmp_path)
    assert len(set(index.nearest(unit_vectors(1)[0], "de", 100).tolist())) == 100
    index.close()


def test_asking_for_more_than_there_are(tmp_path: Path) -> None:
    write(tmp_path, unit_vectors(3), ["en"] * 3)
    index = VectorIndex(tmp_path)
    assert sorted(index.nearest(unit_vectors(3)[1], "en", 100).tolist()) == [0, 1, 2]
    index.close()


def test_a_language_without_passages_is_an_error_and_not_an_empty_list(tmp_path: Path) -> None:
    write(tmp_path, unit_vectors(3), ["de"] * 3)
    index = VectorIndex(tmp_path)
    with pytest.raises(DamagedIndexError, match="passages-en"):
        index.nearest(unit_vectors(1)[0], "en", 1)
    with pytest.raises(DamagedIndexError, match="passages-en"):
        index.count("en")
    assert index.count("de") == 3
    index.close()


@pytest.mark.parametrize("rows", [2, 30, 1000, 1001])
def test_a_reader_changes_nothing_but_chromas_note_that_it_came(tmp_path: Path, rows: int) -> None:
    """Chroma adds a row to its table of migrations; a graph written anew by each reader would be no generation."""
    write(tmp_path, unit_vectors(rows), ["de"] * rows)
    before = contents(tmp_path)
    code = (
        "import sys; from pathlib import Path; from index.store.vectors import VectorIndex;"
        "index = VectorIndex(Path(sys.argv[1])); print(index.nearest(index.matrix[1], 'de', 1)[0]); index.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout == "1\n"
    after = contents(tmp_path)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} <= {f"{CHROMA_FOLDER}/chroma.sqlite3"}


def test_two_readers_in_one_process_do_not_close_each_other(mixed: Path) -> None:
    first, second = VectorIndex(mixed), VectorIndex(mixed)
    assert first.count("de") == second.count("de") == 600
    first.close()
    assert second.nearest(second.matrix[5], "de", 1).tolist() == [5]
    second.close()
    assert first.count("en") == 300  # opens again
    first.close()


def test_a_copy_of_a_generation_is_read_where_it_lies(mixed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "Kopie #1 100% ü"
    shutil.copytree(mixed, copy)
    index = VectorIndex(copy)
    assert index.nearest(index.matrix[4], "de", 1).tolist() == [4]
    index.close()


def test_a_missing_chroma_folder_is_an_error_and_not_made_anew(mixed: Path, tmp_path: Path) -> None:
    shutil.copy(mixed / MATRIX_FILE, tmp_path)
    index = VectorIndex(tmp_path)
    with pytest.raises(DamagedIndexError, match="missing") as damage:
        index.count("de")
    assert "fundstelle index --rebuild" in damage.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == [MATRIX_FILE]


@pytest.mark.parametrize("content", [b"", b"no database" * 1000])
def test_a_damaged_database_is_an_error_with_a_remedy(mixed: Path, tmp_path: Path, content: bytes) -> None:
    shutil.copytree(mixed, tmp_path / "copy")
    (tmp_path / "copy" / CHROMA_FOLDER / "chroma.sqlite3").write_bytes(content)
    index = VectorIndex(tmp_path / "copy")
    with pytest.raises(DamagedIndexError, match="Chroma") as damage:
        index.count("de")
    assert "fundstelle index --rebuild" in damage.value.remedy
    index.close()


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY\x01\x00garbage", None])
def test_a_damaged_matrix_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / MATRIX_FILE).write_bytes(content)
    with pytest.raises((OSError, ValueError, EOFError)):
        VectorIndex(tmp_path)
