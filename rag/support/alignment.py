"""Whether evidence speaks of what a claim speaks of, word by word, in one language or across.

It says nothing of numbers swapped, roles exchanged or a "not" put in: `rag.support.features` looks for those.
"""

from __future__ import annotations

from index.embedding.late_interaction import ALIGNED, align
from index.embedding.token_vectors import TokenVectors, default_token_vectors


def coverage(claim: str, evidence: str, least: float = ALIGNED, table: TokenVectors | None = None) -> float:
    """The share of a claim's words, by weight, that have a counterpart in the evidence.

    Args:
        claim: the sentence to be supported.
        evidence: the cited text, in either language.
        least: lowest cosine of a counterpart; the default was chosen on held-out translations, see
            `index/models/fundstelle-tokens-de-en/README.md`.
        table: the vectors; None takes those that Fundstelle comes with.

    Returns:
        0 to 1; 1 for a claim without meaningful words, in which nothing is missing.

    Raises:
        ModelError: the vectors cannot be loaded.
    """
    words = table or default_token_vectors()
    left, right = words.encode_all([claim, evidence])
    if len(left) == 0:
        return 1.0
    matched = sorted({row for row, _, _ in align(words, left, right, least)})
    return float(left.weights[matched].sum() / left.weights.sum())
