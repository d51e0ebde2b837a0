from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.embedding import OnnxEmbedder
from index.embedding.interface import Vectors, embed_question
from index.generation import Generation
from index.layout import current_generation, generation_folder
from index.models import Article, Language, Sentence
from rag.answering.extractive import candidates_of
from rag.answering.features import FEATURES, SOFT_MATCH, Target, features, look_around, make_target, match_words
from rag.answering.question_words import content_words
from rag.question import Question, read_question
from rag.retrieval import Hit, retrieve

ZERO: Vectors = np.zeros(4, dtype=np.float32)
HALF: Vectors = np.full(4, 0.5, dtype=np.float32)
ARTICLE = Article(
    id="kran",
    title="Hafenkran in Husum",
    language="de",
    published="2023-09-14",
    text="Der Kran in Husum hebt 60.000 Kilogramm. Anke Petersen lobte ihn. Niemand widersprach.",
)


def _question(text: str, language: Language = "de") -> Question:
    return read_question(text, language, {})


def _measure(
    make_hit: Callable[[Article], Hit],
    question: str,
    sentence: str,
    *,
    embedding: Vectors = ZERO,
    vector: Vectors = ZERO,
    rarity: Callable[[str], float] = lambda _: 1.0,
) -> dict[str, float]:
    hit = make_hit(ARTICLE)
    target = make_target(_question(question), embedding, [hit], rarity)
    start = ARTICLE.text.index(sentence)
    values = features(target, look_around(target, hit), Sentence(start=start, end=start + len(sentence)), vector)
    assert values.shape == (len(FEATURES),)
    assert values.dtype == np.float32
    return {name: float(value) for name, value in zip(FEATURES, values, strict=True)}


LIFTS = "Der Kran in Husum hebt 60.000 Kilogramm."
PRAISES = "Anke Petersen lobte ihn."


def test_coverage_is_the_share_of_the_questions_words(make_hit: Callable[[Article], Hit]) -> None:
    # content words: kilogramm, hebt, kran, husum
    question = "Wie viel Kilogramm hebt der Kran in Husum?"
    assert _measure(make_hit, question, LIFTS)["coverage"] == pytest.approx(1.0)
    assert _measure(make_hit, question, PRAISES)["coverage"] == pytest.approx(0.0)


def test_rare_words_weigh_more(make_hit: Callable[[Article], Hit]) -> None:
    def rarity(term: str) -> float:
        return 3.0 if "kran" in term else 1.0

    # kran (3) is there, bagger (1) is not
    measured = _measure(make_hit, "Kran Bagger", LIFTS, rarity=rarity)
    assert measured["coverage"] == pytest.approx(0.75, abs=0.05)
    assert measured["missing"] == pytest.approx(1 / 3, abs=0.05)


def test_the_context_counts_passage_title_and_date(make_hit: Callable[[Article], Hit]) -> None:
    measured = _measure(make_hit, "Wen lobte Anke Petersen 2023 am Hafenkran?", "Niemand widersprach.")
    assert measured["coverage"] == 0.0
    assert measured["context"] == pytest.approx(1.0)
    assert measured["missing"] == pytest.approx(0.0)
    assert 0.0 < measured["similar_title"] < 1.0


@pytest.mark.parametrize(
    ("question", "mismatch"),
    [
        ("Hebt der Kran 60.000 Kilogramm?", 0.0),
        ("Hebt der Kran 61.111 Kilogramm?", 1.0),
        ("Hebt der Kran 60 oder 61 Kilogramm?", 0.5),
        ("Hebt der Kran viel?", 0.0),
    ],
)
def test_a_number_that_the_passage_lacks_is_a_mismatch(
    make_hit: Callable[[Article], Hit], question: str, mismatch: float
) -> None:
    assert _measure(make_hit, question, LIFTS)["numbers"] == pytest.approx(mismatch)


@pytest.mark.parametrize(
    ("question", "sentence", "typed"),
    [
        ("Wie viel Kilogramm hebt der Kran?", LIFTS, 1.0),
        ("Wie viel Kilogramm hebt der Kran?", PRAISES, -1.0),
        ("Wer lobte den Kran?", PRAISES, 1.0),
        ("Wann lobte sie den Kran?", PRAISES, -1.0),
        ("Was lobte sie?", PRAISES, 0.0),
        # the only name is the question's own
        ("Wen lobte Anke Petersen?", PRAISES, -1.0),
        ("Wer nannte 60.000 Kilogramm?", LIFTS, -1.0),
    ],
)
def test_whether_it_holds_a_new_thing_of_the_kind_asked_for(
    make_hit: Callable[[Article], Hit], question: str, sentence: str, typed: float
) -> None:
    assert _measure(make_hit, question, sentence)["typed"] == typed


def test_cosine_is_that_of_question_and_sentence(make_hit: Callable[[Article], Hit]) -> None:
    assert _measure(make_hit, "Kran?", LIFTS, embedding=HALF, vector=HALF)["cosine"] == pytest.approx(1.0)
    assert _measure(make_hit, "Kran?", LIFTS, embedding=HALF, vector=-HALF)["cosine"] == pytest.approx(-1.0)
    assert _measure(make_hit, "Kran?", LIFTS, embedding=HALF, vector=ZERO)["cosine"] == 0.0


@pytest.mark.parametrize(
    ("question", "language", "text", "text_language", "expected"),
    [
        ("Nordkoreas", "de", "die nordkoreanische Regierung", "de", (SOFT_MATCH, 0.99)),
        ("Pjöngjang", "de", "in Pjongjang", "en", (1.0, 1.0)),
        ("Containers", "en", "zwei Container", "de", (SOFT_MATCH, 1.0)),
        ("Tonnen", "de", "eine Tonne", "de", (1.0, 1.0)),
        ("Benzin", "de", "der Wald", "de", (0.0, 0.0)),
        ("Benzin", "de", "das Benzol", "de", (0.0, 0.0)),
        ("2023", "de", "im Jahr 2024", "de", (0.0, 0.0)),
        ("2023", "de", "im Jahr 2023", "en", (1.0, 1.0)),
        ("57", "de", "die Su-57", "de", (1.0, 1.0)),
        ("Kran", "de", "", "de", (0.0, 0.0)),
    ],
)
def test_words_match_by_stem_number_or_letters(
    question: str, language: Language, text: str, text_language: Language, expected: tuple[float, float]
) -> None:
    found = match_words(content_words(question, language), text, text_language)
    assert found.shape == (1,)
    assert expected[0] <= float(found[0]) <= expected[1]


def test_a_question_of_function_words_measures_zeros(make_hit: Callable[[Article], Hit]) -> None:
    measured = _measure(make_hit, "Wer war das?", LIFTS)
    for name in ("coverage", "context", "missing", "numbers", "similar_title"):
        assert measured[name] == 0.0


@pytest.mark.parametrize(
    "question",
    [
        "Wie viel Kilogramm hebt der neue Hafenkran in Husum?",
        "Who opened the crane on 14 September 2023?",
        "Warum 1 2 3 4 5 6 7 8 9?",
        "???",
        "😀",
        "Putin " * 300,
        "elf Menschen verletzt Brand Lagerhalle Hafen Emden Feuerwehr",
        "北朝鲜",
    ],
)
def test_all_values_lie_between_minus_one_and_one(facts_data: Path, embedder: OnnxEmbedder, question: str) -> None:
    generation = Generation(generation_folder(facts_data, str(current_generation(facts_data))))
    try:
        asked = read_question(question, "auto", {})
        embedding = embed_question(embedder, asked.text)
        hits = retrieve(generation, asked, embedding, 50)
        target: Target = make_target(asked, embedding, hits, generation.keywords.rarity)
        candidates = candidates_of(generation, target, hits, embedder)
        assert len(candidates) >= 20
        values = np.array([candidate.values for candidate in candidates])
        assert np.isfinite(values).all()
        assert values.min() >= -1.0 - 1e-6
        assert values.max() <= 1.0 + 1e-6
    finally:
        generation.close()
