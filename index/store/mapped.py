"""Arrays in files: read where they are, and given back when they make up most of a process's memory."""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def mapped(path: Path) -> NDArray[Any]:
    """A plain, read-only view of a mapped file: memmap's own indexing costs more than a short look-up.

    Raises:
        OSError, EOFError, ValueError: the file is missing or damaged.
    """
    return np.asarray(np.load(path, mmap_mode="r"))


def give_back(arrays: Iterable[NDArray[Any]]) -> None:
    """Let go of the pages of mapped arrays. The kernel keeps them at hand; reading them again fetches them from there.

    Safe while other threads read: what they see does not change. Does nothing where the system has no such call.
    """
    advice = getattr(mmap, "MADV_DONTNEED", None)
    for file in {id(found): found for found in map(_file_of, arrays) if found is not None}.values():
        if advice is not None:
            file.madvise(advice)


def _file_of(array: NDArray[Any]) -> mmap.mmap | None:
    base: object = array
    while isinstance(base, np.ndarray):
        base = base.base
    return base if isinstance(base, mmap.mmap) else None
