"""The gold questions of an archive, with everything on and with each part off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.ablation.switches import NOTHING_OFF, SWITCHES, Switch
from bench.ablation.values import Column, Row, single
from eval.gold_set import GoldQuestion, load_gold
from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.ranking import Ranking
from eval.metrics.recall import recall_at_k
from eval.scoring.rankings import DEEPEST_CUTOFF
from eval.scoring.relevance import judge_articles
from index.build import build_index
from index.embedding import default_embedder
from rag import Fundstelle
from rag.cli.progress import bars

DATED = "dated"


def measure_gold(gold: Path, articles: Path, scratch: Path) -> dict[str, Row]:
    """Search for every answerable question of a gold file, through the door that users take.

    Args:
        gold: the questions.
        articles: folder with the articles that they name.
        scratch: an empty folder, or one that does not exist.

    Returns:
        By the row's name: nDCG@10 of articles by direction (of the first article that answers), Recall@5 as the mean
        of the directions, and the share of dated questions whose first article answers.

    Raises:
        SourceError: the gold file is damaged.
        UnknownArticleError: it names an article that is not there.
    """
    questions = [question for question in load_gold(gold) if question.answerable]
    build_index(scratch, [articles], default_embedder(), progress=bars)
    with Fundstelle.open(scratch) as archive:
        directions = [f"{q.language}>{archive.article(q.articles[0]).language}" for q in questions]
        return {
            switch.name: _row(questions, directions, _search(archive, questions, switch))
            for switch in (NOTHING_OFF, *SWITCHES)
        }


def _search(archive: Fundstelle, questions: Sequence[GoldQuestion], switch: Switch) -> list[Ranking]:
    rankings = []
    with NOTHING_OFF.off(), switch.off(), bars("searching", len(questions), "question") as advance:
        for question in questions:
            results = archive.search(question.question, DEEPEST_CUTOFF, now=question.now, dates=switch.dates)
            rankings.append(judge_articles(results, question.articles))
            advance(1)
    return rankings


def _row(
    questions: Sequence[GoldQuestion], directions: Sequence[str], rankings: Sequence[Ranking]
) -> dict[str, Column]:
    by_direction: defaultdict[str, list[Ranking]] = defaultdict(list)
    for direction, ranking in sorted(zip(directions, rankings, strict=True), key=lambda pair: pair[0]):
        by_direction[direction].append(ranking)
    row = {name: single([ndcg_at_k(r, DEEPEST_CUTOFF) for r in own]) for name, own in by_direction.items()}
    row["Recall@5"] = Column(tuple(tuple(recall_at_k(r, 5) for r in own) for own in by_direction.values()))
    dated = [float(any(r.found[:1])) for q, r in zip(questions, rankings, strict=True) if DATED in q.tags]
    row["dated, first right"] = single(dated)
    return row
