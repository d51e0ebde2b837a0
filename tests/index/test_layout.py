from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from index.errors import DamagedIndexError
from index.layout import DEFAULT_DATA, POINTER_FILE, current_generation, data_folder, generation_folder, switch_to


def new_generation(data: Path, name: str) -> str:
    folder = generation_folder(data, name)
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "file").write_text(name)
    return name


def test_the_argument_wins_over_the_environment_and_that_over_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FUNDSTELLE_DATA", raising=False)
    assert data_folder(None) == tmp_path / DEFAULT_DATA
    monkeypatch.setenv("FUNDSTELLE_DATA", str(tmp_path / "from-environment"))
    assert data_folder(None) == tmp_path / "from-environment"
    assert data_folder("given") == tmp_path / "given"
    monkeypatch.setenv("FUNDSTELLE_DATA", "")
    assert data_folder(None) == tmp_path / DEFAULT_DATA


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder("~/archive") == tmp_path / "archive"


def test_without_a_pointer_nothing_is_current(data: Path) -> None:
    assert current_generation(data) is None
    data.mkdir()
    assert current_generation(data) is None


def test_a_switch_is_what_readers_see_next(data: Path) -> None:
    for name in ("g1", "g2"):
        switch_to(data, new_generation(data, name))
        assert current_generation(data) == name
    assert sorted(path.name for path in data.iterdir()) == [POINTER_FILE, "generations"]


def test_what_a_crash_leaves_of_a_switch_is_swept_up_by_the_next(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    switch_to(data, new_generation(data, "g1"))

    def crash(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    new_generation(data, "g2")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", crash)
        with pytest.raises(KeyboardInterrupt):
            switch_to(data, "g2")
    assert current_generation(data) == "g1"
    switch_to(data, "g2")
    assert sorted(path.name for path in data.iterdir()) == [POINTER_FILE, "generations"]


def test_a_reader_never_sees_a_switch_half_done(data: Path) -> None:
    names = [new_generation(data, name) for name in ("g1", "g2")]
    switch_to(data, names[0])
    seen: set[str | None] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(current_generation(data))

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(60):
        switch_to(data, names[turn % 2])
    done.set()
    reader.join()
    assert seen == {"g1", "g2"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"null",
        b"\xff\xff",
        b'{"generation": null}',
        b'{"generation": ""}',
        b'{"generation": 7}',
        b'{"generation": ".."}',
        b'{"generation": "../../etc"}',
    ],
)
def test_a_damaged_pointer_is_an_error_with_a_remedy_that_works(data: Path, content: bytes) -> None:
    data.mkdir()
    (data / POINTER_FILE).write_bytes(content)
    with pytest.raises(DamagedIndexError, match=POINTER_FILE) as damage:
        current_generation(data)
    # `--rebuild` without paths could not help: only the lost generation knew them.
    assert damage.value.remedy == "Index the articles again: fundstelle index PATH"


def test_a_data_folder_that_is_a_file_holds_no_index(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert current_generation(tmp_path / "file") is None


def test_the_pointer_is_plain_json(data: Path) -> None:
    switch_to(data, new_generation(data, "20260101T000000-abc123"))
    assert json.loads((data / POINTER_FILE).read_text()) == {"generation": "20260101T000000-abc123"}
