from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from index.embedding import Embedder
from index.errors import UsageError
from rag import Fundstelle, SearchResult
from rag.explanation import Dropped, Explanation, Place
from rag.retrieval.dates import NEWER, PREFERENCE
from rag.retrieval.diversity import DISCOUNT, FREE
from rag.retrieval.explaining.dropped import NEXT
from rag.retrieval.weights import weights_of

MakeArchive = Callable[[Sequence[Mapping[str, str]]], Path]

QUESTIONS = (
    "Wie viel Kilogramm hebt der neue Hafenkran in Husum?",
    "Which red panda was born at Görlitz zoo in February 2024?",
    "latest news about the fire in Emden",
    "Was geschah vergangene Woche in Emden?",
    "Brand",
    "???",
)
FILTERS: tuple[dict[str, object], ...] = (
    {},
    {"languages": ["de"]},
    {"sources": ["Nordagentur"], "date_from": "2024-01-03"},
    {"date_from": "2030"},
    {"now": "2024-01-05"},
)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reranking."""
    monkeypatch.setenv("FUNDSTELLE_RERANK", "0")


def _why(archive: Fundstelle, question: str, k: int = 10, **filters: object) -> Explanation:
    return archive.explain(question, k, **filters).explanation  # type: ignore[arg-type]


def _place(item: Place | SearchResult) -> tuple[str, int, int]:
    return item.article_id, item.start, item.end


def _dropped(explanation: Explanation, reason: str) -> list[Dropped]:
    return [one for one in explanation.dropped if one.reason == reason]


@pytest.mark.parametrize("budget", ["0", "3"])
@pytest.mark.parametrize(("question", "filters"), itertools.product(QUESTIONS, FILTERS))
def test_results_are_those_of_the_search_and_parts_add_up_to_their_scores(
    facts: Fundstelle, question: str, filters: dict[str, object], budget: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FUNDSTELLE_RERANK", budget)
    for k in (1, 5, 100):
        expected = facts.search(question, k, **filters)  # type: ignore[arg-type]
        search = facts.explain(question, k, **filters)  # type: ignore[arg-type]
        assert search.results == expected
        scored = search.explanation.results
        assert [_place(one) for one in scored] == [_place(result) for result in expected]
        assert [one.rank for one in scored] == list(range(1, len(expected) + 1))
        for one, result in zip(scored, expected, strict=True):
            assert one.score == pytest.approx(result.score, abs=1e-4)
            assert one.parts.total == pytest.approx(one.score, abs=1e-5)


def test_parts_are_weighed_scores(facts: Fundstelle) -> None:
    explanation = _why(facts, QUESTIONS[0])
    assert {stage.language for stage in explanation.languages} == {"de", "en"}
    weights = {stage.language: stage.weights for stage in explanation.languages}
    assert all(weights[language] == weights_of("de", language) for language in weights)
    for one in explanation.results:
        own = weights[facts.article(one.article_id).language]
        assert one.parts.keyword == pytest.approx(own.keyword * one.keyword, abs=1e-5)
        assert one.parts.vector == pytest.approx(own.vector * one.vector, abs=1e-5)
        token = own.token * (one.token - own.token_mean) / own.token_deviation
        assert one.parts.token == pytest.approx(token, abs=1e-5)


@pytest.mark.parametrize(
    ("question", "language", "asked", "certainty"),
    [
        ("Wie viel hebt der Kran?", "auto", "de", "sure"),
        ("Wie viel hebt der Kran?", "en", "en", "stated"),
        ("Belarus", "auto", "de", "unsure"),
        ("1908", "auto", "en", "none"),
    ],
)
def test_the_language_and_why(facts: Fundstelle, question: str, language: str, asked: str, certainty: str) -> None:
    analysis = _why(facts, question, language=language).analysis
    assert (analysis.language, analysis.certainty) == (asked, certainty)
    assert analysis.evidence == pytest.approx(sum(one.evidence for one in analysis.words), abs=1e-4)
    assert " ".join(one.word for one in analysis.words) == ("" if question == "1908" else question.rstrip("?"))


def test_the_terms_of_a_question_by_kind_for_both_languages(facts: Fundstelle) -> None:
    analysis = _why(facts, "Hebt der Kran von Petersen in Deutschland 60.000 Kilogramm?").analysis
    terms = {language: {one.term: one for one in own} for language, own in analysis.keywords.items()}
    for language in ("de", "en"):
        kinds = {"@germany": "exonym", "#60000": "number", "~petersen": "name"}
        assert {term: terms[language][term].kind for term in kinds} == kinds
    assert terms["de"]["=kran"].weight == 1.0
    assert terms["de"]["_kra"].kind == "gram"
    crane = next(one for one in analysis.translations if one.word == "kran").into[0]
    assert crane.stem == "crane"
    assert 0.0 < terms["en"]["=crane"].weight < 1.0
    assert "der" not in {one.word for one in analysis.translations}
    assert "Kran" in {one.word for one in analysis.compared}
    assert terms["de"]["_in_"].rarity < terms["de"]["=kran"].rarity


def test_matches_are_the_terms_that_a_passage_holds(facts: Fundstelle) -> None:
    first = _why(facts, "Emden").results[0]
    assert "Emden" in facts.article(first.article_id).text[first.start : first.end]
    assert {match.kind for match in first.matches} >= {"gram", "stem", "name"}
    assert sum(match.part for match in first.matches) == pytest.approx(first.bm25, abs=1e-4)
    parts = [match.part for match in first.matches]
    assert parts == sorted(parts, reverse=True)


def test_sources_with_their_scores(facts: Fundstelle) -> None:
    explanation = _why(facts, QUESTIONS[1], 100)
    results = {_place(one): one for one in explanation.results}
    for stage in explanation.languages:
        assert [source.name for source in stage.sources] == ["keyword", "vector", "dated"]
        assert max(source.found for source in stage.sources) <= stage.candidates <= stage.searched <= stage.passages
        assert stage.compared == stage.candidates
        for source in stage.sources:
            raws = [one.raw for one in source.best]
            assert raws == sorted(raws, reverse=True)
            for one in source.best:
                found = results[_place(one)]
                assert source.name in found.found_by
                by_words = source.name == "keyword"
                assert one.raw == (found.bm25 if by_words else found.cosine)
                assert one.standardised == (found.keyword if by_words else found.vector)
    assert explanation.candidates == sum(stage.candidates for stage in explanation.languages)


def test_a_time_named_brings_candidates_and_a_part(facts: Fundstelle) -> None:
    results = {one.article_id: one for one in _why(facts, QUESTIONS[1], 100).results}
    assert "dated" in results["en-panda"].found_by
    assert results["en-panda"].parts.date == pytest.approx(PREFERENCE)
    assert "dated" not in results["en-crane"].found_by
    assert results["en-crane"].parts.date == 0.0


def test_the_newest_gains_where_it_is_asked_for(facts: Fundstelle) -> None:
    explanation = _why(facts, "latest news about the fire in Emden", 100)
    assert explanation.analysis.interpreted is not None
    assert explanation.analysis.interpreted.order == "newest"
    assert max(one.parts.order for one in explanation.results) == pytest.approx(NEWER)
    assert all(one.parts.order == 0.0 for one in _why(facts, "the fire in Emden", 100).results)


def test_every_filter_with_what_it_leaves(facts: Fundstelle) -> None:
    everything = facts.info().passages
    options: dict[str, object] = {
        "languages": ["de"],
        "sources": ["Nordagentur", "Küstenbote"],
        "date_from": "2024-01-03",
    }
    filtering = _why(facts, "Brand", **options).filtering  # type: ignore[arg-type]
    assert filtering.passages == everything
    assert [step.filter for step in filtering.steps] == ["languages", "sources", "dates"]
    assert filtering.steps[-1].value == "2024-01-03 to the end"
    for number, step in enumerate(filtering.steps, start=1):
        names = [("languages",), ("sources",), ("date_from", "date_to")][:number]
        some = {name: value for name, value in options.items() if any(name in group for group in names)}
        assert step.left == len(facts.search("Brand", 1000, **some))  # type: ignore[arg-type]
    assert filtering.searched == filtering.steps[-1].left > 0
    assert _why(facts, "Brand").filtering.steps == []


@pytest.mark.parametrize(("now", "disregarded"), [("2024-01-05", False), ("2020-01-05", True)])
def test_a_time_demanded_is_a_filter_unless_it_leaves_nothing(facts: Fundstelle, now: str, disregarded: bool) -> None:
    explanation = _why(facts, "Was geschah gestern in Emden?", now=now)
    (step,) = explanation.filtering.steps
    assert (step.filter, step.disregarded) == ("time", disregarded)
    assert explanation.filtering.searched == step.left
    assert (step.left == facts.info().passages) is disregarded
    assert bool(_dropped(explanation, "filtered")) is not disregarded


@pytest.mark.usefixtures("unread")
def test_what_the_filters_leave_out_and_which(facts: Fundstelle) -> None:
    free = {_place(result): result.score for result in facts.search(QUESTIONS[0], 1000)}
    explanation = _why(facts, QUESTIONS[0], languages=["en"], date_to="2023")
    left_out = _dropped(explanation, "filtered")
    assert len(left_out) == NEXT
    assert left_out[0].article_id == "de-kran"
    for one in left_out:
        article = facts.article(one.article_id)
        expected = ["languages"] if article.language != "en" else []
        expected += ["dates"] if article.published is None or article.published[:4] > "2023" else []
        assert one.filters == expected
        assert one.score == pytest.approx(free[_place(one)], abs=1e-3)


@pytest.mark.usefixtures("unread")
def test_the_next_candidates_are_named(facts: Fundstelle) -> None:
    following = _dropped(_why(facts, "Brand im Hafen von Emden", 2), "beyond_k")
    expected = facts.search("Brand im Hafen von Emden", 2 + NEXT)[2:]
    assert [_place(one) for one in following] == [_place(result) for result in expected]
    assert [one.rank for one in following] == list(range(3, 3 + NEXT))
    assert [round(one.score, 4) for one in following] == [result.score for result in expected]
    assert _dropped(_why(facts, "Brand im Hafen von Emden", 1000), "beyond_k") == []


@pytest.mark.parametrize("k", [1, 4])
def test_the_next_candidates_are_none_of_the_results_when_reranked(
    facts: Fundstelle, k: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FUNDSTELLE_RERANK", "3")
    explanation = _why(facts, "Brand im Hafen von Emden", k)
    following = _dropped(explanation, "beyond_k")
    places = [*map(_place, explanation.results), *map(_place, following)]
    assert len(set(places)) == len(places) == k + NEXT
    scores = [*(one.score for one in explanation.results), *(one.score for one in following)]
    assert scores == sorted(scores, reverse=True)


def test_what_the_reader_thinks(facts: Fundstelle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_RERANK", "3")
    explanation = _why(facts, QUESTIONS[0], 6)
    assert explanation.reranked == 3
    assert [one.answerable is not None for one in explanation.results] == [True] * 3 + [False] * 3
    assert any(one.parts.reranking for one in explanation.results[:3])
    monkeypatch.setenv("FUNDSTELLE_RERANK", "0")
    explanation = _why(facts, QUESTIONS[0], 6)
    assert explanation.reranked == 0
    assert all(one.answerable is None and one.parts.reranking == 0.0 for one in explanation.results)


LEAD = (
    "Im Hafen von Wladiwostok ist ein Frachter mit Getreide auf Grund gelaufen. Die Besatzung blieb nach "
    "Angaben der Reederei unverletzt, Schlepper sollen das Schiff bei Hochwasser befreien."
)


def test_copies_are_named_with_what_stands_for_them(make_archive: MakeArchive, hashing: Embedder) -> None:
    copies = [{"id": f"copy-{n}", "title": "Frachter", "language": "de", "text": LEAD} for n in range(4)]
    other = {"id": "other", "title": "Ort", "language": "de", "text": "Der Rat von Wladiwostok tagte."}
    with Fundstelle.open(make_archive([*copies, other]), embedder=hashing) as archive:
        search = archive.explain("Frachter mit Getreide im Hafen von Wladiwostok auf Grund", 2)
    kept, folded = search.results[0], _dropped(search.explanation, "copy")
    assert search.explanation.copies == 3
    assert sorted(one.article_id for one in folded) == kept.also_in
    assert len(kept.also_in) == 3
    assert all(one.copy_of is not None and _place(one.copy_of) == _place(kept) for one in folded)


def test_neighbours_lose_what_the_discount_takes(make_archive: MakeArchive, hashing: Embedder) -> None:
    sections = "\n\n".join(
        f"## Teil {n}\n\nDer Deich von Husum hielt in der Nacht {n}, sagte Wart {n}. " + f"Pegel {n} fiel. " * 40
        for n in range(FREE + 2)
    )
    long = {"id": "lang", "title": "Deich", "language": "de", "text": sections}
    short = {"id": "kurz", "title": "Wald", "language": "de", "text": "Im Wald stehen Eichen."}
    with Fundstelle.open(make_archive([long, short]), embedder=hashing) as archive:
        results = [one for one in _why(archive, "Deich von Husum", 100).results if one.article_id == "lang"]
    lost = sorted((one.parts.diversity for one in results), reverse=True)
    assert len(lost) > FREE
    assert lost == pytest.approx([-DISCOUNT * max(0, place - FREE + 1) for place in range(len(lost))], abs=1e-5)


def test_nothing_to_search_is_explained_too(facts: Fundstelle) -> None:
    search = facts.explain("Brand", date_from="2030")
    assert search.results == []
    assert search.explanation.languages == []
    assert search.explanation.filtering.searched == search.explanation.candidates == 0
    assert {one.reason for one in search.explanation.dropped} == {"filtered"}


def test_k_is_checked(facts: Fundstelle) -> None:
    with pytest.raises(UsageError, match="k is 0"):
        facts.explain("Brand", 0)
