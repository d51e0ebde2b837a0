"""Every passage in both languages in one archive: does a question prefer its own language?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.ablation.mlqa import ranked_articles
from bench.ablation.remembering import RememberingEmbedder
from bench.ablation.values import Row, single
from bench.mlqa import Asked, Records, article_id, write_articles
from bench.retrieval import DEPTH
from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.ranking import Ranking
from index.columns import LANGUAGES
from index.generation import Generation
from index.models import Language
from rag.cli.progress import bars
from rag.question import read_question

FAR = 100
"""Passages looked at to say which of two comes first."""


def write_parallel(records: Records, questions: Sequence[Asked], path: Path) -> None:
    """Write the passages of questions that exist in both languages, in both languages, and no others."""
    wanted = {asked.article_id for asked in questions}
    kept: Records = {
        language: [row for row in rows if article_id(language, str(row["context"])) in wanted]
        for language, rows in records.items()
    }
    write_articles(kept, path)


def measure_both(generation: Generation, questions: Sequence[Asked], embed: RememberingEmbedder) -> dict[str, Row]:
    """Compare the places of the two passages that answer a question, before any reading; by its language."""
    rows: dict[str, Row] = {}
    for language in LANGUAGES:
        pairs = answering_pairs(questions, language)
        own_first, both, gains = [], [], []
        with bars("searching", len(pairs), "question") as advance:
            for text, own, other in pairs:
                ranking = ranked_articles(generation, read_question(text, language, {}), embed, FAR)
                articles = list(dict.fromkeys(ranking))
                own_first += own_before(articles, own, other)
                both.append(float({own, other} <= set(articles[:DEPTH])))
                gains.append(ndcg_at_k(Ranking(tuple(int(a in (own, other)) for a in articles), 2), DEPTH))
                advance(1)
        rows[language] = {
            "own language first": single(own_first),
            "both among the first ten": single(both),
            "nDCG@10": single(gains),
        }
    return rows


def answering_pairs(questions: Sequence[Asked], language: Language) -> list[tuple[str, str, str]]:
    """Questions in a language with the passage in it and the one in the other, in their order.

    Args:
        questions: as of `parallel_questions`: each in all four directions, those of one next to each other.
        language: of the question.
    """
    asked = [question for question in questions if question.asked == language]
    own = [question for question in asked if question.written == language]
    other = [question for question in asked if question.written != language]
    return [(one.text, one.article_id, two.article_id) for one, two in zip(own, other, strict=True)]


def own_before(ranking: Sequence[str], own: str, other: str) -> list[float]:
    """1 if the first comes before the other in a ranking, 0 if it comes after it; nothing if neither is there."""
    for article in ranking:
        if article in (own, other):
            return [float(article == own)]
    return []
