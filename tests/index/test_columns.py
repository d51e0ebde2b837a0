from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.columns import LANGUAGES, Columns, write_columns
from index.models import Article, Passage
from index.store.archive import SplitArticle

SOURCES = ["Harbour Post", "Küstenbote", "Straßenblatt"]


@pytest.fixture
def columns(tmp_path: Path, make_article: Callable[..., Article]) -> Columns:
    """Seven passages: day (rows 0, 1), month (2), year (3), undated (4), a German month of 2024 (5), no source (6)."""

    def split(article: Article, passages: int) -> SplitArticle:
        return SplitArticle(article, [], [Passage(article_id=article.id, start=0, end=1)] * passages)

    articles = [
        split(make_article("day", "x", published="2023-09-14", source="Küstenbote"), 2),
        split(make_article("month", "x", published="2023-09", source="Harbour Post", language="en"), 1),
        split(make_article("year", "x", published="2023", source="Harbour Post", language="en"), 1),
        split(make_article("undated", "x", source="Küstenbote"), 1),
        split(make_article("later", "x", published="2024-02", source="Straßenblatt"), 1),
        split(make_article("anonymous", "x", published="2022-12-31"), 1),
    ]
    write_columns(tmp_path / "columns.npy", articles, np.array([0, -1, 1, 0, -1, 1, 0], dtype=np.int32))
    return Columns(tmp_path / "columns.npy", SOURCES)


def test_there_is_a_record_a_passage(columns: Columns) -> None:
    assert len(columns) == 7
    assert columns.article_numbers(np.arange(7)).tolist() == [0, 0, 1, 2, 3, 4, 5]
    assert columns.article_numbers(np.array([6, 2])).tolist() == [5, 1]
    assert [LANGUAGES[code] for code in columns.languages()] == ["de", "de", "en", "en", "de", "de", "de"]


def test_the_passages_of_a_language(columns: Columns) -> None:
    assert columns.rows_of("en").tolist() == [2, 3]
    assert columns.rows_of("de").tolist() == [0, 1, 4, 5, 6]
    assert columns.among(np.array([0, 2, 3, 5]), "de").tolist() == [0, 5]
    assert columns.among(np.array([0, 2, 3, 5]), "en").tolist() == [2, 3]
    assert columns.among(np.arange(7), "en").tolist() == [2, 3]
    with pytest.raises(ValueError, match="read-only"):
        columns.rows_of("de")[0] = 3


def test_passages_in_common(columns: Columns) -> None:
    rows = np.array([0, 2, 3, 6])
    cases: list[list[list[int]]] = [[], [[]], [[2, 6]], [[1, 2, 3, 4], [3, 5, 6]], [[6, 0, 6]]]
    for others in cases:
        arrays = [np.array(other, dtype=np.int64) for other in others]
        expected = np.intersect1d(rows, np.concatenate([rows[:0], *arrays]))
        assert columns.common(rows, arrays).tolist() == expected.tolist()


def test_another_table_is_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "columns.npy", np.zeros(7, dtype=np.dtype([("article", "i4"), ("language", "i1")])))
    with pytest.raises(ValueError, match="something else"):
        Columns(tmp_path / "columns.npy", SOURCES)


def test_clusters(columns: Columns) -> None:
    assert columns.clusters(np.array([6, 1, 2])).tolist() == [0, -1, 1]
    assert columns.copies({0}).tolist() == [0, 3, 6]
    assert columns.copies({0, 1, -1}).tolist() == [0, 2, 3, 5, 6]
    assert columns.copies({-1}).tolist() == []


def test_without_a_filter_everything_matches(columns: Columns) -> None:
    assert columns.matching().tolist() == list(range(7))


@pytest.mark.parametrize(
    ("date_from", "date_to", "rows"),
    [
        ("2023-09-14", "2023-09-14", [0, 1, 2, 3]),  # the month and the year may have been that day
        ("2023-09-15", None, [2, 3, 5]),
        ("2023-09-30", None, [2, 3, 5]),
        ("2023-10-01", None, [3, 5]),
        ("2023-12-31", None, [3, 5]),
        ("2024", None, [5]),
        ("2024-02-29", None, [5]),  # a leap year
        ("2024-03-01", None, []),
        (None, "2023-09-13", [2, 3, 6]),
        (None, "2023-09-01", [2, 3, 6]),
        (None, "2023-08-31", [3, 6]),
        (None, "2023", [0, 1, 2, 3, 6]),
        (None, "2022", [6]),
        (None, "2022-12-30", []),
        ("2023-09", "2023-09", [0, 1, 2, 3]),
        ("2023-01-01", "2023-08-31", [3]),
        ("0001", None, [0, 1, 2, 3, 5, 6]),  # undated fits no range, however wide
        (None, "9999", [0, 1, 2, 3, 5, 6]),
    ],
)
def test_dates_match_when_some_day_they_may_mean_does(
    columns: Columns, date_from: str | None, date_to: str | None, rows: list[int]
) -> None:
    assert columns.matching(date_from, date_to).tolist() == rows


def test_languages(columns: Columns) -> None:
    assert columns.matching(languages=("en",)).tolist() == [2, 3]
    assert columns.matching(languages=("de",)).tolist() == [0, 1, 4, 5, 6]
    assert columns.matching(languages=("en", "de")).tolist() == list(range(7))


@pytest.mark.parametrize(
    ("sources", "rows"),
    [
        (["Küstenbote"], [0, 1, 4]),
        (["küstenBOTE"], [0, 1, 4]),
        (["KÜSTENBOTE", "harbour post"], [0, 1, 2, 3, 4]),
        (["STRASSENBLATT"], [5]),
        (["nobody"], []),
        (["Küsten"], []),
    ],
)
def test_sources_are_compared_whole_and_without_case(columns: Columns, sources: list[str], rows: list[int]) -> None:
    assert columns.matching(sources=sources).tolist() == rows


def test_filters_add_up(columns: Columns) -> None:
    assert columns.matching("2023-10", None, ["en"], ["Harbour Post"]).tolist() == [3]
    assert columns.matching("2023-10", None, ["de"], ["Harbour Post"]).tolist() == []
