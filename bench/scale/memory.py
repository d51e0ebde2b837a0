"""What a process holds in memory, told apart: what is its own, and what it shares with the files on disk."""

from __future__ import annotations

import resource
from pathlib import Path
from typing import NamedTuple

STATUS = Path("/proc/self/status")


class Memory(NamedTuple):
    """Megabytes (10^6 bytes) of a process.

    Attributes:
        resident: all of it.
        own: what no file stands for: it cannot be given back while the process lives.
        mapped: pages of mapped files, which the kernel takes back when others need the room.
        peak: the most that was ever resident.
    """

    resident: float
    own: float
    mapped: float
    peak: float


def memory() -> Memory:
    """Of this process.

    Raises:
        OSError: this is no Linux.
    """
    fields = dict(line.split(":", 1) for line in STATUS.read_text(encoding="ascii").splitlines())
    resident, own, files = (_megabytes(fields[name]) for name in ("VmRSS", "RssAnon", "RssFile"))
    return Memory(resident, own, files, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)


def _megabytes(field: str) -> float:
    return int(field.split()[0]) * 1024 / 1e6
