from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.command import COMMAND, DEFAULT_GOLD
from eval.verbs import VERBS
from index.errors import NoIndexError, SourceError, UsageError
from rag import Fundstelle
from rag.cli.main import main

REFUSAL: dict[str, Any] = {"id": "q", "question": "Wer regiert Palermo?", "language": "de", "answerable": False}
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "crane",
        "question": "Wie viel Kilogramm hebt der neue Hafenkran in Husum?",
        "language": "de",
        "answers": ["60.000"],
        "articles": ["hafen"],
        "answerable": True,
        "type": "how_much",
    },
    {
        "id": "bridge",
        "question": "When was the swing bridge in Whitby built?",
        "language": "en",
        "answers": ["1908"],
        "articles": ["bridge"],
        "answerable": True,
    },
    {
        "id": "panda",
        "question": "How much does the red panda in Görlitz weigh?",
        "language": "en",
        "answers": ["120 grams", "120 Gramm"],
        "articles": ["zoo"],
        "answerable": True,
    },
    REFUSAL,
]
Run = Callable[..., tuple[int, str, str]]


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    COMMAND.configure(parser)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture
def run(archive: Path, gold_file: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `fundstelle eval` on the tiny archive; gives exit code, stdout, stderr."""

    def call(*options: str) -> tuple[int, str, str]:
        code = main(["eval", str(gold_file), "--data", str(archive), "--now", "2024-05-01", *options])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def test_the_defaults() -> None:
    args = parse()
    assert COMMAND.name == "eval"
    assert (args.gold, args.out, args.k, args.jobs, args.timeout) == (DEFAULT_GOLD, None, 10, 1, 300)
    assert DEFAULT_GOLD.parts[-3:] == ("eval", "gold", "corpus.jsonl")


def test_all_arguments() -> None:
    args = parse("mine.jsonl", "--out", "folder", "-k", "20", "--fail-under", "RR=1", "--fail-under", "EM=0.5")
    assert (args.gold, args.out, args.k) == (Path("mine.jsonl"), Path("folder"), 20)
    assert args.fail_under == ["RR=1", "EM=0.5"]


def test_the_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert {verb.name for verb in VERBS} >= {"compare", "self-test"}
    with pytest.raises(SystemExit):
        main(["eval", "--help"])
    shown = capsys.readouterr().out
    for verb in VERBS:
        assert f"\n  {verb.name} " in shown
        with pytest.raises(SystemExit) as caught:
            main(["eval", verb.name, "--help"])
        assert caught.value.code == 0
        assert verb.examples


def test_a_gold_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"mine\.jsonl"):
        COMMAND.run(parse(str(tmp_path / "mine.jsonl"), "--data", str(tmp_path)))


def test_an_archive_that_is_missing_is_named(tmp_path: Path, gold_file: Path) -> None:
    with pytest.raises(NoIndexError):
        COMMAND.run(parse(str(gold_file), "--data", str(tmp_path / "empty")))


@pytest.mark.parametrize("option", ["--out", "--save-baseline"])
def test_a_bad_folder_is_refused_before_the_archive_is_opened(tmp_path: Path, gold_file: Path, option: str) -> None:
    with pytest.raises(UsageError, match="--out"):
        COMMAND.run(parse(str(gold_file), "--data", str(tmp_path / "empty"), option, str(gold_file)))


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--fail-under", "nothing=1"], "--fail-under"),
        (["--baseline", "nowhere"], "no finished run"),
        (["--jobs", "0"], "--jobs"),
        (["-k", "3"], "-k 3"),
        (["--resume"], "--out DIR"),
        (["--rescore", "nowhere"], "holds no run"),
    ],
)
def test_wrong_options_are_refused_before_anything_is_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str], named: str
) -> None:
    monkeypatch.delattr(Fundstelle, "ask")
    code, _, error = run(*options)
    assert code == 2
    assert named in error


def test_a_run_its_files_and_its_repetition(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    code, shown, _ = run("--out", str(folder), "--save-baseline", str(tmp_path / "baseline"))
    assert code == 0
    assert "Answerable questions by direction" in shown
    assert {"metrics.json", "questions.jsonl", "report.md", "run.json", "scores.jsonl"} <= {
        path.name for path in folder.iterdir()
    }
    metrics = (folder / "metrics.json").read_bytes()
    assert (tmp_path / "baseline" / "metrics.json").read_bytes() == metrics

    for again in (["--jobs", "3"], ["--timeout", "60"]):
        other = tmp_path / f"again{again[0]}"
        assert run("--out", str(other), *again)[0] == 0
        assert (other / "metrics.json").read_bytes() == metrics, "two runs must agree to the last digit"

    (folder / "metrics.json").unlink()
    code, shown, _ = run("--rescore", str(folder), "--json", "--baseline", str(tmp_path / "baseline"))
    assert code == 0
    assert (folder / "metrics.json").read_bytes() == metrics
    printed = json.loads(shown)
    assert printed["gate"]["passed"] is True
    assert printed["run"]["rescored"]


def test_the_gate_decides_the_exit_code(run: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "run")
    assert run("--out", folder)[0] == 0
    code, _, error = run("--rescore", folder, "--fail-under", "de>de:RR=0.9", "--fail-under", "RR=1.01")
    assert code == 1
    assert "RR is 1.0000; it must be at least 1.01." in error
    assert "de>de" not in error
    assert run("--rescore", folder, "--fail-under", "RR=1", "--baseline", folder)[0] == 0


def test_two_runs_are_compared(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = str(tmp_path / "a"), str(tmp_path / "b")
    run("--out", first)
    run("--out", second)
    assert main(["eval", "compare", first, second, "--json", "--fail-on-regression"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["changes"] == []
    assert main(["eval", "compare", first, second]) == 0
    assert "4 questions asked in both" in capsys.readouterr().out


@pytest.mark.parametrize(("signal", "code"), [("SIGINT", 130), ("SIGKILL", -9)])
def test_a_process_that_is_stopped_loses_at_most_the_question_that_it_asks(
    archive: Path, gold_file: Path, run: Run, tmp_path: Path, signal: str, code: int
) -> None:
    folder = tmp_path / "run"
    arguments = ["eval", str(gold_file), "--data", str(archive), "--now", "2024-05-01", "--out", str(folder)]
    program = (
        "import os, signal, sys\n"
        # A shell that starts the tests in the background has them ignore it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from rag import Fundstelle\n"
        "from rag.cli.main import main\n"
        "ask, asked = Fundstelle.ask, []\n"
        "def stopped(archive, question, **options):\n"
        "    asked.append(question)\n"
        f"    if len(asked) == 3: os.kill(os.getpid(), signal.{signal})\n"
        "    return ask(archive, question, **options)\n"
        "Fundstelle.ask = stopped\n"
        f"sys.exit(main({arguments!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    if signal == "SIGINT":
        assert f"go on with the run in {folder}" in done.stderr
    assert len((folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()) == 2

    again, _, error = run("--out", str(folder))
    assert again == 0
    assert "2 of 4 questions are asked" in error
    assert json.loads((folder / "run.json").read_text(encoding="utf-8"))["resumed"] == 1
    run("--out", str(tmp_path / "whole"))
    assert (folder / "metrics.json").read_bytes() == (tmp_path / "whole" / "metrics.json").read_bytes()


def test_an_error_of_a_question_is_listed_and_makes_the_run_fail(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Fundstelle.ask

    def failing(archive: Fundstelle, question: str, **options: Any) -> Any:
        if "Whitby" in question:
            raise UsageError("no.", "Do not ask.")
        return ask(archive, question, **options)

    monkeypatch.setattr(Fundstelle, "ask", failing)
    code, shown, _ = run()
    assert code == 1
    assert "Failures (scored 0)" in shown
    assert "UsageError: no. Do not ask." in shown
