from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.folder import (
    OUTCOMES,
    RECORDS_FILE,
    RecordFile,
    make_folder,
    read_info,
    read_records,
    write_records,
)
from eval.runs.record import QuestionRecord
from eval.runs.run import evaluate
from index.errors import SourceError, UsageError

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


@pytest.fixture
def records(perfect: TinyArchive, gold: list[GoldQuestion]) -> list[QuestionRecord]:
    return evaluate(perfect, gold).records


def test_records_are_on_the_disk_as_they_come(tmp_path: Path, records: list[QuestionRecord]) -> None:
    file = RecordFile(tmp_path, records[:2])
    for place, record in enumerate(records[2:], start=3):
        file.keep(record)
        assert read_records(tmp_path) == records[:place]
    file.close()
    assert read_records(tmp_path) == records


def test_a_line_that_a_crash_cut_off_is_left_out(tmp_path: Path, records: list[QuestionRecord]) -> None:
    write_records(tmp_path, records)
    path = tmp_path / RECORDS_FILE
    whole = path.read_bytes()
    ends = [place for place, byte in enumerate(whole) if byte == ord("\n")]
    for kept, end in enumerate(ends):
        for cut in (end, max(0, end - 40)):
            path.write_bytes(whole[:cut])
            assert read_records(tmp_path) == records[:kept]


def test_going_on_after_a_crash_leaves_no_torn_line(tmp_path: Path, records: list[QuestionRecord]) -> None:
    write_records(tmp_path, records[:3])
    path = tmp_path / RECORDS_FILE
    path.write_bytes(path.read_bytes()[:-25])
    file = RecordFile(tmp_path, read_records(tmp_path))
    file.keep(records[3])
    file.close()
    assert read_records(tmp_path) == [*records[:2], records[3]]


def test_a_damaged_line_in_the_middle_is_named(tmp_path: Path, records: list[QuestionRecord]) -> None:
    write_records(tmp_path, records)
    path = tmp_path / RECORDS_FILE
    path.write_text(path.read_text(encoding="utf-8").replace('{"id":"ee"', '{"ID":"ee"'), encoding="utf-8")
    with pytest.raises(SourceError, match=r"questions\.jsonl:2.*id: Field required"):
        read_records(tmp_path)


def test_a_new_run_removes_what_the_old_one_found(tmp_path: Path, records: list[QuestionRecord]) -> None:
    for name in OUTCOMES:
        (tmp_path / name).write_text("old")
    RecordFile(tmp_path, []).close()
    assert [path.name for path in tmp_path.iterdir()] == [RECORDS_FILE]


def test_a_folder_without_a_run_and_one_of_something_else(tmp_path: Path) -> None:
    assert read_info(tmp_path) is None
    assert read_records(tmp_path) == []
    (tmp_path / "run.json").write_text('{"scripts": {}}')
    with pytest.raises(SourceError, match="describes no run"):
        read_info(tmp_path)


def test_a_folder_that_cannot_be_made_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="--out"):
        make_folder(tmp_path / "file")
