"""Citation recall after ALCE."""

from __future__ import annotations

from collections.abc import Sequence

from eval.metrics.statement import Entails, Statement, is_supported


def citation_recall(statements: Sequence[Statement], entails: Entails) -> float:
    """Share of the answer's statements that all their citations together support.

    Definition: statements with at least one citation whose cited spans, joined, entail it / statements.
    Source: Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations", EMNLP, section 4. In
    place of TRUE-T5 the embedded verifier judges (`rag.verification`), and what is cited are spans, not passages of 100
    words. With that judge it equals `faithfulness`; it is kept under its own name beside citation precision.
    Range: 0 to 1, higher is better.
    Missing: an answer without statements, or an error, scores 0; undefined for a refusal.
    """
    return sum(is_supported(statement, entails) for statement in statements) / len(statements) if statements else 0.0
