"""One process indexes again and again while another asks; and two that index at the same time."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.embedding import OnnxEmbedder
from index.layout import current_generation
from rag import Fundstelle

REPOSITORY = Path(__file__).resolve().parents[2]
ARTICLES = 12
BUILDS = 6
TONNES = {"one": 111, "two": 222}

# Indexes the two versions in turns and tells which generation holds which.
WRITER = """
import sys
from pathlib import Path
from index.build import build_index
from index.embedding import default_embedder

data, root, builds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
for turn in range(builds):
    version = ("two", "one")[turn % 2]
    report = build_index(data, [root / version], default_embedder(), only=True)
    assert report.switched
    print(report.generation, version, flush=True)
"""


@dataclass
class Seen:
    """What a reader was told, to be judged once it is known which generation held which version."""

    generation: str
    quotes: list[tuple[str, int, int, str]]


def text_of(version: str, number: int) -> str:
    """Two sentences that name the version and one that moves the offsets of what follows."""
    tonnes = TONNES[version]
    padding = "Das ist neu. " if version == "two" else ""
    return f"{padding}Der Kran Nummer {number} hebt {tonnes} Tonnen.\n\nEr wiegt selbst {tonnes} Zentner."


def write_versions(root: Path) -> None:
    for version in TONNES:
        (root / version).mkdir(parents=True)
        for number in range(ARTICLES):
            content = f"---\nlanguage: de\ntitle: Kran {number}\n---\n{text_of(version, number)}\n"
            (root / version / f"kran-{number}.md").write_text(content, encoding="utf-8")


def index(path: Path, data: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "rag.cli.main", "index", str(path), "--only", "--data", str(data)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ask_and_search(archive: Fundstelle, number: int) -> list[Seen]:
    answer = archive.ask(f"Wie viele Tonnen hebt der Kran Nummer {number}?")
    cited = [(c.article_id, c.start, c.end, c.quote) for c in [*answer.citations, *answer.nearest]]
    before = archive.info().generation
    results = archive.search(f"Kran Nummer {number}", k=2 * ARTICLES)
    seen = [Seen(answer.index.generation, cited)]
    if archive.info().generation == before:  # a search does not say which generation it searched
        seen.append(Seen(before, [(r.article_id, r.start, r.end, r.text) for r in results]))
        assert len({(r.article_id, r.start) for r in results}) == len(results) == ARTICLES
    return seen


@pytest.mark.timeout(300)
def test_a_reader_sees_whole_generations_while_another_process_writes(tmp_path: Path, embedder: OnnxEmbedder) -> None:
    write_versions(tmp_path)
    data = tmp_path / "data"
    first = index(tmp_path / "one", data)
    said = first.communicate(timeout=120)
    assert first.returncode == 0, said
    begun_with = current_generation(data)
    assert begun_with is not None
    versions = {begun_with: "one"}

    seen: list[Seen] = []
    command = [sys.executable, "-c", WRITER, str(data), str(tmp_path), str(BUILDS)]
    with (
        Fundstelle.open(data, embedder=embedder, threshold=0.0) as archive,
        subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as writer,
    ):
        while writer.poll() is None:
            seen += ask_and_search(archive, len(seen) % ARTICLES)
        assert writer.returncode == 0
        assert writer.stdout is not None
        versions |= {line.split()[0]: line.split()[1] for line in writer.stdout.read().splitlines()}
        # The last generation is answered from without opening the archive again.
        assert archive.info().generation == current_generation(data) == list(versions)[-1]
        assert archive.ask("Was hebt Kran Nummer 3?").index.generation == list(versions)[-1]

    assert len(versions) == BUILDS + 1
    for each in seen:
        version = versions[each.generation]
        for article_id, start, end, quote in each.quotes:
            assert text_of(version, int(article_id.removeprefix("kran-")))[start:end] == quote
    generations = {each.generation for each in seen}
    assert len(generations) >= BUILDS / 2, "the reader hardly followed the writer"
    assert {versions[generation] for generation in generations} == set(TONNES)
    # All but the current one are gone.
    index(tmp_path / "one", data).communicate(timeout=120)
    assert [path.name for path in (data / "generations").iterdir()] == [current_generation(data)]


@pytest.mark.timeout(300)
def test_of_two_writers_at_the_same_time_one_is_refused(tmp_path: Path) -> None:
    write_versions(tmp_path)
    data = tmp_path / "data"
    writers = {version: index(tmp_path / version, data) for version in TONNES}
    said = {version: process.communicate(timeout=120) for version, process in writers.items()}
    assert sorted(process.returncode for process in writers.values()) == [0, 1], said
    (refused,) = (version for version, process in writers.items() if process.returncode == 1)
    (done,) = (version for version, process in writers.items() if process.returncode == 0)
    message = rf"being written by process {writers[done].pid} on {re.escape(socket.gethostname())} "
    assert re.search(message, said[refused][1]), said[refused]
    assert said[refused][0] == ""
    assert "Traceback" not in said[refused][1]
    with Fundstelle.open(data) as archive:
        assert archive.article("kran-0").text == text_of(done, 0)
        assert archive.info().articles == ARTICLES
