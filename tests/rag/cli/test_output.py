from __future__ import annotations

import io
import json
import sys

import pytest

from rag.cli.output import accept_every_character, note, say, say_json
from rag.cli.stdin import read_stdin


def test_results_go_to_stdout_and_remarks_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    say("Größe")
    say_json({"ö": "„😀“"})
    note("beiseite")
    captured = capsys.readouterr()
    assert captured.out == 'Größe\n{"ö": "„😀“"}\n'
    assert captured.err == "beiseite\n"


def test_json_on_one_line_unless_indented(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"a": ["b\nc"]})
    assert capsys.readouterr().out == '{"a": ["b\\nc"]}\n'
    say_json({"a": []}, indent=2)
    assert capsys.readouterr().out == '{\n  "a": []\n}\n'


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_every_terminal_gets_valid_json(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    value = {"text": "„Größe“ 😀 \udcff"}
    accept_every_character()
    say_json(value)
    assert json.loads(raw.getvalue().decode(encoding)) == value


def test_text_is_escaped_where_the_terminal_lacks_a_character(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    accept_every_character()
    say("„Größe“")
    assert raw.getvalue().decode("latin-1") == "\\u201eGröße\\u201c\n"


def test_a_result_is_there_as_soon_as_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8"))
    say("jetzt")
    assert raw.getvalue() == b"jetzt\n"


def test_standard_input_loses_its_byte_order_mark_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeff Wer?\n"))
    assert read_stdin() == " Wer?\n"
