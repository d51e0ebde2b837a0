from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.perturbation.cases import read_articles
from eval.perturbation.claims import SEED_CLAIMS, TrueClaim, load_claims, locate_claim
from index.errors import SourceError
from index.models import Article
from index.store.archive import SplitArticle

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


@pytest.fixture(scope="module")
def articles() -> dict[str, SplitArticle]:
    return read_articles(CORPUS)


def test_the_shipped_claims_are_anchored_in_the_demo_archive(articles: dict[str, SplitArticle]) -> None:
    claims = load_claims()
    assert len(claims) >= 120
    assert len({claim.id for claim in claims}) == len(claims)
    german = sum(articles[claim.article].article.language == "de" for claim in claims)
    assert 0.4 < german / len(claims) < 0.6
    for claim in claims:
        start, end = locate_claim(claim, articles[claim.article].article)
        assert articles[claim.article].article.text[start:end] == claim.quote


def test_no_claim_is_copied_from_its_article(articles: dict[str, SplitArticle]) -> None:
    texts = {name: split.article.text for name, split in articles.items()}
    copied = [c.id for c in load_claims() if any(claim.rstrip(".") in texts[c.article] for claim in (c.de, c.en))]
    assert copied == []


def test_the_claims_about_the_seeds_quote_nothing(seeds: Path) -> None:
    claims = load_claims(SEED_CLAIMS)
    assert all(claim.quote is None for claim in claims)
    if seeds.exists():
        texts = {name: split.article for name, split in read_articles(seeds).items()}
        assert all(locate_claim(claim, texts[claim.article])[0] >= 0 for claim in claims)


def test_a_claim_is_anchored_one_way_and_exactly() -> None:
    article = Article(id="a", title="A", text="Eins. Eins. Zwei.", language="de")
    assert locate_claim(TrueClaim(id="x", article="a", quote="Zwei", de="d", en="e"), article) == (12, 16)
    assert locate_claim(TrueClaim(id="x", article="a", start=6, end=10, de="d", en="e"), article) == (6, 10)
    for quote in ("Eins", "Drei"):
        with pytest.raises(SourceError, match="not in the article"):
            locate_claim(TrueClaim(id="x", article="a", quote=quote, de="d", en="e"), article)
    with pytest.raises(SourceError, match="not in the article"):
        locate_claim(TrueClaim(id="x", article="a", start=6, end=99, de="d", en="e"), article)


@pytest.mark.parametrize(
    "line",
    [
        {"id": "x", "article": "a", "de": "d", "en": "e"},
        {"id": "x", "article": "a", "quote": "q", "start": 1, "end": 2, "de": "d", "en": "e"},
        {"id": "x", "article": "a", "quote": "q", "de": "d"},
    ],
)
def test_bad_lines_are_named(tmp_path: Path, line: dict[str, object]) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(SourceError, match=r"claims\.jsonl:1"):
        load_claims(path)
