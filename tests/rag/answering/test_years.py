from __future__ import annotations

import pytest

from index.models import Article
from rag.answering.years import of_other_years, years_in


def _article(text: str, published: str | None = None) -> Article:
    return Article(id="a", title="Preise", language="de", text=text, published=published)


def test_years_are_found_in_digits_only() -> None:
    assert years_in("Von 1999 bis 2021, nicht 12021, 20215 oder 1234") == {"1999", "2021"}


@pytest.mark.parametrize(
    ("question", "articles", "other"),
    [
        ("Was kostete es 2021?", [_article("Es kostet 58 Euro.", "2024-10-01")], True),
        ("Was kostete es 2024?", [_article("Es kostet 58 Euro.", "2024-10-01")], False),
        ("Was kostete es 2021?", [_article("Es kostete 2021 noch 40 Euro.", "2024-10-01")], False),
        ("Was kostete es 2021?", [_article("Es kostet 58 Euro.")], False),
        ("Was kostete es 2021?", [_article("Es kostet 58 Euro.", "2024"), _article("Im Jahr 2021 galt das.")], False),
        ("Was kostet es?", [_article("Es kostet 58 Euro.", "2024")], False),
        ("Was kostete es 2021?", [], False),
    ],
)
def test_articles_of_other_years(question: str, articles: list[Article], other: bool) -> None:
    assert of_other_years(question, articles) is other
