"""A question with what is known of it before any language is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.columns import LANGUAGES
from index.embedding.interface import Vectors
from index.embedding.token_matrix import TokenMatrix
from index.embedding.token_vectors import default_token_vectors
from index.generation import Generation
from index.models import Language
from rag.question import Question
from rag.retrieval.fusion import Scores
from rag.retrieval.translation import keyword_terms


@dataclass(frozen=True)
class Asked:
    """What candidates of every language are found and scored by.

    Attributes:
        generation: what is searched.
        question: what is asked.
        embedding: the question as a unit vector.
        words: the question's words, for late interaction.
        bm25: of all passages, by the language of the articles that its terms were weighed for.
        background: cosines that stand for those of all passages (None) and of all in a language.
    """

    generation: Generation
    question: Question
    embedding: Vectors
    words: TokenMatrix
    bm25: Mapping[Language, Scores]
    background: Mapping[Language | None, Scores]


def prepare(generation: Generation, question: Question, embedding: Vectors) -> Asked:
    """Look at a question once.

    Raises:
        ModelError: the token vectors or the lexicon cannot be loaded.
    """
    return Asked(
        generation,
        question,
        embedding,
        default_token_vectors().encode(question.text),
        {written: _keywords(generation, question, written) for written in LANGUAGES},
        {language: np.vecdot(generation.sample(language), embedding) for language in (None, *LANGUAGES)},
    )


def _keywords(generation: Generation, question: Question, written: Language) -> Scores:
    """BM25 of all passages, weighed for articles of one language; those of the other are its background."""
    scores = generation.keywords.weighted_scores(keyword_terms(question.text, question.language, written))
    generation.give_back()  # most pages of the postings have been touched
    return scores
