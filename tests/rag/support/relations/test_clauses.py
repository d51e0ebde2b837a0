from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Language
from rag.support.relations.clauses import clauses


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("The bridge fell.", "en", ["The bridge fell."]),
        (
            "Sanna Marin lost the election, and Petteri Orpo's party came first.",
            "en",
            ["Sanna Marin lost the election", "and Petteri Orpo's party came first."],
        ),
        (
            "Der Damm kostete drei Millionen Euro; er wurde im Mai eröffnet.",
            "de",
            ["Der Damm kostete drei Millionen Euro", "er wurde im Mai eröffnet."],
        ),
        (
            "Der Damm kostete drei Millionen Euro und wurde im Mai eröffnet.",
            "de",
            ["Der Damm kostete drei Millionen Euro", "wurde im Mai eröffnet."],
        ),
        ("Putin und Kim trafen sich.", "de", ["Putin und Kim trafen sich."]),
        ("He came, and went.", "en", ["He came, and went."]),
        ("", "en", [""]),
    ],
)
def test_statements_of_a_sentence(sentence: str, language: Language, expected: list[str]) -> None:
    assert clauses(sentence, language) == expected


@given(st.text(alphabet="ab und,;:-–the was ", max_size=80), st.sampled_from(["de", "en"]))
def test_the_statements_stand_in_the_sentence_in_order(sentence: str, language: Language) -> None:
    position = 0
    for part in clauses(sentence, language):
        found = sentence.find(part, position)
        assert found >= 0
        position = found + len(part)
