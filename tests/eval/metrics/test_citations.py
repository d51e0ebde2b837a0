"""Citation recall and precision after ALCE, with a judge of known verdicts: evidence holds the claim's letters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.citation_precision import citation_precision, right_citations
from eval.metrics.citation_recall import citation_recall
from eval.metrics.statement import Statement, Text


def holds(claim: Text, evidence: Sequence[Text]) -> bool:
    assert evidence, "the judge must not be asked about nothing"
    return set(claim.text) <= set("".join(text.text for text in evidence))


def statement(claim: str, *evidence: str) -> Statement:
    return Statement(Text(claim, "de"), tuple(Text(text, "en") for text in evidence))


@pytest.mark.parametrize(
    ("statements", "recall", "precision"),
    [
        ([statement("a", "abc")], 1, 1),
        ([statement("a", "b")], 0, 0),
        ([statement("a")], 0, 0),  # nothing is cited
        # two statements, one of them supported; two citations, one of them right
        ([statement("a", "a"), statement("b", "c")], 0.5, 0.5),
        # either would do: both are right, as in ALCE
        ([statement("a", "a", "ab")], 1, 1),
        # both are needed
        ([statement("ab", "a", "b")], 1, 1),
        # the third adds nothing: 2 of 3
        ([statement("ab", "a", "b", "c")], 1, 2 / 3),
        # the second adds nothing: 1 of 2, and the uncited statement halves the recall only
        ([statement("a", "a", "c"), statement("b")], 0.5, 0.5),
        # not supported: no citation is right, however near
        ([statement("abc", "a", "b")], 0, 0),
        ([], 0, 0),
    ],
)
def test_hand_computed(statements: list[Statement], recall: float, precision: float) -> None:
    assert citation_recall(statements, holds) == pytest.approx(recall)
    assert citation_precision(statements, holds) == pytest.approx(precision)


LETTERS = st.text("abcd", min_size=1, max_size=3)
STATEMENTS = st.lists(st.builds(lambda c, e: statement(c, *e), LETTERS, st.lists(LETTERS, max_size=3)), max_size=4)


@given(STATEMENTS)
def test_range_and_order(statements: list[Statement]) -> None:
    for metric in (citation_recall, citation_precision):
        assert 0 <= metric(statements, holds) <= 1
        assert metric(statements[::-1], holds) == metric(statements, holds)


@given(STATEMENTS)
def test_a_further_unsupported_statement_never_raises_recall(statements: list[Statement]) -> None:
    assert citation_recall([*statements, statement("x", "a")], holds) <= citation_recall(statements, holds)


@given(LETTERS, st.lists(LETTERS, min_size=1, max_size=3))
def test_a_citation_that_says_something_else_is_never_right(claim: str, evidence: list[str]) -> None:
    one, more = statement(claim, *evidence), statement(claim, *evidence, "z")
    assert citation_recall([more], holds) == citation_recall([one], holds)
    assert right_citations(more, holds) == right_citations(one, holds)
    assert citation_precision([more], holds) <= citation_precision([one], holds)
