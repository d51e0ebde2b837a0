from __future__ import annotations

import pytest

from ui.locale import wanted_language


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "en"),
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("en-GB,en;q=0.9,de;q=0.8", "en"),
        ("fr-FR, de;q=0.7, en;q=0.3", "de"),
        ("fr", "en"),
        ("en;q=0.2, de;q=0.9", "de"),
        ("DE-ch", "de"),
        ("de;q=0, en;q=0.1", "en"),
        ("de;q=much", "en"),
        ("den", "en"),
        (",;,q=1", "en"),
    ],
)
def test_the_language_wanted_most(header: str | None, expected: str) -> None:
    assert wanted_language(header) == expected
