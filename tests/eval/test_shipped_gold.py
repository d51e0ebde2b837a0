"""The gold questions that are shipped: as many of each kind as promised, and their evidence where they say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.gold_set import GoldQuestion, load_gold
from eval.metrics.normalise import contains
from index.models import Article
from index.reading import find_files, read_file

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS_GOLD = load_gold(REPOSITORY / "eval" / "gold" / "corpus.jsonl")
SEEDS_GOLD = load_gold(REPOSITORY / "eval" / "gold" / "seeds.jsonl")


def read(folder: Path) -> dict[str, Article]:
    files = find_files([folder]) if folder.is_dir() else []
    return {article.id: article for file in files for article in read_file(file.path).articles}


@pytest.fixture(scope="module")
def corpus() -> dict[str, Article]:
    return read(REPOSITORY / "corpus")


def direction(question: GoldQuestion, articles: dict[str, Article]) -> str:
    return f"{question.language}>{articles[question.articles[0]].language}"


def check_evidence(questions: list[GoldQuestion], articles: dict[str, Article]) -> int:
    """Every span lies in its article, and together the spans state every fact; returns how many spans there were."""
    spans = 0
    for question in questions:
        assert set(question.named_articles) <= set(articles), question.id
        quotes = []
        for span in question.spans or ():
            quote = articles[span.article_id].text[span.start : span.end]
            assert len(quote) == span.end - span.start > 0
            assert quote == quote.strip(), question.id
            quotes.append(quote)
        if question.answerable:
            for fact in question.facts:
                assert any(contains(quote, answer) for quote in quotes for answer in fact), question.id
        spans += len(quotes)
    return spans


def test_the_demo_archive_is_as_large_and_mixed_as_promised(corpus: dict[str, Article]) -> None:
    languages = Counter(article.language for article in corpus.values())
    assert languages["de"] >= 20
    assert languages["en"] >= 20
    for article in corpus.values():
        assert 200 <= len(article.text.split()) <= 500, article.id
        assert article.published, article.id
        assert article.source, article.id
        assert article.title_origin == "given", article.id


def test_the_demo_questions_are_as_many_of_each_kind_as_promised(corpus: dict[str, Article]) -> None:
    assert len(CORPUS_GOLD) >= 160
    answerable = [question for question in CORPUS_GOLD if question.answerable]
    directions = Counter(direction(question, corpus) for question in answerable)
    assert set(directions) == {"de>de", "en>en", "de>en", "en>de"}
    assert min(directions.values()) >= 30
    tags = Counter(tag for question in CORPUS_GOLD for tag in question.tags)
    unanswerable = [question for question in CORPUS_GOLD if not question.answerable]
    near = [question for question in unanswerable if "near_miss" in question.tags]
    assert len(unanswerable) >= 40
    assert 2 * len(near) >= len(unanswerable)
    assert tags["dated"] >= 15
    assert sum(len(set(question.articles)) >= 2 and "multi" in question.tags for question in answerable) >= 10


def test_the_demo_questions_point_at_their_evidence(corpus: dict[str, Article]) -> None:
    assert check_evidence(CORPUS_GOLD, corpus) >= 200


def test_the_questions_about_the_seeds_point_at_their_evidence(seeds: Path) -> None:
    assert len(SEEDS_GOLD) >= 60
    articles = read(seeds)
    # Without the seeds there is nothing to point at; that the file loads is checked all the same.
    present = [question for question in SEEDS_GOLD if set(question.named_articles) <= set(articles)]
    assert not articles or len(present) == len(SEEDS_GOLD)
    check_evidence(present, articles)
