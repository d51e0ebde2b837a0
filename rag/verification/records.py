"""What is verified against, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Article, Sentence
from rag.models import Support


@dataclass(frozen=True)
class Evidence:
    """A passage that a sentence cites, or could cite.

    Attributes:
        number: the passage's number, as the reasons name it: "[1]".
        article: where it stands.
        sentences: the spans of its sentences in `article.text`, in order.
    """

    number: int
    article: Article
    sentences: tuple[Sentence, ...]

    def text(self, sentence: Sentence) -> str:
        """The words of one sentence."""
        return self.article.text[sentence.start : sentence.end]


@dataclass(frozen=True)
class Place:
    """The neighbouring sentences of a passage that carry the support.

    Attributes:
        number: of the `Evidence`.
        start: where the first of them begins, in code points of the article's text.
        end: where the last of them ends, exclusive.
    """

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Verdict:
    """What was found about a claim.

    Attributes:
        support: `verbatim`, `supported`, `partly` or `unsupported`; see `rag.verification.verify`.
        score: how likely the evidence supports the whole claim, 0 to 1.
        reasons: why the support is not full, for people, most telling first; empty when it is.
        places: the sentences that carry the support, one place a passage at most, by number; those that come nearest
            when the support is not full; empty without evidence.
    """

    support: Support
    score: float
    reasons: tuple[str, ...]
    places: tuple[Place, ...]
