from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from rag import Answer, Fundstelle
from rag.cli.main import main

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


def _library(data: Path, question: str = QUESTION, **filters: object) -> Answer:
    with Fundstelle.open(data) as archive:
        return archive.ask(question, **filters).model_copy(update={"timings_ms": {}})  # type: ignore[arg-type]


def _asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Answer:
    """Ask with --json: stdout must hold the answer and nothing else."""
    assert main(["ask", *arguments, "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return Answer.model_validate(json.loads(captured.out)).model_copy(update={"timings_ms": {}})


def test_json_is_the_answer_of_the_library(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _asked(capsys, QUESTION, "--data", str(facts_data)) == _library(facts_data)


def test_the_filters_arrive(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(facts_data)
    options = ["--from", "2023-09", "--to", "2024", "--in", "en", "--in", "de", "--source", "harbour post"]
    expected = _library(
        facts_data, date_from="2023-09", date_to="2024", languages=["en", "de"], sources=["harbour post"]
    )
    assert {c.source for c in [*expected.citations, *expected.nearest]} == {"Harbour Post"}
    assert _asked(capsys, QUESTION, "--data", data, *options) == expected
    assert _asked(capsys, QUESTION, "--data", data, "--language", "en").language == "en"


def test_a_dash_reads_standard_input(
    facts_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"\ufeff{QUESTION}\n"))
    assert _asked(capsys, "-", "--data", str(facts_data)) == _library(facts_data)


def test_the_answer_for_people(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--data", str(facts_data)]) == 0
    captured = capsys.readouterr()
    answer = _library(facts_data)
    assert captured.out.startswith(answer.text)
    for citation in [*answer.citations, *answer.nearest]:
        assert f"{citation.article_id} characters {citation.start}-{citation.end}" in captured.out
    assert captured.err == ""


def test_a_refusal_is_no_error(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Wer traf Kim?", "--from", "2030", "--data", str(facts_data)]) == 0
    assert "Kein Artikel" in capsys.readouterr().out


def test_an_empty_question_is_replied_to(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "", "--data", str(facts_data)]) == 0
    assert "Die Frage ist leer." in capsys.readouterr().out
    assert _asked(capsys, "", "--data", str(facts_data)).reply == "empty"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "one question or --batch"),
        (["Wer?", "--batch", "x.jsonl", "--json"], "one question or --batch"),
        (["--batch", "x.jsonl"], "Add --json"),
        (["Wer \udcff?"], "no text"),
        (["Wer?", "--from", "gestern"], "date_from"),
        (["Wer?", "--from", "2024", "--to", "2023"], "range of dates"),
        (["--batch", "no-such-file.jsonl", "--json"], "no-such-file.jsonl"),
    ],
)
def test_wrong_usage_exits_2_with_a_remedy(
    facts_data: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", *arguments, "--data", str(facts_data)]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_standard_input_that_is_no_text_is_wrong_usage(
    facts_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (["-"], ["--batch", "-"]):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Wer traf \xff?"), encoding="utf-8"))
        assert main(["ask", *arguments, "--json", "--data", str(facts_data)]) == 2
        assert "no text" in capsys.readouterr().err


def test_no_index_exits_1_with_the_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Wer?", "--data", str(tmp_path / "leer")]) == 1
    assert "fundstelle index PATH" in capsys.readouterr().err
