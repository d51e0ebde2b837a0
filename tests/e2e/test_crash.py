"""kill -9 at ten points of a build: what answers afterwards is the old generation or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.build import build_index
from index.embedding import OnnxEmbedder
from index.layout import current_generation, generation_folder
from index.lock import read_holder
from index.verify import verify
from rag import Fundstelle

REPOSITORY = Path(__file__).resolve().parents[2]
STABLE, CHANGING = 40, 20
KILLS = 10
PATIENCE = 60.0
"""Seconds after which a process that does nothing is given up."""


@dataclass
class Round:
    """What became of a build that was to be killed: seconds since it took the lock, and whether it was still at it."""

    seconds: float
    killed: bool


def write_articles(source: Path, version: int) -> None:
    """60 articles, of which 20 name the version."""
    for number in range(STABLE + CHANGING):
        name = f"kran-{number:02}"
        said = f"und hebt {version} Tonnen" if number < CHANGING else "und bleibt, wie er ist"
        text = f"Der Kran Nummer {number} steht in Halle {number} {said}.\n\nEr wurde im Jahr {1900 + number} gebaut.\n"
        (source / f"{name}.md").write_text(f"---\nlanguage: de\ntitle: Kran {number}\n---\n{text}", encoding="utf-8")


def start_build(source: Path, data: Path) -> subprocess.Popen[bytes]:
    """A real `fundstelle index`, as leader of a process group; returns once it holds the lock."""
    command = [sys.executable, "-m", "rag.cli.main", "index", str(source), "--data", str(data)]
    process = subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    deadline = time.monotonic() + PATIENCE
    while (holder := read_holder(data)) is None or holder.pid != process.pid:
        assert process.poll() is None, process.communicate()[1].decode()
        assert time.monotonic() < deadline, "the build never took the lock"
        time.sleep(0.002)
    return process


def kill_after(process: subprocess.Popen[bytes], seconds: float) -> Round:
    """Kill the process, and nothing but the process, and wait until its children have ended of themselves."""
    started = time.monotonic()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    spent = time.monotonic() - started
    process.communicate()
    deadline = time.monotonic() + PATIENCE
    while _group_lives(process.pid):
        assert time.monotonic() < deadline, "a child of the killed build does not end"
        time.sleep(0.02)
    return Round(spent, process.returncode == -signal.SIGKILL)


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def version_that_answers(data: Path) -> int:
    """Ask, search and read everything; return the one version that all of it is of."""
    with Fundstelle.open(data) as archive:
        ids = archive.article_ids()
        assert len(ids) == STABLE + CHANGING
        articles = {article_id: archive.article(article_id) for article_id in ids}
        versions = {int(articles[f"kran-{number:02}"].text.split()[10]) for number in range(CHANGING)}
        answer = archive.ask("Wie viele Tonnen hebt der Kran Nummer 7?")
        for citation in [*answer.citations, *answer.nearest]:
            assert articles[citation.article_id].text[citation.start : citation.end] == citation.quote
        results = archive.search("Wann wurde der Kran Nummer 45 gebaut?", k=60)
        assert len({(result.article_id, result.start) for result in results}) == len(results) == 60
        for result in results:
            assert articles[result.article_id].text[result.start : result.end] == result.text
    (version,) = versions
    return version


@pytest.mark.timeout(300)
def test_a_killed_build_leaves_the_old_generation_or_the_new_one(tmp_path: Path, embedder: OnnxEmbedder) -> None:
    source, data = tmp_path / "source", tmp_path / "data"
    source.mkdir()
    write_articles(source, 1000)
    build_index(data, [source], embedder)
    write_articles(source, 1001)
    whole = kill_after(start_build(source, data), PATIENCE)
    assert not whole.killed
    assert version_that_answers(data) == 1001

    chance = random.Random(20260101)
    rounds, outcomes = [], []
    for number in range(KILLS):
        old, new = 1001 + number, 1002 + number
        write_articles(source, new)
        moment = whole.seconds * (number + chance.random()) / KILLS
        rounds.append(kill_after(start_build(source, data), moment))

        name = current_generation(data)
        assert name is not None
        verify(generation_folder(data, name))
        answered = version_that_answers(data)
        assert answered in (old, new)
        outcomes.append(answered == new)

        report = build_index(data, [source], embedder)
        assert report.articles == STABLE + CHANGING
        assert report.switched == (answered == old)
        assert version_that_answers(data) == new
        assert [path.name for path in (data / "generations").iterdir()] == [report.generation]
        stray = {path.name for path in data.iterdir()} - {"current.json", "generations", "writer.lock"}
        assert all(name.startswith("embeddings.sqlite") for name in stray)

    # The test has tested something: most builds were killed at work, and most of those had not switched yet.
    assert sum(each.killed for each in rounds) >= KILLS * 0.7, rounds
    assert outcomes.count(False) >= KILLS * 0.5, list(zip(rounds, outcomes, strict=True))
