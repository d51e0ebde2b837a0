"""How well each word of a question is found in and around sentences, in one language or across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.embedding.interface import Vectors
from index.embedding.late_interaction import best_counterparts
from index.embedding.token_matrix import WordPieces
from index.embedding.token_vectors import default_token_vectors
from rag.answering.places import Place
from rag.answering.target import Target


@dataclass(frozen=True)
class Alignment:
    """Cosines with the best counterparts, each of shape (sentences, words of the question), 0 to 1.

    Attributes:
        own: in the sentence.
        near: in the sentence, the one before it, the title or the date.
        head: in the title or the date.
        passage: in the passage, the title or the date.
    """

    own: Vectors
    near: Vectors
    head: Vectors
    passage: Vectors


def align_places(target: Target, places: Sequence[Place]) -> Alignment:
    """Compare the question with sentences, those of a passage one after the other, and with what is around them.

    Raises:
        ModelError: the token vectors cannot be loaded.
    """
    table = default_token_vectors()
    hits = {place.rank: place.hit for place in places}
    texts = [place.text for place in places]
    heads = [f"{hit.article.title} {hit.article.published or ''}" for hit in hits.values()]
    passages = [hit.text for hit in hits.values()]
    encoded: list[WordPieces] = list(table.encode_all([*texts, *heads, *passages]))
    found = best_counterparts(table, target.tokens, encoded).T
    order = {rank: number for number, rank in enumerate(hits)}
    of_hit = np.array([order[place.rank] for place in places], dtype=np.intp)
    own = found[: len(texts)]
    head = found[len(texts) : len(texts) + len(heads)][of_hit]
    whole = found[len(texts) + len(heads) :][of_hit]
    before = np.zeros_like(own)
    follows = np.array([place.number > 0 for place in places])
    before[follows] = own[np.flatnonzero(follows) - 1]
    return Alignment(own, np.maximum(np.maximum(own, before), head), head, np.maximum(whole, head))
