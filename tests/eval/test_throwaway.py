from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from eval.throwaway import archives_folder, content_key, kept_archives, remove_archives, throwaway_archive
from eval.verbs.cache import CACHE
from index.embedding import OnnxEmbedder
from index.models import Article
from rag import Fundstelle

ARTICLES = [
    Article(id="kran-00001", title="Der Kran", text="Der Kran in Husum hebt 40 Tonnen.", language="de", source="kran"),
    Article(id="kran-00002", title="The bridge", text="The bridge in Whitby was built in 1908.", language="en"),
]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FUNDSTELLE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_the_archive_holds_the_articles_as_they_are(embedder: OnnxEmbedder, cache: Path) -> None:
    folder = throwaway_archive("kran", ARTICLES, embedder)
    assert folder.parent == cache / "evaluation"
    with Fundstelle.open(folder, embedder=embedder) as archive:
        for article in ARTICLES:
            stored = archive.article(article.id)
            assert (stored.text, stored.title, stored.language) == (article.text, article.title, article.language)


def test_the_same_articles_are_not_indexed_again(embedder: OnnxEmbedder) -> None:
    first = throwaway_archive("kran", ARTICLES, embedder)
    pointer = (first / "current.json").read_text()
    assert throwaway_archive("kran", ARTICLES, embedder) == first
    assert (first / "current.json").read_text() == pointer
    assert throwaway_archive("kran", ARTICLES[:1], embedder) != first


def test_a_damaged_archive_is_built_anew(embedder: OnnxEmbedder) -> None:
    folder = throwaway_archive("kran", ARTICLES, embedder)
    for path in folder.glob("generations/*/archive.sqlite"):
        path.write_bytes(b"not a database")
    assert throwaway_archive("kran", ARTICLES, embedder) == folder
    with Fundstelle.open(folder, embedder=embedder) as archive:
        assert archive.article_ids() == [article.id for article in ARTICLES]


def test_the_key_changes_with_text_language_and_model() -> None:
    key = content_key(ARTICLES, "model")
    assert content_key(ARTICLES, "model") == key
    changed = ARTICLES[0].model_copy(update={"text": "Der Kran in Husum hebt 41 Tonnen."})
    assert len({key, content_key([changed, ARTICLES[1]], "model"), content_key(ARTICLES, "other")}) == 3


def test_they_are_listed_and_removed(embedder: OnnxEmbedder, capsys: pytest.CaptureFixture[str]) -> None:
    folder = throwaway_archive("kran", ARTICLES, embedder)
    ((path, size),) = kept_archives()
    assert path == folder
    assert size > 1000
    args = argparse.Namespace(clear=False, json=False)
    assert CACHE.run(args) == 0
    assert folder.name in capsys.readouterr().out
    assert remove_archives() == size
    assert kept_archives() == []
    assert not archives_folder().exists()
