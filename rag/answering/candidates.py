"""The sentences that may answer, with what is measured about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.embedding import Embedder
from index.embedding.interface import Vectors
from index.embedding.parallel import embed_many
from index.generation import Generation
from index.models import Article, Sentence, SentenceKind
from rag.answering.definition_answers import read_definitions
from rag.answering.features import measure
from rag.answering.places import Place
from rag.answering.table_answers import read_rows
from rag.answering.target import Target
from rag.question import Question
from rag.reading.reader import Reader, Reading
from rag.retrieval import Hit
from rag.retrieval.reranking import read_hits

QUOTABLE: frozenset[SentenceKind] = frozenset({"sentence", "list_item", "table_row", "caption"})


@dataclass(frozen=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        place: where it stands.
        reading: what the reader makes of its passage.
        values: one value a name in `FEATURES`.
    """

    place: Place
    reading: Reading
    values: Vectors

    @property
    def article(self) -> Article:
        """The article that it stands in."""
        return self.place.hit.article

    @property
    def sentence(self) -> Sentence:
        """Its span."""
        return self.place.sentence

    @property
    def hit(self) -> Hit:
        """The passage that brought it in."""
        return self.place.hit

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.place.text


def candidates_of(
    question: Question, target: Target, places: Sequence[Place], embedder: Embedder, reader: Reader
) -> list[Candidate]:
    """Sentences with their features.

    Args:
        question: what is asked.
        target: what its answer should look like.
        places: the sentences, those of a passage one after the other.
        embedder: embeds the sentences.
        reader: reads the passages that retrieval has not read.
    """
    if not places:
        return []
    readings = _readings(question, {place.rank: place.hit for place in places}, reader)
    told = read_rows(question, target, places, [readings[place.rank] for place in places], reader)
    own = read_definitions(question, places, told)
    vectors = embed_many(embedder, [place.text for place in places])
    values = measure(target, places, vectors, own)
    return [Candidate(place, reading, row) for place, reading, row in zip(places, own, values, strict=True)]


def places_of(generation: Generation, hits: Sequence[Hit]) -> list[Place]:
    """Every quotable sentence of some passages."""
    return [place for rank, hit in enumerate(hits) for place in _places(generation, hit, rank)]


def _places(generation: Generation, hit: Hit, rank: int) -> list[Place]:
    stored = generation.archive.sentences(hit.article.id, hit.passage.start, hit.passage.end)
    sentences = [sentence for sentence in stored if sentence.kind in QUOTABLE]
    return [Place(hit, rank, sentence, number, len(sentences)) for number, sentence in enumerate(sentences)]


def _readings(question: Question, hits: Mapping[int, Hit], reader: Reader) -> dict[int, Reading]:
    """What the reader makes of passages, by rank; those that retrieval has read are not read again."""
    known = {rank: hit.reading for rank, hit in hits.items() if hit.reading is not None}
    unread = {rank: hit for rank, hit in hits.items() if rank not in known}
    if not unread:
        return known
    return known | dict(zip(unread, read_hits(question.text, list(unread.values()), reader), strict=True))
