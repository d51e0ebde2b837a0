from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.drafting.propose import propose
from eval.metrics.normalise import contains
from index.models import Article
from index.reading import find_files, read_file


def test_drafts_are_marked_and_point_at_their_evidence(articles: list[Article]) -> None:
    texts = {article.id: article.text for article in articles}
    drafts = propose(articles, 20, 0)
    answerable = [draft for draft in drafts if draft.answerable]
    assert len(answerable) >= 6
    for draft in drafts:
        assert (draft.draft, draft.status) == (True, "proposed")
    for draft in answerable:
        for span in draft.spans:
            assert any(contains(texts[span.article_id][span.start : span.end], answer) for answer in draft.answers)


def test_a_reprint_answers_too(articles: list[Article]) -> None:
    drafts = propose(articles, 20, 0)
    found = [draft for draft in drafts if "werft" in draft.articles]
    assert found
    for draft in found:
        assert set(draft.articles) == {"werft", "werft-nachdruck"}
        assert {span.article_id for span in draft.spans} == {"werft", "werft-nachdruck"}


def test_both_languages_and_several_types_are_proposed(articles: list[Article]) -> None:
    drafts = propose(articles, 8, 0)
    assert {draft.language for draft in drafts} == {"de", "en"}
    assert len({draft.type for draft in drafts}) >= 4


def test_near_misses_are_unanswerable_and_name_the_article_they_resemble(articles: list[Article]) -> None:
    misses = [draft for draft in propose(articles, 10, 0) if not draft.answerable]
    assert misses
    for miss in misses:
        assert (miss.tags, miss.answers, len(miss.about)) == (("near_miss",), (), 1)


def test_the_same_seed_proposes_the_same_and_another_something_else(articles: list[Article]) -> None:
    assert propose(articles, 6, 1) == propose(articles, 6, 1)
    assert any(propose(articles, 4, seed) != propose(articles, 4, 1) for seed in (2, 3, 4))


def test_what_is_known_is_not_proposed_again(articles: list[Article]) -> None:
    first = propose(articles, 4, 0)
    again = propose(articles, 20, 0, first)
    assert not {draft.question for draft in first if draft.answerable} & {draft.question for draft in again}


HARBOUR = (
    "Rund 1.200 Arbeiter der Werft in Flensburg traten im Juni 2023 in den Streik. Norwegen lieferte drei Motoren nach "
    "Flensburg. Dänemark schickte im Juni 2023 zwei Fähren nach Flensburg."
)


@given(count=st.integers(1, 12), seed=st.integers(0, 50))
def test_no_more_than_wanted_and_none_twice(count: int, seed: int) -> None:
    article = Article(id="a", title="a", language="de", text=HARBOUR)
    drafts = propose([article], count, seed)
    assert len(drafts) <= count
    assert max(Counter(draft.question for draft in drafts).values(), default=1) == 1


@pytest.fixture(scope="module")
def corpus(request: pytest.FixtureRequest) -> list[Article]:
    files = find_files([request.config.rootpath / "corpus"])
    return [article for file in files for article in read_file(file.path).articles]


def test_the_demo_archive_yields_a_mixed_draft(corpus: list[Article]) -> None:
    drafts = propose(corpus, 40, 0)
    assert len(drafts) == 40
    assert sum(not draft.answerable for draft in drafts) == 8
    languages = Counter(draft.language for draft in drafts)
    assert min(languages["de"], languages["en"]) >= 12
    assert len({draft.type for draft in drafts}) >= 6
    assert len({article for draft in drafts for article in draft.articles[:1]}) >= 20
