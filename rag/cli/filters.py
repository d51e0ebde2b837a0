"""The options that restrict a search, the same for `ask` and `search`."""

from __future__ import annotations

import argparse

from rag.question import FilterOptions


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add --language, --from, --to, --in, --source, --now and --no-dates."""
    parser.add_argument(
        "--language", choices=["de", "en", "auto"], default="auto", help="language of the question (default: detected)"
    )
    parser.add_argument(
        "--from", dest="date_from", metavar="DATE", help="published then or later: YYYY, YYYY-MM or YYYY-MM-DD"
    )
    parser.add_argument("--to", dest="date_to", metavar="DATE", help="published then or earlier")
    parser.add_argument(
        "--in", dest="languages", action="append", choices=["de", "en"], help="only articles in this language"
    )
    parser.add_argument(
        "--source", dest="sources", action="append", metavar="OUTLET", help="only articles of this outlet"
    )
    parser.add_argument(
        "--now",
        metavar="DATE",
        help='the day that "last week" counts from (default: $FUNDSTELLE_NOW or today)',
    )
    parser.add_argument(
        "--no-dates", dest="dates", action="store_const", const="ignore", help="disregard times named in the question"
    )
    parser.set_defaults(dates="read")


def filters_of(options: argparse.Namespace) -> FilterOptions:
    """The options as fields of `rag.Filters`."""
    return {
        "date_from": options.date_from,
        "date_to": options.date_to,
        "languages": tuple(options.languages or ()),
        "sources": tuple(options.sources or ()),
        "dates": options.dates,
        "now": options.now,
    }
