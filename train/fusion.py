"""Choose the fusion's weights: `python -m train.fusion --questions DIR`.

DIR holds `mlqa.dev.de.jsonl.gz` and `mlqa.dev.en.jsonl.gz` (MLQA, Lewis et al. 2020, CC BY-SA 3.0). Both halves become
one archive, indexed by the product itself with the embedder in use. For every question and every passage the three
scores that `rag.retrieval` adds are computed once; then all weights of a grid are tried for each direction. The best
are scaled so that the right passage scores about the same in every direction: else the language whose scores happen to
be larger would fill the ranking of an archive in both. Writes `rag/retrieval/weights.json` and prints what
each choice is worth, nDCG@10. A few minutes, nearly all of it for the index. To be run again whenever the embedder
changes.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import logging
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.archive import indexed
from bench.mlqa import Asked, load, parallel_questions, write_articles
from index.columns import LANGUAGES
from index.embedding import default_embedder
from index.embedding.interface import Vectors, embed_question
from index.embedding.late_interaction import late_interaction
from index.embedding.token_vectors import default_token_vectors
from index.generation import Generation
from index.models import Language
from rag.cli.progress import bars
from rag.retrieval.fusion import Scores, standardise
from rag.retrieval.translation import keyword_terms
from rag.retrieval.weights import FusionWeights
from train.evaluate import DIRECTIONS
from train.gains import gains

logger = logging.getLogger(__name__)

WEIGHTS = Path(__file__).resolve().parents[1] / "rag" / "retrieval" / "weights.json"
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
"""Weights tried for vectors and late interaction, against 1 for keywords."""

RIGHT_SCORE = 10.0
"""What the right passage scores on average in either language; one about something else scores 0. In the archive of
all of MLQA dev a question's own language then comes first for half of the questions that both languages answer (.53 of
the German, .47 of the English ones), and both come among the first ten as often as with any other scale."""

TOLERANCE = 0.005
"""Differences in nDCG@10 that are noise with 512 questions; the weights nearest to keywords alone are preferred."""

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Table:
    """All scores of one direction.

    Attributes:
        keyword: standardised BM25, of shape (questions, passages).
        vector: standardised cosines.
        token: late interaction, 0 to 1.
        articles: the first passage of each article, ascending.
        right: each question's article, as an index into `articles`.
    """

    keyword: Scores
    vector: Scores
    token: Scores
    articles: NDArray[np.intp]
    right: NDArray[np.intp]

    @property
    def token_scale(self) -> tuple[float, float]:
        """Mean and standard deviation of late interaction, nearly all passages being about something else."""
        return float(self.token.mean()), float(self.token.std())

    def fused(self, weights: Triple) -> Scores:
        """The articles' scores, of shape (questions, articles): each is as good as its best passage."""
        mean, deviation = self.token_scale
        token = (self.token - np.float32(mean)) / np.float32(deviation)
        keyword, vector, late = (np.float32(weight) for weight in weights)
        scores = keyword * self.keyword + vector * self.vector + late * token
        best: Scores = np.maximum.reduceat(scores, self.articles, axis=1)
        return best

    def worth(self, weights: Triple) -> float:
        """nDCG@10 for weights of keyword, vector and token."""
        return float(gains(self.fused(weights), self.right).mean())

    def scaled(self, weights: Triple, right_score: float) -> Triple:
        """The same weights in a scale in which the right passage has this score on average."""
        right = float(self.fused(weights)[np.arange(len(self.right)), self.right].mean())
        keyword, vector, token = (round(weight * right_score / right, 3) for weight in weights)
        return keyword, vector, token


def main() -> None:
    """Choose and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the MLQA dev files")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    chosen = {}
    for (asked, written), table in tables(options.questions).items():
        triple = choose(table)
        report(f"{asked}>{written}", table, triple)
        mean, deviation = table.token_scale
        keyword, vector, token = table.scaled(triple, RIGHT_SCORE)
        chosen[f"{asked}>{written}"] = FusionWeights(
            keyword=keyword,
            vector=vector,
            token=token,
            token_mean=round(mean, 4),
            token_deviation=round(deviation, 4),
        ).model_dump()
    WEIGHTS.write_text(json.dumps(chosen, indent=2) + "\n", encoding="utf-8")


def choose(table: Table) -> Triple:
    """The weights of the grid that lean most on keywords, of those that are about as good as the best."""
    tried = [(1.0, *pair) for pair in sorted(itertools.product(STEPS, STEPS), key=sum)]
    worth = [table.worth(triple) for triple in tried]
    return next(triple for triple, value in zip(tried, worth, strict=True) if value >= max(worth) - TOLERANCE)


def report(name: str, table: Table, triple: Triple) -> None:
    """Log what each side, each pair and all three are worth, and whether the choice holds on the other half."""
    singles: dict[str, Triple] = {"keyword": (1, 0, 0), "vector": (0, 1, 0), "token": (0, 0, 1), "chosen": triple}
    values = {label: table.worth(weights) for label, weights in singles.items()}
    halves = [_half(table, rest) for rest in (0, 1)]
    crossed = [other.worth(choose(own)) for own, other in (halves, halves[::-1])]
    logger.info(
        "%s: %s; chosen on one half, measured on the other %.3f; weights %s",
        name,
        " ".join(f"{label} {value:.3f}" for label, value in values.items()),
        float(np.mean(crossed)),
        triple,
    )


def tables(folder: Path) -> dict[tuple[Language, Language], Table]:
    """Index MLQA dev and score every question against every passage."""
    records = load(folder)
    with tempfile.TemporaryDirectory() as scratch:
        write_articles(records, Path(scratch) / "passages.jsonl")
        questions = parallel_questions(records)
        with (
            indexed(Path(scratch) / "data", Path(scratch) / "passages.jsonl") as generation,
            bars("scoring", len(questions), "question") as advance,
        ):
            return {direction: _table(generation, questions, *direction, advance) for direction in DIRECTIONS}


def _table(
    generation: Generation,
    questions: Sequence[Asked],
    asked: Language,
    written: Language,
    advance: Callable[[int], None],
) -> Table:
    rows = np.flatnonzero(generation.columns.languages() == LANGUAGES.index(written))
    numbers, first = np.unique(generation.columns.article_numbers(rows), return_index=True)
    ids = generation.archive.article_ids()
    place = {ids[number]: index for index, number in enumerate(numbers)}
    vectors = default_token_vectors()
    passages = generation.words.of(rows.tolist())
    own = [question for question in questions if (question.asked, question.written) == (asked, written)]
    sides: tuple[list[Scores], list[Scores], list[Scores]] = ([], [], [])
    for question in own:
        bm25 = generation.keywords.weighted_scores(keyword_terms(question.text, asked, written))
        cosines = generation.vectors.matrix @ _embedded(question.text)
        sides[0].append(standardise(bm25[rows], bm25[rows], bm25))
        sides[1].append(standardise(cosines[rows], cosines[rows], cosines))
        sides[2].append(late_interaction(vectors, vectors.encode(question.text), passages))
        advance(1)
    right = np.array([place[question.article_id] for question in own])
    keyword, vector, token = (np.array(side) for side in sides)
    return Table(keyword, vector, token, first, right)


@functools.cache
def _embedded(question: str) -> Vectors:
    """Every question is asked of both languages' passages."""
    return embed_question(default_embedder(), question)


def _half(table: Table, rest: int) -> Table:
    """Every second question."""
    return Table(
        table.keyword[rest::2], table.vector[rest::2], table.token[rest::2], table.articles, table.right[rest::2]
    )


if __name__ == "__main__":
    main()
