from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import UsageError
from index.models import Article
from rag import Fundstelle
from rag.reading.cross_encoder import CrossEncoderReader
from rag.reading.reader import default_reader
from rag.retrieval import Hit
from rag.retrieval.reranking import READER_WEIGHT, opinion, read_hits, reorder, reranking_budget, weigh


class Longest:
    """Thinks that the longer passage answers, and remembers what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        self.read += passages
        return [float(len(passage)) for passage in passages]


def _hits(make_hit: Callable[[Article], Hit], *texts: str) -> list[Hit]:
    hits = [make_hit(Article(id=text, title="", language="de", text=text)) for text in texts]
    return [Hit(h.passage, h.article, 10.0 - n, h.keyword, h.vector, h.cosine) for n, h in enumerate(hits)]


def test_the_best_hits_are_put_in_the_order_of_the_cross_encoder(make_hit: Callable[[Article], Hit]) -> None:
    hits = _hits(make_hit, "ab", "abcd", "abc", "abcdefgh")
    scorer = Longest()
    ranked = reorder("?", hits, scorer)
    assert [hit.article.id for hit in ranked] == ["abcdefgh", "abcd", "abc", "ab"]
    assert [hit.score for hit in ranked] == [10.0, 9.0, 8.0, 7.0], "scores go with the places"
    assert scorer.read == ["ab", "abcd", "abc", "abcdefgh"]


def test_equal_passages_keep_their_order(make_hit: Callable[[Article], Hit]) -> None:
    hits = _hits(make_hit, "ab", "cd", "ef")
    assert reorder("?", hits, Longest()) == hits
    assert reorder("?", [], Longest()) == []


def test_a_passage_is_read_under_a_title_that_it_does_not_hold(make_hit: Callable[[Article], Hit]) -> None:
    text, question = "Er hebt 60 Tonnen.", "Wie viel hebt der Kran von Husum?"
    articles = {
        title: Article(id="kran", title=title, language="de", text=text)
        for title in ("Der Kran von Husum", "Er hebt 60 …", "")
    }
    hits = [make_hit(article) for article in articles.values()]
    read = [reading.answerable for reading in read_hits(question, hits, default_reader())]
    assert read[0] == default_reader().read(question, [text], ["Der Kran von Husum"])[0].answerable
    assert read[1] == read[2] == default_reader().read(question, [text])[0].answerable != read[0]


def test_the_readers_opinion_is_added_to_the_score(make_hit: Callable[[Article], Hit]) -> None:
    right = "Anke Petersen weihte den Hafenkran in Husum ein."
    hits = _hits(make_hit, "Der Zoo von Leipzig hat ein neues Nashorn.", right)
    hits[1] = replace(hits[1], score=9.5)
    ranked = weigh("Wer weihte den Hafenkran in Husum ein?", hits, default_reader())
    before = {hit.article.id: hit.score for hit in hits}
    for hit in ranked:
        assert hit.reading is not None
        assert hit.reader == pytest.approx(READER_WEIGHT * opinion(hit.reading))
        assert hit.score == pytest.approx(before[hit.article.id] + hit.reader)
    assert [hit.score for hit in ranked] == sorted((hit.score for hit in ranked), reverse=True)
    assert ranked[0].article.id == right, "a lead of half a point does not save a passage about something else"


@pytest.mark.parametrize("k", [1, 3, 8, 9, 1000])
def test_fewer_results_are_the_first_of_more(facts: Fundstelle, k: int) -> None:
    everything = facts.search("Who opened the crane in Husum?", 1000)
    assert facts.search("Who opened the crane in Husum?", k) == everything[:k]
    scores = [result.score for result in everything]
    assert scores == sorted(scores, reverse=True)


def test_a_named_cross_encoder_reranks_the_archives_answers(
    facts: Fundstelle, write_tiny_bert: Callable[[Path, int], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A random model's order is nobody's wish, but it must be that model's order, for as many as the budget says."""
    monkeypatch.setenv("FUNDSTELLE_RERANK", "0")
    plain = facts.search("Kran in Husum", 6)
    write_tiny_bert(tmp_path / "tiny", 1)
    monkeypatch.setenv("FUNDSTELLE_READER", str(tmp_path / "tiny"))
    monkeypatch.setenv("FUNDSTELLE_RERANK", "4")
    own = CrossEncoderReader(str(tmp_path / "tiny")).scores("Kran in Husum", [r.text for r in plain[:4]])
    ranked = facts.search("Kran in Husum", 6)
    assert [r.text for r in ranked[:4]] == [plain[n].text for n in sorted(range(4), key=lambda n: -own[n])]
    assert [r.text for r in ranked[4:]] == [r.text for r in plain[4:]]
    assert [r.score for r in ranked] == [r.score for r in plain]
    monkeypatch.setenv("FUNDSTELLE_RERANK", "0")
    assert facts.search("Kran in Husum", 6) == plain


@pytest.mark.parametrize("budget", ["many", "-1", "1.5"])
def test_a_budget_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch, budget: str) -> None:
    monkeypatch.setenv("FUNDSTELLE_RERANK", budget)
    with pytest.raises(UsageError, match="FUNDSTELLE_RERANK"):
        reranking_budget()
