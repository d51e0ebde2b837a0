from __future__ import annotations

import pytest

from index.embedding import Embedder
from index.embedding.interface import embed_question
from index.generation import Generation
from index.models import Language
from rag.answering.candidates import candidates_of, places_of
from rag.answering.target import make_target
from rag.question import read_question
from rag.reading.reader import default_reader
from rag.retrieval import retrieve

TEXT = """# Deichbau in Husum gestoppt

Das Verwaltungsgericht hat den Bau des neuen Deichs in Husum vorerst gestoppt. Geklagt hatte die kleine Bürgergruppe
Deichwacht, deren Vorsitzende Anke Petersen von einem Sieg der Vernunft sprach. Deichwacht will nun Spenden sammeln.
"""


@pytest.mark.parametrize(
    ("text", "language"), [("Was ist die „Deichwacht“?", "de"), ("What is the group Deichwacht?", "en")]
)
def test_the_words_beside_the_name_answer(
    generation: Generation, hashing: Embedder, text: str, language: Language
) -> None:
    question = read_question(text, language, {})
    embedding = embed_question(hashing, question.text)
    hits = retrieve(generation, question, embedding, 5)
    target = make_target(question, embedding, hits, generation.keywords.rarity)
    candidates = candidates_of(question, target, places_of(generation, hits), hashing, default_reader())
    likeliest = max(candidates, key=lambda candidate: candidate.reading.mass(*candidate.place.inside))
    span = likeliest.reading.best(*likeliest.place.inside)
    assert span is not None
    assert likeliest.hit.text[span.start : span.end] == "kleine Bürgergruppe"
