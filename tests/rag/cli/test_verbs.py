from __future__ import annotations

import argparse

import pytest

from rag.cli.command import Command
from rag.cli.main import main
from rag.cli.verbs import epilog_of, own_verb


def _command(name: str, *verbs: Command, examples: tuple[str, ...] = ()) -> Command:
    return Command(name, f"{name} things", lambda _: None, lambda _: 0, examples, verbs)


COMPARE, CHECK = _command("compare"), _command("check", examples=("fundstelle eval check x",))
EVAL = _command("eval", COMPARE, CHECK, examples=("fundstelle eval",))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("eval compare A B", COMPARE),
        ("eval --json -v --data somewhere compare A B", COMPARE),
        ("eval --data=somewhere check", CHECK),
        ("eval --help compare", COMPARE),
        ("eval", None),
        ("eval gold.jsonl compare", None),
        ("eval --out compare", None),
        ("eval --data compare", None),
        ("ask compare", None),
    ],
)
def test_the_first_word_names_the_verb_of_a_verb(line: str, expected: Command | None) -> None:
    assert own_verb(EVAL, line.split()) is expected


def test_a_verb_without_verbs_has_none() -> None:
    assert own_verb(CHECK, ["check", "compare"]) is None


def test_the_help_ends_with_verbs_and_examples() -> None:
    assert epilog_of(EVAL) == (
        "verbs of its own (fundstelle eval VERB --help explains each):\n"
        "  compare  compare things\n"
        "  check    check things\n\n"
        "examples:\n  fundstelle eval"
    )
    assert epilog_of(COMPARE) is None


def test_a_command_line_runs_the_verb_of_a_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[argparse.Namespace] = []

    def configure(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("runs", nargs=2)

    def run(options: argparse.Namespace) -> int:
        seen.append(options)
        return 0

    own = Command("compare", "compare runs", configure, run)
    monkeypatch.setattr("rag.cli.main.COMMANDS", (_command("eval", own),))
    monkeypatch.setattr("rag.cli.main.entry_points", lambda group: [])
    assert main(["eval", "--json", "compare", "A", "B"]) == 0
    assert (seen[0].runs, seen[0].json) == (["A", "B"], True)
