from __future__ import annotations

from collections import Counter

import pytest

from bench.mlqa import LANGUAGES
from train.reader.written import Part
from train.support.written import LOTS, written_claims

PARTS: tuple[Part, ...] = ("train", "held-out")


@pytest.mark.parametrize("part", PARTS)
def test_the_claims_are_sound(part: Part) -> None:
    """Both languages, true and false ones, and no statement that is both."""
    rows = written_claims(part)
    assert {row.evidence_language for row in rows} == {row.claim_language for row in rows} == set(LANGUAGES)
    labels = Counter(row.label for row in rows)
    assert 0.2 < labels[1] / len(rows) < 0.5
    assert all(row.claim.strip() and row.evidence.strip() for row in rows)
    judged = {(row.evidence, row.claim) for row in rows}
    assert len({(row.evidence, row.claim, row.label) for row in rows}) == len(judged)
    assert {row.kind for row in rows} == {"paraphrase", "role", "negation", "exaggeration", "other"}


def test_no_evidence_is_in_both_parts() -> None:
    train, held_out = ({row.evidence for row in written_claims(part)} for part in PARTS)
    assert not train & held_out


def test_the_lots_are_all() -> None:
    lots = [written_claims("train", lot) for lot in LOTS]
    assert min(map(len, lots)) > 10_000
    assert sum(map(len, lots)) == len(written_claims("train"))
    assert len(set().union(*({row.evidence for row in rows} for rows in lots))) == sum(
        len({row.evidence for row in rows}) for rows in lots
    )
