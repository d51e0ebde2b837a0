from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Article
from index.reading import KNOWN_ENDINGS, read_file

GERMAN = "Der Präsident sprach am Montag mit der Kanzlerin über die Lage im Land."
ENGLISH = "The president spoke with the chancellor about the state of the country on Monday."


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(path: Path) -> Article:
    reading = read_file(path)
    assert reading.problems == []
    [article] = reading.articles
    return article


def test_every_known_format_becomes_the_same_story(tmp_path: Path, make_pdf: Callable[..., bytes]) -> None:
    contents: dict[str, str | bytes] = {
        ".txt": GERMAN,
        ".md": GERMAN,
        ".markdown": GERMAN,
        ".jsonl": json.dumps({"id": "story", "text": GERMAN}),
        ".html": f"<html><body><p>{GERMAN}</p></body></html>",
        ".htm": f"<p>{GERMAN}</p>",
        ".pdf": make_pdf([GERMAN]),
    }
    assert set(contents) == set(KNOWN_ENDINGS)
    for ending, content in contents.items():
        path = write(tmp_path / f"story{ending}", content)
        assert only(path) == Article(
            id="story",
            title=GERMAN.removesuffix("."),
            title_origin="derived",
            text=GERMAN,
            language="de",
            path=str(path),
        )


def test_endings_count_in_any_case(tmp_path: Path) -> None:
    assert only(write(tmp_path / "A.TXT", GERMAN)).id == "A"


def test_title_origins(tmp_path: Path) -> None:
    given = only(write(tmp_path / "a.md", f"---\ntitle: Gegeben\n---\n# Gefunden\n\n{GERMAN}"))
    found = only(write(tmp_path / "b.md", f"# Gefunden\n\n{GERMAN}"))
    line = only(write(tmp_path / "c.txt", f"Gefunden\n\n{GERMAN}"))
    derived = only(write(tmp_path / "d.md", GERMAN))
    assert [(a.title, a.title_origin) for a in (given, found, line)] == [
        ("Gegeben", "given"),
        ("Gefunden", "found"),
        ("Gefunden", "found"),
    ]
    assert (derived.title, derived.title_origin) == (GERMAN.removesuffix("."), "derived")
    assert given.text == found.text == line.text == f"Gefunden\n\n{GERMAN}"


def test_the_language_is_given_or_the_callers_or_detected(tmp_path: Path) -> None:
    stated = write(tmp_path / "a.md", f"---\nlanguage: en-US\n---\n{GERMAN}")
    silent = write(tmp_path / "b.txt", GERMAN)
    english = write(tmp_path / "c.txt", ENGLISH)
    assert [only(path).language for path in (stated, silent, english)] == ["en", "de", "en"]
    assert read_file(stated, language="de").articles[0].language == "en"
    assert read_file(silent, language="en").articles[0].language == "en"


def test_a_file_of_many_articles_keeps_the_good_ones(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": GERMAN},
        {"id": "b", "text": " \u200b\n"},
        {"id": "c", "text": ENGLISH},
        {"id": "a", "text": "x"},
    ]
    path = write(tmp_path / "news.jsonl", "\n".join(map(json.dumps, lines)) + "\nkaputt")
    reading = read_file(path)
    assert [article.id for article in reading.articles] == ["a", "c"]
    assert [(problem.place, problem.reason) for problem in reading.problems] == [
        (f"{path}:2", "there is no text"),
        (f"{path}:4", "the id 'a' was used in line 1 already"),
        (f"{path}:5", "this is no JSON: Expecting value in column 1"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.md", b" \n\n", "the file is empty"),
        ("a.txt", b"\xef\xbb\xbf", "there is no text"),
        ("a.txt", b" date 2023-09 \n", "there is no text"),
        ("a.md", b"---\ntitle: T\n---\n", "there is no text"),
        ("a.txt", random.Random(1).randbytes(4_000), "this is no text but binary data"),
        ("a.docx", b"PK", "files ending in '.docx' cannot be read"),
        ("a", b"Text", "a file without an ending cannot be read"),
    ],
)
def test_a_broken_file_is_one_problem_and_no_article(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    reading = read_file(write(tmp_path / name, content))
    assert reading.articles == []
    [problem] = reading.problems
    assert problem.place == str(tmp_path / name)
    assert problem.reason == reason
    assert problem.remedy


def test_what_is_no_readable_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    reasons = {path.name: read_file(path).problems[0].reason for path in tmp_path.iterdir()}
    assert reasons == {
        "pipe.txt": "this is no file",
        "folder.txt": "this is no file",
        "gone.txt": "the file cannot be read (No such file or directory)",
    }


def test_ids_are_composed_unicode_whatever_the_file_system_does(tmp_path: Path) -> None:
    assert only(write(tmp_path / "Mu\u0308nchen.txt", GERMAN)).id == "München"


def test_a_name_that_is_no_unicode_is_reported() -> None:
    [problem] = read_file(Path("/tmp/b\udcffse.txt")).problems
    assert problem.reason == "the file's name is not UTF-8, so it cannot be stored"
    str(problem).encode()


def test_reading_is_repeatable(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", f"Titel\n\n{GERMAN}")
    assert only(path).checksum == only(path).checksum
