from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.build import BuildReport, build_index
from index.embedding import fingerprint_of
from index.errors import DamagedIndexError, FundstelleError, LockedError
from index.generation import Generation
from index.layout import ARCHIVE_FILE, POINTER_FILE, current_generation, generation_folder
from index.lock import read_holder, writer_lock
from index.models import Article
from index.progress import Advance, Progress
from index.store.manifest import MANIFEST_FILE, SCHEMA_VERSION
from index.verify import verify
from index.write_generation import EMBED_BATCH

if TYPE_CHECKING:
    from tests.index.conftest import HashingEmbedder

pytestmark = pytest.mark.usefixtures("verify_here")

# Long enough for several passages: three headings, so four passages.
LONG = (
    "Der Kran {0} hebt viel.\n\n## Kosten\n\nEr kostet {0} Euro.\n\n## Ort\n\nEr steht in {0}.\n\n## Zeit\n\nSeit je.\n"
)


def put(source: Path, name: str, text: str) -> None:
    (source / f"{name}.md").write_text(f"---\nlanguage: de\ntitle: Kran {name}\n---\n{text}", encoding="utf-8")


def articles_of(data: Path) -> dict[str, Article]:
    name = current_generation(data)
    assert name is not None
    generation = Generation(generation_folder(data, name))
    try:
        return {article.id: article for article in generation.archive.articles()}
    finally:
        generation.close()


def counts(report: BuildReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


@pytest.fixture
def three(source: Path) -> Path:
    """Three articles of four passages each."""
    for name in ("a", "b", "c"):
        put(source, name, LONG.format(name))
    return source


def test_the_first_build_reports_what_it_did(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    report = build_index(data, [three], hashing)
    assert report.switched
    assert report.generation == current_generation(data)
    assert (report.articles, report.passages) == (3, 12)
    assert counts(report) == (3, 0, 0, 0)
    assert (report.embedded, report.reused) == (12, 0)
    assert report.problems == []
    assert report.seconds > 0
    assert len(hashing.embedded) == 12
    verify(generation_folder(data, report.generation))


def test_the_title_is_embedded_with_every_passage(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    build_index(data, [three], hashing)
    assert hashing.embedded[:2] == ["Kran a\nDer Kran a hebt viel.", "Kran a\nKosten\n\nEr kostet a Euro."]


def test_a_second_build_switches_nothing_and_embeds_nothing(
    three: Path, data: Path, hashing: HashingEmbedder, leftovers: Callable[[Path], list[str]]
) -> None:
    first = build_index(data, [three], hashing)
    pointer = (data / POINTER_FILE).stat().st_mtime_ns
    hashing.embedded.clear()
    second = build_index(data, [three], hashing)
    assert not second.switched
    assert second.generation == first.generation
    assert counts(second) == (0, 0, 0, 3)
    assert (second.articles, second.passages, second.embedded, second.reused) == (3, 12, 0, 12)
    assert hashing.embedded == []
    assert (data / POINTER_FILE).stat().st_mtime_ns == pointer
    assert leftovers(data) == []


def test_a_build_of_part_of_the_paths_switches_nothing(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    build_index(data, [three], hashing)
    assert not build_index(data, [three / "b.md"], hashing).switched


def test_a_changed_article_embeds_only_its_changed_passages(
    three: Path, data: Path, hashing: HashingEmbedder, leftovers: Callable[[Path], list[str]]
) -> None:
    first = build_index(data, [three], hashing)
    hashing.embedded.clear()
    put(three, "b", LONG.format("b").replace("kostet b Euro", "kostet 7 Euro"))
    second = build_index(data, [three], hashing)
    assert second.switched
    assert second.generation != first.generation
    assert counts(second) == (0, 1, 0, 2)
    assert (second.embedded, second.reused) == (1, 11)
    assert hashing.embedded == ["Kran b\nKosten\n\nEr kostet 7 Euro."]
    assert "7 Euro" in articles_of(data)["b"].text
    assert leftovers(data) == []


def test_a_changed_title_embeds_all_passages_of_its_article(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    build_index(data, [three], hashing)
    (three / "b.md").write_text(f"---\nlanguage: de\ntitle: Neu\n---\n{LONG.format('b')}")
    assert build_index(data, [three], hashing).embedded == 4


def test_changed_metadata_is_stored_and_embeds_nothing(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    build_index(data, [three], hashing)
    text = (three / "b.md").read_text()
    (three / "b.md").write_text(text.replace("language: de", "language: de\nsource: Küstenbote"))
    report = build_index(data, [three], hashing)
    assert counts(report) == (0, 1, 0, 2)
    assert report.embedded == 0
    assert articles_of(data)["b"].source == "Küstenbote"


def test_equal_passages_are_embedded_once(source: Path, data: Path, hashing: HashingEmbedder) -> None:
    for name in ("a", "b"):
        (source / f"{name}.md").write_text("---\nlanguage: de\ntitle: Agentur\n---\nDer Kran hebt viel.\n")
    report = build_index(data, [source], hashing)
    assert (report.passages, report.embedded, report.reused) == (2, 1, 1)
    assert len(hashing.embedded) == 1


def test_a_moved_file_is_unchanged_and_has_its_new_path(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    build_index(data, [three], hashing)
    (three / "deep").mkdir()
    (three / "b.md").rename(three / "deep" / "b.md")
    report = build_index(data, [three], hashing)
    assert report.switched
    assert counts(report) == (0, 0, 0, 3)
    assert report.embedded == 0
    assert articles_of(data)["b"].path == str(three / "deep" / "b.md")


def test_removed_articles_are_counted_and_gone(
    three: Path, data: Path, hashing: HashingEmbedder, leftovers: Callable[[Path], list[str]]
) -> None:
    build_index(data, [three], hashing)
    (three / "c.md").unlink()
    report = build_index(data, [three], hashing)
    assert counts(report) == (0, 0, 1, 2)
    assert (report.articles, report.passages, report.embedded) == (2, 8, 0)
    assert sorted(articles_of(data)) == ["a", "b"]
    assert leftovers(data) == []


def test_an_article_that_comes_back_costs_nothing(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    build_index(data, [three], hashing)
    text = (three / "c.md").read_text()
    (three / "c.md").unlink()
    build_index(data, [three], hashing)
    (three / "c.md").write_text(text)
    assert build_index(data, [three], hashing).embedded == 0


def test_an_empty_result_is_refused_and_the_old_generation_stays(
    three: Path, data: Path, hashing: HashingEmbedder
) -> None:
    first = build_index(data, [three], hashing)
    for path in three.iterdir():
        path.unlink()
    with pytest.raises(FundstelleError, match="no article is left to index") as refusal:
        build_index(data, [three], hashing)
    assert ".txt .md .jsonl .html .pdf" in refusal.value.remedy
    assert current_generation(data) == first.generation
    assert sorted(articles_of(data)) == ["a", "b", "c"]


def test_when_nothing_can_be_read_the_reasons_are_told(source: Path, data: Path, hashing: HashingEmbedder) -> None:
    (source / "a.txt").write_bytes(b"")
    with pytest.raises(FundstelleError, match=r"no article is left to index\..*a\.txt"):
        build_index(data, [source, source / "none"], hashing)
    assert current_generation(data) is None


def test_broken_files_are_reported_and_the_rest_is_indexed(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    (three / "empty.txt").write_bytes(b"")
    report = build_index(data, [three], hashing)
    assert report.articles == 3
    assert [problem.place for problem in report.problems] == [str(three / "empty.txt")]
    again = build_index(data, [three], hashing)
    assert not again.switched
    assert [problem.place for problem in again.problems] == [str(three / "empty.txt")]


def test_another_embedder_embeds_everything_anew(
    three: Path, data: Path, hashing: HashingEmbedder, other_model: HashingEmbedder
) -> None:
    build_index(data, [three], hashing)
    report = build_index(data, [three], other_model)
    assert report.switched
    assert counts(report) == (0, 0, 0, 3)
    assert (report.embedded, report.reused) == (12, 0)
    folder = generation_folder(data, report.generation)
    generation = Generation(folder)
    assert generation.manifest.fingerprint == fingerprint_of(other_model) != fingerprint_of(hashing)
    generation.close()
    verify(folder)
    # Both models' vectors are kept: going back costs nothing.
    assert build_index(data, [three], hashing).embedded == 0


def test_a_rebuild_reads_everything_again_and_reuses_vectors(
    three: Path, tmp_path: Path, data: Path, hashing: HashingEmbedder
) -> None:
    first = build_index(data, [three], hashing)
    (three / "a.md").unlink()
    (tmp_path / "other.md").write_text("---\nlanguage: de\n---\nDie Brücke.\n")
    build_index(data, [tmp_path / "other.md"], hashing)
    put(three, "d", LONG.format("d"))
    report = build_index(data, [], hashing, rebuild=True)  # the paths are those indexed before
    assert report.switched
    assert report.generation != first.generation
    assert sorted(articles_of(data)) == ["b", "c", "d", "other"]
    assert report.embedded == 4
    assert build_index(data, [], hashing, rebuild=True).embedded == 0


def test_a_rebuild_with_only_forgets_the_other_paths(
    three: Path, tmp_path: Path, data: Path, hashing: HashingEmbedder
) -> None:
    (tmp_path / "other.md").write_text("---\nlanguage: de\n---\nDie Brücke.\n")
    build_index(data, [three, tmp_path / "other.md"], hashing)
    build_index(data, [tmp_path / "other.md"], hashing, rebuild=True, only=True)
    assert sorted(articles_of(data)) == ["other"]


def test_a_stated_language_is_used_for_what_does_not_state_its_own(
    source: Path, data: Path, hashing: HashingEmbedder
) -> None:
    (source / "a.txt").write_text("Der Kran hebt schwere Lasten im Hafen.")
    put(source, "b", "Der Kran.")
    build_index(data, [source], hashing, language="en")
    assert {article.id: article.language for article in articles_of(data).values()} == {"a": "en", "b": "de"}


# What goes wrong while it works


def interrupted_in(wanted: str) -> Progress:
    """Ctrl-C at the first advance of a step."""

    @contextmanager
    def progress(step: str, total: int, unit: str) -> Iterator[Advance]:
        def advance(count: int) -> None:
            if step == wanted:
                raise KeyboardInterrupt

        yield advance

    return progress


@pytest.mark.parametrize("step", ["reading", "splitting", "embedding", "writing", "keywords", "checking"])
def test_ctrl_c_leaves_the_old_generation_and_nothing_else(
    three: Path, data: Path, hashing: HashingEmbedder, step: str, leftovers: Callable[[Path], list[str]]
) -> None:
    first = build_index(data, [three], hashing)
    put(three, "b", LONG.format("new"))
    with pytest.raises(KeyboardInterrupt):
        build_index(data, [three], hashing, progress=interrupted_in(step))
    assert current_generation(data) == first.generation
    assert "Der Kran b" in articles_of(data)["b"].text
    assert leftovers(data) == []
    assert read_holder(data) is None
    report = build_index(data, [three], hashing)
    assert report.switched
    assert counts(report) == (0, 1, 0, 2)
    assert "Der Kran new" in articles_of(data)["b"].text
    assert leftovers(data) == []


@pytest.mark.parametrize("step", ["reading", "embedding", "checking"])
def test_ctrl_c_in_the_first_build_leaves_no_index(
    three: Path, data: Path, hashing: HashingEmbedder, step: str, leftovers: Callable[[Path], list[str]]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        build_index(data, [three], hashing, progress=interrupted_in(step))
    assert current_generation(data) is None
    assert leftovers(data) == []
    assert build_index(data, [three], hashing).articles == 3


def test_what_was_embedded_before_ctrl_c_is_not_embedded_again(
    source: Path, data: Path, hashing: HashingEmbedder
) -> None:
    total = 2 * EMBED_BATCH + 5
    for number in range(total):
        put(source, f"n{number}", f"Der Kran {number} hebt viel.")
    with pytest.raises(KeyboardInterrupt):
        build_index(data, [source], hashing, progress=interrupted_in("embedding"))
    assert len(hashing.embedded) == EMBED_BATCH
    report = build_index(data, [source], hashing)
    assert (report.embedded, report.reused) == (total - EMBED_BATCH, EMBED_BATCH)
    assert len(hashing.embedded) == len(set(hashing.embedded)) == total


def test_a_generation_that_fails_its_check_never_becomes_current(
    three: Path,
    data: Path,
    hashing: HashingEmbedder,
    leftovers: Callable[[Path], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = build_index(data, [three], hashing)
    put(three, "b", LONG.format("new"))

    def tampered(folder: Path) -> None:
        connection = sqlite3.connect(folder / ARCHIVE_FILE)
        with connection:
            connection.execute("DELETE FROM sentences WHERE article = 1")
        connection.close()
        verify(folder)

    monkeypatch.setattr("index.write_generation.verify_in_subprocess", tampered)
    with pytest.raises(DamagedIndexError, match="sentences"):
        build_index(data, [three], hashing)
    assert current_generation(data) == first.generation
    assert leftovers(data) == []


def test_a_second_writer_is_refused_and_changes_nothing(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    with writer_lock(data), pytest.raises(LockedError):
        build_index(data, [three], hashing)
    assert current_generation(data) is None
    assert hashing.embedded == []


# What an earlier disaster left behind


def test_leftovers_of_a_crash_are_removed_even_when_nothing_has_changed(
    three: Path, data: Path, hashing: HashingEmbedder, leftovers: Callable[[Path], list[str]]
) -> None:
    first = build_index(data, [three], hashing)
    (data / "generations" / "half-made").mkdir()
    (data / "generations" / "half-made" / "archive.sqlite").write_bytes(b"half")
    assert leftovers(data) == ["generations/half-made"]
    assert not build_index(data, [three], hashing).switched
    assert leftovers(data) == []
    assert current_generation(data) == first.generation


def test_a_generation_that_a_reader_holds_is_kept_and_goes_later(
    three: Path, data: Path, hashing: HashingEmbedder, leftovers: Callable[[Path], list[str]]
) -> None:
    first = build_index(data, [three], hashing)
    reader = Generation(generation_folder(data, first.generation))
    put(three, "b", LONG.format("new"))
    build_index(data, [three], hashing)
    assert leftovers(data) == [f"generations/{first.generation}"]
    assert reader.vectors.count("de") == 12
    reader.close()
    build_index(data, [three], hashing)
    assert leftovers(data) == []


def test_a_damaged_pointer_does_not_stop_a_build_and_nothing_is_deleted_before_it(
    three: Path, data: Path, hashing: HashingEmbedder, leftovers: Callable[[Path], list[str]]
) -> None:
    first = build_index(data, [three], hashing)
    (data / POINTER_FILE).write_text("{")
    with pytest.raises(KeyboardInterrupt):
        build_index(data, [three], hashing, progress=interrupted_in("writing"))
    assert generation_folder(data, first.generation).is_dir()
    report = build_index(data, [three], hashing)
    assert report.switched
    assert (report.articles, report.embedded) == (3, 0)
    assert leftovers(data) == []


def test_an_unreadable_generation_is_replaced_by_all_that_it_was_made_from(
    three: Path, tmp_path: Path, data: Path, hashing: HashingEmbedder
) -> None:
    (tmp_path / "other.md").write_text("---\nlanguage: de\n---\nDie Brücke.\n")
    first = build_index(data, [three, tmp_path / "other.md"], hashing)
    (generation_folder(data, first.generation) / "columns.npy").unlink()
    build_index(data, [three], hashing)
    assert sorted(articles_of(data)) == ["a", "b", "c", "other"]


def test_an_index_of_another_schema_is_replaced_by_all_that_it_was_made_from(
    three: Path, data: Path, hashing: HashingEmbedder
) -> None:
    first = build_index(data, [three], hashing)
    manifest = generation_folder(data, first.generation) / MANIFEST_FILE
    manifest.write_text(manifest.read_text().replace(f'"schema_version": {SCHEMA_VERSION}', '"schema_version": 99'))
    report = build_index(data, [], hashing, rebuild=True)
    assert sorted(articles_of(data)) == ["a", "b", "c"]
    assert report.embedded == 0


def scramble(archive: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    connection = sqlite3.connect(archive)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    content = bytearray(archive.read_bytes())
    content[(page - 1) * size : page * size] = b"\xa5" * size
    archive.write_bytes(content)


def test_an_archive_whose_articles_are_damaged_is_replaced(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    first = build_index(data, [three], hashing)
    scramble(generation_folder(data, first.generation) / ARCHIVE_FILE, "articles")
    report = build_index(data, [], hashing)
    assert (report.articles, report.embedded) == (3, 0)
    verify(generation_folder(data, report.generation))


@pytest.mark.parametrize("table", ["sentences", "files"])
def test_an_archive_that_is_damaged_deeper_is_told_and_the_remedy_works(
    three: Path, data: Path, hashing: HashingEmbedder, table: str
) -> None:
    first = build_index(data, [three], hashing)
    scramble(generation_folder(data, first.generation) / ARCHIVE_FILE, table)
    put(three, "b", LONG.format("new"))
    with pytest.raises(DamagedIndexError) as damage:
        build_index(data, [three], hashing)
    assert damage.value.remedy == "Build it anew: fundstelle index --rebuild"
    assert current_generation(data) == first.generation
    report = build_index(data, [], hashing, rebuild=True)
    assert report.articles == 3
    verify(generation_folder(data, report.generation))


def test_a_lost_generation_is_made_anew(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    first = build_index(data, [three], hashing)
    shutil.rmtree(generation_folder(data, first.generation))
    report = build_index(data, [three], hashing)
    assert report.switched
    assert (report.articles, report.embedded) == (3, 0)


def test_a_damaged_cache_costs_embedding_and_nothing_else(three: Path, data: Path, hashing: HashingEmbedder) -> None:
    build_index(data, [three], hashing)
    (data / "embeddings.sqlite").write_bytes(b"no database" * 1000)
    put(three, "b", LONG.format("new"))
    report = build_index(data, [three], hashing)
    assert report.embedded == 12
    verify(generation_folder(data, report.generation))


def test_an_archive_without_a_single_word_can_be_built(source: Path, data: Path, hashing: HashingEmbedder) -> None:
    (source / "a.txt").write_text("… – !")
    report = build_index(data, [source], hashing)
    assert report.articles == 1
    verify(generation_folder(data, report.generation))
