from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from rag import Answer
from rag.cli.main import main

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


def _talk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: Path, typed: str, *options: str
) -> tuple[str, str]:
    """What a conversation prints on stdout and stderr; its lines come from a pipe."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert main(["chat", "--data", str(data), *options]) == 0
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_follow_ups_are_completed_from_the_lines_before(
    facts_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = _talk(monkeypatch, capsys, facts_data, f"{QUESTION}\n\nUnd was kostete er?\n")
    assert "Verstanden als: " in out
    assert "Hafenkran" in out.split("Verstanden als: ")[1].split("\n")[0]
    assert err == ""


def test_json_prints_an_answer_a_line(
    facts_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = _talk(monkeypatch, capsys, facts_data, f"Hallo\n{QUESTION}\nWarum?\n", "--json")
    answers = [Answer.model_validate(json.loads(line)) for line in out.splitlines()]
    assert [answer.reply for answer in answers] == ["greeting", None, None]
    assert "Hafenkran" in str(answers[2].rewritten)


def test_new_forgets_and_quit_ends(
    facts_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = f"{QUESTION}\n/new\nWarum?\n/quit\n{QUESTION}\n"
    out, err = _talk(monkeypatch, capsys, facts_data, typed, "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["reply"] for answer in answers] == [None, "unclear"]
    assert "forgotten" in err


def test_sources_show_the_quotes_in_full(
    facts_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = _talk(monkeypatch, capsys, facts_data, f"/sources\n{QUESTION}\n/sources\n/help\n")
    assert out.startswith("There is no answer yet.")
    assert "de-kran characters" in out
    assert "/quit" in out


def test_an_unknown_command_and_an_error_do_not_end_the_conversation(
    facts_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"/nothing\n{'x' * 3000}\nHallo\n"))
    assert main(["chat", "--data", str(facts_data)]) == 0
    captured = capsys.readouterr()
    assert "/nothing" in captured.err
    assert "2000 are allowed" in captured.err
    assert "Guten Tag!" in captured.out


def test_a_last_line_that_fails_gives_the_exit_code(
    facts_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("x" * 3000))
    assert main(["chat", "--data", str(facts_data)]) == 1


def test_the_help_names_the_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "chat" in capsys.readouterr().out
