from __future__ import annotations

from rag.models import IndexInfo
from ui.header import header_html


def test_the_size_is_written_as_readers_write_numbers() -> None:
    info = IndexInfo(generation="g", articles=12345, passages=99999)
    assert "12.345 Artikel im Archiv" in header_html(info, "de")
    assert "12,345 articles in the archive" in header_html(info, "en")


def test_without_an_index_there_is_no_size() -> None:
    assert "articles" not in header_html(None, "en")
