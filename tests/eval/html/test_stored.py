from __future__ import annotations

from pathlib import Path

from eval.html.stored import stored_articles
from index.layout import current_generation


def test_articles_come_from_the_generation_that_answered(archive: Path) -> None:
    generation = current_generation(archive)
    assert generation is not None
    with stored_articles(archive, generation) as article_of:
        found = article_of("zoo")
        assert found is not None
        assert "Momo" in found.text
        assert article_of("nowhere") is None


def test_another_generation_is_never_taken_for_it(archive: Path) -> None:
    with stored_articles(archive, "20200101T000000-abcdef") as article_of:
        assert article_of("zoo") is None


def test_without_an_archive_nothing_is_known(tmp_path: Path) -> None:
    with stored_articles(tmp_path / "nothing", "g1") as article_of:
        assert article_of("zoo") is None
