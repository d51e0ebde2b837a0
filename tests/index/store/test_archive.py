from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.errors import DamagedIndexError, UnknownArticleError
from index.models import Article, Passage, Sentence
from index.store.archive import Archive, FileState, SplitArticle, write_archive

# Characters beyond the BMP and a variation selector: offsets count code points, not bytes or UTF-16 units.
TEXT = "Der 🏗️ Kran hebt 60.000 kg. Ein é bleibt eins.\n\n𝔘nd Schluß."
END = len(TEXT)
SENTENCES = [Sentence(start=0, end=27), Sentence(start=28, end=46), Sentence(start=48, end=END, kind="heading")]
FILES = [FileState("/b/x.md", "/b", "d1"), FileState("/a/y.jsonl", "/a", "")]


@pytest.fixture
def split(make_article: Callable[..., Article]) -> list[SplitArticle]:
    full = make_article(
        "kran",
        TEXT,
        title="Kran 'Ö' \"x\"; DROP TABLE articles",
        title_origin="found",
        published="2023-09",
        source="Küstenbote",
        url="https://example.org/?a=1&b=ü",
        path="/b/x.md",
    )
    bare = make_article("bare", "One. Two.", language="en", source="A")
    return [
        SplitArticle(
            full,
            SENTENCES,
            [Passage(article_id="kran", start=0, end=46), Passage(article_id="kran", start=48, end=END)],
        ),
        SplitArticle(
            bare, [Sentence(start=0, end=4), Sentence(start=5, end=9)], [Passage(article_id="bare", start=0, end=9)]
        ),
    ]


@pytest.fixture
def path(tmp_path: Path, split: list[SplitArticle]) -> Path:
    path = tmp_path / "archive #1 100% ?.sqlite"
    write_archive(path, FILES, split)
    return path


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    archive = Archive(path)
    yield archive
    archive.close()


def test_listing_the_outlets_reads_no_articles(path: Path) -> None:
    """Opening a large archive would otherwise read all of its texts."""
    connection = sqlite3.connect(path)
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT DISTINCT source FROM articles WHERE source IS NOT NULL")
    assert "USING COVERING INDEX outlets" in plan.fetchone()[3]
    connection.close()


def test_what_was_written_is_read_back(archive: Archive, split: list[SplitArticle]) -> None:
    assert list(archive.articles()) == [s.article for s in split]
    assert archive.article("kran") == split[0].article
    assert archive.article_ids() == ["kran", "bare"]
    assert archive.sources() == ["A", "Küstenbote"]
    assert sorted(archive.files()) == sorted(FILES)
    assert archive.counts() == (2, 3, 5)
    assert list(archive.split_articles()) == [(s.article.checksum, s) for s in split]


def test_passages_come_in_the_order_asked_for(archive: Archive, split: list[SplitArticle]) -> None:
    stored = archive.passages([2, 0, 1, 0])
    assert [s.row for s in stored] == [2, 0, 1, 0]
    assert [s.passage for s in stored] == [
        split[1].passages[0],
        split[0].passages[0],
        split[0].passages[1],
        split[0].passages[0],
    ]
    assert stored[0].article == split[1].article
    assert stored[1].article == stored[2].article == split[0].article
    assert archive.passages([]) == []


def test_sentences_within_a_span(archive: Archive) -> None:
    assert archive.sentences("kran") == SENTENCES
    assert archive.sentences("kran", 0, 46) == SENTENCES[:2]
    assert archive.sentences("kran", 28, END) == SENTENCES[1:]
    assert archive.sentences("kran", 1, 45) == []  # none lies wholly within
    assert archive.sentences("kran", 28) == SENTENCES[1:]
    assert archive.sentences("nobody") == []


def test_an_unknown_article_is_an_error_with_a_remedy(archive: Archive) -> None:
    with pytest.raises(UnknownArticleError, match="'nobody'") as unknown:
        archive.article("nobody")
    assert "fundstelle search" in unknown.value.remedy
    with pytest.raises(UnknownArticleError):
        archive.article("kran' OR '1'='1")


def test_two_articles_with_one_id_are_refused(tmp_path: Path, split: list[SplitArticle]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        write_archive(tmp_path / "double", [], [split[0], split[0]])


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error):
        Archive(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_reading_never_writes(archive: Archive, path: Path) -> None:
    before = path.read_bytes()
    list(archive.split_articles())
    assert archive.is_sound()
    with pytest.raises(DamagedIndexError, match="readonly"):
        archive._rows("DELETE FROM articles", ())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_damage_is_told_with_a_remedy(path: Path) -> None:
    assert Archive(path).is_sound()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    archive = Archive(path)
    assert not archive.is_sound()
    with pytest.raises(DamagedIndexError, match="damaged") as damage:
        list(archive.articles())
    assert damage.value.remedy == "Build it anew: fundstelle index --rebuild"
    archive.close()


def test_a_closed_archive_is_our_mistake_and_no_damage(path: Path) -> None:
    archive = Archive(path)
    archive.close()
    with pytest.raises(sqlite3.ProgrammingError):
        archive.counts()


@pytest.mark.parametrize(
    ("change", "strays"),
    [
        (f"UPDATE sentences SET end = {END + 1} WHERE article = 0 AND position = 2", 1),
        ("UPDATE sentences SET start = -1 WHERE article = 0 AND position = 0", 1),
        ("UPDATE passages SET start = end", 3),
        ("UPDATE articles SET text = 'kurz' WHERE row = 0", 5),
        ("DELETE FROM articles WHERE row = 1", 3),
        (f"UPDATE passages SET end = {END} WHERE row = 1", 0),
    ],
)
def test_spans_outside_their_text_are_counted(path: Path, change: str, strays: int) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    connection.close()
    archive = Archive(path)
    assert archive.stray_spans() == strays
    archive.close()


def test_many_threads_may_read(archive: Archive, split: list[SplitArticle]) -> None:
    wrong: list[object] = []

    def read() -> None:
        for _ in range(100):
            found = archive.passages([1, 2])
            if [s.passage for s in found] != [split[0].passages[1], split[1].passages[0]]:
                wrong.append(found)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
