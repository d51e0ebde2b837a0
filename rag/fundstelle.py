"""The library's door: open an archive, ask it, search it, read it."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Unpack

from index.current import CurrentGeneration
from index.embedding import Embedder, default_embedder, fingerprint_of
from index.embedding.interface import Vectors, embed_meaning, embed_question
from index.errors import UsageError
from index.language import detect_language
from index.layout import data_folder
from index.models import Article, Language
from rag.cancellation import Cancellation
from rag.conversation.exchange import Entry
from rag.conversation.understand import understand
from rag.dates.clock import day_of
from rag.llm.model import ChatModel, chosen_model
from rag.llm.settings import LlmLimits, LlmServer
from rag.models import Answer, IndexInfo, Interpreted, SearchResult
from rag.question import (
    FilterOptions,
    Question,
    QuestionLanguage,
    clean_text,
    known_language,
    read_filters,
    read_question,
)
from rag.quoting import quoted_answer
from rag.replies.compose import compose_reply
from rag.replies.contents import contents_of, vocabulary_of
from rag.results import info_of, result_of
from rag.retrieval.dates import interpreted
from rag.retrieval.reranking import best_hits
from rag.streaming import AnswerEvent, AnswerStream, spoken
from rag.threshold import threshold_of

if TYPE_CHECKING:
    from llama_index.core.base.base_query_engine import BaseQueryEngine
    from llama_index.core.base.base_retriever import BaseRetriever
    from llama_index.core.chat_engine.types import BaseChatEngine
    from llama_index.core.llms import LLM

    from rag.explanation import ExplainedSearch
    from rag.llamaindex.options import EngineOptions, RetrieverOptions

MOST_RESULTS = 1000


class Fundstelle:
    """An archive that can be asked. Safe to use from several threads; follows re-indexing by other processes."""

    def __init__(
        self,
        data: Path,
        embedder: Embedder,
        threshold: float,
        now: str | None = None,
        model: ChatModel | None = None,
    ) -> None:
        """Use `Fundstelle.open` instead."""
        self.data = data
        self.threshold = threshold
        self.now = now
        self.model = model
        self._embedder = embedder
        self._current = CurrentGeneration(data, embedder.model_name, fingerprint_of(embedder))

    @classmethod
    def open(
        cls,
        data: str | Path | None = None,
        *,
        embedder: Embedder | None = None,
        threshold: float | None = None,
        now: str | date | None = None,
        llm: LLM | LlmServer | bool | None = None,
        llm_limits: LlmLimits | None = None,
    ) -> Fundstelle:
        """Open an archive.

        Args:
            data: the data folder; None takes `$FUNDSTELLE_DATA`, else `.fundstelle/`.
            embedder: the model that the index was built with, any LlamaIndex `BaseEmbedding`; None takes the default.
            threshold: least confidence for an answer, 0 (always answer) to 1 (never); None takes
                `$FUNDSTELLE_THRESHOLD`, else 0.4.
            now: the day that "last week" counts from, YYYY-MM-DD, for every question that states none of its own; None
                takes `$FUNDSTELLE_NOW`, else the day of the question.
            llm: the language model that writes the answers: any LlamaIndex `LLM`, or an `LlmServer`; None takes the one
                that `$FUNDSTELLE_LLM` names, and without one the answers are quotes; False takes none in any case.
            llm_limits: its times, retries and length, and what becomes of sentences that the archive does not support;
                None takes those of the environment (docs/llm.md).

        Raises:
            NoIndexError: nothing has been indexed there.
            IncompatibleIndexError: the index was made by another model or schema.
            DamagedIndexError: the index cannot be read.
            UsageError: the threshold is no number between 0 and 1, `now` is no day, or a setting of the model is wrong.
        """
        least = threshold_of(threshold)
        stated = day_of(str(now)).isoformat() if now is not None else None
        model = chosen_model(llm, llm_limits)
        archive = cls(data_folder(data), embedder or default_embedder(), least, stated, model)
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

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Entry] = (),
        language: QuestionLanguage = "auto",
        **filters: Unpack[FilterOptions],
    ) -> Answer:
        """Answer a question from the archive, or say that it does not answer.

        Greetings, thanks, other languages, nonsense and questions about Fundstelle get a short reply (`Answer.reply`).

        Args:
            question: up to 2,000 characters, German or English.
            history: earlier exchanges, oldest first, from which a follow-up ("Und wann?") is completed: answers, or
                `{"question", "answer"}` with the answer as an object, its text, or None. `Answer.rewritten` says what
                was searched for.
            language: the question's language, in which the answer is framed; "auto" detects it.
            filters: fields of `Filters`: date_from, date_to, languages, sources, dates, now.

        Raises:
            UsageError: the question, the history or a filter is wrong.
            NoIndexError, IncompatibleIndexError, DamagedIndexError: the index cannot be read.
        """
        with self.ask_stream(question, history=history, language=language, **filters) as stream:
            return stream.answer()

    def ask_stream(
        self,
        question: str,
        *,
        history: Sequence[Entry] = (),
        language: QuestionLanguage = "auto",
        **filters: Unpack[FilterOptions],
    ) -> AnswerStream:
        """Answer a question as `ask` does, and show the answer while it is written.

        Returns:
            The events: pieces of text, then the answer. Closing it calls the answer off, from any thread.

        Arguments and errors are those of `ask`; a language model that fails is no error, the answer has a notice then.
        """
        cancellation = Cancellation()
        asked = self._understood(question, history, language, filters)
        if self.model is None or not history:
            events, live = self._events(asked, cancellation)
            return AnswerStream(events, cancellation, live=live)

        def completed() -> Generator[AnswerEvent]:
            # What was typed is checked by now; the model takes its time, in which this can be called off.
            again = self._understood(question, history, language, filters, self.model, cancellation)
            yield from self._events(again, cancellation)[0]

        return AnswerStream(completed(), cancellation, live=True)

    def search(
        self,
        question: str,
        k: int = 10,
        *,
        language: QuestionLanguage = "auto",
        meaning: Sequence[str] = (),
        **filters: Unpack[FilterOptions],
    ) -> list[SearchResult]:
        """Rank passages for a question.

        Args:
            question: 1 to 2,000 characters.
            k: how many passages, 1 to 1,000.
            language: the question's language; "auto" detects it.
            meaning: texts whose mean vector stands for the question's, as answers might read (HyDE); empty: itself.
            filters: fields of `Filters`.

        Raises:
            UsageError: the question, k or a filter is wrong.
            NoIndexError, IncompatibleIndexError, DamagedIndexError: the index cannot be read.
        """
        _check_k(k)
        asked = self._read(question, language, filters)
        with self._current.use() as generation:
            return [result_of(hit) for hit in best_hits(generation, asked, self._embed(asked, meaning), k)]

    def explain(
        self,
        question: str,
        k: int = 10,
        *,
        language: QuestionLanguage = "auto",
        meaning: Sequence[str] = (),
        **filters: Unpack[FilterOptions],
    ) -> ExplainedSearch:
        """What `search` returns, with every stage that led to it. Arguments and errors are those of `search`."""
        from rag.explanation import ExplainedSearch
        from rag.retrieval.explaining import explain

        _check_k(k)
        asked = self._read(question, language, filters)
        with self._current.use() as generation:
            stated = language != "auto"
            hits, explanation = explain(generation, asked, self._embed(asked, meaning), k, stated=stated)
        return ExplainedSearch(results=[result_of(hit) for hit in hits], explanation=explanation)

    def interpret(
        self, question: str, *, language: QuestionLanguage = "auto", **filters: Unpack[FilterOptions]
    ) -> Interpreted | None:
        """What `search` and `ask` read from a question about time, and what they do with it; None if nothing.

        Args:
            question: 1 to 2,000 characters.
            language: the question's language; "auto" detects it.
            filters: fields of `Filters`.

        Raises:
            UsageError: the question or a filter is wrong.
            NoIndexError, IncompatibleIndexError, DamagedIndexError: the index cannot be read.
        """
        asked = self._read(question, language, filters)
        with self._current.use() as generation:
            return interpreted(generation.columns, asked)

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
            return info_of(generation)

    def language_of(self, question: str) -> Language:
        """The language that a question is taken to be in."""
        return detect_language(question)

    def as_retriever(self, k: int = 10, **options: Unpack[RetrieverOptions]) -> BaseRetriever:
        """A LlamaIndex retriever over this archive; its nodes carry article id and span.

        Args:
            k: passages a query; `similarity_top_k`, LlamaIndex's name for it, wins where it is given.
            options: fields of `Filters`, and LlamaIndex's own `filters` and `callback_manager`.

        Raises:
            UsageError: a filter is wrong, or cannot be expressed in an archive.
        """
        from rag.llamaindex import FundstelleRetriever

        return FundstelleRetriever(self, k, **options)

    def as_query_engine(self, **options: Unpack[EngineOptions]) -> BaseQueryEngine:
        """A LlamaIndex query engine; its response carries the whole `Answer` in `metadata`.

        Options and errors are those of `as_retriever`.
        """
        from rag.llamaindex import FundstelleQueryEngine

        return FundstelleQueryEngine(self, **options)

    def as_chat_engine(self, **options: Unpack[EngineOptions]) -> BaseChatEngine:
        """A LlamaIndex chat engine with a history of its own; its responses carry the `Answer` in `metadata`.

        Options and errors are those of `as_retriever`.
        """
        from rag.llamaindex import FundstelleChatEngine

        return FundstelleChatEngine(self, **options)

    def _understood(
        self,
        typed: str,
        history: Sequence[Entry],
        language: QuestionLanguage,
        filters: FilterOptions,
        model: ChatModel | None = None,
        cancellation: Cancellation | None = None,
    ) -> Question | Answer:
        """The question to search for, or the short reply to what is none; a model may complete follow-ups."""
        started = time.perf_counter()
        read_filters(filters)
        with self._current.use() as generation:
            understood = understand(typed, language, history, vocabulary_of(generation), model, cancellation)
            if understood.small is not None:
                stated = known_language(language)
                info = info_of(generation)
                reply = compose_reply(typed, understood.small, stated, info, lambda: contents_of(generation))
                total = round(1000 * (time.perf_counter() - started), 2)
                return reply.model_copy(update={"timings_ms": {"total": total}})
        question = self._read(understood.text, understood.language, filters)
        asked = clean_text(typed)
        return replace(question, typed=asked) if asked != question.text else question

    def _events(self, asked: Question | Answer, cancellation: Cancellation) -> tuple[Generator[AnswerEvent], bool]:
        """The events of an answer, and whether its text comes while it is written."""
        if isinstance(asked, Answer):
            return spoken(asked), False
        with self._current.use() as generation:
            quoted, hits = quoted_answer(generation, asked, self._embedder, self.threshold)
            if self.model is None:
                return spoken(quoted), False
            from rag.llm.task import make_task

            task = make_task(generation, asked, quoted, hits, self.threshold)
        if task is None:
            return spoken(quoted), False
        from rag.llm.answer import answer_events

        return answer_events(self.model, task, cancellation), True

    def _read(self, question: str, language: QuestionLanguage, filters: FilterOptions) -> Question:
        return read_question(question, language, {**filters, "now": filters.get("now") or self.now})

    def _embed(self, question: Question, meaning: Sequence[str]) -> Vectors:
        return embed_meaning(self._embedder, meaning) if meaning else embed_question(self._embedder, question.text)


def _check_k(k: int) -> None:
    if not 1 <= k <= MOST_RESULTS:
        raise UsageError(f"k is {k}; it must lie between 1 and {MOST_RESULTS}.", "Ask for 10, for example.")
