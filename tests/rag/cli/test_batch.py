from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from index.errors import UsageError
from rag.cli.batch import run_batch


def _echo(identifier: str, question: str) -> dict[str, object]:
    if not question.strip():
        raise UsageError("the question is empty.", "Ask something.")
    return {"id": identifier, "question": question}


def _run(path: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[Any], str]:
    code = run_batch(path, _echo)
    captured = capsys.readouterr()
    return code, [json.loads(line) for line in captured.out.splitlines()], captured.err


def _write(folder: Path, *lines: str, encoding: str = "utf-8") -> str:
    path = folder / "fragen.jsonl"
    path.write_text("\n".join(lines), encoding=encoding)
    return str(path)


GOOD = '{"id": "a", "question": "Wer?"}'


def test_answers_come_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _write(tmp_path, *(json.dumps({"id": n, "question": f"Größe {n}? 😀"}) for n in range(20)))
    code, printed, err = _run(path, capsys)
    assert code == 0
    assert printed == [{"id": str(n), "question": f"Größe {n}? 😀"} for n in range(20)]
    assert err == ""


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "no JSON"),
        ("keine Frage", "no JSON"),
        ("[]", "question is missing"),
        ('"Wer?"', "question is missing"),
        ('{"id": "b"}', "question is missing"),
        ('{"id": "b", "question": 3}', "question is missing"),
        ('{"id": "b", "question": null}', "question is missing"),
        ('{"id": "b", "question": "  "}', "empty"),
        ('{"id": ' + "9" * 5000 + ', "question": "Wer?"}', "cannot be read"),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_a_bad_line_is_reported_in_its_place_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: str, reason: str
) -> None:
    path = _write(tmp_path, GOOD, bad, GOOD)
    code, printed, err = _run(path, capsys)
    assert code == 1
    assert len(printed) == 3
    assert printed[0] == printed[2] == {"id": "a", "question": "Wer?"}
    assert set(printed[1]) == {"line", "error", "remedy"}
    assert printed[1]["line"] == 2
    assert reason in printed[1]["error"]
    assert printed[1]["remedy"]
    assert f"{path}:2" in err
    assert err.count("\n") == 1


def test_blank_lines_do_not_count_as_questions_but_as_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, _ = _run(_write(tmp_path, "", GOOD, "   ", "{", ""), capsys)
    assert code == 1
    assert [record.get("line") for record in printed] == [None, 4]


def test_an_empty_file_has_no_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(_write(tmp_path, ""), capsys) == (0, [], "")


def test_a_byte_order_mark_and_carriage_returns_do_no_harm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = (0, [{"id": "a", "question": "Wer?"}] * 2, "")
    assert _run(_write(tmp_path, f"{GOOD}\r", f"{GOOD}\r", encoding="utf-8-sig"), capsys) == expected
    monkeypatch.setattr("sys.stdin", io.StringIO(f"\ufeff{GOOD}\r\n{GOOD}\r\n"))
    assert _run("-", capsys) == expected


def test_a_line_separator_inside_a_question_is_no_line_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _write(tmp_path, '{"id": "a", "question": "Wer\u2028wo?"}', GOOD)
    assert run_batch(path, _echo) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.rstrip("\n").split("\n")]
    assert [record["question"] for record in printed] == ["Wer\u2028wo?", "Wer?"]


def test_an_id_may_be_missing_or_a_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _write(tmp_path, '{"question": "Wer?"}', '{"id": 7, "question": "Wo?"}')
    assert [record["id"] for record in _run(path, capsys)[1]] == ["", "7"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_wrong_usage(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "fragen.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"fragen\.jsonl"):
        run_batch(str(path), _echo)
    with pytest.raises(UsageError, match="cannot be read"):
        run_batch(str(tmp_path), _echo)


def test_a_defect_is_not_reported_as_a_bad_line(tmp_path: Path) -> None:
    def broken(identifier: str, question: str) -> dict[str, object]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run_batch(_write(tmp_path, GOOD), broken)
