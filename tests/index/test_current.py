from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.build import build_index
from index.current import CurrentGeneration
from index.embedding import fingerprint_of
from index.errors import DamagedIndexError, IncompatibleIndexError, NoIndexError
from index.generation import Generation, without_readers
from index.layout import POINTER_FILE, current_generation, generation_folder, switch_to

if TYPE_CHECKING:
    from tests.index.conftest import HashingEmbedder

pytestmark = pytest.mark.usefixtures("verify_here")


def write(source: Path, *names: str) -> None:
    for path in source.iterdir():
        path.unlink()
    for name in names:
        (source / f"{name}.txt").write_text(f"Der Kran {name} hebt viel. Er steht in Halle {name}.")


@pytest.fixture
def indexed(data: Path, source: Path, hashing: HashingEmbedder) -> Path:
    """A data folder whose generation holds the articles a and b."""
    write(source, "a", "b")
    build_index(data, [source], hashing)
    return data


@pytest.fixture
def current(indexed: Path, hashing: HashingEmbedder) -> CurrentGeneration:
    return CurrentGeneration(indexed, hashing.model_name, fingerprint_of(hashing))


def in_use(data: Path, generation: str) -> bool:
    with without_readers(generation_folder(data, generation)) as unused:
        return not unused


def name_of(data: Path) -> str:
    name = current_generation(data)
    assert name is not None
    return name


def test_nothing_indexed_is_an_error_with_the_first_step(data: Path) -> None:
    with pytest.raises(NoIndexError, match="no index in") as nothing, CurrentGeneration(data, "m", "f").use():
        pass
    assert nothing.value.remedy == "Index some articles first: fundstelle index PATH"


def test_the_same_generation_is_opened_once(current: CurrentGeneration) -> None:
    with current.use() as first, current.use() as second:
        assert first is second
    with current.use() as third:
        assert third is first
    current.close()


def test_a_new_generation_is_seen_without_reopening(
    current: CurrentGeneration, indexed: Path, source: Path, hashing: HashingEmbedder
) -> None:
    with current.use() as generation:
        assert generation.archive.article_ids() == ["a", "b"]
    write(source, "b", "c")
    report = build_index(indexed, [source], hashing)
    with current.use() as generation:
        assert generation.manifest.generation == report.generation
        assert generation.archive.article_ids() == ["b", "c"]
    current.close()


def test_who_is_reading_keeps_the_old_generation_whole_and_then_it_is_closed(
    current: CurrentGeneration, indexed: Path, source: Path, hashing: HashingEmbedder
) -> None:
    old_name = name_of(indexed)
    with current.use() as old:
        write(source, "c")
        build_index(indexed, [source], hashing)
        with current.use() as new:
            assert new.archive.article_ids() == ["c"]
        assert in_use(indexed, old_name)
        assert old.archive.article_ids() == ["a", "b"]
        assert old.vectors.count("de") == old.manifest.passages
        assert len(old.archive.passages(range(old.manifest.passages))) == old.manifest.passages
    assert not in_use(indexed, old_name)
    assert in_use(indexed, name_of(indexed))
    current.close()
    assert not in_use(indexed, name_of(indexed))


def test_an_old_generation_is_closed_when_nobody_is_reading_it(current: CurrentGeneration, indexed: Path) -> None:
    old_name = name_of(indexed)
    with current.use():
        pass
    shutil.copytree(generation_folder(indexed, old_name), generation_folder(indexed, "copy"))
    manifest = generation_folder(indexed, "copy") / "manifest.json"
    manifest.write_text(manifest.read_text().replace(old_name, "copy"))
    switch_to(indexed, "copy")
    assert in_use(indexed, old_name)  # nobody has asked since
    with current.use() as generation:
        assert generation.manifest.generation == "copy"
        assert not in_use(indexed, old_name)
    current.close()


def test_closing_waits_for_who_is_reading(current: CurrentGeneration, indexed: Path) -> None:
    with current.use() as generation:
        current.close()
        assert generation.archive.counts()[0] == 2
        assert in_use(indexed, name_of(indexed))
    assert not in_use(indexed, name_of(indexed))


def test_a_use_after_closing_opens_again(current: CurrentGeneration) -> None:
    current.close()
    current.close()
    with current.use() as generation:
        assert generation.archive.counts()[0] == 2
    current.close()


def test_an_exception_while_reading_gives_the_generation_back(current: CurrentGeneration, indexed: Path) -> None:
    with pytest.raises(KeyboardInterrupt), current.use():
        raise KeyboardInterrupt
    current.close()
    assert not in_use(indexed, name_of(indexed))


def test_another_model_is_refused_with_the_remedy_and_nothing_stays_open(
    indexed: Path, other_model: HashingEmbedder
) -> None:
    current = CurrentGeneration(indexed, other_model.model_name, fingerprint_of(other_model))
    with pytest.raises(IncompatibleIndexError, match="the model in use is other") as refusal, current.use():
        pass
    assert refusal.value.remedy == "Embed the archive anew: fundstelle index --rebuild"
    assert not in_use(indexed, name_of(indexed))


def test_a_reader_follows_a_rebuild_by_the_model_it_uses(
    indexed: Path, source: Path, other_model: HashingEmbedder
) -> None:
    current = CurrentGeneration(indexed, other_model.model_name, fingerprint_of(other_model))
    build_index(indexed, [source], other_model, rebuild=True)
    with current.use() as generation:
        assert generation.manifest.embedder == "other"
    current.close()


def test_a_generation_that_vanishes_between_pointer_and_opening_is_not_missed(
    current: CurrentGeneration, indexed: Path, source: Path, hashing: HashingEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer moves on while we are about to open what the pointer said."""
    old_name = name_of(indexed)
    write(source, "c")
    build_index(indexed, [source], hashing)
    stale = iter([old_name])
    monkeypatch.setattr("index.current.current_generation", lambda data: next(stale, None) or current_generation(data))
    with current.use() as generation:
        assert generation.archive.article_ids() == ["c"]
    current.close()


def test_a_damaged_generation_is_an_error_and_not_an_endless_loop(current: CurrentGeneration, indexed: Path) -> None:
    (generation_folder(indexed, name_of(indexed)) / "columns.npy").unlink()
    with pytest.raises(DamagedIndexError, match="damaged"), current.use():
        pass


def test_a_damaged_pointer_is_an_error(current: CurrentGeneration, indexed: Path) -> None:
    with current.use():
        pass
    (indexed / POINTER_FILE).write_text("{")
    with pytest.raises(DamagedIndexError, match="unreadable"), current.use():
        pass
    current.close()


def test_many_threads_read_while_generations_change(current: CurrentGeneration, indexed: Path) -> None:
    first = name_of(indexed)
    names = [first, "second"]
    shutil.copytree(generation_folder(indexed, first), generation_folder(indexed, "second"))
    manifest = generation_folder(indexed, "second") / "manifest.json"
    manifest.write_text(manifest.read_text().replace(first, "second"))
    done = threading.Event()
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            with current.use() as generation:
                seen.add(generation.manifest.generation)
                assert len(generation.archive.passages([0, 1])) == 2
                assert generation.vectors.nearest(generation.vectors.matrix[0], "de", 1).size == 1

    with ThreadPoolExecutor(4) as readers:
        reading = [readers.submit(read) for _ in range(4)]
        for turn in range(30):
            switch_to(indexed, names[turn % 2])
            done.wait(0.02)
        done.set()
        for reader in reading:
            reader.result()
    assert seen == set(names)
    current.close()
    assert not any(in_use(indexed, name) for name in names)


def test_an_open_generation_is_what_use_hands_out(current: CurrentGeneration) -> None:
    with current.use() as generation:
        assert isinstance(generation, Generation)
    current.close()
