"""LlamaIndex's metadata filters as those of the archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from llama_index.core.vector_stores import FilterCondition, FilterOperator, MetadataFilter, MetadataFilters

from index.errors import UsageError
from rag.llamaindex.options import EngineOptions
from rag.question import FilterOptions, read_filters

SUPPORTED = (
    "Supported are language and source with == or in, and published with ==, >= or <=, joined by AND; "
    "OR joins several values of language, or of source."
)
LISTS = {"language": "languages", "source": "sources"}
BOUNDS = {
    FilterOperator.GTE: ("date_from",),
    FilterOperator.LTE: ("date_to",),
    FilterOperator.EQ: ("date_from", "date_to"),
}


def read_options(options: EngineOptions) -> FilterOptions:
    """Check filters, and bring those of LlamaIndex into the form of the archive's own.

    Args:
        options: fields of `rag.Filters`, and `filters`: conditions on a node's `language`, `source` and `published`.

    Returns:
        Fields of `rag.Filters` alone.

    Raises:
        UsageError: a filter is wrong, cannot be expressed in an archive, or is given twice.
    """
    merged: dict[str, Any] = {name: value for name, value in options.items() if value not in (None, "", (), [])}
    conditions = merged.pop("filters", None)
    for name, value in _read(conditions) if conditions else ():
        if name in merged:
            raise UsageError(f"{name} is restricted twice.", "Join the conditions into one.")
        merged[name] = value
    read_filters(merged)
    return cast(FilterOptions, merged)


def _read(filters: MetadataFilters) -> Iterator[tuple[str, object]]:
    """The archive's own filters, name by name."""
    if filters.condition == FilterCondition.OR and len(filters.filters) > 1:
        yield _alternatives(filters)
    elif filters.condition == FilterCondition.NOT:
        raise UsageError("an archive cannot be filtered by NOT.", SUPPORTED)
    else:
        for part in filters.filters:
            if isinstance(part, MetadataFilters):
                yield from _read(part)
            elif part.key == "published" and part.operator in BOUNDS:
                yield from ((name, part.value) for name in BOUNDS[part.operator])
            else:
                yield _values(part)


def _alternatives(filters: MetadataFilters) -> tuple[str, object]:
    """Several values of one key, joined by OR."""
    parts = [_values(part) for part in filters.filters if not isinstance(part, MetadataFilters)]
    if len(parts) < len(filters.filters) or len({name for name, _ in parts}) > 1:
        raise UsageError("an archive cannot be filtered by OR over different keys.", SUPPORTED)
    return parts[0][0], [value for _, values in parts for value in values]


def _values(part: MetadataFilter) -> tuple[str, list[object]]:
    """The values that a key may have."""
    if part.key in LISTS and part.operator == FilterOperator.EQ and not isinstance(part.value, list):
        return LISTS[part.key], [part.value]
    if part.key in LISTS and part.operator == FilterOperator.IN and isinstance(part.value, list):
        return LISTS[part.key], list(part.value)
    condition = f"{part.key} {part.operator.value} {part.value!r}"
    raise UsageError(f"an archive cannot be filtered by {condition}.", SUPPORTED)
