from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.gold_set import GoldSpan
from eval.metrics.evidence_hit import evidence_hit
from rag.models import Citation


def cite(article_id: str, start: int, end: int) -> Citation:
    return Citation(
        n=1, article_id=article_id, title="", language="de", quote="x" * (end - start), start=start, end=end
    )


SPAN = GoldSpan(article_id="a", start=10, end=20)


def test_one_shared_character_is_a_hit() -> None:
    assert evidence_hit([cite("a", 0, 11)], [SPAN]) == 1.0
    assert evidence_hit([cite("a", 19, 40)], [SPAN]) == 1.0
    assert evidence_hit([cite("b", 0, 5), cite("a", 12, 14)], [SPAN]) == 1.0


def test_touching_ends_share_nothing() -> None:
    assert evidence_hit([cite("a", 0, 10)], [SPAN]) == 0.0
    assert evidence_hit([cite("a", 20, 30)], [SPAN]) == 0.0


def test_another_article_is_no_hit_and_a_refusal_neither() -> None:
    assert evidence_hit([cite("b", 10, 20)], [SPAN]) == 0.0
    assert evidence_hit([], [SPAN]) == 0.0


PLACES = st.tuples(st.sampled_from("ab"), st.integers(0, 20), st.integers(1, 8)).map(
    lambda p: cite(p[0], p[1], p[1] + p[2])
)


@given(citations=st.lists(PLACES, max_size=5), more=PLACES)
def test_order_does_not_matter_and_another_citation_never_hurts(citations: list[Citation], more: Citation) -> None:
    hit = evidence_hit(citations, [SPAN])
    assert hit in (0.0, 1.0)
    assert evidence_hit(citations[::-1], [SPAN]) == hit
    assert evidence_hit([*citations, more], [SPAN]) >= hit
