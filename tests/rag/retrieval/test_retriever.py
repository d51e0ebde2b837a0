from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.embedding import Embedder
from index.store.vectors import VectorIndex
from rag import Fundstelle, SearchResult

MakeArchive = Callable[[Sequence[Mapping[str, str]]], Path]
ALL = 1000


def _ids(results: Sequence[SearchResult]) -> list[str]:
    return [result.article_id for result in results]


@pytest.mark.parametrize(
    ("question", "pair"),
    [
        ("Wie viel Kilogramm hebt der neue Hafenkran in Husum?", {"de-kran", "en-crane"}),
        ("How many kilograms does the new harbour crane in Husum lift?", {"de-kran", "en-crane"}),
        ("Was hat Anke Petersen am 14. September in Husum getan?", {"de-kran", "en-crane"}),
        ("What did Anke Petersen do in Husum on 14 September?", {"de-kran", "en-crane"}),
        ("Wie heißt der junge Rote Panda im Zoo von Görlitz?", {"de-panda", "en-panda"}),
        ("What is the name of the red panda cub at Görlitz zoo?", {"de-panda", "en-panda"}),
        ("Wie viel Gramm wiegt der Panda?", {"de-panda", "en-panda"}),
        ("How many grams does the panda weigh?", {"de-panda", "en-panda"}),
    ],
)
def test_the_same_facts_are_found_in_both_languages(facts: Fundstelle, question: str, pair: set[str]) -> None:
    assert pair <= set(_ids(facts.search(question, 4)))


def test_one_article_in_a_language_is_not_hidden_by_many_in_the_other(
    make_archive: MakeArchive, hashing: Embedder
) -> None:
    german = [
        {
            "id": f"de-{n}",
            "title": f"Meldung {n}",
            "language": "de",
            "text": f"Der Rat von Ort {n} tagte. Er beriet.",
        }
        for n in range(40)
    ]
    english = {
        "id": "en-bridge",
        "title": "Bridge closed",
        "language": "en",
        "text": "A ship rammed the bridge of Baltimore.",
    }
    data = make_archive([*german, english])
    with Fundstelle.open(data, embedder=hashing) as archive:
        assert _ids(archive.search("Which ship rammed the bridge of Baltimore?", 1)) == ["en-bridge"]
        assert _ids(archive.search("Was beriet der Rat von Ort 17?", 1)) == ["de-17"]


@pytest.mark.parametrize("k", [1, 2, 5, ALL])
def test_at_most_k_results_best_first(facts: Fundstelle, k: int) -> None:
    results = facts.search("Kran in Husum", k)
    assert len(results) == min(k, facts.info().passages)
    scores = [result.score for result in results]
    assert scores == sorted(scores, reverse=True)
    assert results == facts.search("Kran in Husum", ALL)[:k]


def test_no_passage_comes_twice(facts: Fundstelle) -> None:
    places = [(r.article_id, r.start, r.end) for r in facts.search("Brand im Hafen", ALL)]
    assert len(set(places)) == len(places) == facts.info().passages


def test_results_are_exact_spans_with_their_article(facts: Fundstelle) -> None:
    for result in facts.search("Brand im Hafen von Emden", ALL):
        article = facts.article(result.article_id)
        assert result.text == article.text[result.start : result.end] != ""
        for name in ("title", "language", "published", "source", "url"):
            assert getattr(result, name) == getattr(article, name)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"languages": ["en"]}, {"en-crane", "en-panda", "en-bridge", "en-library"}),
        ({"languages": ["de", "en"], "sources": ["KÜSTENBOTE"]}, {"de-kran", "de-panda"}),
        ({"sources": ["Tagblatt", "Harbour Post"]}, {"de-brand-tagblatt", "en-crane", "en-panda"}),
        ({"date_to": "2023"}, {"de-kran", "en-crane"}),
        # en-crane: some day of September 2023; de-panda: some day of 2024
        ({"date_from": "2023-09-20", "date_to": "2023-12"}, {"en-crane"}),
        ({"date_from": "2024-01-03"}, {"de-brand-update", "de-panda", "en-panda"}),
        ({"date_from": "2024-01-02", "date_to": "2024-01-02"}, {"de-brand-agentur", "de-brand-tagblatt", "de-panda"}),
        ({"date_from": "2024", "languages": ["en"]}, {"en-panda"}),
        ({"sources": ["Unbekannt"]}, set()),
        ({"date_from": "2030"}, set()),
    ],
)
def test_filters_leave_what_fits(facts: Fundstelle, filters: dict[str, list[str]], expected: set[str]) -> None:
    found = set(_ids(facts.search("Husum Emden Görlitz", ALL, **filters)))  # type: ignore[arg-type]
    assert found == expected


def test_a_filter_does_not_change_what_a_score_means(facts: Fundstelle, monkeypatch: pytest.MonkeyPatch) -> None:
    # Which passages are among the best, which alone are read and reranked, does depend on the filter.
    monkeypatch.setenv("FUNDSTELLE_RERANK", "0")
    free = {(r.article_id, r.start): r.score for r in facts.search("Wie viel hebt der Kran?", ALL)}
    filtered = facts.search("Wie viel hebt der Kran?", ALL, date_from="2023-09-14", languages=["de"])
    assert len(filtered) > 1
    for result in filtered:
        assert result.score == pytest.approx(free[result.article_id, result.start], abs=1e-3)


def test_an_undated_article_fits_no_date_bound(facts: Fundstelle) -> None:
    assert "en-bridge" in _ids(facts.search("swing bridge in Whitby", ALL))
    assert "en-bridge" not in _ids(facts.search("swing bridge in Whitby", ALL, date_from="0001"))
    assert "en-bridge" not in _ids(facts.search("swing bridge in Whitby", ALL, date_to="9999"))


def test_ties_come_in_the_order_of_the_archive_every_time(make_archive: MakeArchive, hashing: Embedder) -> None:
    same = {"title": "Gleich", "language": "de", "text": "Immer derselbe Satz über den Deich."}
    ids = [f"kopie-{n}" for n in (7, 3, 9, 1, 5)]
    filler = {"id": "anders", "title": "Anderes", "language": "de", "text": "Hier geht es um den Wald."}
    data = make_archive([*({"id": identifier, **same} for identifier in ids), filler])
    with Fundstelle.open(data, embedder=hashing) as archive:
        order = archive.article_ids()
        for _ in range(3):
            assert _ids(archive.search("Was steht über den Deich?", ALL)) == order
        assert set(order[:5]) == set(ids)
        assert _ids(archive.search("Was steht über den Deich?", 2)) == order[:2]


@pytest.mark.parametrize("question", ["???", "😀", "12345678901234567890", "北朝鲜", "_", "wer wie was"])
def test_a_question_without_known_words_still_ranks(facts: Fundstelle, question: str) -> None:
    results = facts.search(question, 3)
    assert len(results) == 3
    assert all(np.isfinite(result.score) for result in results)


def test_as_many_as_asked_for_are_returned_however_large_the_archive(
    make_archive: MakeArchive, hashing: Embedder
) -> None:
    town = [
        {"id": f"de-{n}", "title": f"Meldung {n}", "language": "de", "text": f"Der Rat von Ort {n} tagte gestern."}
        for n in range(300)
    ]
    with Fundstelle.open(make_archive(town), embedder=hashing) as archive:
        assert len(archive.search("Rat von Ort 17", 250)) == 250


def test_a_read_only_archive_ranks_the_same_without_chroma(facts: Fundstelle, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "Wie viel hebt der Kran in Husum?"
    expected = facts.search(question, 5)
    # Root may write anywhere, so the folder's permissions cannot be used; a read-only mount looks like this.
    monkeypatch.setattr("index.store.vectors.os.access", lambda path, mode: False)
    monkeypatch.setattr(VectorIndex, "nearest", None)
    assert facts.search(question, 5) == expected
