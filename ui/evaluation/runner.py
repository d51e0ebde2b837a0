"""One evaluation at a time, as a process of its own."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.errors import FundstelleError
from ui.evaluation.runs import LOG_FILE, STAMP_FORMAT, count_records
from ui.evaluation.settings import EvaluationSettings

logger = logging.getLogger(__name__)

_GRACE = 10.0
"""Seconds that a cancelled run has to write down what it knows."""
_NICE = 10


class BusyError(FundstelleError):
    """A run is under way already."""

    retryable = True


@dataclass(frozen=True)
class Job:
    """A run that this server has started.

    Attributes:
        folder: of the run.
        process: that evaluates.
        began: on the clock of `time.monotonic`.
        known: how many questions were recorded before.
    """

    folder: Path
    process: subprocess.Popen[bytes]
    began: float
    known: int

    @property
    def running(self) -> bool:
        """Whether it still is under way."""
        return self.process.poll() is None


class Runner:
    """Starts and cancels runs; safe to use from several threads."""

    def __init__(self, settings: EvaluationSettings) -> None:
        """Remember where; nothing is started yet."""
        self.settings = settings
        self._lock = threading.Lock()
        self._job: Job | None = None

    @property
    def job(self) -> Job | None:
        """The run under way, else the last one that was started; None before the first."""
        return self._job

    def start(self, gold: Path | None) -> Job:
        """Begin a run in a new folder that is named after the time.

        Args:
            gold: the gold file; None takes that of the demo corpus.

        Raises:
            BusyError: one is under way.
            OSError: the folder cannot be written to.
        """
        stamp = datetime.now(UTC).strftime(STAMP_FORMAT)
        return self._begin(self.settings.runs / stamp, [str(gold)] if gold else [])

    def go_on(self, name: str, gold: str) -> Job:
        """Go on with a run that was stopped; what it has recorded is not asked again.

        Args:
            name: of its folder.
            gold: the gold file that it was started with.

        Raises:
            BusyError: one is under way.
            OSError: the folder cannot be written to.
        """
        return self._begin(self.settings.runs / name, [gold] if gold else [])

    def cancel(self) -> None:
        """Stop the run under way; what it has recorded stays, and it can be gone on with later."""
        job = self._job
        if job is not None and job.running:
            job.process.send_signal(signal.SIGTERM)

    def close(self) -> None:
        """Cancel, and see to it that nothing is left behind."""
        job = self._job
        if job is None:
            return
        self.cancel()
        try:
            job.process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            job.process.kill()
            job.process.wait()

    def _begin(self, folder: Path, gold: Sequence[str]) -> Job:
        with self._lock:
            if self._job is not None and self._job.running:
                raise BusyError("an evaluation is under way.", "Wait for it, or cancel it.")
            folder.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, "-m", "rag.cli.main", "eval", *gold]
            command += ["--data", str(self.settings.data), "--out", str(folder)]
            with (folder / LOG_FILE).open("ab") as log:
                # A session of its own: Ctrl-C in the server's terminal is for the server, which then ends this one.
                process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
                )
            _step_back(process.pid)
            self._job = Job(folder, process, time.monotonic(), count_records(folder))
            logger.info("evaluation started: %s", folder)
            return self._job


def _step_back(pid: int) -> None:
    """Let people who ask go first."""
    if hasattr(os, "setpriority"):
        try:
            os.setpriority(os.PRIO_PROCESS, pid, _NICE)
        except ProcessLookupError:
            return  # it has ended already; its log says why
