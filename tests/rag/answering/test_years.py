from __future__ import annotations

import pytest

from index.models import Article
from rag.answering.years import of_another_year, years_in


def _article(text: str, published: str | None = None, title: str = "Preise") -> Article:
    return Article(id="a", title=title, language="de", text=text, published=published)


def test_years_are_found_in_digits_only() -> None:
    assert years_in("Von 1999 bis 2021, nicht 12021, 20215 oder 1234") == {"1999", "2021"}


@pytest.mark.parametrize(
    ("question", "article", "other"),
    [
        ("Was kostete es 2021?", _article("Es kostet 58 Euro.", "2024-10-01"), True),
        ("Was kostete es 2024?", _article("Es kostet 58 Euro.", "2024-10-01"), False),
        ("Was kostete es 2021?", _article("Es kostete 2021 noch 40 Euro.", "2024-10-01"), False),
        ("Was kostete es 2021?", _article("So war es 2021. Es kostete noch 40 Euro.", "2024-10-01"), False),
        ("Was kostete es 2021?", _article(f"So war es 2021. {'Man baute. ' * 20}Es kostet 58 Euro.", "2024"), True),
        ("Was kostete es 2021?", _article("Es kostet 58 Euro."), False),
        ("Was kostete es 2021?", _article("Es kostet 58 Euro.", title="Preise 2022"), True),
        ("Was kostete es 2024?", _article("Es kostete 2021 noch 40 Euro.", "2024-10-01"), False),
        ("Was kostet es?", _article("Es kostet 58 Euro.", "2024"), False),
    ],
)
def test_sentences_of_another_year(question: str, article: Article, other: bool) -> None:
    start = article.text.index("Es koste")
    assert of_another_year(question, article, start, len(article.text)) is other
