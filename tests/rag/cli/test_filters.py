from __future__ import annotations

import argparse

from rag.cli.filters import add_filters, filters_of
from rag.question import read_filters


def _parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_filters(parser)
    return parser.parse_args(arguments)


def test_nothing_is_restricted_by_default() -> None:
    options = _parse()
    assert options.language == "auto"
    assert read_filters(filters_of(options)) == read_filters({})


def test_options_are_fields_of_the_filters() -> None:
    options = _parse(
        *("--language", "de", "--from", "2023-09", "--to", "2024", "--in", "de", "--in", "en"),
        *("--source", "A", "--source", "B", "--now", "2023-09-20", "--no-dates"),
    )
    assert options.language == "de"
    assert filters_of(options) == {
        "date_from": "2023-09",
        "date_to": "2024",
        "languages": ("de", "en"),
        "sources": ("A", "B"),
        "dates": "ignore",
        "now": "2023-09-20",
    }
