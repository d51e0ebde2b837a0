"""Keyword search alone, and what each part of it is worth: `python -m bench.keywords --questions DIR`.

DIR holds the MLQA dev files and `m2qa-news-train.de.jsonl.gz` (300 German news passages with questions; M2QA, Engländer
et al. 2024). Every row of the table is one way of making terms and weighing them; nDCG@10 with one relevant passage a
question. One archive a language. Writes `bench/results/keywords.md`.
"""

from __future__ import annotations

import argparse
import functools
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.mlqa import LANGUAGES, article_id, load, parallel_questions
from bench.records import M2QA_NEWS, is_answerable, read_records
from index.keywords.analyzer import analyze, words
from index.keywords.bm25 import KeywordIndex, write_keywords
from index.keywords.folding import fold
from index.keywords.question import CROSS, SAME, Kind, kind_of, question_terms
from index.keywords.stems import stem
from index.models import Language
from index.passages import embedded_text
from rag.cli.progress import bars
from train.gains import gains

RESULT = Path(__file__).parent / "results" / "keywords.md"
COLUMNS = ("de>de", "de>en", "en>de", "en>en", "German news")

Terms = Callable[[str, Language], list[str]]
Questions = Callable[[str, Language, Language], Mapping[str, float]]
Asked = tuple[str, Language, int]
"""A question, its language, and the row of the passage that answers."""


class Passages:
    """Passages in one language with the questions about them, by column of the table."""

    def __init__(self, language: Language, texts: Sequence[str]) -> None:
        """Take the passages; questions are added one by one."""
        self.language = language
        self.texts = texts
        self.asked: dict[str, list[Asked]] = {}

    def measure(self, terms: Terms, questions: Questions) -> dict[str, float]:
        """nDCG@10 of each column."""
        with tempfile.TemporaryDirectory() as scratch:
            write_keywords(Path(scratch), [terms(text, self.language) for text in self.texts])
            index = KeywordIndex(Path(scratch), len(self.texts))
            return {
                column: float(gains(self._scores(index, asked, questions), _right(asked)).mean())
                for column, asked in self.asked.items()
            }

    def _scores(self, index: KeywordIndex, asked: Sequence[Asked], questions: Questions) -> NDArray[np.float32]:
        return np.stack([index.weighted_scores(questions(text, own, self.language)) for text, own, _ in asked])


def load_passages(folder: Path) -> list[Passages]:
    """MLQA dev in both languages and the news.

    Raises:
        OSError: a file is missing.
    """
    records = load(folder)
    sets = []
    for language in LANGUAGES:
        texts = {
            article_id(language, str(row["context"])): embedded_text(str(row["title"]), str(row["context"]))
            for row in records[language]
        }
        rows = {identifier: row for row, identifier in enumerate(texts)}
        passages = Passages(language, list(texts.values()))
        for question in parallel_questions(records):
            if question.written == language:
                asked = passages.asked.setdefault(f"{question.asked}>{language}", [])
                asked.append((question.text, question.asked, rows[question.article_id]))
        sets.append(passages)
    return [*sets, _news(folder / M2QA_NEWS)]


def _news(path: Path) -> Passages:
    records = list(read_records(path))
    rows = {text: row for row, text in enumerate(dict.fromkeys(record["context"] for record in records))}
    news = Passages("de", list(rows))
    news.asked[COLUMNS[-1]] = [
        (record["question"], "de", rows[record["context"]]) for record in records if is_answerable(record)
    ]
    return news


def _right(asked: Sequence[Asked]) -> NDArray[np.intp]:
    return np.array([row for _, _, row in asked])


def only(*kinds: Kind) -> tuple[Terms, Questions]:
    """Index and ask with these kinds of terms, each counting the same."""
    return functools.partial(_of_kinds, kinds=kinds), functools.partial(
        question_terms, weights=dict.fromkeys(kinds, 1.0)
    )


def _of_kinds(text: str, language: Language, kinds: Sequence[Kind]) -> list[str]:
    return [term for term in analyze(text, language) if kind_of(term) in kinds]


def without(*kinds: Kind) -> tuple[Terms, Questions]:
    """What ships, with some kinds of terms switched off in the question."""

    def questions(text: str, language: Language, target: Language) -> Mapping[str, float]:
        chosen = SAME if language == target else CROSS
        return question_terms(text, language, target, {k: w for k, w in chosen.items() if k not in kinds})

    return analyze, questions


def plain(terms: Terms) -> tuple[Terms, Questions]:
    """Ask with the same terms that are indexed."""
    return terms, lambda text, language, target: Counter(terms(text, language))


def grams_of(length: int) -> Terms:
    """Character n-grams of folded words."""

    def terms(text: str, language: Language) -> list[str]:
        marked = (f"_{fold(term[1:])}_" for term in plain_words(text, language))
        return [word[i : i + length] for word in marked for i in range(max(1, len(word) - length + 1))]

    return terms


def plain_words(text: str, language: Language) -> list[str]:
    """Lower-case words behind "="."""
    del language
    return ["=" + word for word in words(text)]


def folded_stems(text: str, language: Language) -> list[str]:
    """Stems of words without accents and umlauts."""
    return [stem(fold(word), language) for word in words(text)]


ROWS: Mapping[str, tuple[Terms, Questions]] = {
    "words": plain(plain_words),
    "stems": only("stem"),
    "stems of folded words": plain(folded_stems),
    "3-grams": plain(grams_of(3)),
    "4-grams": only("gram"),
    "5-grams": plain(grams_of(5)),
    "4-grams and stems, alike (before)": only("gram", "stem"),
    "names by key": only("name"),
    "exonyms": only("exonym"),
    "numbers and dates": only("number"),
    "all kinds, alike": only("gram", "stem", "name", "exonym", "number"),
    "**all kinds, weighed (ours)**": without(),
    "without names by key": without("name"),
    "without exonyms": without("exonym"),
    "without numbers and dates": without("number"),
    "without 4-grams": without("gram"),
    "without stems": without("stem"),
}


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the question files")
    sets = load_passages(parser.parse_args().questions)
    lines = [
        "# Keyword search alone, nDCG@10",
        "",
        "`python -m bench.keywords --questions DIR`; MLQA dev (456 German and 978 English passages, 512 questions a",
        f"direction) and M2QA news ({len(sets[-1].texts)} passages, {len(sets[-1].asked[COLUMNS[-1]])} questions).",
        "",
        "| | " + " | ".join(COLUMNS) + " |",
        "|---|" + "---|" * len(COLUMNS),
    ]
    with bars("measuring", len(ROWS), "row") as advance:
        for name, (terms, questions) in ROWS.items():
            values: dict[str, float] = {}
            for passages in sets:
                values |= passages.measure(terms, questions)
            lines.append(f"| {name} | " + " | ".join(f"{values[column]:.3f}" for column in COLUMNS) + " |")
            advance(1)
    RESULT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
