"""MLQA dev in all four directions, with everything on and with each part off; one archive a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.ablation.remembering import RememberingEmbedder
from bench.ablation.switches import NOTHING_OFF, SWITCHES, Switch
from bench.ablation.values import Row, single
from bench.mlqa import Asked, article_id
from bench.retrieval import DEPTH, gain
from index.columns import LANGUAGES
from index.embedding import default_embedder
from index.generation import Generation
from index.models import Language
from rag.cli.progress import bars
from rag.question import Question, read_question
from rag.retrieval.asked import prepare
from rag.retrieval.dates import allowed_rows
from rag.retrieval.reranking import best_hits
from rag.retrieval.retriever import trace
from train.reader.rows import is_held_out, mlqa

DEEP = 3 * DEPTH
"""Passages that are ranked for ten articles: few articles have more than one."""


def measure_mlqa(generation: Generation, questions: Sequence[Asked], embed: RememberingEmbedder) -> dict[str, Row]:
    """nDCG@10 by direction, before any reading; by the row's name."""
    rows: dict[str, Row] = {}
    for switch in (NOTHING_OFF, *(switch for switch in SWITCHES if not switch.reads)):
        with switch.off(), bars("searching", len(questions), "question") as advance:
            gains: defaultdict[str, list[float]] = defaultdict(list)
            for asked in questions:
                ranking = ranked_articles(generation, _question(asked, switch), embed, DEEP)
                gains[f"{asked.asked}>{asked.written}"].append(gain(ranking, asked.article_id))
                advance(1)
        rows[switch.name] = {direction: single(values) for direction, values in gains.items()}
    return rows


def measure_reading(generation: Generation, folder: Path, embed: RememberingEmbedder) -> dict[str, Row]:
    """nDCG@10 by direction with and without reranking, on what the reader was not trained on; by the row's name."""
    rows: dict[str, Row] = {}
    questions = list(held_out(folder))
    for switch in (NOTHING_OFF, *(switch for switch in SWITCHES if switch.reads)):
        with switch.off(), bars("reading", len(questions), "question") as advance:
            gains: defaultdict[str, list[float]] = defaultdict(list)
            for asked in questions:
                question = _question(asked, switch)
                hits = best_hits(generation, question, embed(default_embedder(), question.text), DEEP)
                gains[f"{asked.asked}>{asked.written}"].append(gain([hit.article.id for hit in hits], asked.article_id))
                advance(1)
        rows[switch.name] = {f"{asked}>{written}": single(gains[f"{asked}>{written}"]) for asked, written in _PAIRS}
    return rows


def held_out(folder: Path) -> Iterator[Asked]:
    """The MLQA dev questions of articles that the reader was not trained on."""
    for row in mlqa(folder):
        if is_held_out(row):
            yield Asked(row.question, row.asked, row.written, article_id(row.written, row.passage), [])


def ranked_articles(generation: Generation, question: Question, embed: RememberingEmbedder, k: int) -> list[str]:
    """The articles of the k best passages, best first, as often as they occur."""
    asked = prepare(generation, question, embed(default_embedder(), question.text))
    ranking = trace(asked, allowed_rows(generation.columns, question)[0], k).ranking
    numbers = generation.columns.article_numbers(ranking.scored.rows[ranking.order[:k]])
    ids = generation.archive.ids_of(set(numbers.tolist()))
    return [ids[number] for number in numbers.tolist()]


_PAIRS: list[tuple[Language, Language]] = [(asked, written) for asked in LANGUAGES for written in LANGUAGES]


def _question(asked: Asked, switch: Switch) -> Question:
    return read_question(asked.text, asked.asked, {"languages": (asked.written,), "dates": switch.dates})
