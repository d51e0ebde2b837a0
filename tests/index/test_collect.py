from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import index.collect
from index.build import build_index
from index.collect import Collected, collect
from index.generation import Generation
from index.layout import generation_folder
from index.models import Language
from index.progress import silent
from index.reading import read_file

if TYPE_CHECKING:
    from tests.index.conftest import HashingEmbedder

pytestmark = pytest.mark.usefixtures("verify_here")

Again = Callable[..., Collected]


@pytest.fixture
def again(data: Path, hashing: HashingEmbedder) -> Again:
    """Indexes the paths of the first call; every further call collects on top of what was indexed last."""

    def run(
        *paths: Path, only: bool = False, reread: bool = False, language: Language | None = None, index_it: bool = True
    ) -> Collected:
        pointer = data / "current.json"
        earlier = None
        if pointer.is_file():
            earlier = Generation(generation_folder(data, json.loads(pointer.read_text())["generation"]))
        try:
            archive = earlier.archive if earlier else None
            collected = collect(paths, archive, silent, only=only, reread=reread, language=language)
        finally:
            if earlier is not None:
                earlier.close()
        if index_it:
            build_index(data, paths, hashing, only=only, rebuild=reread, language=language)
        return collected

    return run


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(collected: Collected) -> list[tuple[str, str]]:
    return [(problem.place, problem.reason) for problem in collected.problems]


def test_the_first_time_everything_is_read(source: Path, again: Again) -> None:
    put(source / "b.txt", "Der Kran hebt.")
    put(source / "deep" / "a.md", "---\nlanguage: en\n---\nThe bridge closes.")
    put(source / "feed.jsonl", '{"id": "x", "text": "Ein Panda."}\n{"id": "y", "text": "Zwei Pandas."}\n')
    collected = again(source)
    assert list(collected.articles) == ["b", "a", "x", "y"]
    assert collected.unread == 0
    assert sorted(collected.files) == [str(source / name) for name in ("b.txt", "deep/a.md", "feed.jsonl")]
    assert {state.root for state in collected.files.values()} == {str(source)}
    assert problems(collected) == []


def test_unchanged_files_are_not_read_again(source: Path, again: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    put(source / "a.txt", "Der Kran hebt.")
    put(source / "feed.jsonl", '{"id": "x", "text": "Ein Panda."}\n{"id": "y", "text": "Zwei Pandas."}\n')
    first = again(source)
    read: list[str] = []

    def watched(path: Path, *, language: Language | None = None) -> object:
        read.append(path.name)
        return read_file(path, language=language)

    monkeypatch.setattr(index.collect, "read_file", watched)
    second = again(source)
    assert read == []
    assert second.unread == 2
    assert second.articles == first.articles
    assert second.files == first.files
    put(source / "a.txt", "Der Kran senkt.")
    os.utime(source / "feed.jsonl")  # touched, not changed
    third = again(source)
    assert set(read) == {"a.txt"}
    assert third.articles["a"].text == "Der Kran senkt."
    assert third.unread == 1


def test_a_file_is_read_again_when_asked_to(source: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran hebt.")
    again(source)
    assert again(source, reread=True).unread == 0


def test_another_reader_reads_again(source: Path, again: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    put(source / "a.txt", "Der Kran hebt.")
    again(source)
    monkeypatch.setattr(index.collect, "READER_VERSION", "another")
    assert again(source).unread == 0


def test_a_stated_language_reads_again(source: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran hebt schwere Lasten und steht in Husum.")
    assert again(source).articles["a"].language == "de"
    english = again(source, language="en")
    assert english.unread == 0
    assert english.articles["a"].language == "en"


def test_removed_files_disappear(source: Path, again: Again) -> None:
    for name in "abc":
        put(source / f"{name}.txt", f"Der Kran {name}.")
    again(source)
    (source / "b.txt").unlink()
    collected = again(source)
    assert list(collected.articles) == ["a", "c"]
    assert problems(collected) == []


def test_removed_records_disappear(source: Path, again: Again) -> None:
    put(source / "feed.jsonl", '{"id": "x", "text": "Ein Panda."}\n{"id": "y", "text": "Zwei Pandas."}\n')
    again(source)
    put(source / "feed.jsonl", '{"id": "y", "text": "Zwei Pandas."}\n')
    assert list(again(source).articles) == ["y"]


def test_articles_from_other_paths_stay(source: Path, tmp_path: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    put(tmp_path / "other" / "b.txt", "Die Brücke.")
    again(source)
    both = again(tmp_path / "other")
    assert sorted(both.articles) == ["a", "b"]
    (source / "a.txt").unlink()  # nobody asks about this folder now
    assert sorted(again(tmp_path / "other").articles) == ["a", "b"]
    assert sorted(again(source, tmp_path / "other").articles) == ["b"]


def test_a_sibling_whose_name_begins_alike_is_another_path(source: Path, tmp_path: Path, again: Again) -> None:
    put(tmp_path / "source2" / "b.txt", "Die Brücke.")
    put(source / "a.txt", "Der Kran.")
    again(source, tmp_path / "source2")
    assert sorted(again(source).articles) == ["a", "b"]


def test_only_drops_what_came_from_other_paths(source: Path, tmp_path: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    put(tmp_path / "other" / "b.txt", "Die Brücke.")
    again(source, tmp_path / "other")
    collected = again(source, only=True)
    assert list(collected.articles) == ["a"]
    assert collected.unread == 1
    assert sorted(again(source).articles) == ["a"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff\xfe\x80", b"   \n"])
def test_a_file_that_broke_keeps_its_article_and_is_complained_of_every_time(
    source: Path, again: Again, content: bytes
) -> None:
    put(source / "a.txt", "Der Kran hebt.")
    put(source / "b.txt", "Die Brücke.")
    again(source)
    (source / "a.txt").write_bytes(content)
    for _ in range(2):
        collected = again(source)
        assert collected.articles["a"].text == "Der Kran hebt."
        assert [place for place, _ in problems(collected)] == [str(source / "a.txt")]
        assert collected.unread == 1
    put(source / "a.txt", "Der Kran senkt.")
    mended = again(source)
    assert mended.articles["a"].text == "Der Kran senkt."
    assert problems(mended) == []


def test_a_file_that_was_always_broken_is_left_out_and_complained_of_every_time(source: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran hebt.")
    (source / "b.txt").write_bytes(b"")
    for _ in range(2):
        collected = again(source)
        assert list(collected.articles) == ["a"]
        assert [place for place, _ in problems(collected)] == [str(source / "b.txt")]
        assert list(collected.files) == [str(source / "a.txt")]


def test_a_broken_record_is_named_by_its_line_every_time_and_the_others_stay(source: Path, again: Again) -> None:
    put(source / "feed.jsonl", '{"id": "x", "text": "Ein Panda."}\n{"id": 7}\n{"id": "z", "text": "Drei."}\n')
    for _ in range(2):
        collected = again(source)
        assert list(collected.articles) == ["x", "z"]
        assert [place for place, _ in problems(collected)] == [f"{source / 'feed.jsonl'}:2"]


def test_a_missing_path_is_reported_and_keeps_its_articles(source: Path, tmp_path: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    put(tmp_path / "other" / "b.txt", "Die Brücke.")
    again(source, tmp_path / "other")
    (tmp_path / "other").rename(tmp_path / "unmounted")
    for reread in (False, True):
        collected = again(source, tmp_path / "other", reread=reread)
        assert problems(collected) == [(str(tmp_path / "other"), "there is no such file or folder")]
        assert "--only" in collected.problems[0].remedy
        assert sorted(collected.articles) == ["a", "b"]
    collected = again(source, tmp_path / "other", only=True)
    assert sorted(collected.articles) == ["a"]


def test_two_files_with_one_id_are_reported_by_name_every_time(source: Path, again: Again) -> None:
    put(source / "one" / "a.txt", "Der Kran.")
    put(source / "two" / "a.txt", "Die Brücke.")
    for _ in range(2):
        collected = again(source)
        assert collected.articles["a"].path == str(source / "one" / "a.txt")
        reason = f"the id 'a' is taken by {source / 'one' / 'a.txt'}"
        assert problems(collected) == [(str(source / "two" / "a.txt"), reason)]
        assert list(collected.files) == [str(source / "one" / "a.txt")]
    (source / "one" / "a.txt").unlink()
    collected = again(source)
    assert collected.articles["a"].text == "Die Brücke."
    assert problems(collected) == []


def test_a_record_whose_id_is_taken_is_reported_every_time_and_the_others_stay(source: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    put(source / "feed.jsonl", '{"id": "a", "text": "Ein Panda."}\n{"id": "y", "text": "Zwei Pandas."}\n')
    for _ in range(2):
        collected = again(source)
        assert sorted(collected.articles) == ["a", "y"]
        assert collected.articles["a"].text == "Der Kran."
        assert [place for place, _ in problems(collected)] == [str(source / "feed.jsonl")]
    (source / "a.txt").unlink()
    collected = again(source)
    assert collected.articles["a"].text == "Ein Panda."
    assert problems(collected) == []


def test_a_file_that_moved_to_another_folder_is_no_duplicate(source: Path, tmp_path: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    put(source / "b.txt", "Die Brücke.")
    again(source)
    (tmp_path / "other").mkdir()
    (source / "a.txt").rename(tmp_path / "other" / "a.txt")
    collected = again(tmp_path / "other")
    assert problems(collected) == []
    assert collected.articles["a"].path == str(tmp_path / "other" / "a.txt")
    assert sorted(collected.articles) == ["a", "b"]
    assert str(source / "a.txt") not in collected.files


def test_a_path_within_another_is_read_once(source: Path, again: Again) -> None:
    put(source / "deep" / "a.txt", "Der Kran.")
    collected = again(source, source / "deep", source / "deep" / "a.txt")
    assert problems(collected) == []
    assert collected.files[str(source / "deep" / "a.txt")].root == str(source)


def test_a_file_named_by_itself_still_belongs_to_its_folder(source: Path, again: Again) -> None:
    """Else a rebuild, which reads all roots, would miss the file by name after it has been deleted."""
    put(source / "a.txt", "Der Kran.")
    put(source / "b.txt", "Die Brücke.")
    again(source)
    put(source / "a.txt", "Der Kran senkt.")
    collected = again(source / "a.txt")
    assert {state.root for state in collected.files.values()} == {str(source)}
    assert sorted(collected.articles) == ["a", "b"]
    alone = again(source / "a.txt", only=True)
    assert [state.root for state in alone.files.values()] == [str(source / "a.txt")]


def test_a_path_may_be_written_in_several_ways(
    source: Path, tmp_path: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(source / "a.txt", "Der Kran.")
    again(source)
    monkeypatch.chdir(source)
    for path in (Path(), Path("a.txt"), Path("../source"), tmp_path / "source" / ".." / "source"):
        collected = again(path)
        assert collected.unread == 1
        assert problems(collected) == []
        assert list(collected.files) == [str(source / "a.txt")]


@pytest.mark.timeout(30)
def test_a_pipe_among_the_files_is_reported_and_not_waited_for(source: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    os.mkfifo(source / "b.txt")
    collected = again(source)
    assert list(collected.articles) == ["a"]
    assert [place for place, _ in problems(collected)] == [str(source / "b.txt")]


def test_a_dead_link_is_reported(source: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    (source / "b.txt").symlink_to(source / "nowhere.txt")
    collected = again(source)
    assert list(collected.articles) == ["a"]
    assert [place for place, _ in problems(collected)] == [str(source / "b.txt")]


def test_a_given_file_that_is_no_article_is_reported(source: Path, again: Again) -> None:
    put(source / "a.txt", "Der Kran.")
    put(source / "b.docx", "PK")
    collected = again(source / "a.txt", source / "b.docx")
    assert list(collected.articles) == ["a"]
    assert [place for place, _ in problems(collected)] == [str(source / "b.docx")]
