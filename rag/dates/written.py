"""Dates as readers write them, as precise as they are known."""

from __future__ import annotations

from index.models import Language

_MONTHS: dict[Language, tuple[str, ...]] = {
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


def format_date(published: str, language: Language) -> str:
    """Write a publication date out: `2023-09` becomes "September 2023".

    Args:
        published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing is added to what is known.
        language: the language to write it in: "14. September 2023" or "14 September 2023".
    """
    year, *rest = published.split("-")
    if not rest:
        return year
    month = _MONTHS[language][int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = f"{int(rest[1])}." if language == "de" else str(int(rest[1]))
    return f"{day} {month} {year}"
