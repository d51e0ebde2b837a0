from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.columns import Columns, write_columns
from index.duplicates import ALONE
from index.embedding import Embedder, OnnxEmbedder
from index.models import Article, Passage
from index.store.archive import SplitArticle
from rag import Fundstelle
from rag.retrieval.folding import fold

MakeArchive = Callable[[Sequence[Mapping[str, str]]], Path]

LEAD = (
    "MOSKAU (wd) - Im Hafen von Wladiwostok ist ein Frachter mit Getreide auf Grund gelaufen. Die Besatzung blieb nach "
    "Angaben der Reederei unverletzt, Schlepper sollen das Schiff bei Hochwasser befreien."
)
CAUSE = (
    "Als Ursache nannte der Hafenmeister einen Ausfall des Ruders kurz vor der Einfahrt. Ein Lotse war an Bord, die "
    "Ermittler haben den Fahrtenschreiber sichergestellt und befragen nun den Kapitän."
)
CHANGED = (
    "Die Reederei Nordlicht bezifferte den Schaden am Rumpf auf neun Millionen Rubel und kündigte an, die Ladung "
    "Weizen auf den Frachter Polarstern umzuladen, sobald die Behörden zustimmen."
)
HEADINGS = ("## Bergung", "## Ursache")


def _article(name: str, lead: str, cause: str, published: str, source: str) -> dict[str, str]:
    text = f"{HEADINGS[0]}\n\n{lead}\n\n{HEADINGS[1]}\n\n{cause}"
    about = {"title": f"Frachter auf Grund ({name})", "language": "de", "published": published, "source": source}
    return {"id": name, "text": text, **about}


RECORDS = (
    _article("kurier", LEAD, CHANGED, "2023-09-14", "Kurier"),
    _article("agentur", LEAD, CAUSE, "2023-09-13", "Agentur"),
    _article("bote", LEAD.replace("MOSKAU (wd)", "Wladiwostok (dpa)"), CAUSE, "2023-09-15", "Bote"),
    *(
        _article(
            f"andere-{n}",
            f"Der Rat von Ort {n} hat lange über den Bau einer Brücke beraten und dann vertagt.",
            f"In Ort {n} blüht der Raps, die Imker rechnen mit einer guten Ernte in diesem Frühjahr.",
            "2023-09-16",
            "Anzeiger",
        )
        for n in range(4)
    ),
)


@pytest.fixture(scope="module")
def reprints(tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder) -> Iterator[Fundstelle]:
    """An agency's text in three papers, one of which has written the second half anew; real Chroma, real model."""
    from index.build import build_index

    folder = tmp_path_factory.mktemp("reprints")
    for record in RECORDS:
        front = "\n".join(f'{key}: "{value}"' for key, value in record.items() if key not in ("id", "text"))
        (folder / f"{record['id']}.md").write_text(f"---\n{front}\n---\n{record['text']}\n", encoding="utf-8")
    build_index(folder / "data", [folder], embedder)
    with Fundstelle.open(folder / "data", threshold=0.0) as opened:
        yield opened


def test_a_passage_printed_three_times_is_found_once_and_names_the_others(reprints: Fundstelle) -> None:
    question = "Wo ist der Frachter mit Getreide auf Grund gelaufen?"
    hits = [r for r in reprints.search(question, 20) if "Schlepper" in r.text]
    assert len(hits) == 1
    assert {hits[0].article_id, *hits[0].also_in} == {"agentur", "kurier", "bote"}


def test_the_changed_paragraph_of_a_copy_stays_findable(reprints: Fundstelle) -> None:
    best = reprints.search("Auf wie viele Rubel bezifferte die Reederei den Schaden am Rumpf?", 1)[0]
    assert (best.article_id, best.also_in) == ("kurier", [])
    assert "neun Millionen Rubel" in best.text
    cause = reprints.search("Was nannte der Hafenmeister als Ursache?", 1)[0]
    assert {cause.article_id, *cause.also_in} == {"agentur", "bote"}


@pytest.mark.parametrize("source", ["Kurier", "Agentur", "Bote"])
def test_a_filter_finds_the_copy_that_it_leaves(reprints: Fundstelle, source: str) -> None:
    best = reprints.search("Wo ist der Frachter mit Getreide auf Grund gelaufen?", 1, sources=(source,))[0]
    assert best.article_id == source.lower()
    assert sorted([best.article_id, *best.also_in]) == ["agentur", "bote", "kurier"]


def test_further_passages_take_the_place_of_the_copies(reprints: Fundstelle) -> None:
    results = reprints.search("Frachter auf Grund gelaufen", 10)
    assert len(results) == 10
    everything = reprints.search("Frachter auf Grund gelaufen", 1000)
    assert len(everything) == reprints.info().passages - 3  # two copies of the lead, one of the cause
    assert len({(r.article_id, r.start) for r in everything}) == len(everything)
    assert [r.score for r in everything] == sorted((r.score for r in everything), reverse=True)


def test_a_copy_confirms_nothing_but_is_named_at_the_quote(reprints: Fundstelle) -> None:
    answer = reprints.ask("Was nannte der Hafenmeister als Ursache?")
    cause = [c for c in answer.citations if "Ausfall des Ruders" in c.quote]
    assert len(cause) == 1
    assert sorted([cause[0].article_id, *cause[0].also_in]) == ["agentur", "bote"]


def test_a_quote_names_only_articles_that_carry_the_sentence(reprints: Fundstelle) -> None:
    for question in ("Wie hoch ist der Schaden am Rumpf?", "Wo ist der Frachter auf Grund gelaufen?"):
        for citation in reprints.ask(question).citations:
            for other in citation.also_in:
                carried = citation.quote.split(" - ")[-1]
                assert carried in reprints.article(other).text


def test_many_copies_do_not_use_up_the_candidates(make_archive: MakeArchive, hashing: Embedder) -> None:
    copies = [{"id": f"copy-{n}", "title": "Frachter", "language": "de", "text": LEAD} for n in range(250)]
    others = [
        {"id": f"other-{n}", "title": f"Ort {n}", "language": "de", "text": f"Der Rat von Ort {n} tagte."}
        for n in range(30)
    ]
    with Fundstelle.open(make_archive([*copies, *others]), embedder=hashing) as archive:
        results = archive.search("Frachter mit Getreide im Hafen von Wladiwostok auf Grund", 20)
    assert len(results) == 20
    assert results[0].article_id.startswith("copy-")
    assert len(results[0].also_in) == 249
    assert all(r.article_id.startswith("other-") for r in results[1:])


def _columns(path: Path, clusters: Sequence[int], days: Sequence[str | None]) -> Columns:
    articles = []
    for n, published in enumerate(days):
        article = Article.model_construct(
            id=str(n), title="", text="x", language="de", published=published, source=None
        )
        articles.append(SplitArticle(article, [], [Passage(article_id=str(n), start=0, end=1)]))
    write_columns(path / "columns.npy", articles, np.array(clusters, dtype=np.int32))
    return Columns(path / "columns.npy", [])


def _fold(columns: Columns, rows: Sequence[int], scores: Sequence[float]) -> list[int]:
    places = fold(columns, np.array(rows, dtype=np.int64), np.array(scores, dtype=np.float32))
    return [rows[place] for place in places]


def test_the_best_scored_copy_is_kept_then_the_earliest_then_the_first(tmp_path: Path) -> None:
    columns = _columns(tmp_path, [0, 0, 0, ALONE, 0], [None, "2023-09-14", "2023-09-13", None, "2023-09-13"])
    assert _fold(columns, [0, 1, 2, 3, 4], [1, 2, 1, 0, 1]) == [1, 3]
    assert _fold(columns, [0, 1, 2, 3, 4], [1, 1, 1, 0, 1]) == [2, 3]
    assert _fold(columns, [4, 3, 1, 0], [1, 0, 1, 1]) == [4, 3]
    assert _fold(columns, [0, 3], [1, 0]) == [0, 3]
    assert _fold(columns, [], []) == []


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.integers(ALONE, 3), st.integers(0, 3)), min_size=1, max_size=25),
    st.randoms(use_true_random=False),
)
def test_folding_loses_no_cluster_and_keeps_the_order(
    tmp_path_factory: pytest.TempPathFactory, passages: list[tuple[int, int]], shuffler: random.Random
) -> None:
    clusters = [cluster for cluster, _ in passages]
    scores = [float(score) for _, score in passages]
    columns = _columns(tmp_path_factory.mktemp("columns"), clusters, [None] * len(clusters))
    rows = list(range(len(passages)))
    shuffler.shuffle(rows)
    kept = _fold(columns, rows, [scores[row] for row in rows])
    assert kept == [row for row in rows if row in kept]
    assert {row for row in rows if clusters[row] == ALONE} <= set(kept)
    assert sorted(clusters[row] for row in kept if clusters[row] != ALONE) == sorted(set(clusters) - {ALONE})
    for row in kept:
        if clusters[row] != ALONE:
            assert scores[row] == max(scores[other] for other in rows if clusters[other] == clusters[row])
