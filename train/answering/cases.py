"""Questions with the sentences that may answer them, as the product sees them, and which of them do.

Two archives are asked: MLQA dev (Lewis et al. 2020, CC BY-SA 3.0), and the articles written for the reader
(`train/written`). Only what the reader has not been trained on counts: its verdicts on the rest are too good.
"""

from __future__ import annotations

import functools
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.archive import indexed
from bench.mlqa import LANGUAGES, article_id, load, parallel_questions, write_articles
from index.embedding import Embedder, default_embedder
from index.embedding.interface import embed_question
from index.generation import Generation
from index.models import Language
from rag.answering.candidates import Candidate, candidates_of, places_of
from rag.answering.extractive import PASSAGES
from rag.answering.target import Target, make_target
from rag.cli.progress import bars
from rag.question import Question, read_question
from rag.reading.reader import default_reader
from rag.retrieval import Hit
from rag.retrieval.reranking import best_hits
from train.reader.exchanged import changed_questions
from train.reader.rows import held_out_title
from train.reader.written import written_articles
from train.workspace import SEED


class Remembering:
    """An embedder that embeds each text once: the same sentences are candidates for many questions."""

    def __init__(self, embedder: Embedder) -> None:
        self.model_name = embedder.model_name
        self.get_query_embedding = functools.cache(embedder.get_query_embedding)

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """Embed passages; in this model questions and passages are embedded alike."""
        return [self.get_query_embedding(text) for text in texts]


@functools.cache
def _embedder() -> Remembering:
    return Remembering(default_embedder())


@dataclass(frozen=True)
class Asked:
    """A question about one article.

    Attributes:
        text: the question.
        language: its language.
        written: the language of the article.
        article_id: the article that it is about.
        answers: acceptable answers as they stand there; none when it does not answer.
        among_all: articles of both languages are searched, as in life; MLQA's are often parallel, and a translation of
            the answer must not count as wrong.
    """

    text: str
    language: Language
    written: Language
    article_id: str
    answers: tuple[str, ...]
    among_all: bool = False

    def holds(self, article: str, text: str) -> bool:
        """Whether a sentence of an article answers."""
        return article == self.article_id and any(answer in text for answer in self.answers)


@dataclass(frozen=True)
class Case:
    """A question in front of some sentences.

    Attributes:
        asked: the question.
        variant: "full", or "article": that which it is about was taken out of the archive.
        candidates: the sentences.
        right: which of them answer.
    """

    asked: Asked
    variant: str
    candidates: Sequence[Candidate]
    right: Sequence[bool]

    @property
    def answerable(self) -> bool:
        """Whether the archive answers."""
        return self.variant == "full" and bool(self.asked.answers)

    @property
    def source(self) -> str:
        """Where the question comes from: "mlqa" or "written"."""
        return "written" if self.asked.among_all else "mlqa"


def cases(folder: Path, scratch: Path) -> Iterator[Case]:
    """All questions in all variants.

    Args:
        folder: with the MLQA dev files.
        scratch: where the archives are built.
    """
    for name in ("mlqa", "written"):
        feed = scratch / f"{name}.jsonl"
        questions = _mlqa(folder, feed) if name == "mlqa" else written_questions(feed)
        with indexed(scratch / name, feed) as generation, bars("asking", len(questions), "question") as advance:
            for asked in questions:
                yield from _variants(generation, asked)
                advance(1)


def _mlqa(folder: Path, feed: Path) -> list[Asked]:
    """MLQA's passages as articles; its questions about the articles that the reader has not seen."""
    records = load(folder)
    write_articles(records, feed)
    english = {str(row["id"]): str(row["title"]) for row in records["en"]}
    titles = {
        article_id(language, str(row["context"])): english.get(str(row["id"]), str(row["title"]))
        for language, rows in records.items()
        for row in rows
    }
    return [
        Asked(q.text, q.asked, q.written, q.article_id, tuple(q.answers))
        for q in parallel_questions(records)
        if held_out_title(titles[q.article_id])
    ]


def written_questions(feed: Path) -> list[Asked]:
    """The articles written for the reader that it has not seen are written to a file; the questions about them.

    To these come answered questions with something exchanged, which their article does not answer.
    """
    articles = written_articles("held-out")
    fields = ("id", "language", "title", "published", "text")
    lines = [json.dumps({name: article[name] for name in fields}, ensure_ascii=False) for article in articles]
    feed.write_text("\n".join(lines), encoding="utf-8")
    asked = [
        (article, own, question[own], question["answer"])
        for article in articles
        for question in article["questions"]
        for own in LANGUAGES
    ]
    asked += [
        (changed.article, changed.language, changed.text, changed.answer if changed.answered else None)
        for changed in changed_questions(articles, random.Random(SEED))
    ]
    return [
        Asked(text, own, article["language"], article["id"], (answer,) if answer else (), among_all=True)
        for article, own, text, answer in asked
    ]


def _variants(generation: Generation, asked: Asked) -> Iterator[Case]:
    """The question to the archive as it is, and without the article that it is about.

    Taking out the answering sentences alone makes passages that no one has written, and a refusal learned on them is
    worse at what people do write: near misses.
    """
    question, hits = retrieved(generation, asked)
    yield _case(generation, asked, "full", question, hits[:PASSAGES])
    if asked.answers and any(hit.article.id == asked.article_id for hit in hits):
        others = [hit for hit in hits if hit.article.id != asked.article_id]
        yield _case(generation, asked, "article", question, others[:PASSAGES])


def retrieved(generation: Generation, asked: Asked) -> tuple[Question, list[Hit]]:
    """The question as the product reads it, and twice as many passages as it answers from."""
    languages = () if asked.among_all else (asked.written,)
    question = read_question(asked.text, asked.language, {"languages": languages, "dates": "ignore"})
    return question, best_hits(generation, question, embed_question(_embedder(), question.text), 2 * PASSAGES)


def considered(generation: Generation, question: Question, hits: Sequence[Hit]) -> tuple[Target, list[Candidate]]:
    """What is asked, and the sentences of some passages as answers to it."""
    places = places_of(generation, hits)
    embedding = embed_question(_embedder(), question.text)
    target = make_target(question, embedding, hits, generation.keywords.rarity)
    return target, candidates_of(question, target, places, _embedder(), default_reader())


def _case(generation: Generation, asked: Asked, variant: str, question: Question, hits: Sequence[Hit]) -> Case:
    _, candidates = considered(generation, question, hits)
    right = [variant == "full" and asked.holds(c.article.id, c.text) for c in candidates]
    return Case(asked, variant, candidates, right)
