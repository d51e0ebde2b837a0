from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.judging.verdict import WORDS, read_verdict


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("correct", True),
        ("incorrect", False),
        ("  correct\n", True),
        ('{"verdict": "correct"}', True),
        ('{"verdict": "incorrect", "reason": "the year is wrong"}', False),
        ('\n{"reason": "says so", "verdict": "correct"}\n', True),
    ],
)
def test_verdicts(reply: str, expected: bool) -> None:
    assert read_verdict(reply) is expected


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "yes",
        "Yesterday it was correct.",
        "Ja",
        "Correct",
        "correct.",
        "correct incorrect",
        "The answer is correct",
        "not correct",
        '"correct"',
        "true",
        "null",
        "[]",
        '["correct"]',
        "{}",
        '{"verdict": true}',
        '{"verdict": "Correct"}',
        '{"verdict": "yes"}',
        '{"verdict": ["correct"]}',
        '{"verdict": "incorrect", "verdict": "correct"}',
        '{"verdict": "correct", "confidence": 0.3}',
        '{"verdict": "correct"} {"verdict": "incorrect"}',
        '```json\n{"verdict": "correct"}\n```',
        '{"verdict": "correct"',
        '{"answer": {"verdict": "correct"}}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_no_verdict(reply: str) -> None:
    assert read_verdict(reply) is None


@given(st.text(max_size=60))
def test_no_text_passes_by_chance(text: str) -> None:
    assert (read_verdict(text) is None) is (text.strip() not in WORDS)


@given(st.dictionaries(st.sampled_from(["verdict", "reason", "grade"]), st.sampled_from([*WORDS, "yes", 1, None])))
def test_only_the_stated_form_counts(found: dict[str, object]) -> None:
    good = found.get("verdict") in WORDS and "grade" not in found
    assert (read_verdict(json.dumps(found)) is not None) is good
