from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.gold_set import GoldSpan
from eval.metrics.ranking import Ranking
from eval.scoring.relevance import judge_articles, judge_passages
from rag.models import SearchResult

Hit = Callable[..., SearchResult]
SPAN = GoldSpan(article_id="gipfel", start=10, end=20)


def test_articles_count_where_they_first_occur(hit: Hit) -> None:
    results = [hit(article_id) for article_id in ("port", "port", "gipfel", "port", "hafen", "gipfel")]
    assert judge_articles(results, ["gipfel", "hafen", "summit", "gipfel"]) == Ranking((0, 1, 1), 3)


def test_a_relevant_article_named_as_a_copy_counts_where_it_is_named(hit: Hit) -> None:
    copied = hit("gipfel").model_copy(update={"also_in": ["hafen", "port"]})
    assert judge_articles([hit("summit"), copied, hit("hafen")], ["gipfel", "hafen"]) == Ranking((0, 1, 1), 2)
    assert judge_articles([copied], ["hafen"]) == Ranking((0, 1), 1)


def test_grades_are_gains_and_an_ungraded_article_counts_one(hit: Hit) -> None:
    results = [hit("port"), hit("gipfel"), hit("hafen")]
    found = judge_articles(results, ["gipfel", "hafen", "summit"], {"gipfel": 3, "summit": 2})
    assert found == Ranking((0, 1, 1), 3, (0, 3, 1), (1, 2, 3))


def test_a_span_in_a_copy_counts_when_the_passage_holds_its_words(hit: Hit) -> None:
    result = hit("gipfel", 0, 38)
    copied = result.model_copy(update={"also_in": ["kopie"]})
    span = GoldSpan(article_id="kopie", start=5, end=25)
    evidence = {span: result.text[:20]}
    assert judge_passages([copied], [span], evidence).found == (1,)
    assert judge_passages([copied], [span]).found == (0,)
    assert judge_passages([result], [span], evidence).found == (0,)
    assert judge_passages([copied], [span], {span: "x" * 20}).found == (0,)


def test_an_empty_ranking_finds_nothing() -> None:
    assert judge_articles([], ["gipfel"]) == Ranking((), 1)
    assert judge_passages([], [SPAN]) == Ranking((), 1)


@pytest.mark.parametrize(
    ("article_id", "start", "end", "expected"),
    [
        ("gipfel", 10, 20, 1),
        ("gipfel", 12, 13, 1),
        ("gipfel", 0, 40, 1),
        ("gipfel", 0, 11, 1),
        ("gipfel", 19, 30, 1),
        ("gipfel", 0, 10, 0),
        ("gipfel", 20, 30, 0),
        ("hafen", 10, 20, 0),
    ],
)
def test_a_passage_is_relevant_when_it_shares_a_character_with_a_span(
    hit: Hit, article_id: str, start: int, end: int, expected: int
) -> None:
    assert judge_passages([hit(article_id, start, end)], [SPAN]).found == (expected,)


def test_a_span_counts_once_and_a_passage_may_show_several(hit: Hit) -> None:
    spans = [SPAN, GoldSpan(article_id="gipfel", start=25, end=30), GoldSpan(article_id="hafen", start=0, end=5)]
    results = [hit("gipfel", 0, 12), hit("gipfel", 8, 40), hit("gipfel", 8, 40), hit("port", 0, 40)]
    assert judge_passages(results, spans) == Ranking((1, 1, 0, 0), 3)
    assert judge_passages(results[1:], spans) == Ranking((2, 0, 0), 3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the fixture is a plain function
@given(st.data())
def test_what_is_found_in_all_does_not_depend_on_the_order(hit: Hit, data: st.DataObject) -> None:
    place = st.tuples(st.sampled_from(["gipfel", "hafen"]), st.integers(0, 30), st.integers(1, 9))
    spans = [GoldSpan(article_id=a, start=s, end=s + n) for a, s, n in data.draw(st.lists(place, min_size=1))]
    results = [hit(a, s, s + n) for a, s, n in data.draw(st.lists(place))]
    shuffled = data.draw(st.permutations(results))
    assert sum(judge_passages(results, spans).found) == sum(judge_passages(shuffled, spans).found)
