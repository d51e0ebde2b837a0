from __future__ import annotations

import pytest
from llama_index.core.vector_stores import FilterCondition, FilterOperator, MetadataFilter, MetadataFilters

from index.errors import UsageError
from rag.llamaindex.filters import read_options

IN, GTE, LTE = FilterOperator.IN, FilterOperator.GTE, FilterOperator.LTE


def _all(*parts: MetadataFilter | MetadataFilters) -> MetadataFilters:
    return MetadataFilters(filters=list(parts))


def _any(*parts: MetadataFilter | MetadataFilters) -> MetadataFilters:
    return MetadataFilters(filters=list(parts), condition=FilterCondition.OR)


GERMAN = MetadataFilter(key="language", value="de")
ENGLISH = MetadataFilter(key="language", value="en")
TAGBLATT = MetadataFilter(key="source", value="Tagblatt")
SINCE = MetadataFilter(key="published", value="2023-09", operator=GTE)
UNTIL = MetadataFilter(key="published", value="2024", operator=LTE)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (_all(), {}),
        (_all(GERMAN), {"languages": ["de"]}),
        (_all(TAGBLATT, SINCE, UNTIL), {"sources": ["Tagblatt"], "date_from": "2023-09", "date_to": "2024"}),
        (_all(MetadataFilter(key="source", value=["A", "B"], operator=IN)), {"sources": ["A", "B"]}),
        (_all(MetadataFilter(key="published", value="2023")), {"date_from": "2023", "date_to": "2023"}),
        (_all(_all(GERMAN), _all(SINCE)), {"languages": ["de"], "date_from": "2023-09"}),
        (_any(GERMAN, ENGLISH), {"languages": ["de", "en"]}),
        (_all(_any(GERMAN, ENGLISH), TAGBLATT), {"languages": ["de", "en"], "sources": ["Tagblatt"]}),
        (_any(SINCE), {"date_from": "2023-09"}),
        (MetadataFilters(filters=[GERMAN], condition=None), {"languages": ["de"]}),
    ],
)
def test_what_can_be_expressed(filters: MetadataFilters, expected: dict[str, object]) -> None:
    assert read_options({"filters": filters}) == expected


@pytest.mark.parametrize(
    "filters",
    [
        _all(MetadataFilter(key="title", value="Kran")),
        _all(MetadataFilter(key="language", value="de", operator=FilterOperator.NE)),
        _all(MetadataFilter(key="source", value="A", operator=FilterOperator.CONTAINS)),
        _all(MetadataFilter(key="language", value=["de"])),
        _all(MetadataFilter(key="language", value="de", operator=IN)),
        _all(MetadataFilter(key="published", value="2023", operator=FilterOperator.GT)),
        _any(GERMAN, TAGBLATT),
        _any(SINCE, UNTIL),
        _any(_all(GERMAN), ENGLISH),
        MetadataFilters(filters=[GERMAN], condition=FilterCondition.NOT),
    ],
)
def test_what_cannot_be_expressed_is_said(filters: MetadataFilters) -> None:
    with pytest.raises(UsageError, match="cannot be filtered") as caught:
        read_options({"filters": filters})
    assert "language" in caught.value.remedy


@pytest.mark.parametrize(
    "filters",
    [
        _all(MetadataFilter(key="language", value="fr")),
        _all(MetadataFilter(key="published", value="yesterday")),
        _all(MetadataFilter(key="published", value="2025", operator=GTE), UNTIL),
    ],
)
def test_wrong_values_are_refused(filters: MetadataFilters) -> None:
    with pytest.raises(UsageError):
        read_options({"filters": filters})


def test_nothing_is_said_twice() -> None:
    with pytest.raises(UsageError, match="languages is restricted twice"):
        read_options({"filters": _all(GERMAN, ENGLISH)})
    with pytest.raises(UsageError, match="date_from is restricted twice"):
        read_options({"filters": _all(SINCE), "date_from": "2022"})


def test_both_ways_together() -> None:
    read = read_options({"filters": _all(GERMAN), "sources": ["Tagblatt"], "date_to": None, "now": "2024-01-01"})
    assert read == {"languages": ["de"], "sources": ["Tagblatt"], "now": "2024-01-01"}
