"""The demo archive of this repository, as the reader sees it."""

from __future__ import annotations

from pathlib import Path

from index.language import detect_language
from index.reading import find_files, read_file

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


def test_every_demo_article_reads_as_it_says() -> None:
    readings = {file.path: read_file(file.path) for file in find_files([CORPUS])}
    assert len(readings) >= 40
    for path, reading in readings.items():
        assert reading.problems == []
        [article] = reading.articles
        assert article.id == path.stem
        assert article.title_origin == "given"
        assert article.published is not None
        assert article.language == path.parent.name == detect_language(article.text)
        assert not any(mark in article.text for mark in ("**", "](", "---", "\n#", "| ---"))
