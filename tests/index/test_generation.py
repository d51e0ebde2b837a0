from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.errors import DamagedIndexError, IncompatibleIndexError
from index.generation import Generation, check_model, without_readers
from index.layout import ARCHIVE_FILE, COLUMNS_FILE, KEYWORDS_FOLDER, READERS_FILE
from index.store.manifest import MANIFEST_FILE
from index.store.vectors import MATRIX_FILE

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(sound_generation: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound_generation, tmp_path / sound_generation.name))


def held_open(folder: Path) -> list[str]:
    """The files of a folder that this process has open; memory-mapped arrays go with the last reference to them."""
    names = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return sorted(name for name in names if name.startswith(str(folder)) and not name.endswith(".npy"))


def test_all_parts_are_opened_together(sound_generation: Path) -> None:
    generation = Generation(sound_generation)
    assert generation.manifest.generation == sound_generation.name
    assert generation.archive.counts()[0] == generation.manifest.articles == 20
    passages = generation.manifest.passages
    assert len(generation.columns) == len(generation.vectors.matrix) == passages
    assert generation.keywords.scores(["kran"]).shape == (passages,)
    generation.close()


def test_rows_mean_the_same_passage_in_every_part(sound_generation: Path) -> None:
    generation = Generation(sound_generation)
    (row,) = generation.columns.matching("2023-09-05", "2023-09-05")
    stored = generation.archive.passages([int(row)])[0]
    assert stored.article.id == "kran-4"
    assert generation.columns.article_numbers(np.array([row])).tolist() == [
        generation.archive.article_ids().index("kran-4")
    ]
    assert generation.vectors.nearest(generation.vectors.matrix[row], "de", 1).tolist() == [row]
    assert row in np.flatnonzero(generation.keywords.scores(["=kran"]))
    generation.close()


def test_another_model_is_refused_with_the_remedy(sound_generation: Path) -> None:
    generation = Generation(sound_generation)
    manifest = generation.manifest
    generation.close()
    check_model(manifest, "hashing", manifest.fingerprint)
    with pytest.raises(IncompatibleIndexError, match=f"embedded with hashing .*{manifest.fingerprint}") as refusal:
        check_model(manifest, "my-model", "ffff000011112222")
    assert "the model in use is my-model (ffff000011112222)" in str(refusal.value)
    assert refusal.value.remedy == "Embed the archive anew: fundstelle index --rebuild"


def test_the_name_of_a_model_may_change_while_its_vectors_do_not(sound_generation: Path) -> None:
    generation = Generation(sound_generation)
    check_model(generation.manifest, "renamed", generation.manifest.fingerprint)
    generation.close()


def halve(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [halve, empty, Path.unlink])
@pytest.mark.parametrize(
    "part",
    [
        MANIFEST_FILE,
        COLUMNS_FILE,
        MATRIX_FILE,
        f"{KEYWORDS_FOLDER}/data.csc.index.npy",
        f"{KEYWORDS_FOLDER}/params.index.json",
        f"{KEYWORDS_FOLDER}/terms.hashes.npy",
    ],
)
def test_a_damaged_part_is_told_with_a_remedy_and_nothing_stays_open(
    folder: Path, part: str, damage: Callable[[Path], None]
) -> None:
    damage(folder / part)
    with pytest.raises(DamagedIndexError, match=folder.name) as refusal:
        Generation(folder)
    assert "fundstelle index" in refusal.value.remedy
    assert held_open(folder) == []


@pytest.mark.parametrize("damage", [empty, Path.unlink])
def test_a_missing_archive_is_told(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(folder / ARCHIVE_FILE)
    with pytest.raises(DamagedIndexError, match="damaged"):
        Generation(folder)


def test_a_folder_without_the_readers_file_is_incomplete(folder: Path) -> None:
    (folder / READERS_FILE).unlink()
    with pytest.raises(DamagedIndexError, match="incomplete"):
        Generation(folder)


def test_closing_releases_every_file(folder: Path) -> None:
    generation = Generation(folder)
    generation.vectors.count("de")
    assert {Path(name).name for name in held_open(folder)} >= {ARCHIVE_FILE, READERS_FILE, "chroma.sqlite3"}
    generation.close()
    # Chroma's engine lets go of its files in a thread of its own, a moment after it was told to.
    deadline = time.monotonic() + 30
    while held_open(folder) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert held_open(folder) == []
    generation.close()  # a second time does no harm


def test_an_open_generation_is_in_use(folder: Path) -> None:
    first, second = Generation(folder), Generation(folder)
    for generation in (first, second):
        with without_readers(folder) as unused:
            assert not unused
        generation.close()
    with without_readers(folder) as unused:
        assert unused


def test_a_generation_that_another_process_has_open_is_in_use_until_it_dies(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.generation import Generation;"
        "g = Generation(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(folder)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"open\n"
        with without_readers(folder) as unused:
            assert not unused
        reader.kill()
        reader.wait()
        with without_readers(folder) as unused:
            assert unused


def test_a_reader_that_comes_while_a_generation_is_deleted_does_not_open_half_of_it(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.errors import DamagedIndexError;"
        "from index.generation import Generation; from index.store.manifest import read_manifest\n"
        "import index.generation\n"
        "original = index.generation._announce_reader\n"
        "def announce(folder):\n"
        "    print('coming', flush=True)\n"
        "    return original(folder)\n"
        "index.generation._announce_reader = announce\n"
        "try:\n"
        "    Generation(Path(sys.argv[1]))\n"
        "    print('opened')\n"
        "except DamagedIndexError:\n"
        "    print('gone')\n"
    )
    with without_readers(folder) as unused:
        assert unused
        reader = subprocess.Popen(
            [sys.executable, "-c", code, str(folder)], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
        )
        assert reader.stdout is not None
        assert reader.stdout.readline() == "coming\n"
        shutil.rmtree(folder)
    assert reader.communicate(timeout=60)[0] == "gone\n"
