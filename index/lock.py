"""One writer a data folder: a lock file that names who holds it.

The kernel's `flock` decides, so a killed process leaves no lock behind; the pid and host in the file are for people,
and for data folders on network file systems where `flock` may not reach other machines.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ValidationError

from index.errors import LockedError
from index.layout import LOCK_FILE

logger = logging.getLogger(__name__)


class LockHolder(BaseModel):
    """Who is writing."""

    pid: int
    host: str
    since: str


@contextmanager
def writer_lock(data: Path) -> Iterator[None]:
    """Hold the only right to write to a data folder.

    A lock left by a dead process of this machine is taken over; one that names another machine is not, because
    nobody here can tell whether that process lives.

    Raises:
        LockedError: another process holds the lock.
    """
    data.mkdir(parents=True, exist_ok=True)
    path = data / LOCK_FILE
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(descriptor, path)
        _write(descriptor, LockHolder(pid=os.getpid(), host=socket.gethostname(), since=_now()))
        try:
            yield
        finally:
            # Emptied, not deleted: deleting a file that another process waits on would give two locks.
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def read_holder(data: Path) -> LockHolder | None:
    """Who the lock file names; None when nobody is writing or the file is unreadable."""
    try:
        return LockHolder.model_validate_json((data / LOCK_FILE).read_text(encoding="utf-8"))
    except (OSError, ValidationError):
        return None


def is_stale(holder: LockHolder) -> bool:
    """Whether the process that a lock names is known to be gone: same machine, no such process."""
    if holder.host != socket.gethostname():
        return False
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _acquire(descriptor: int, path: Path) -> None:
    holder = read_holder(path.parent)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise _refusal(path, holder) from error
    if holder is None:
        return
    if holder.host != socket.gethostname():
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        raise _refusal(path, holder)
    logger.warning("taking over the lock that process %d left behind (since %s)", holder.pid, holder.since)


def _refusal(path: Path, holder: LockHolder | None) -> LockedError:
    if holder is None:
        return LockedError(f"{path.parent} is being written by another process.", "Wait until it is done.")
    who = f"process {holder.pid} on {holder.host} (since {holder.since})"
    remedy = f"Wait until it is done; if that process is gone, delete {path}."
    return LockedError(f"{path.parent} is being written by {who}.", remedy)


def _write(descriptor: int, holder: LockHolder) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(holder.model_dump()).encode() + b"\n", 0)
    os.fsync(descriptor)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
