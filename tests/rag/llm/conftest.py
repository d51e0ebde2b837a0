"""Articles with numbered passages, and models that need no server."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.models import Article, Language, Sentence
from index.sentences import split_sentences, trim
from rag.llm.model import ChatModel, server_model
from rag.llm.settings import LlmLimits, LlmServer
from rag.verification import Evidence

MakeEvidence = Callable[..., Evidence]
MakeModel = Callable[..., ChatModel]


@pytest.fixture(scope="session")
def make_evidence() -> MakeEvidence:
    """A passage that is a whole article of the given text."""

    def make(text: str, number: int = 1, *, language: Language = "de", title: str = "Der Hafen") -> Evidence:
        article = Article(id=f"a{number}", title=title, text=text, language=language, published="2023-09")
        spans = (trim(text, start, end) for start, end in split_sentences(text, language))
        return Evidence(number, article, tuple(Sentence(start=start, end=end) for start, end in spans))

    return make


@pytest.fixture(scope="session")
def make_model() -> MakeModel:
    """A model behind a URL with the given context and limits."""

    def make(
        url: str = "http://127.0.0.1:9/v1", *, context: int = 4096, key: str | None = None, **limits: object
    ) -> ChatModel:
        server = LlmServer.model_validate({"url": url, "model": "scripted", "key": key, "context_tokens": context})
        quick = {"retries": 0, "connect_timeout": 2.0, "first_timeout": 20.0, "timeout": 30.0}
        return server_model(server, LlmLimits.model_validate(quick | limits))

    return make
