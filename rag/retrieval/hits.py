"""What is retrieved, as the rest of the product sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.generation import Generation
from index.models import Article, Passage
from rag.reading.reader import Reading
from rag.retrieval.folding import copies_of
from rag.retrieval.ranking import Ranking


@dataclass(frozen=True)
class Hit:
    """A retrieved passage.

    Attributes:
        passage: its span.
        article: the article it belongs to.
        score: fused; higher is better, comparable within one question.
        keyword: BM25, standardised within the article's language.
        vector: cosine, standardised likewise.
        cosine: of question and passage, -1 to 1; unlike the scores above it does not depend on the rest of the archive.
        token: how much of the question is found word by word, across languages too, 0 to 1; 0 for a candidate so far
            down that it was not compared.
        also_in: ids of the other articles that carry the same passage, whatever the filters.
        reader: what the reader's opinion added to the score.
        reading: that opinion, where the passage was read.
    """

    passage: Passage
    article: Article
    score: float
    keyword: float
    vector: float
    cosine: float
    token: float = 0.0
    also_in: tuple[str, ...] = ()
    reader: float = 0.0
    reading: Reading | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The passage itself."""
        return self.article.text[self.passage.start : self.passage.end]

    @property
    def fused(self) -> float:
        """The score without the reader's part."""
        return self.score - self.reader


def hits_of(generation: Generation, ranking: Ranking, k: int) -> list[Hit]:
    """Read the k best passages of a ranking from the archive, best first."""
    best, scored = ranking.order[:k], ranking.scored
    stored = generation.archive.passages([int(row) for row in scored.rows[best]])
    return [
        Hit(
            s.passage,
            s.article,
            score=float(ranking.scores[i]),
            keyword=float(scored.keyword[i]),
            vector=float(scored.vector[i]),
            cosine=float(scored.cosine[i]),
            token=float(scored.token[i]),
            also_in=tuple(also_in),
        )
        for s, i, also_in in zip(stored, best, copies_of(generation, stored), strict=True)
    ]
