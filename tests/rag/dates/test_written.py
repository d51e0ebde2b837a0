from __future__ import annotations

import pytest

from index.models import Language
from rag.dates.written import format_date


@pytest.mark.parametrize(
    ("published", "language", "expected"),
    [
        ("2023", "de", "2023"),
        ("2023", "en", "2023"),
        ("2023-09", "de", "September 2023"),
        ("2024-03", "de", "März 2024"),
        ("2024-03", "en", "March 2024"),
        ("2023-09-04", "de", "4. September 2023"),
        ("2023-09-04", "en", "4 September 2023"),
        ("2022-12-31", "de", "31. Dezember 2022"),
    ],
)
def test_dates_keep_their_precision(published: str, language: Language, expected: str) -> None:
    assert format_date(published, language) == expected
