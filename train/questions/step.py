"""Question-answering rows by rules, without any model: `python -m train.questions [--rows N]`.

Reads `pairs.tsv` and the articles in `corpus/`, asks wh-questions, keyword and cloze questions around names, dates,
numbers and reasons in both languages, puts passages around the answers, makes a third of the rows near misses that
their passage does not answer, and writes `questions.jsonl` and `questions.report.json`. Six minutes on one core.
The idea that noisy questions from rules train a reader is that of Lewis et al. 2019 (arXiv:1906.04980).
"""

from __future__ import annotations

import json
import logging
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tqdm import tqdm

from index.models import Language
from rag.answering.question_words import content_words
from train.pairs import read_pairs
from train.questions.balance import balanced
from train.questions.candidates import Kind
from train.questions.contexts import Shelf, context_for, family, shelves_of
from train.questions.material import Item, article_items, chosen_pairs
from train.questions.misses import Pools, near_miss, word_shape
from train.questions.rows import Row, answerable_row, unanswerable_row
from train.questions.seeds import Reading, Seed, read_side, seeds_of
from train.questions.wordbook import WordBook, read_words
from train.workspace import SEED, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

ROWS = 120_000
UNANSWERABLE = 1 / 3
WORDINGS = {"pairs": 2, "corpus": 6}
"""How often each sentence is asked about: the rules shorten and swap by chance, so the questions differ."""
CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def main() -> None:
    """Write the rows and the report."""
    parser = parser_of(__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, metavar="N", help="how many rows (default: %(default)s)")
    options = parser.parse_args()
    space = open_workspace(options)
    chance = random.Random(SEED)
    items, book = _material(space.file("pairs.tsv"), chance)
    read = {
        item.number: (item, {side: read_side(item, side, book) for side in item.sides})
        for item in tqdm(items, unit=" sentences", mininterval=10)
    }
    seeds = _seeds(list(read.values()), book, chance)
    logger.info("%d sentences, %d questions", len(items), len(seeds))
    shelves = shelves_of(read.values())
    count: Counter[str] = Counter()
    with written(space.work / "questions.jsonl") as path, path.open("w", encoding="utf-8") as lines:
        for row in _rows(balanced(seeds, options.rows, chance), shelves, _pools(seeds), chance):
            lines.write(json.dumps(row.record(), ensure_ascii=False) + "\n")
            count.update(row.labels())
    report = json.dumps(dict(sorted(count.items())), indent=1)
    (space.work / "questions.report.json").write_text(report + "\n", encoding="utf-8")
    logger.info("%d rows, %d answerable", count["rows"], count["answerable"])


def _material(pairs: Path, chance: random.Random) -> tuple[list[Item], WordBook]:
    """The sentences to ask about, and what all of them tell about words."""
    everything = [
        pair for pair in read_pairs(pairs) if not pair.source.startswith(("ms-", "eforms", "honig", "wikipedia"))
    ]
    book = read_words((pair.en, pair.de) for pair in everything)
    chosen = chosen_pairs(everything, chance)
    items = [Item(number, {"en": pair.en, "de": pair.de}, pair.source) for number, pair in enumerate(chosen)]
    return items + article_items(CORPUS, len(items)), book


def _seeds(read: list[tuple[Item, dict[Language, Reading]]], book: WordBook, chance: random.Random) -> list[Seed]:
    """All questions, each once for a sentence."""
    seeds: dict[tuple[int, str, str, int], Seed] = {}
    for item, readings in tqdm(read, unit=" sentences", mininterval=10):
        for _ in range(WORDINGS["corpus" if item.passage else "pairs"]):
            for seed in seeds_of(item, readings, book, chance):
                seeds[item.number, seed.question, seed.written, seed.start] = seed
    return list(seeds.values())


def _pools(seeds: list[Seed]) -> Pools:
    """What near misses are drawn from: what the questions themselves hold."""
    entities: dict[tuple[Language, Kind], set[str]] = defaultdict(set)
    shapes: dict[tuple[Language, str], set[str]] = defaultdict(set)
    for seed in seeds:
        for text, kind in seed.mentions:
            entities[seed.asked, kind].add(text)
        named = {part for text, _ in seed.mentions for part in text.split()}
        for word in content_words(seed.question, seed.asked):
            written = next((w for w in seed.question.split() if w.lower() == word.text), "")
            if len(written) > 4 and written.isalpha() and written not in named:
                shapes[seed.asked, word_shape(written)].add(written)
    return Pools({k: sorted(v) for k, v in entities.items()}, {k: sorted(v) for k, v in shapes.items()})


def _rows(
    chosen: list[Seed], shelves: dict[tuple[str, Language], Shelf], pools: Pools, chance: random.Random
) -> Iterator[Row]:
    """A row for each seed that the material offers a passage for."""
    for seed in tqdm(chosen, unit=" rows", mininterval=10):
        shelf = shelves[family(seed.item.source), seed.written]
        if chance.random() < UNANSWERABLE:
            missed = near_miss(seed, shelf, pools, chance)
            if missed is not None:
                yield unanswerable_row(seed, *missed)
        else:
            context = context_for(seed, shelf, keep=True, chance=chance)
            if context is not None:
                yield answerable_row(seed, context)
