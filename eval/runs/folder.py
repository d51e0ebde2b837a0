"""The folder of a run: records as they come, so that a crash loses at most the question being asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from eval.runs.files import as_json, write_whole
from eval.runs.info import RunInfo
from eval.runs.record import QuestionRecord
from index.errors import SourceError, UsageError

INFO_FILE = "run.json"
RECORDS_FILE = "questions.jsonl"
OUTCOMES = ("metrics.json", "scores.jsonl", "report.md", "report.html")
"""What is made of the records when a run is finished."""


def make_folder(folder: Path) -> None:
    """Create the folder that a run goes into; done before the first question, so that no run is lost to a typo.

    Raises:
        UsageError: it cannot be created.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder} is no folder to write to: {error.strerror}.", "Give another --out folder."
        ) from error


def read_info(folder: Path) -> RunInfo | None:
    """Read what a run says of itself; None when there is no run.

    Raises:
        SourceError: the file was written by something else.
    """
    path = folder / INFO_FILE
    try:
        return RunInfo.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise SourceError(str(path), "it describes no run", "Give another folder, or remove this file.") from error


def write_info(folder: Path, info: RunInfo) -> None:
    """Write what a run says of itself."""
    write_whole(folder / INFO_FILE, as_json(info.model_dump(mode="json")))


def read_records(folder: Path) -> list[QuestionRecord]:
    """Read the records of a run in the order in which they came; a last line that a crash cut off is left out.

    Raises:
        SourceError: a line that is complete is no record.
    """
    path = folder / RECORDS_FILE
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_record(f"{path}:{number}", line) for number, line in enumerate(lines[:-1], start=1) if line]


def write_records(folder: Path, records: Iterable[QuestionRecord]) -> None:
    """Write all records at once, in this order."""
    write_whole(folder / RECORDS_FILE, "".join(f"{record.model_dump_json()}\n" for record in records))


class RecordFile:
    """Takes records one by one; each is on the disk before the next is taken."""

    def __init__(self, folder: Path, known: Sequence[QuestionRecord]) -> None:
        """Begin with the records that are known; outcomes of an earlier run are removed."""
        for name in OUTCOMES:
            (folder / name).unlink(missing_ok=True)
        write_records(folder, known)
        self._file: TextIO = (folder / RECORDS_FILE).open("a", encoding="utf-8")

    def keep(self, record: QuestionRecord) -> None:
        """Add one record."""
        self._file.write(f"{record.model_dump_json()}\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _record(place: str, line: str) -> QuestionRecord:
    """Read one record."""
    try:
        return QuestionRecord.model_validate_json(line)
    except ValidationError as error:
        detail = error.errors()[0]
        reason = f"no record of a question ({'.'.join(map(str, detail['loc']))}: {detail['msg']})"
        raise SourceError(place, reason, "It was written by another version: run the evaluation again.") from error
