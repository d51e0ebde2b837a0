"""One writer a data folder: a lock file that names who holds it.

The kernel's `flock` decides, so a killed process leaves no lock behind; the pid and host in the file are for people,
and for data folders on network file systems where `flock` may not reach other machines.
"""

from __future__ import annotations

import fcntl
import logging
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, Field

from index.errors import FundstelleError, LockedError
from index.layout import LOCK_FILE

logger = logging.getLogger(__name__)

NAME_ATTEMPTS = 20
NAME_PAUSE = 0.01
"""Seconds between looks at a lock file whose holder has not written its name yet."""


class LockHolder(BaseModel):
    """Who is writing."""

    pid: int = Field(gt=0, lt=2**31)
    host: str
    since: str


@contextmanager
def writer_lock(data: Path) -> Iterator[None]:
    """Hold the only right to write to a data folder.

    A lock left by a dead process of this machine is taken over; one that names another machine is not, because
    nobody here can tell whether that process lives.

    Raises:
        LockedError: another process holds the lock.
        FundstelleError: the data folder cannot be written.
    """
    path = data / LOCK_FILE
    try:
        data.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise _cannot_write(data, error) from error
    try:
        _acquire(descriptor, path)
        try:
            _write(descriptor, LockHolder(pid=os.getpid(), host=socket.gethostname(), since=_now()))
        except OSError as error:
            raise _cannot_write(data, error) from error
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
    except (OSError, ValueError):
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
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise _refusal(path, _named_holder(path.parent)) from error
    # Read only now: whoever held the lock a moment ago has taken its name out before giving it back.
    holder = read_holder(path.parent)
    if holder is None:
        return
    if holder.host != socket.gethostname():
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        raise _refusal(path, holder, f"Wait until it is done; if that process is gone, delete {path}.")
    logger.warning("taking over the lock that process %d left behind (since %s)", holder.pid, holder.since)


def _named_holder(data: Path) -> LockHolder | None:
    """Who holds the lock; waits for a holder that took it this very moment to write its name."""
    holder = read_holder(data)
    for _ in range(NAME_ATTEMPTS):
        if holder is not None and not is_stale(holder):
            break
        time.sleep(NAME_PAUSE)
        holder = read_holder(data)
    return holder


def _cannot_write(data: Path, error: OSError) -> FundstelleError:
    remedy = "Make it a folder that you may write to, with space left on its disk, or name another with --data."
    return FundstelleError(f"cannot write to {data}: {error.strerror}.", remedy)


def _refusal(path: Path, holder: LockHolder | None, remedy: str = "Wait until it is done.") -> LockedError:
    """The error for a lock that is taken. Deleting a lock that lives would admit a second writer: no such advice."""
    who = f"process {holder.pid} on {holder.host} (since {holder.since})" if holder else "another process"
    return LockedError(f"{path.parent} is being written by {who}.", remedy)


def _write(descriptor: int, holder: LockHolder) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, holder.model_dump_json().encode() + b"\n", 0)
    os.fsync(descriptor)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
