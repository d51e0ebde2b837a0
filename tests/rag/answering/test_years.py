from __future__ import annotations

import pytest

from index.models import Article
from rag.answering.years import before_its_time, of_another_year, years_in


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


@pytest.mark.parametrize(
    ("question", "text", "published", "early"),
    [
        ("Was kostete es im Juni 2024?", "Es kostet 58 Euro. Für 2024 ist mehr geplant.", "2023-09-14", True),
        ("Was kostete es im Juni 2024?", "Es kostet ab Juni 60 Euro.", "2023-09-14", False),
        ("Was kostete es im Juni 2024?", "Es kostet vom 1. Juni 2024 an 60 Euro.", "2023-09-14", False),
        ("Was kostete es im Juni 2024?", "Es kostet 58 Euro.", "2024-06-02", False),
        ("Was kostete es im Juni 2024?", "Es kostet 58 Euro.", "2024", False),
        ("Was kostet es 2030?", "Es kostet 58 Euro, so bis 2030.", "2023-09-14", False),
        ("Was kostet es 2030?", "Es kostet 58 Euro.", "2023-09-14", True),
        ("Was kostet es 2030?", "Es kostet 58 Euro.", None, False),
        ("Was kostet es?", "Es kostet 58 Euro.", "2023-09-14", False),
    ],
)
def test_sentences_written_before_what_is_asked_for(
    question: str, text: str, published: str | None, early: bool
) -> None:
    assert before_its_time(question, "de", _article(text, published), 0, len(text)) is early
