"""Fit the extractive answerer's weights: `python -m train.answering --questions DIR`.

DIR holds `mlqa.dev.de.jsonl.gz` and `mlqa.dev.en.jsonl.gz` (MLQA, Lewis et al. 2020, CC BY-SA 3.0): passage, question
and answers, with equal ids for the same question in both languages. Both halves become one archive, which the product's
own pipeline searches in all four directions, once as it is and once without the article that answers. Two logistic
regressions for each kind of direction are fitted to what comes back and written to `rag/answering/weights.json`:

- sentence: does this sentence hold the answer, among the candidates of a question that the archive answers;
- answer: does the archive answer at all, judged by its best sentence, half of the questions having no answer there.

Only these few dozen numbers leave the data; no text does. Runs in about six minutes on two cores.
"""

from __future__ import annotations

import argparse
import functools
import json
import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.archive import indexed
from bench.mlqa import Asked, load, parallel_questions, write_articles
from index.embedding import Embedder, default_embedder
from index.embedding.interface import Vectors, embed_question
from index.generation import Generation
from rag.answering.extractive import PASSAGES, candidates_of
from rag.answering.features import FEATURES, Candidate, make_target
from rag.cli.progress import bars
from rag.logistic import Crossing, crossing
from rag.question import Question, read_question
from rag.retrieval import Hit, retrieve

logger = logging.getLogger(__name__)

WEIGHTS = Path(__file__).resolve().parents[1] / "rag" / "answering" / "weights.json"


class Remembering:
    """An embedder that embeds each text once: the same sentences are candidates for many questions."""

    def __init__(self, embedder: Embedder) -> None:
        self.model_name = embedder.model_name
        self.get_query_embedding = functools.cache(embedder.get_query_embedding)

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """Embed passages; in this model questions and passages are embedded alike."""
        return [self.get_query_embedding(text) for text in texts]


@dataclass
class Sample:
    """Feature rows with labels, for one kind of direction."""

    rows: list[Vectors]
    labels: list[bool]


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the MLQA dev files")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    with tempfile.TemporaryDirectory() as scratch:
        records = load(options.questions)
        write_articles(records, Path(scratch) / "passages.jsonl")
        with indexed(Path(scratch) / "data", Path(scratch) / "passages.jsonl") as generation:
            weights = _fit(parallel_questions(records), generation, Remembering(default_embedder()))
    WEIGHTS.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


def _fit(questions: list[Asked], generation: Generation, embedder: Embedder) -> dict[str, object]:
    kinds: tuple[Crossing, ...] = ("same", "cross")
    sentences = {kind: Sample([], []) for kind in kinds}
    answered: dict[Crossing, list[tuple[list[Vectors], list[bool], bool]]] = {kind: [] for kind in kinds}
    with bars("asking", len(questions), "question") as advance:
        for asked in questions:
            kind = crossing(asked.asked, asked.written)
            question = read_question(asked.text, asked.asked, {"languages": (asked.written,)})
            embedding = embed_question(embedder, question.text)
            hits = retrieve(generation, question, embedding, 2 * PASSAGES)
            found = _candidates(generation, question, embedding, hits[:PASSAGES], embedder)
            labels = [_holds(candidate, asked) for candidate in found]
            if any(labels):
                sentences[kind].rows += [candidate.values for candidate in found]
                sentences[kind].labels += labels
            without = [hit for hit in hits if hit.article.id != asked.article_id][:PASSAGES]
            missing = _candidates(generation, question, embedding, without, embedder)
            answered[kind].append(([c.values for c in found], labels, True))
            answered[kind].append(([c.values for c in missing], [False] * len(missing), False))
            advance(1)
    result: dict[str, dict[str, object]] = {"sentence": {}, "answer": {}}
    for kind in kinds:
        model = _regression(sentences[kind].rows, sentences[kind].labels)
        best = [(*_best(model, rows, labels), answerable) for rows, labels, answerable in answered[kind] if rows]
        confidence = _regression([row for row, _, _ in best], [answerable for _, _, answerable in best])
        right = [label for _, label, answerable in best if answerable]
        logger.info("%s: best sentence right for %.3f of %d questions", kind, float(np.mean(right)), len(right))
        accuracy = _accuracy(confidence, [(row, answerable) for row, _, answerable in best])
        logger.info("%s: answerable or not told right for %.3f", kind, accuracy)
        result["sentence"][kind] = _as_json(model)
        result["answer"][kind] = _as_json(confidence)
    return dict(result)


def _candidates(
    generation: Generation, question: Question, embedding: Vectors, hits: list[Hit], embedder: Embedder
) -> list[Candidate]:
    target = make_target(question, embedding, hits, generation.keywords.rarity)
    return candidates_of(generation, target, hits, embedder)


def _holds(candidate: Candidate, asked: Asked) -> bool:
    return candidate.article.id == asked.article_id and any(answer in candidate.text for answer in asked.answers)


def _regression(rows: list[Vectors], labels: list[bool]) -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=2000).fit(np.array(rows), np.array(labels))


def _best(model: LogisticRegression, rows: list[Vectors], labels: list[bool]) -> tuple[Vectors, bool]:
    chosen = int(np.argmax(model.decision_function(np.array(rows))))
    return rows[chosen], labels[chosen]


def _accuracy(model: LogisticRegression, judged: list[tuple[Vectors, bool]]) -> float:
    predicted = model.predict(np.array([row for row, _ in judged]))
    return float(np.mean(predicted == np.array([answerable for _, answerable in judged])))


def _as_json(model: LogisticRegression) -> dict[str, object]:
    weights = {name: round(float(value), 4) for name, value in zip(FEATURES, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 4), "weights": weights}


if __name__ == "__main__":
    main()
