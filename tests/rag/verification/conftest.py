from __future__ import annotations

from collections.abc import Callable

import pytest

from index.models import Article, Language, Sentence
from index.sentences import sentence_kind, split_sentences, trim
from rag.verification import Evidence

MakeEvidence = Callable[..., Evidence]


@pytest.fixture(scope="session")
def evidence() -> MakeEvidence:
    """Makes a passage of a whole text, split as indexing splits it."""

    def make(
        text: str, language: Language = "de", number: int = 1, published: str | None = None, title: str = "Ohne Titel"
    ) -> Evidence:
        article = Article(id=f"a{number}", title=title, text=text, language=language, published=published)
        sentences = []
        for start, end in split_sentences(text, language):
            tight = trim(text, start, end)
            sentences.append(Sentence(start=tight[0], end=tight[1], kind=sentence_kind(text, start, end)))
        return Evidence(number, article, tuple(sentences))

    return make
