"""The passages of the best hits with what verifying and citing them takes, read while the generation is open."""

from __future__ import annotations

from collections.abc import Sequence

from index.generation import Generation
from rag.answering.statements import carriers
from rag.llm.composition import Copies
from rag.retrieval import Hit
from rag.verification import Evidence


def gather(generation: Generation, hits: Sequence[Hit]) -> tuple[list[Evidence], Copies]:
    """Read the sentences of passages, and which other articles carry each of them.

    Args:
        generation: where they are stored.
        hits: the passages, best first.

    Returns:
        the passages, numbered from 1, without those that have no sentence; and the copies.
    """
    evidence: list[Evidence] = []
    copies: dict[tuple[str, int], Sequence[str]] = {}
    for hit in hits:
        article = hit.article
        sentences = generation.archive.sentences(article.id, hit.passage.start, hit.passage.end)
        if not sentences:
            continue
        evidence.append(Evidence(len(evidence) + 1, article, tuple(sentences)))
        for sentence in sentences if hit.also_in else ():
            text = article.text[sentence.start : sentence.end]
            copies[article.id, sentence.start] = carriers(generation, text, hit.also_in)
    return evidence, copies
