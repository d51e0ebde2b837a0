"""Fit the extractive answerer's weights: `python -m train.answering --questions DIR`.

DIR holds `mlqa.dev.de.jsonl.gz` and `mlqa.dev.en.jsonl.gz` (MLQA, Lewis et al. 2020, CC BY-SA 3.0): passage, question
and answers, with equal ids for the same question in both languages. Both halves become one archive, which the product's
own pipeline searches in all four directions, once as it is and once without the article that answers. Two logistic
regressions for each kind of direction are fitted to what comes back and written to `rag/answering/weights.json`:

- sentence: does this sentence hold the answer, among the candidates of a question that the archive answers;
- answer: does the best sentence hold the answer, half of the questions having none in the archive.

Only these few dozen numbers leave the data; no text does. Runs in about six minutes on two cores.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from index.build import build_index
from index.embedding import OnnxEmbedder, default_embedder
from index.embedding.interface import Vectors, embed_question
from index.generation import Generation
from index.layout import current_generation, generation_folder
from index.models import Language
from rag.answering.extractive import PASSAGES, candidates_of
from rag.answering.features import FEATURES, Candidate, make_target
from rag.answering.question_words import answer_type, content_words
from rag.answering.scoring import Crossing, crossing
from rag.cli.progress import bars
from rag.question import Question, read_question
from rag.retrieval import Hit, retrieve

logger = logging.getLogger(__name__)

WEIGHTS = Path(__file__).resolve().parents[1] / "rag" / "answering" / "weights.json"
LANGUAGES: tuple[Language, ...] = ("de", "en")


@dataclass(frozen=True)
class Asked:
    """A question in one language about a passage in one language."""

    question: Question
    article_id: str
    article_language: Language
    answers: list[str]


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
    embedder = default_embedder()
    with tempfile.TemporaryDirectory() as scratch:
        records = {language: _load(options.questions, language) for language in LANGUAGES}
        generation = _index(records, Path(scratch), embedder)
        try:
            weights = _fit(list(_questions(records)), generation, embedder)
        finally:
            generation.close()
    WEIGHTS.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


def _load(folder: Path, language: Language) -> list[dict[str, object]]:
    with gzip.open(folder / f"mlqa.dev.{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _index(records: dict[Language, list[dict[str, object]]], scratch: Path, embedder: OnnxEmbedder) -> Generation:
    """Every passage as an article of its own."""
    source = scratch / "passages.jsonl"
    articles: dict[str, dict[str, object]] = {}
    for language, rows in records.items():
        for row in rows:
            identifier = _article_id(language, str(row["context"]))
            fields = {"id": identifier, "title": row["title"], "text": row["context"], "language": language}
            articles[identifier] = fields
    source.write_text("\n".join(json.dumps(a, ensure_ascii=False) for a in articles.values()), encoding="utf-8")
    data = scratch / "data"
    build_index(data, [source], embedder, progress=bars)
    return Generation(generation_folder(data, str(current_generation(data))))


def _article_id(language: Language, context: str) -> str:
    import hashlib

    return f"{language}-{hashlib.sha256(context.encode()).hexdigest()[:12]}"


def _questions(records: dict[Language, list[dict[str, object]]]) -> Iterator[Asked]:
    """The questions that exist in both languages, in all four directions."""
    by_id = {language: {row["id"]: row for row in rows} for language, rows in records.items()}
    for identifier in by_id["de"].keys() & by_id["en"].keys():
        for asked in LANGUAGES:
            for written in LANGUAGES:
                row = by_id[written][identifier]
                text = str(by_id[asked][identifier]["question"])
                question = read_question(text, asked, {"languages": (written,)})
                answers = row["answers"]
                assert isinstance(answers, list)
                yield Asked(question, _article_id(written, str(row["context"])), written, [str(a) for a in answers])


def _fit(questions: list[Asked], generation: Generation, embedder: OnnxEmbedder) -> dict[str, object]:
    kinds: tuple[Crossing, ...] = ("same", "cross")
    sentences = {kind: Sample([], []) for kind in kinds}
    answered: dict[Crossing, list[tuple[list[Vectors], list[bool]]]] = {kind: [] for kind in kinds}
    with bars("asking", len(questions), "question") as advance:
        for asked in sorted(questions, key=lambda a: (a.question.text, a.article_id)):
            kind = crossing(asked.question.language, asked.article_language)
            embedding = embed_question(embedder, asked.question.text)
            hits = retrieve(generation, asked.question, embedding, 2 * PASSAGES)
            found = _candidates(generation, asked.question, embedding, hits[:PASSAGES], embedder)
            labels = [_holds(candidate, asked) for candidate in found]
            if any(labels):
                sentences[kind].rows += [candidate.values for candidate in found]
                sentences[kind].labels += labels
            without = [hit for hit in hits if hit.article.id != asked.article_id][:PASSAGES]
            missing = _candidates(generation, asked.question, embedding, without, embedder)
            answered[kind].append(([c.values for c in found], labels))
            answered[kind].append(([c.values for c in missing], [False] * len(missing)))
            advance(1)
    result: dict[str, dict[str, object]] = {"sentence": {}, "answer": {}}
    for kind in kinds:
        model = _regression(sentences[kind].rows, sentences[kind].labels)
        best = [_best(model, rows, labels) for rows, labels in answered[kind] if rows]
        confidence = _regression([row for row, _ in best], [label for _, label in best])
        right = [label for _, label in best[::2]]
        logger.info("%s: best sentence right for %.3f of %d questions", kind, float(np.mean(right)), len(right))
        logger.info("%s: accuracy of the confidence at 0.5: %.3f", kind, _accuracy(confidence, best))
        result["sentence"][kind] = _as_json(model)
        result["answer"][kind] = _as_json(confidence)
    return dict(result)


def _candidates(
    generation: Generation, question: Question, embedding: Vectors, hits: list[Hit], embedder: OnnxEmbedder
) -> list[Candidate]:
    target = make_target(
        content_words(question.text, question.language), answer_type(question.text), embedding, generation.keywords.rarity
    )
    return candidates_of(generation, target, hits, embedder)


def _holds(candidate: Candidate, asked: Asked) -> bool:
    return candidate.article.id == asked.article_id and any(answer in candidate.text for answer in asked.answers)


def _regression(rows: list[Vectors], labels: list[bool]) -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=2000).fit(np.array(rows), np.array(labels))


def _best(model: LogisticRegression, rows: list[Vectors], labels: list[bool]) -> tuple[Vectors, bool]:
    chosen = int(np.argmax(model.decision_function(np.array(rows))))
    return rows[chosen], labels[chosen]


def _accuracy(model: LogisticRegression, best: list[tuple[Vectors, bool]]) -> float:
    predicted = model.predict(np.array([row for row, _ in best]))
    return float(np.mean(predicted == np.array([label for _, label in best])))


def _as_json(model: LogisticRegression) -> dict[str, object]:
    weights = {name: round(float(value), 4) for name, value in zip(FEATURES, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 4), "weights": weights}


if __name__ == "__main__":
    main()
