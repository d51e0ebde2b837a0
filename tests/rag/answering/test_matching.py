from __future__ import annotations

import pytest

from index.models import Language
from rag.answering.matching import SOFT_MATCH, match_words
from rag.answering.question_words import content_words


@pytest.mark.parametrize(
    ("question", "language", "text", "text_language", "expected"),
    [
        ("Nordkoreas", "de", "die nordkoreanische Regierung", "de", (SOFT_MATCH, 0.99)),
        ("Pjöngjang", "de", "in Pjongjang", "en", (1.0, 1.0)),
        ("Containers", "en", "zwei Container", "de", (SOFT_MATCH, 1.0)),
        ("Tonnen", "de", "eine Tonne", "de", (1.0, 1.0)),
        ("Benzin", "de", "der Wald", "de", (0.0, 0.0)),
        ("Benzin", "de", "das Benzol", "de", (0.0, 0.0)),
        ("2023", "de", "im Jahr 2024", "de", (0.0, 0.0)),
        ("2023", "de", "im Jahr 2023", "en", (1.0, 1.0)),
        ("57", "de", "die Su-57", "de", (1.0, 1.0)),
        ("Kran", "de", "", "de", (0.0, 0.0)),
    ],
)
def test_words_match_by_stem_number_or_letters(
    question: str, language: Language, text: str, text_language: Language, expected: tuple[float, float]
) -> None:
    found = match_words(content_words(question, language), text, text_language)
    assert found.shape == (1,)
    assert expected[0] <= float(found[0]) <= expected[1]


def test_each_word_has_a_value_of_its_own() -> None:
    found = match_words(content_words("Kran Bagger 60.000", "de"), "Der Kran hebt 60.000 Kilogramm.", "de")
    assert found.tolist() == [1.0, 0.0, 1.0, 1.0]


def test_no_words_no_values() -> None:
    assert match_words([], "Der Kran hebt viel.", "de").shape == (0,)
