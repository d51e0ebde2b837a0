"""An interrupted run taken up again."""

from __future__ import annotations

from pathlib import Path

from eval.runs.folder import read_info, read_records
from eval.runs.info import RunInfo, differences
from eval.runs.record import QuestionRecord
from index.errors import UsageError


def earlier(folder: Path, *, resume: bool) -> RunInfo | None:
    """The run in a folder that is to be gone on with; None when a new one begins.

    A run that did not finish is gone on with; one that did is replaced, unless resuming is asked for.

    Raises:
        UsageError: resuming is asked for, and there is no run.
        SourceError: what is there cannot be read.
    """
    found = read_info(folder)
    if found is None and resume:
        raise UsageError(f"{folder} holds no run to resume.", "Leave out --resume to begin one.")
    return found if found and (resume or found.finished is None) else None


def known_records(
    folder: Path, found: RunInfo, info: RunInfo, *, retry_failed: bool = False
) -> dict[str, QuestionRecord]:
    """What an earlier attempt has recorded, by id.

    Args:
        folder: of the run.
        found: what the run says of itself.
        info: what this attempt would be.
        retry_failed: leave out questions that failed, so that they are asked again.

    Raises:
        UsageError: the two attempts would ask different questions, or ask them differently.
        SourceError: a record cannot be read.
    """
    if clashes := differences(found, info):
        message = f"{folder} holds a run that cannot be gone on with: {'; '.join(clashes)}."
        raise UsageError(message, "Give another --out folder, or remove this one to begin anew.")
    records = read_records(folder)
    return {record.id: record for record in records if not (retry_failed and record.failures)}
