from __future__ import annotations

from collections import Counter

import pytest

from bench.mlqa import LANGUAGES
from train.reader.written import Part
from train.support.written import written_claims

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


def test_the_latest_claims_and_the_others_are_all() -> None:
    latest, others = written_claims("train", latest=True), written_claims("train", latest=False)
    assert len(latest) > 10_000
    assert len(latest) + len(others) == len(written_claims("train"))
    assert not {row.evidence for row in latest} & {row.evidence for row in others}
