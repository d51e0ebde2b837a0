"""Citation precision after ALCE."""

from __future__ import annotations

from collections.abc import Sequence

from eval.metrics.statement import Entails, Statement, is_supported


def citation_precision(statements: Sequence[Statement], entails: Entails) -> float:
    """Share of the answer's citations that are needed for, or by themselves enough for, their statement.

    Definition: right citations / citations. A citation is right when its statement has citation recall 1 and it is not
    irrelevant; it is irrelevant when it does not entail the statement alone and the others entail it without it.
    Source: Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations", EMNLP, section 4; the
    judge as for citation recall.
    Range: 0 to 1, higher is better.
    Missing: an answer without citations, or an error, scores 0; undefined for a refusal.
    """
    right = sum(right_citations(statement, entails) for statement in statements)
    cited = sum(len(statement.evidence) for statement in statements)
    return right / cited if cited else 0.0


def right_citations(statement: Statement, entails: Entails) -> int:
    """How many citations of a statement are right."""
    if not is_supported(statement, entails):
        return 0
    if len(statement.evidence) == 1:
        return 1
    numbers = range(len(statement.evidence))
    return sum(not _irrelevant(statement, number, entails) for number in numbers)


def _irrelevant(statement: Statement, number: int, entails: Entails) -> bool:
    """Whether a citation adds nothing to the others."""
    alone = [statement.evidence[number]]
    others = [*statement.evidence[:number], *statement.evidence[number + 1 :]]
    return not entails(statement.claim, alone) and entails(statement.claim, others)
