from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index.cleanup import remove_leftovers
from index.generation import Generation
from index.layout import generation_folder


@pytest.fixture
def data(data: Path, sound_generation: Path) -> Path:
    """Three complete generations: g1, g2 and g3."""
    for name in ("g1", "g2", "g3"):
        shutil.copytree(sound_generation, generation_folder(data, name))
    return data


def names(data: Path) -> list[str]:
    return sorted(path.name for path in (data / "generations").iterdir())


def test_all_but_the_current_generation_are_removed(data: Path) -> None:
    assert remove_leftovers(data, "g2") == ["g1", "g3"]
    assert names(data) == ["g2"]
    Generation(generation_folder(data, "g2")).close()
    assert remove_leftovers(data, "g2") == []


def test_what_a_process_has_open_is_kept_until_it_is_closed(data: Path) -> None:
    reader = Generation(generation_folder(data, "g1"))
    assert remove_leftovers(data, "g3") == ["g2"]
    assert reader.archive.counts()[0] == 20
    assert reader.vectors.count("de") > 0
    reader.close()
    assert remove_leftovers(data, "g3") == ["g1"]


def test_a_half_made_generation_is_removed(data: Path) -> None:
    half = generation_folder(data, "half")
    half.mkdir()
    (half / "archive.sqlite").write_bytes(b"half")
    assert "half" in remove_leftovers(data, "g1")
    assert names(data) == ["g1"]


def test_nothing_is_removed_while_nothing_is_current(data: Path) -> None:
    assert remove_leftovers(data, None) == []
    assert names(data) == ["g1", "g2", "g3"]


def test_nothing_is_removed_when_what_is_current_does_not_exist(data: Path) -> None:
    assert remove_leftovers(data, "lost") == []
    (generation_folder(data, "g1") / "manifest.json").unlink()
    assert remove_leftovers(data, "g1") == []
    assert names(data) == ["g1", "g2", "g3"]


def test_an_empty_data_folder_is_clean(tmp_path: Path) -> None:
    assert remove_leftovers(tmp_path, None) == []
    assert remove_leftovers(tmp_path, "g1") == []
