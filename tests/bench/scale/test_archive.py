"""The archive and the questions of `bench.scale`: the same in every run, and fit for the filters that are measured."""

from __future__ import annotations

import gzip
import itertools
import json
from collections import Counter
from pathlib import Path

import pytest

from bench.scale.alternative import where
from bench.scale.articles import NEWS, REST, outlet, records, write_articles
from bench.scale.questions import SCENARIOS, questions
from index.embedding import default_embedder
from rag.question import read_filters

TEXTS = 20


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stands for the folder with the large sets: twenty texts in each."""
    folder = tmp_path_factory.mktemp("sets")
    for kind, names in (("news", NEWS), ("scale", REST)):
        (folder / kind).mkdir()
        for name in names:
            with gzip.open(folder / kind / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
                for number in range(TEXTS):
                    text = f"{name} berichtet {number}. Der Kran {name} steht in Husum.\n\nIt is number {number}."
                    own = {"date": "2005-08-20"} if name == "wikinews-998.de" else {}
                    file.write(json.dumps({"title": f"{name} {number}", "text": text, **own}) + "\n")
    return folder


def test_every_article_has_what_filters_ask_for(texts: Path) -> None:
    made = list(records(texts))
    assert len(made) == (len(NEWS) + len(REST)) * TEXTS
    assert made == list(records(texts))
    assert len({record["id"] for record in made}) == len(made)
    assert {record["language"] for record in made} == {"de", "en"}
    assert {r["published"] for r in made if r["id"].startswith("wikinews")} == {"2005-08-20"}
    assert all("2000" <= record["published"] < "2025" for record in made)
    assert len({record["published"] for record in made}) > TEXTS
    counts = Counter(record["source"] for record in made)
    assert counts[outlet(0)] > counts[outlet(30)]


def test_it_stops_when_there_are_passages_enough(texts: Path, tmp_path: Path) -> None:
    written = write_articles(texts, tmp_path / "articles.jsonl", 7, default_embedder())
    assert written.passages == 7
    assert len((tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()) == written.articles == 7


def test_no_question_comes_twice(texts: Path, tmp_path: Path) -> None:
    write_articles(texts, tmp_path / "articles.jsonl", 10_000, default_embedder())
    batches = list(itertools.islice(questions(tmp_path / "articles.jsonl", 10), 5))
    assert [[language for _, language in batch] for batch in batches] == [["de", "en"] * 5] * 5
    asked = [text for batch in batches for text, _ in batch]
    assert len(set(asked)) == len(asked) == 50
    assert all(asked)


def test_filters_are_ours_and_in_chromas_words() -> None:
    for scenario in SCENARIOS:
        read_filters(scenario.filters)
    assert where({}) is None
    assert where({"languages": ("de",)}) == {"language": {"$in": ["de"]}}
    assert where({"date_from": "2008", "date_to": "2017-02", "sources": ("A", "B")}) == {
        "$and": [{"day": {"$gte": 20080101}}, {"day": {"$lte": 20170228}}, {"source": {"$in": ["A", "B"]}}]
    }
