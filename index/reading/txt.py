"""Plain text: an optional ` date 2023-09 ` in front, perhaps a title line, the story."""

from __future__ import annotations

import re

from index.reading.draft import Draft
from index.reading.encoding import decode
from index.reading.metadata import check_metadata
from index.reading.normalise import normalise
from index.reading.opening import stated_date

_LEADING_DATE = re.compile(r"date (\d{4}-\d{2}(?:-\d{2})?)(?:\s+|$)")


def read_txt(data: bytes, place: str) -> Draft:
    """Read a plain text file.

    A leading ` date YYYY-MM ` or ` date YYYY-MM-DD ` is metadata and taken off the text. A date that the opening lines
    state ("Stand: 14.09.2023 07:12 Uhr") stays in the text; it counts where there is no leading date, or where it is
    the same date known more precisely.

    Raises:
        SourceError: the bytes are no text, or the leading date does not exist.
    """
    text = normalise(decode(data, place))
    leading = _LEADING_DATE.match(text)
    if leading is not None:
        text = text[leading.end() :]
    declared = check_metadata({"published": leading[1] if leading else None}, place).published
    stated = stated_date(text)
    finer = stated is not None and (declared is None or stated.startswith(declared))
    return Draft(text, check_metadata({"published": stated if finer else declared}, place))
