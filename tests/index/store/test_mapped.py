from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.store.mapped import give_back, mapped


def _resident_file_pages() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssFile"))


def test_a_mapped_array_is_plain_and_cannot_be_changed(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.arange(12).reshape(3, 4))
    array = mapped(tmp_path / "a.npy")
    assert type(array) is np.ndarray
    assert array.tolist() == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
    with pytest.raises(ValueError, match="read-only"):
        array[0, 0] = 1


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY\x01\x00v\x00"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.npy").write_bytes(content)
    with pytest.raises((OSError, EOFError, ValueError)):
        mapped(tmp_path / "a.npy")


def test_what_is_given_back_leaves_memory_and_can_be_read_again(tmp_path: Path) -> None:
    megabytes = 30
    np.save(tmp_path / "a.npy", np.ones(megabytes * 2**17))
    array = mapped(tmp_path / "a.npy")
    assert array.sum() == len(array)
    held = _resident_file_pages()
    give_back([array[5:], array, np.ones(3)])
    assert _resident_file_pages() <= held - megabytes * 1000
    assert array.sum() == len(array)
