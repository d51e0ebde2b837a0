"""How often the rules about roles find them exchanged: `python -m train.support.turned`.

`train/written/turned.jsonl` holds plain news sentences that name two, each with a faithful sentence and the same with
the two exchanged, in both languages. The rules (`rag.support.relations.roles`) were written with these in sight, so the
figures say what they know, not how they do on others: that is `bench.verification`. Ten seconds.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from bench.mlqa import LANGUAGES
from index.models import Article, Language, Sentence
from index.sentences import split_sentences
from rag.logistic import Crossing, crossing
from rag.verification import Evidence
from rag.verification.relating import relate
from rag.verification.sources import Source
from rag.verification.windows import nearest_sentences
from train.reader.rows import read_lines
from train.reader.written import FOLDER

logger = logging.getLogger(__name__)

FILE = FOLDER / "turned.jsonl"
Told = Literal["true", "turned"]


def main() -> None:
    """Log how many are taken for exchanged."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    asked: Counter[tuple[Told, Crossing]] = Counter()
    found: Counter[tuple[Told, Crossing]] = Counter()
    for told, language, record in pairs():
        key = told, crossing(language, record["language"])
        asked[key] += 1
        found[key] += taken_for_exchanged(record[told][language], language, record)
    for key in sorted(asked):
        logger.info("%s, %s: taken for exchanged %d of %d", *key, found[key], asked[key])


def pairs() -> Iterator[tuple[Told, Language, dict[str, Any]]]:
    """Each record with either of its sentences, in either language."""
    kinds: tuple[Told, ...] = ("true", "turned")
    for record in read_lines(FILE):
        yield from ((told, language, record) for told in kinds for language in LANGUAGES)


def taken_for_exchanged(claim: str, language: Language, record: dict[str, Any]) -> bool:
    """Whether the rules see those exchanged whom a claim names.

    Args:
        claim: one sentence.
        language: its language.
        record: with `title`, `before`, `evidence` and their `language`.
    """
    text, written = f"{record['before']} {record['evidence']}", record["language"]
    sentences = tuple(Sentence(start=start, end=end) for start, end in split_sentences(text, written))
    article = Article(id=record["id"], title=record["title"], text=text, language=written)
    evidence = Evidence(1, article, sentences)
    return relate(claim, language, Source(evidence), nearest_sentences(claim, evidence)).turned


if __name__ == "__main__":
    main()
