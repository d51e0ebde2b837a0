"""The README tells the truth: its commands parse, its code runs, its answer is the one that the product gives."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rag.cli.main import build_parser

REPOSITORY = Path(__file__).resolve().parents[2]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)


def commands(verb: str) -> list[str]:
    lines = "\n".join(blocks("console")).replace("\\\n", " ").splitlines()
    return [line.removeprefix("$ ") for line in lines if line.startswith(f"$ {verb} ")]


def test_it_is_short_and_its_links_lead_somewhere() -> None:
    assert len(README.splitlines()) < 200
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    for link in links:
        assert (REPOSITORY / link).exists(), link


def test_the_make_commands_exist() -> None:
    named = set(re.findall(r"`?make ([a-z]+)", README))
    assert {"demo", "test", "serve"} <= named
    for target in named:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_every_command_line_is_understood() -> None:
    lines = commands("fundstelle")
    assert len(lines) >= 6
    for line in lines:
        arguments = shlex.split(line, comments=True)[1:]
        assert build_parser(arguments).parse_args(arguments).run


def test_the_answer_shown_is_the_answer_given(demo: Path) -> None:
    shown = [block for block in blocks("console") if "$ fundstelle ask" in block and "[1]" in block]
    assert shown
    for block in shown:
        command, _, expected = block.removeprefix("$ ").partition("\n")
        arguments = shlex.split(command)[1:]
        process = subprocess.run(
            [sys.executable, "-m", "rag.cli.main", *arguments, "--data", str(demo)],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=True,
        )
        assert process.stdout.strip() == expected.strip()


def test_the_library_example_runs(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = blocks("python")
    shutil.copytree(demo, tmp_path / "my-archive")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), scope)
    assert scope["results"]


def test_the_environment_variables_named_are_read() -> None:
    for name in set(re.findall(r"\$(FUNDSTELLE_[A-Z]+)", README)):
        code = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "index").rglob("*.py"))
        assert name in code, name
    assert "FUNDSTELLE_DATA" not in os.environ
