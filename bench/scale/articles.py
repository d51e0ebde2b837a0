"""A large archive to measure speed on: real texts, with made-up days of publication and outlets.

News comes first, then sections of German law and pages of German web documentation in turn, until there are passages
enough. Most of these texts state neither day nor outlet; both are derived from the text's place, so that filters have
work to do and every run has the same archive: days spread evenly over 2000 to 2024, and forty outlets of which the
largest has a quarter of all articles and the smallest one in two hundred.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, zip_longest
from pathlib import Path

from bench.records import read_records
from index.embedding import Embedder
from index.models import Article, Language
from index.split import split_article

NEWS = ("bbc-2225.en", "derstandard-1028.de", "msn-1000.de", "wikinews-998.de")
REST = ("german-law-20000.de", "mdn-14474.de")
OUTLETS = 40
FIRST_DAY = date(2000, 1, 1)
DAYS = 25 * 365
SEED = 4


@dataclass(frozen=True)
class Written:
    """What was written: numbers of articles and of the passages that the product makes of them."""

    articles: int
    passages: int


def outlet(number: int) -> str:
    """The name of an outlet; 0 is the largest."""
    return f"Blatt {number:02d}"


def write_articles(data: Path, path: Path, passages: int, embedder: Embedder) -> Written:
    """Write articles in the archive's JSONL form until they make so many passages.

    Args:
        data: a folder with `news` and `scale`.
        path: the file to write.
        passages: at least so many, if there are enough texts.
        embedder: its tokenizer decides where passages end.

    Raises:
        OSError: a file is missing.
    """
    articles, made = 0, 0
    with path.open("w", encoding="utf-8") as file:
        for record in records(data):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            articles += 1
            made += len(split_article(_article(record), embedder).passages)
            if made >= passages:
                break
    return Written(articles, made)


def records(data: Path) -> Iterator[dict[str, str]]:
    """All articles, in a fixed order."""
    chance = random.Random(SEED)
    shares = [1.0 / (place + 1) for place in range(OUTLETS)]
    news = chain.from_iterable(_read(data / "news", name) for name in NEWS)
    pairs = zip_longest(*(_read(data / "scale", name) for name in REST))
    for record in chain(news, (record for pair in pairs for record in pair if record)):
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        record.setdefault("published", day.isoformat())
        record["source"] = outlet(chance.choices(range(OUTLETS), shares)[0])
        yield record


def _read(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The articles of one file, each with an id, its language and its day where the file states one."""
    language = name.rpartition(".")[2]
    for number, raw in enumerate(read_records(folder / f"{name}.jsonl.gz")):
        record = {"id": f"{name}-{number}", "language": language, "text": raw["text"]}
        title = " ".join(str(raw[part]) for part in ("section", "title") if raw.get(part))
        if title:
            record["title"] = title
        if raw.get("date"):
            record["published"] = raw["date"]
        yield record


def _article(record: dict[str, str]) -> Article:
    language: Language = "en" if record["language"] == "en" else "de"
    return Article(
        id=record["id"], title=record.get("title", ""), title_origin="given", text=record["text"], language=language
    )
