"""Faithfulness: whether an answer says nothing that its evidence does not say."""

from __future__ import annotations

from collections.abc import Sequence

from rag.models import Support

FULL: frozenset[Support] = frozenset({"verbatim", "supported"})
"""The verdicts that count; `partly` is not enough."""


def faithfulness(verdicts: Sequence[Support]) -> float:
    """Share of the answer's sentences that the spans they cite support.

    Definition: sentences with the verdict `verbatim` or `supported` / sentences. The verdicts are those of the embedded
    verifier (`rag.verification`: quotations, numbers, dates, names, negation, then entailment), asked anew by the
    evaluation about each sentence and the spans that it cites; what the answer says of itself does not count. A
    sentence without citation is unsupported.
    Source: faithfulness as in Es et al. 2024, "RAGAs: Automated Evaluation of Retrieval Augmented Generation", EACL,
    with sentences instead of statements extracted by a language model.
    Range: 0 to 1, higher is better.
    Missing: an answer without sentences, or an error, scores 0; undefined (left out of the mean) for a refusal, which
    states nothing.

    Args:
        verdicts: one a sentence.
    """
    return sum(verdict in FULL for verdict in verdicts) / len(verdicts) if verdicts else 0.0
