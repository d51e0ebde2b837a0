from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import FundstelleError, LockedError
from index.layout import LOCK_FILE
from index.lock import LockHolder, is_stale, read_holder, writer_lock

REPOSITORY = Path(__file__).resolve().parents[2]

HOLD = """
import sys
from pathlib import Path
from index.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
TRY = """
import sys
from pathlib import Path
from index.errors import LockedError
from index.lock import writer_lock
try:
    with writer_lock(Path(sys.argv[1])):
        print("got it")
except LockedError as error:
    print("refused:", error)
"""


@contextmanager
def other_writer(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until it is killed or its standard input is closed."""
    command = [sys.executable, "-c", HOLD, str(data)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def try_in_another_process(data: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(data)], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_second_process_is_refused_and_told_who_writes(data: Path) -> None:
    with writer_lock(data):
        said = try_in_another_process(data)
    assert said.startswith("refused:")
    assert f"process {os.getpid()} on {socket.gethostname()}" in said


def test_we_are_refused_while_another_process_writes(data: Path) -> None:
    with other_writer(data) as process:
        with pytest.raises(LockedError) as refusal, writer_lock(data):
            pass
        assert f"process {process.pid} on {socket.gethostname()}" in str(refusal.value)
        assert refusal.value.retryable
        # Deleting the file of a lock that lives would let two writers in.
        assert "delete" not in str(refusal.value)
        assert read_holder(data) == LockHolder.model_validate_json((data / LOCK_FILE).read_text())


def test_the_lock_is_free_again_afterwards(data: Path) -> None:
    with writer_lock(data):
        holder = read_holder(data)
    assert holder is not None
    assert (holder.pid, holder.host) == (os.getpid(), socket.gethostname())
    assert read_holder(data) is None
    assert try_in_another_process(data) == "got it\n"


def test_the_lock_is_free_again_after_an_exception(data: Path) -> None:
    with pytest.raises(KeyboardInterrupt), writer_lock(data):
        raise KeyboardInterrupt
    assert read_holder(data) is None
    assert try_in_another_process(data) == "got it\n"


def test_a_second_lock_in_the_same_process_is_refused(data: Path) -> None:
    with writer_lock(data), pytest.raises(LockedError, match=f"process {os.getpid()} "), writer_lock(data):
        pass


def test_the_lock_of_a_killed_process_is_stale_and_taken_over(data: Path, caplog: pytest.LogCaptureFixture) -> None:
    with other_writer(data) as process:
        living = read_holder(data)
        assert living is not None
        assert not is_stale(living)
        process.send_signal(signal.SIGKILL)
        process.wait()
    left = read_holder(data)
    assert left is not None
    assert left.pid == process.pid
    assert is_stale(left)
    with writer_lock(data):
        now = read_holder(data)
    assert now is not None
    assert now.pid == os.getpid()
    assert f"process {process.pid} left behind" in caplog.text


def test_a_lock_that_names_another_host_is_not_taken_over(data: Path) -> None:
    data.mkdir()
    written = LockHolder(pid=1, host="elsewhere.example", since="2026-01-01T00:00:00+00:00").model_dump_json()
    (data / LOCK_FILE).write_text(written)
    for _ in range(2):
        with pytest.raises(LockedError, match=r"process 1 on elsewhere\.example.*delete .*writer\.lock"):
            writer_lock(data).__enter__()
    assert (data / LOCK_FILE).read_text() == written
    holder = read_holder(data)
    assert holder is not None
    assert not is_stale(holder)
    (data / LOCK_FILE).unlink()
    with writer_lock(data):
        assert read_holder(data) is not None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b'{"pid": 1}', b'{"pid": -1, "host": "h", "since": ""}', b"[]"]
)
def test_an_unreadable_lock_file_names_nobody_and_stops_nobody(data: Path, content: bytes) -> None:
    data.mkdir()
    (data / LOCK_FILE).write_bytes(content)
    assert read_holder(data) is None
    with writer_lock(data):
        assert read_holder(data) is not None


def test_a_holder_that_has_not_written_its_name_yet_is_waited_for(data: Path) -> None:
    data.mkdir()
    with (data / LOCK_FILE).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        holder = {"pid": os.getppid(), "host": socket.gethostname(), "since": "now"}
        writing = threading.Timer(0.05, (data / LOCK_FILE).write_text, [json.dumps(holder)])
        writing.start()
        with pytest.raises(LockedError, match=f"process {os.getppid()} on"), writer_lock(data):
            pass
        writing.join()


def test_a_holder_that_never_writes_its_name_refuses_all_the_same(data: Path) -> None:
    data.mkdir()
    with (data / LOCK_FILE).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(LockedError, match="written by another process"), writer_lock(data):
            pass


def test_a_data_folder_that_is_a_file_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with (
        pytest.raises(FundstelleError, match=re.escape(str(tmp_path / "data"))) as refusal,
        writer_lock(tmp_path / "data"),
    ):
        pass
    assert "--data" in refusal.value.remedy
