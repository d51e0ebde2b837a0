"""Questions to a large archive, each asked once: gold questions, and the titles and first sentences of its articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from pathlib import Path

from bench.scale.articles import outlet
from index.models import Language
from index.sentences import split_sentences

GOLD = Path(__file__).resolve().parents[2] / "eval" / "gold"
LANGUAGES: tuple[Language, ...] = ("de", "en")
LONGEST = 200
"""Characters of a question that is made of an article."""


@dataclass(frozen=True)
class Scenario:
    """One way to search.

    Attributes:
        name: for the table.
        filters: fields of `rag.models.Filters`.
    """

    name: str
    filters: Mapping[str, object]


SCENARIOS = (
    Scenario("no filter", {}),
    Scenario("one year", {"date_from": "2011", "date_to": "2011"}),
    Scenario("ten years", {"date_from": "2008", "date_to": "2017"}),
    Scenario("German articles", {"languages": ("de",)}),
    Scenario("English articles", {"languages": ("en",)}),
    Scenario("the largest outlet", {"sources": (outlet(0),)}),
    Scenario("a small outlet", {"sources": (outlet(30),)}),
    Scenario(
        "German, since 2005, ten outlets",
        {"date_from": "2005", "languages": ("de",), "sources": tuple(outlet(number) for number in range(10))},
    ),
)


def questions(articles: Path, count: int) -> Iterator[list[tuple[str, Language]]]:
    """Batches of so many questions, half of them German, half English; no question comes twice.

    Args:
        articles: the archive in JSONL.
        count: questions a batch, even.
    """
    streams = [_of_language(articles, language) for language in LANGUAGES]
    while True:
        batch = [
            [(text, language) for text in islice(stream, count // 2)]
            for stream, language in zip(streams, LANGUAGES, strict=True)
        ]
        if any(len(part) < count // 2 for part in batch):
            return
        yield [question for pair in zip(*batch, strict=True) for question in pair]


def _of_language(articles: Path, language: Language) -> Iterator[str]:
    """Gold questions and those made of articles by turns, so that every batch has some of both."""
    seen: set[str | None] = {None}
    for text in chain.from_iterable(zip_longest(_gold(language), _made(articles, language))):
        if text is not None and text not in seen:
            seen.add(text)
            yield text


def _gold(language: Language) -> list[str]:
    found = []
    for file in sorted(GOLD.glob("*.jsonl")):
        records = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        found += [record["question"] for record in records if record["language"] == language]
    return found


def _made(articles: Path, language: Language) -> Iterator[str]:
    """The first sentence of every article, by turns with its title."""
    with articles.open(encoding="utf-8") as lines:
        for number, record in enumerate(r for r in map(json.loads, lines) if r["language"] == language):
            title = record.get("title")
            if title and number % 2:
                yield title[:LONGEST]
            else:
                start, end = next(iter(split_sentences(record["text"], language)), (0, LONGEST))
                yield record["text"][start:end].strip()[:LONGEST]
