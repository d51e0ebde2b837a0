"""A statement of an answer with what it cites: what the citation metrics are computed from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.models import Language


@dataclass(frozen=True)
class Text:
    """Words, their language, and the number of the citation that shows them, if one does."""

    text: str
    language: Language
    number: int = 0


@dataclass(frozen=True)
class Statement:
    """One sentence of an answer.

    Attributes:
        claim: what it says, without markers.
        evidence: the spans that it cites, one text a citation; empty when it cites nothing.
    """

    claim: Text
    evidence: tuple[Text, ...]


Entails = Callable[[Text, Sequence[Text]], bool]
"""Says whether evidence (at least one text, read one after the other) entails a claim."""


def is_supported(statement: Statement, entails: Entails) -> bool:
    """Whether a statement cites something and all of it together entails it."""
    return bool(statement.evidence) and entails(statement.claim, statement.evidence)
