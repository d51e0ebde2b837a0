"""The library's door: open an archive, ask it, search it, read it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Unpack

from index.current import CurrentGeneration
from index.embedding import Embedder, default_embedder, fingerprint_of
from index.embedding.interface import embed_question
from index.errors import UsageError
from index.generation import Generation
from index.language import detect_language
from index.layout import data_folder
from index.models import Article, Language
from rag.answering.extractive import PASSAGES, extract
from rag.compose import compose_answer, compose_refusal
from rag.models import Answer, IndexInfo, SearchResult
from rag.question import FilterOptions, Question, QuestionLanguage, read_question
from rag.retrieval import Hit, retrieve

if TYPE_CHECKING:
    from llama_index.core.base.base_query_engine import BaseQueryEngine
    from llama_index.core.base.base_retriever import BaseRetriever

THRESHOLD = 0.4
"""Least confidence for an answer; below it the archive is said not to answer. Chosen on the gold questions of the demo
archive: higher, and right answers are withheld faster than wrong ones."""

MOST_RESULTS = 1000


class Fundstelle:
    """An archive that can be asked. Safe to use from several threads; follows re-indexing by other processes."""

    def __init__(self, data: Path, embedder: Embedder, threshold: float) -> None:
        """Use `Fundstelle.open` instead."""
        self.data = data
        self.threshold = threshold
        self._embedder = embedder
        self._current = CurrentGeneration(data, embedder.model_name, fingerprint_of(embedder))

    @classmethod
    def open(
        cls, data: str | Path | None = None, *, embedder: Embedder | None = None, threshold: float = THRESHOLD
    ) -> Fundstelle:
        """Open an archive.

        Args:
            data: the data folder; None takes `$FUNDSTELLE_DATA`, else `.fundstelle/`.
            embedder: the model that the index was built with, any LlamaIndex `BaseEmbedding`; None takes the default.
            threshold: least confidence for an answer, 0 (always answer) to 1 (never).

        Raises:
            NoIndexError: nothing has been indexed there.
            IncompatibleIndexError: the index was made by another model or schema.
            DamagedIndexError: the index cannot be read.
            UsageError: the threshold is not between 0 and 1.
        """
        if not 0.0 <= threshold <= 1.0:
            raise UsageError(f"the threshold {threshold} is not between 0 and 1.", "Choose for example 0.5.")
        archive = cls(data_folder(data), embedder or default_embedder(), threshold)
        archive.info()
        return archive

    def __enter__(self) -> Fundstelle:
        """Use as a context manager that closes the archive."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the archive."""
        self.close()

    def close(self) -> None:
        """Release all files; a later call opens them again."""
        self._current.close()

    def ask(self, question: str, *, language: QuestionLanguage = "auto", **filters: Unpack[FilterOptions]) -> Answer:
        """Answer a question from the archive, or say that it does not answer.

        Args:
            question: 1 to 2,000 characters, German or English.
            language: the question's language, in which the answer is framed; "auto" detects it.
            filters: fields of `Filters`: date_from, date_to, languages, sources.

        Raises:
            UsageError: the question or a filter is wrong.
            NoIndexError, IncompatibleIndexError, DamagedIndexError: the index cannot be read.
        """
        asked = read_question(question, language, filters)
        started = time.perf_counter()
        with self._current.use() as generation:
            embedding = embed_question(self._embedder, asked.text)
            hits = retrieve(generation, asked, embedding, PASSAGES)
            retrieved = time.perf_counter()
            extraction = extract(generation, asked, embedding, hits, self._embedder)
            done = time.perf_counter()
            info = _info(generation)
        timings = {
            "retrieve": round(1000 * (retrieved - started), 2),
            "answer": round(1000 * (done - retrieved), 2),
            "total": round(1000 * (done - started), 2),
        }
        if extraction.confidence >= self.threshold:
            answer = compose_answer(asked, extraction, info, timings)
            if answer.sentences:
                return answer
        return compose_refusal(asked, hits, extraction.confidence, info, timings)

    def search(
        self, question: str, k: int = 10, *, language: QuestionLanguage = "auto", **filters: Unpack[FilterOptions]
    ) -> list[SearchResult]:
        """Rank passages for a question.

        Args:
            question: 1 to 2,000 characters.
            k: how many passages, 1 to 1,000.
            language: the question's language; "auto" detects it.
            filters: fields of `Filters`.

        Raises:
            UsageError: the question, k or a filter is wrong.
            NoIndexError, IncompatibleIndexError, DamagedIndexError: the index cannot be read.
        """
        if not 1 <= k <= MOST_RESULTS:
            raise UsageError(f"k is {k}; it must lie between 1 and {MOST_RESULTS}.", "Ask for 10, for example.")
        asked = read_question(question, language, filters)
        return [_result(hit) for hit in self._retrieve(asked, k)]

    def article(self, article_id: str) -> Article:
        """Return an article with the text that spans refer to.

        Raises:
            UnknownArticleError: there is none with this id.
        """
        with self._current.use() as generation:
            return generation.archive.article(article_id)

    def article_ids(self) -> list[str]:
        """The ids of all articles."""
        with self._current.use() as generation:
            return generation.archive.article_ids()

    def sources(self) -> list[str]:
        """The outlets of all articles, sorted."""
        with self._current.use() as generation:
            return generation.archive.sources()

    def info(self) -> IndexInfo:
        """Which generation is current, and how much is in it."""
        with self._current.use() as generation:
            return _info(generation)

    def language_of(self, question: str) -> Language:
        """The language that a question is taken to be in."""
        return detect_language(question)

    def as_retriever(self, k: int = 10, **filters: Unpack[FilterOptions]) -> BaseRetriever:
        """A LlamaIndex retriever over this archive; its nodes carry article id and span."""
        from rag.llamaindex import FundstelleRetriever

        return FundstelleRetriever(self, k, filters)

    def as_query_engine(self, **filters: Unpack[FilterOptions]) -> BaseQueryEngine:
        """A LlamaIndex query engine; its response carries the whole `Answer` in `metadata`."""
        from rag.llamaindex import FundstelleQueryEngine

        return FundstelleQueryEngine(self, filters)

    def _retrieve(self, question: Question, k: int) -> Sequence[Hit]:
        with self._current.use() as generation:
            return retrieve(generation, question, embed_question(self._embedder, question.text), k)


def _info(generation: Generation) -> IndexInfo:
    manifest = generation.manifest
    return IndexInfo(generation=manifest.generation, articles=manifest.articles, passages=manifest.passages)


def _result(hit: Hit) -> SearchResult:
    article, passage = hit.article, hit.passage
    return SearchResult(
        article_id=article.id,
        start=passage.start,
        end=passage.end,
        score=round(hit.score, 4),
        text=article.text[passage.start : passage.end],
        title=article.title,
        language=article.language,
        published=article.published,
        source=article.source,
        url=article.url,
    )
