from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.errors import DamagedIndexError
from index.layout import ARCHIVE_FILE, COLUMNS_FILE, KEYWORDS_FOLDER
from index.store.chroma import close_client, get_collection, open_client
from index.store.manifest import MANIFEST_FILE
from index.store.vectors import CHROMA_FOLDER, MATRIX_FILE
from index.verify import main, verify, verify_in_subprocess


@pytest.fixture
def folder(sound_generation: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound_generation, tmp_path / sound_generation.name))


def in_archive(statement: str) -> Callable[[Path], None]:
    def tamper(folder: Path) -> None:
        connection = sqlite3.connect(folder / ARCHIVE_FILE)
        with connection:
            connection.execute(statement)
        connection.close()

    return tamper


def in_manifest(field: str) -> Callable[[Path], None]:
    def tamper(folder: Path) -> None:
        manifest = json.loads((folder / MANIFEST_FILE).read_text())
        manifest[field] += 1
        (folder / MANIFEST_FILE).write_text(json.dumps(manifest))

    return tamper


def in_matrix(change: Callable[[np.ndarray], np.ndarray]) -> Callable[[Path], None]:
    def tamper(folder: Path) -> None:
        np.save(folder / MATRIX_FILE, change(np.load(folder / MATRIX_FILE)))

    return tamper


def with_first_row(value: float) -> Callable[[np.ndarray], np.ndarray]:
    def change(matrix: np.ndarray) -> np.ndarray:
        matrix[0] = value
        return matrix

    return change


def delete_a_vector(folder: Path) -> None:
    client = open_client(folder / CHROMA_FOLDER)
    collection = get_collection(client, "de")
    collection.delete(ids=collection.get()["ids"][:1])
    close_client(client)


def add_a_foreign_vector(folder: Path) -> None:
    """The count is right, but a row has gone and one that does not exist has come."""
    client = open_client(folder / CHROMA_FOLDER)
    collection = get_collection(client, "de")
    gone = collection.get()["ids"][0]
    vector = np.load(folder / MATRIX_FILE)[int(gone)]
    collection.delete(ids=[gone])
    collection.add(ids=["999"], embeddings=vector[np.newaxis])
    close_client(client)


def drop_a_collection(folder: Path) -> None:
    client = open_client(folder / CHROMA_FOLDER)
    client.delete_collection("passages-en")
    close_client(client)


def scramble_half_of_the_archive(folder: Path) -> None:
    content = bytearray((folder / ARCHIVE_FILE).read_bytes())
    content[len(content) // 2 :] = b"\xa5" * (len(content) - len(content) // 2)
    (folder / ARCHIVE_FILE).write_bytes(content)


def halve(name: str) -> Callable[[Path], None]:
    def tamper(folder: Path) -> None:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: len(content) // 2])

    return tamper


def lose_a_filter_record(folder: Path) -> None:
    np.save(folder / COLUMNS_FILE, np.load(folder / COLUMNS_FILE)[:-1])


def in_clusters(*numbers: int) -> Callable[[Path], None]:
    def tamper(folder: Path) -> None:
        records = np.load(folder / COLUMNS_FILE)
        records["cluster"][: len(numbers)] = numbers
        np.save(folder / COLUMNS_FILE, records)

    return tamper


def join_two_languages(folder: Path) -> None:
    records = np.load(folder / COLUMNS_FILE)
    records["cluster"] = -1
    for language in (0, 1):
        records["cluster"][np.flatnonzero(records["language"] == language)[:1]] = 0
    np.save(folder / COLUMNS_FILE, records)


TAMPERED: dict[str, tuple[Callable[[Path], None], str]] = {
    "a vector deleted": (delete_a_vector, "vectors in Chroma"),
    "a vector under another row": (add_a_foreign_vector, "lost or doubled"),
    "a language's vectors lost": (drop_a_collection, "passages-en"),
    "Chroma lost": (lambda folder: shutil.rmtree(folder / CHROMA_FOLDER), "missing"),
    "matrix truncated": (halve(MATRIX_FILE), "damaged"),
    "matrix a row short": (in_matrix(lambda matrix: matrix[:-1]), "vectors in the matrix"),
    "matrix narrower": (in_matrix(lambda matrix: matrix[:, :-1]), "numbers in a vector"),
    "matrix reversed": (in_matrix(lambda matrix: matrix[::-1].copy()), "recall"),
    "a vector too long": (in_matrix(with_first_row(1.0)), "row 0 is no unit vector"),
    "a vector without numbers": (in_matrix(with_first_row(np.nan)), "row 0 is no unit vector"),
    "archive scrambled": (scramble_half_of_the_archive, "damage"),
    "archive truncated": (halve(ARCHIVE_FILE), "damage"),
    "an article deleted": (in_archive("DELETE FROM articles WHERE row = 3"), "articles in the archive"),
    "a passage deleted": (in_archive("DELETE FROM passages WHERE row = 3"), "passages in the archive"),
    "a sentence deleted": (in_archive("DELETE FROM sentences WHERE article = 3 AND position = 0"), "sentences in the"),
    "a span moved out": (in_archive("UPDATE passages SET end = 100000 WHERE row = 3"), "1 spans do not lie"),
    "a text shortened": (in_archive("UPDATE articles SET text = substr(text, 2) WHERE row = 3"), "spans do not lie"),
    "keywords truncated": (halve(f"{KEYWORDS_FOLDER}/indices.csc.index.npy"), "damaged"),
    "keywords lost": (lambda folder: shutil.rmtree(folder / KEYWORDS_FOLDER), "damaged"),
    "filters truncated": (halve(COLUMNS_FILE), "damaged"),
    "a filter record lost": (lose_a_filter_record, "filter records"),
    "a cluster of one": (in_clusters(0), "cluster 0 has one passage only"),
    "a cluster that cannot be": (in_clusters(-2), "impossible cluster"),
    "a cluster in two languages": (join_two_languages, "in two languages"),
    "manifest truncated": (halve(MANIFEST_FILE), "no readable manifest"),
    "an article too many announced": (in_manifest("articles"), "articles in the archive"),
    "a passage too many announced": (in_manifest("passages"), "rows"),
    "a sentence too many announced": (in_manifest("sentences"), "sentences in the archive"),
}


def test_a_sound_generation_passes(folder: Path) -> None:
    verify(folder)
    verify_in_subprocess(folder)


@pytest.mark.parametrize("name", TAMPERED)
def test_a_tampered_generation_fails(folder: Path, name: str) -> None:
    tamper, reason = TAMPERED[name]
    tamper(folder)
    with pytest.raises(DamagedIndexError, match=reason):
        verify(folder)


def test_a_failure_in_the_other_process_is_told_with_a_remedy(folder: Path) -> None:
    delete_a_vector(folder)
    with pytest.raises(DamagedIndexError, match=r"did not pass its check.*vectors in Chroma") as failure:
        verify_in_subprocess(folder)
    assert failure.value.remedy.startswith("The index in use is untouched.")


def test_a_folder_that_is_no_generation_fails_in_the_other_process(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndexError, match="no readable manifest"):
        verify_in_subprocess(tmp_path)


def test_a_check_that_hangs_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.verify.PATIENCE", 0.05)
    with pytest.raises(DamagedIndexError, match="did not end within"):
        verify_in_subprocess(folder)


def test_the_other_process_runs_no_code_from_where_the_user_stands(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    for name in ("json.py", "sqlite3.py", "numpy.py", "index.py"):
        (trap / name).write_text("raise SystemExit('this is not ours')\n")
    monkeypatch.chdir(trap)
    verify_in_subprocess(folder)


def test_the_command_line_says_what_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert capsys.readouterr().err == ""
    halve(MATRIX_FILE)(folder)
    assert main([str(folder)]) == 1
    assert folder.name in capsys.readouterr().err
