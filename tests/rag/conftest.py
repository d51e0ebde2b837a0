"""Archives for the tests of `rag`: the same facts in both languages, agency copies, an update, undated articles."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.build import build_index
from index.embedding import Embedder, OnnxEmbedder
from index.models import Article, Passage, Sentence
from rag import Citation, Fundstelle, IndexInfo
from rag.answering.candidates import Candidate
from rag.answering.features import FEATURES
from rag.answering.places import Place
from rag.answering.selected import Selected
from rag.reading.reader import Reading
from rag.retrieval import Hit

FIRE = "Bei dem Brand einer Lagerhalle im Hafen von Emden sind nach Angaben der Feuerwehr elf Menschen verletzt worden."

FACTS: tuple[Mapping[str, str], ...] = (
    {
        "id": "de-kran",
        "title": "Neuer Hafenkran in Husum",
        "language": "de",
        "published": "2023-09-14",
        "source": "Küstenbote",
        "url": "https://example.org/kran",
        "text": "Husum hat einen neuen Hafenkran. Er hebt bis zu 60.000 Kilogramm und kostete 3,5 Millionen Euro. "
        "Bürgermeisterin Anke Petersen weihte den Kran am 14. September ein.",
    },
    {
        "id": "en-crane",
        "title": "New harbour crane in Husum",
        "language": "en",
        "published": "2023-09",
        "source": "Harbour Post",
        "text": "Husum has a new harbour crane. It lifts up to 60,000 kilograms and cost 3.5 million euros. "
        "Mayor Anke Petersen opened the crane on 14 September.",
    },
    {
        "id": "de-panda",
        "title": "Nachwuchs im Zoo von Görlitz",
        "language": "de",
        "published": "2024",
        "source": "Küstenbote",
        "text": "Im Zoo von Görlitz ist ein Roter Panda geboren worden. Das Jungtier wiegt 120 Gramm. Es heißt Momo.",
    },
    {
        "id": "en-panda",
        "title": "Offspring at Görlitz zoo",
        "language": "en",
        "published": "2024-02-11",
        "source": "Harbour Post",
        "text": "A red panda has been born at the zoo of Görlitz. The cub weighs 120 grams. Its name is Momo.",
    },
    {
        "id": "de-brand-agentur",
        "title": "Elf Verletzte bei Brand in Emden",
        "language": "de",
        "published": "2024-01-02",
        "source": "Nordagentur",
        "text": f"{FIRE} Die Halle brannte völlig aus.",
    },
    {
        "id": "de-brand-tagblatt",
        "title": "Feuer im Hafen",
        "language": "de",
        "published": "2024-01-02",
        "source": "Tagblatt",
        "text": f"{FIRE.replace('nach Angaben der', 'laut der')} Der Betreiber schweigt.",
    },
    {
        "id": "de-brand-update",
        "title": "Zwölf Verletzte nach Brand",
        "language": "de",
        "published": "2024-01-03",
        "source": "Nordagentur",
        "text": f"{FIRE.replace('elf', 'zwölf')} Das teilte sie am nächsten Tag mit.",
    },
    {
        "id": "en-bridge",
        "title": "Old bridge in Whitby closes for repairs",
        "language": "en",
        "text": "The swing bridge in Whitby will close for eleven weeks, engineer Paul Marsh said. "
        "The bridge was built in 1908.",
    },
    {
        "id": "de-wald",
        "title": "Förster pflanzen Eichen",
        "language": "de",
        "text": "Im Harz haben Förster junge Eichen gepflanzt. Sie sollen trockene Sommer besser vertragen.",
    },
    {
        "id": "en-library",
        "title": "Library reopens",
        "language": "en",
        "text": "The town library has reopened after the flood. Volunteers saved most of the books.",
    },
)


class HashingEmbedder:
    """Deterministic vectors without a model: each word adds a one somewhere. Quick, and blind to meaning."""

    model_name = "hashing"

    def get_query_embedding(self, query: str) -> list[float]:
        vector = np.zeros(64, dtype=np.float32)
        for word in query.lower().split():
            vector[zlib.crc32(word.encode()) % 64] += 1.0
        return [float(value) for value in vector]

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        return [self.get_query_embedding(text) for text in texts]


MakeArchive = Callable[..., Path]
MakePlace = Callable[..., Place]
MakeReading = Callable[..., Reading]
MakeSelected = Callable[..., Selected]


@pytest.fixture(scope="session")
def hashing() -> HashingEmbedder:
    """An embedder that needs no model."""
    return HashingEmbedder()


@pytest.fixture(scope="session")
def facts_data(tmp_path_factory: pytest.TempPathFactory, embedder: OnnxEmbedder) -> Path:
    """A data folder with `FACTS`; to be read only."""
    folder = tmp_path_factory.mktemp("facts")
    return write_archive(folder, FACTS, embedder)


@pytest.fixture
def facts(facts_data: Path) -> Iterator[Fundstelle]:
    """The archive of `FACTS`, which always answers: what is tested is what it says, not whether it dares to."""
    with Fundstelle.open(facts_data, threshold=0.0) as opened:
        yield opened


@pytest.fixture
def make_archive(tmp_path: Path, hashing: HashingEmbedder) -> MakeArchive:
    """Index records with the hashing embedder and return the data folder."""

    def make(records: Sequence[Mapping[str, str]]) -> Path:
        return write_archive(tmp_path, records, hashing)

    return make


def write_archive(folder: Path, records: Sequence[Mapping[str, str]], embedder: Embedder) -> Path:
    """Index records through a JSONL file."""
    source = folder / "articles.jsonl"
    source.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    report = build_index(folder / "data", [source], embedder)
    assert report.problems == []
    return folder / "data"


@pytest.fixture
def info() -> IndexInfo:
    """Any index."""
    return IndexInfo(generation="g1", articles=3, passages=9)


@pytest.fixture
def make_hit() -> Callable[[Article], Hit]:
    """A hit whose passage is a whole article."""
    return hit_of


@pytest.fixture
def make_place() -> MakePlace:
    """A sentence of an article whose passage is the whole article; the sentence is named by its words."""
    return place_of


@pytest.fixture
def make_reading() -> MakeReading:
    """What a reader that is sure of an answer's first and last word makes of a text."""
    return reading_of


@pytest.fixture
def make_selected() -> MakeSelected:
    """A sentence of an article as the extractive answerer selects it; all spans are named by their words."""

    def make(
        article: Article,
        quote: str,
        *,
        span: str | None = None,
        highlight: str | None = None,
        also_in: Sequence[str] = (),
        confirmed_by: Sequence[Selected] = (),
        score: float = 0.5,
    ) -> Selected:
        place = place_of(article, quote)
        candidate = Candidate(place, reading_of(article.text), np.zeros(len(FEATURES), dtype=np.float32))
        marked = None
        if highlight is not None:
            start = article.text.index(highlight, place.sentence.start)
            marked = (start, start + len(highlight))
        quoted = place.sentence if span is None else place_of(article, span).sentence
        return Selected(candidate, score, quoted, marked, tuple(also_in), tuple(confirmed_by))

    return make


@pytest.fixture
def cited_exactly() -> Callable[[Fundstelle, Sequence[Citation]], None]:
    """Check promise 1 for every citation, against the stored articles."""

    def check(archive: Fundstelle, citations: Sequence[Citation]) -> None:
        for citation in citations:
            text = archive.article(citation.article_id).text
            assert text[citation.start : citation.end] == citation.quote
            assert citation.quote == citation.quote.strip() != ""
            if citation.highlight is not None:
                assert citation.start <= citation.highlight[0] < citation.highlight[1] <= citation.end

    return check


def hit_of(article: Article) -> Hit:
    """A hit whose passage is a whole article."""
    passage = Passage(article_id=article.id, start=0, end=len(article.text))
    return Hit(passage=passage, article=article, score=1.0, keyword=1.0, vector=1.0, cosine=0.5)


def place_of(article: Article, sentence: str, *, rank: int = 0, number: int = 0, of: int = 1) -> Place:
    """A sentence of an article whose passage is the whole article."""
    start = article.text.index(sentence)
    return Place(hit_of(article), rank, Sentence(start=start, end=start + len(sentence)), number, of)


def reading_of(text: str, answer: str | None = None, answerable: float = 0.5) -> Reading:
    """A reading with one token a word: nearly all probability on an answer, or shared out evenly without one."""
    offsets = np.array([match.span() for match in re.finditer(r"\w+", text)], dtype=np.int64).reshape(-1, 2)
    starts = np.full(len(offsets), 1.0, dtype=np.float32)
    ends = starts.copy()
    if answer is not None:
        first = text.index(answer)
        starts[offsets[:, 0] == first] = 1000.0
        ends[offsets[:, 1] == first + len(answer)] = 1000.0
    return Reading(answerable, offsets, np.log(starts / starts.sum()), np.log(ends / ends.sum()))
