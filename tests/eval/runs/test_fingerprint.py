from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eval.runs.fingerprint import archive_fingerprint
from rag.models import IndexInfo

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


def test_it_names_the_content(perfect: TinyArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    first = archive_fingerprint(perfect)
    assert len(first) == 16
    assert int(first, 16) >= 0

    monkeypatch.setattr(perfect, "article_ids", lambda: ["port", "summit", "hafen", "gipfel"])
    assert archive_fingerprint(perfect) == first, "the order must not matter"
    monkeypatch.setattr(perfect, "article_ids", lambda: ["port", "summit", "hafen"])
    assert archive_fingerprint(perfect) != first


def test_another_cut_into_passages_is_another_archive_and_another_generation_is_not(
    perfect: TinyArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = archive_fingerprint(perfect)
    info = perfect.info()
    monkeypatch.setattr(perfect, "info", lambda: info.model_copy(update={"generation": "g2"}))
    assert archive_fingerprint(perfect) == first
    monkeypatch.setattr(perfect, "info", lambda: IndexInfo(generation="g1", articles=4, passages=9))
    assert archive_fingerprint(perfect) != first


def test_a_changed_article_is_another_archive(perfect: TinyArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    first = archive_fingerprint(perfect)
    article = perfect.article

    monkeypatch.setattr(perfect, "article", lambda key: article(key).model_copy(update={"title": "Anders"}))
    assert archive_fingerprint(perfect) != first
