"""The command line as people meet it: real processes, their exit codes, and what they write where."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rag import Answer, Fundstelle

LIFTS = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


@dataclass(frozen=True)
class Shell:
    """Runs `fundstelle` in a folder that has nothing to do with the repository."""

    home: Path

    def __call__(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "rag.cli.main", *arguments]
        done = subprocess.run(
            command, cwd=self.home, input=stdin, capture_output=True, text=True, check=False, timeout=120
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert "Warning" not in done.stderr, done.stderr
        return done

    def json(self, *arguments: str) -> Any:
        done = self(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def indexed(archive: Path) -> Iterator[Fundstelle]:
    """The library over the archive that the processes are asked about."""
    with Fundstelle.open(archive) as opened:
        yield opened


def _write_questions(folder: Path) -> Path:
    path = folder / "fragen.jsonl"
    lines = [json.dumps({"id": "eins", "question": LIFTS}), "kein JSON", json.dumps({"id": 2, "question": "Panda?"})]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _exact(archive: Fundstelle, answer: Answer) -> None:
    cited = [*answer.citations, *answer.nearest]
    assert cited
    for citation in cited:
        assert archive.article(citation.article_id).text[citation.start : citation.end] == citation.quote


def test_from_a_folder_to_an_answer_and_on_with_the_folder(shell: Shell, articles: Path) -> None:
    """A broken file is named and the rest indexed; what is mended, removed or changed is noticed; in `.fundstelle`."""
    (articles / "kaputt.pdf").write_bytes(b"%PDF-1.4 nothing of the kind")
    first = shell("index", str(articles))
    assert first.returncode == 1
    assert first.stdout.startswith("Indexed 3 articles")
    assert "kaputt.pdf" in first.stderr
    assert first.stderr.count("\n") == 1

    asked = shell("ask", "Wie heißt der Rote Panda im Zoo von Görlitz?")
    assert asked.returncode == 0
    assert "zoo characters" in asked.stdout

    (articles / "kaputt.pdf").unlink()
    (articles / "zoo.txt").unlink()
    (articles / "hafen.md").write_text("Der Hafenkran von Husum hebt jetzt 70.000 Kilogramm.", encoding="utf-8")
    second = shell("index", str(articles), "--json")
    assert second.returncode == 0, second.stderr
    report = json.loads(second.stdout)
    counts = {name: report[name] for name in ("articles", "added", "changed", "removed", "unchanged", "problems")}
    assert counts == {"articles": 2, "added": 0, "changed": 1, "removed": 1, "unchanged": 1, "problems": []}

    with Fundstelle.open(shell.home / ".fundstelle") as archive:
        assert sorted(archive.article_ids()) == ["bridge", "hafen"]
        answer = Answer.model_validate(shell.json("ask", LIFTS))
        _exact(archive, answer)
        assert any("70.000" in citation.quote for citation in [*answer.citations, *answer.nearest])


def test_ask_in_json_is_the_answer_of_the_library(shell: Shell, archive: Path, indexed: Fundstelle) -> None:
    answer = Answer.model_validate(shell.json("ask", LIFTS, "--data", str(archive)))
    _exact(indexed, answer)
    expected = indexed.ask(LIFTS)
    assert answer.model_copy(update={"timings_ms": {}}) == expected.model_copy(update={"timings_ms": {}})


def test_search_in_json_is_the_ranking_of_the_library(shell: Shell, archive: Path, indexed: Fundstelle) -> None:
    results = shell.json("search", "bridge repairs", "-k", "2", "--data", str(archive))["results"]
    assert results == [result.model_dump(mode="json") for result in indexed.search("bridge repairs", 2)]


def test_a_batch_of_questions_keeps_its_order_around_a_bad_line(
    shell: Shell, archive: Path, indexed: Fundstelle
) -> None:
    path = _write_questions(shell.home)
    done = shell("ask", "--batch", str(path), "--json", "--data", str(archive))
    assert done.returncode == 1
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert (second["line"], third["question"]) == (2, "Panda?")
    assert f"{path}:2" in done.stderr
    for printed in (first, third):
        _exact(indexed, Answer.model_validate(printed))


def test_a_batch_of_searches(shell: Shell, archive: Path, indexed: Fundstelle) -> None:
    stdin = _write_questions(shell.home).read_text(encoding="utf-8").replace("kein JSON\n", "")
    done = shell("search", "--batch", "-", "--json", "-k", "3", "--data", str(archive), stdin=stdin)
    assert done.returncode == 0
    assert done.stderr == ""
    printed = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in printed] == ["eins", "2"]
    expected = [r.model_dump(include={"article_id", "start", "end", "score"}) for r in indexed.search(LIFTS, 3)]
    assert printed[0] == {"id": "eins", "results": expected}


def test_status_and_doctor(shell: Shell, archive: Path) -> None:
    assert shell.json("status", "--data", str(archive))["articles"] == 3
    findings = shell.json("doctor", "--data", str(archive))
    assert all(finding["ok"] for finding in findings)


@pytest.mark.parametrize("arguments", [("ask", "Wer?"), ("search", "Wer?")])
def test_without_an_index_the_remedy_is_named(shell: Shell, arguments: tuple[str, ...]) -> None:
    done = shell(*arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "fundstelle index PATH" in done.stderr
    assert str(shell.home / ".fundstelle") in done.stderr
    assert list(shell.home.iterdir()) == []


def test_wrong_usage(shell: Shell, archive: Path) -> None:
    assert shell("ask").returncode == 2
    assert shell("ask", "Wer?", "--from", "gestern", "--data", str(archive)).returncode == 2
    assert shell("nonsense").returncode == 2


def test_a_reader_that_goes_away_is_no_error(archive: Path, tmp_path: Path) -> None:
    """As in `fundstelle ask --batch … | head -1`."""
    path = tmp_path / "fragen.jsonl"
    path.write_text("\n".join(json.dumps({"id": n, "question": "Kran?"}) for n in range(200)), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "rag.cli.main", "ask", "--batch", str(path), "--json", "--data", str(archive)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert json.loads(process.stdout.readline())["question"] == "Kran?"
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == ""
    process.stderr.close()


def test_the_installed_command(archive: Path) -> None:
    """What `pip install` puts beside the interpreter does the same as the module."""
    command = Path(sys.executable).with_name("fundstelle")
    done = subprocess.run(
        [command, "status", "--json", "--data", str(archive)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["articles"] == 3
