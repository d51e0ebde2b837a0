from __future__ import annotations

import sys
from importlib.metadata import EntryPoint, entry_points, version

import pytest

from index.errors import FundstelleError
from rag.cli import main as cli
from rag.cli.command import Command
from rag.cli.main import COMMANDS, GROUP, build_parser, main

OWN = [command.name for command in COMMANDS]
OTHERS = sorted(entry.name for entry in entry_points(group=GROUP))


def _exit_code(*arguments: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_the_verbs_of_the_design_are_there() -> None:
    assert {*OWN, *OTHERS} == {"index", "ask", "chat", "search", "serve", "eval", "status", "doctor"}


@pytest.mark.parametrize("verb", [*OWN, *OTHERS])
def test_the_help_of_a_verb_explains_it_by_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_code(verb, "--help") == 0
    text = capsys.readouterr().out
    assert f"fundstelle {verb}" in text.partition("examples:")[2]
    assert "--data" in text
    assert "--json" in text


def test_every_argument_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in [*OWN, *OTHERS]:
        subparsers = build_parser([verb])._subparsers
        assert subparsers is not None
        (group,) = subparsers._group_actions
        assert group.choices is not None
        for action in group.choices[verb]._actions:  # type: ignore[index]
            assert action.help, f"{verb} {action.dest}"


def test_the_help_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_code("--help") == 0
    text = capsys.readouterr().out
    for verb in [*OWN, *OTHERS]:
        assert f"\n    {verb} " in text
    assert "Exit codes" in text


def test_the_version_is_that_of_the_distribution(capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_code("--version") == 0
    assert capsys.readouterr().out.strip() == f"fundstelle {version('fundstelle')}"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frage"],
        ["ask", "Wer?", "Wo?"],
        ["ask", "Wer?", "--since", "2023"],
        ["ask", "Wer?", "--language", "fr"],
        ["ask", "Wer?", "--in", "fr"],
        ["search", "Wer?", "-k", "viele"],
        ["index", "--language", "fr"],
        ["status", "etwas"],
    ],
)
def test_wrong_usage_exits_2_and_says_so_on_stderr(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_code(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "usage: fundstelle" in captured.err


def _command(error: BaseException | None = None) -> Command:
    def run(_: object) -> int:
        if error is not None:
            raise error
        return 0

    return Command("probe", "probe", lambda _: None, run, ("fundstelle probe",))


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (FundstelleError("it broke.", "Mend it."), 1, "fundstelle: it broke. Mend it."),
        (OSError(28, "No space left on device", "/data/x"), 1, "/data/x"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_errors_end_in_a_sentence_and_an_exit_code(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.modules["rag.cli.main"], "COMMANDS", (_command(error),))
    assert main(["probe"]) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_a_defect_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["rag.cli.main"], "COMMANDS", (_command(ZeroDivisionError()),))
    with pytest.raises(ZeroDivisionError):
        main(["probe"])


@pytest.mark.parametrize("value", ["rag.cli.main:main", "rag.cli.nowhere:COMMAND", "rag.cli.ask:NOTHING"])
def test_a_broken_verb_of_another_package_is_named(
    value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = EntryPoint("extra", value, GROUP)
    monkeypatch.setattr(sys.modules["rag.cli.main"], "entry_points", lambda group: [broken])
    assert main(["extra"]) == 1
    captured = capsys.readouterr()
    assert "fundstelle: the " in captured.err
    assert "Reinstall" in captured.err
    # The verbs of our own do not depend on it.
    assert _exit_code("ask", "--help") == 0


def test_the_module_and_the_function_are_not_confused() -> None:
    assert cli.main is main
