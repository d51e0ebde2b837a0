"""Whether the parts of a claim stand to each other as they do in the sentence that speaks of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.models import Language
from rag.support.alignment import coverage
from rag.support.numbers.figures import exchanged_figures
from rag.support.polarity.contrary import Clash, contrary
from rag.support.polarity.denial import Denial, denial
from rag.support.relations.roles import roles
from rag.verification.sources import Source

TOLD = 2
"""How many of the nearest sentences may tell who acts."""
CLOSE = 0.4
"""Least share of a claim's words that such a sentence has: else it tells of something else that the same people did."""


@dataclass(frozen=True)
class Relations:
    """What speaks against a claim although all its words occur.

    Attributes:
        turned: two have exchanged their roles.
        exchanged: two numbers have exchanged their places.
        denial: which side says "not" alone; "doubt" where that may say the same in other words.
        contrary: a word of the claim and the contrary that is told of the same.
    """

    turned: bool = False
    exchanged: bool = False
    denial: Denial | None = None
    contrary: Clash | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing does, doubts left out of account."""
        return not (self.turned or self.exchanged or self.contrary or self.denial in ("claim", "evidence"))


def relate(claim: str, language: Language, source: Source, ranked: Sequence[int]) -> Relations:
    """Compare a claim with the sentences of a passage that have most of its words.

    Args:
        claim: one sentence or a part of one.
        language: its language.
        source: the passage.
        ranked: numbers of its sentences, the nearest first.
    """
    evidence, written = source.evidence, source.language
    texts = [evidence.text(evidence.sentences[number]) for number in ranked]
    if not texts:
        return Relations()
    kept = turned = 0
    for number, text in zip(ranked[:TOLD], texts, strict=False):
        if coverage(claim, text) < CLOSE:
            continue
        before = (
            f"{evidence.article.title}. {evidence.text(evidence.sentences[number - 1]) if number else source.around}"
        )
        kept, turned = roles(claim, text, language, written, before)
        if kept or turned:
            break
    return Relations(
        turned=turned > 0 and turned >= kept,
        exchanged=exchanged_figures(claim, texts[0], language, written),
        denial=denial(claim, texts[0], language, written),
        contrary=contrary(claim, texts[0], language, written),
    )
