from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.embedding import OnnxEmbedder
from index.embedding.interface import Vectors, embed_question
from index.generation import Generation
from index.layout import current_generation, generation_folder
from index.models import Article, Language
from rag.answering.candidates import candidates_of, places_of
from rag.answering.extractive import PASSAGES
from rag.answering.features import (
    BY_KIND,
    BY_MEANING,
    BY_PLACE,
    BY_STEM,
    BY_TOKEN,
    FEATURES,
    LONG,
    measure,
)
from rag.answering.places import Place
from rag.answering.target import Target, make_target
from rag.question import Question, read_question
from rag.reading.reader import Reading, default_reader
from rag.retrieval import Hit, retrieve

ZERO: Vectors = np.zeros(4, dtype=np.float32)
HALF: Vectors = np.full(4, 0.5, dtype=np.float32)
LIFTS, PRAISES, SILENT = "Der Kran in Husum hebt 60.000 Kilogramm.", "Anke Petersen lobte ihn.", "Niemand widersprach."
ARTICLE = Article(
    id="kran",
    title="Hafenkran in Husum",
    language="de",
    published="2023-09-14",
    text=f"{LIFTS} {PRAISES} {SILENT}",
)

Measured = dict[str, float]
Measure = Callable[..., list[Measured]]


def _question(text: str, language: Language = "de") -> Question:
    return read_question(text, language, {})


@pytest.fixture
def measured(make_place: Callable[..., Place], make_reading: Callable[..., Reading]) -> Measure:
    """The values of the article's three sentences."""

    def run(
        question: str,
        *,
        embedding: Vectors = ZERO,
        vectors: Vectors | None = None,
        rarity: Callable[[str], float] = lambda _: 1.0,
        change: Callable[[Place], Place] = lambda place: place,
    ) -> list[Measured]:
        sentences = (LIFTS, PRAISES, SILENT)
        places = [change(make_place(ARTICLE, text, number=n, of=3)) for n, text in enumerate(sentences)]
        target = make_target(_question(question), embedding, [places[0].hit], rarity)
        reading = make_reading(ARTICLE.text)
        values = measure(target, places, np.zeros((3, 4), np.float32) if vectors is None else vectors, [reading] * 3)
        assert values.shape == (3, len(FEATURES))
        assert values.dtype == np.float32
        return [dict(zip(FEATURES, row.tolist(), strict=True)) for row in values]

    return run


def test_coverage_is_the_share_of_the_questions_words(measured: Measure) -> None:
    # content words: kilogramm, hebt, kran, husum
    lifts, praises, _ = measured("Wie viel Kilogramm hebt der Kran in Husum?")
    assert lifts["coverage"] == pytest.approx(1.0)
    assert praises["coverage"] == pytest.approx(0.0)


def test_rare_words_weigh_more(measured: Measure) -> None:
    def rarity(term: str) -> float:
        return 3.0 if "kran" in term else 1.0

    # kran (3) is there, bagger (1) is not
    lifts, *_ = measured("Kran Bagger", rarity=rarity)
    assert lifts["coverage"] == pytest.approx(0.75, abs=0.05)
    assert lifts["missing"] == pytest.approx(1 / 3, abs=0.05)


def test_the_context_counts_passage_title_and_date(measured: Measure) -> None:
    *_, silent = measured("Wen lobte Anke Petersen 2023 am Hafenkran?")
    assert silent["coverage"] == 0.0
    assert silent["context"] == pytest.approx(1.0)
    assert silent["missing"] == pytest.approx(0.0)
    assert 0.0 < silent["similar_title"] < 1.0


@pytest.mark.parametrize(
    ("question", "mismatch"),
    [
        ("Hebt der Kran 60.000 Kilogramm?", 0.0),
        ("Hebt der Kran 61.111 Kilogramm?", 1.0),
        ("Hebt der Kran 60 oder 61 Kilogramm?", 0.5),
        ("Hebt der Kran viel?", 0.0),
    ],
)
def test_a_number_that_the_passage_lacks_is_a_mismatch(measured: Measure, question: str, mismatch: float) -> None:
    lifts, *_ = measured(question)
    assert lifts["numbers"] == pytest.approx(mismatch)


@pytest.mark.parametrize(
    ("question", "sentence", "typed"),
    [
        ("Wie viel Kilogramm hebt der Kran?", 0, 1.0),
        ("Wie viel Kilogramm hebt der Kran?", 1, -1.0),
        ("Wer lobte den Kran?", 1, 1.0),
        ("Wann lobte sie den Kran?", 1, -1.0),
        ("Was lobte sie?", 1, 0.0),
        # the only name is the question's own
        ("Wen lobte Anke Petersen?", 1, -1.0),
        ("Wer nannte 60.000 Kilogramm?", 0, -1.0),
    ],
)
def test_whether_it_holds_a_new_thing_of_the_kind_asked_for(
    measured: Measure, question: str, sentence: int, typed: float
) -> None:
    assert measured(question)[sentence]["typed"] == typed


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("Wie schwer ist die Last?", [1.0, -1.0, -1.0]),
        ("Was kostet der Kran?", [-1.0, -1.0, -1.0]),
        ("Wer lobte den Kran?", [0.0, 0.0, 0.0]),
    ],
)
def test_whether_it_gives_anything_in_the_unit_asked_for(measured: Measure, question: str, units: list[float]) -> None:
    assert [values["unit"] for values in measured(question)] == units


def test_cosines_are_those_of_the_sentence_and_its_neighbours(measured: Measure) -> None:
    vectors = np.stack([HALF, -HALF, ZERO])
    lifts, praises, silent = measured("Kran?", embedding=HALF, vectors=vectors)
    assert [values["cosine"] for values in (lifts, praises, silent)] == pytest.approx([1.0, -1.0, 0.0])
    assert [values["cosine_before"] for values in (lifts, praises, silent)] == pytest.approx([0.0, 1.0, -1.0])
    assert [values["cosine_after"] for values in (lifts, praises, silent)] == pytest.approx([-1.0, 0.0, 0.0])
    assert lifts["passage_cosine"] == 0.5


def test_a_passage_is_seen_in_relation_to_the_best_one(measured: Measure) -> None:
    def worse(place: Place) -> Place:
        return replace(place, hit=replace(place.hit, score=0.0)) if place.number else place

    lifts, praises, _ = measured("Kran?", change=worse)
    assert (lifts["relative"], praises["relative"]) == (1.0, 0.0)


def test_words_are_found_by_their_vectors_too(measured: Measure) -> None:
    lifts, praises, silent = measured("What does the crane lift?")
    assert lifts["coverage"] == 0.0
    assert lifts["aligned"] > praises["aligned"] + 0.1
    assert praises["aligned_near"] > silent["aligned_near"], "the crane stands in the sentence before"
    assert lifts["aligned_passage"] == praises["aligned_passage"] == silent["aligned_passage"]
    assert lifts["weakest_near"] > 0.5 > measured("Der Kran hebt Kilogramm.")[0]["weakest_near"]


def test_what_is_asked_for_by_name_counts_by_itself(measured: Measure) -> None:
    lifts, praises, _ = measured("Welcher Kran wurde gelobt?")
    assert lifts["focus"] == pytest.approx(1.0, abs=1e-3)
    assert praises["focus"] < 0.5
    assert praises["focus_near"] == pytest.approx(1.0, abs=1e-3)
    assert all(values["focus"] == values["focus_near"] == 0.0 for values in measured("Wer lobte den Kran?"))


def test_what_stands_in_every_sentence_does_not_tell_them_apart(measured: Measure) -> None:
    question = "Kilogramm Petersen"
    lifts, praises, silent = measured(question)
    assert silent["telling"] < min(lifts["telling"], praises["telling"])


def test_a_word_of_the_title_says_nothing_new(measured: Measure) -> None:
    husum, name, _ = measured("Husum Petersen")
    assert name["new_here"] > husum["new_here"]


def test_where_a_sentence_stands(measured: Measure) -> None:
    def table(place: Place) -> Place:
        return replace(place, rank=3, sentence=place.sentence.model_copy(update={"kind": "table_row"}))

    first, _, last = measured("Kran?")
    assert (first["first_hit"], first["rank"], first["opening"], first["number"], first["last"]) == (1, 0, 1, 0, 0)
    assert (last["opening"], last["last"]) == (0.0, 1.0)
    assert last["number"] == pytest.approx(2 / 5)
    assert first["length"] == pytest.approx(8 / LONG)  # "60.000" counts as two
    assert (first["short"], last["short"], first["asking"]) == (0.0, 1.0, 0.0)
    row, *_ = measured("Kran?", change=table)
    assert (row["first_hit"], row["table_row"], row["list_item"]) == (0.0, 1.0, 0.0)
    assert row["rank"] == pytest.approx(3 / 7)


def test_a_question_of_function_words_measures_zeros(measured: Measure) -> None:
    for values in measured("Wer war das?"):
        assert all(values[name] == 0.0 for name in BY_STEM)


def test_a_question_without_words_measures_zeros(measured: Measure) -> None:
    for values in measured("???"):
        assert all(values[name] == 0.0 for name in (*BY_STEM, *BY_TOKEN, *BY_KIND))


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
def test_values_stay_in_their_ranges_and_the_order_of_passages_does_not_matter(
    facts_data: Path, embedder: OnnxEmbedder, question: str
) -> None:
    generation = Generation(generation_folder(facts_data, str(current_generation(facts_data))))
    try:
        asked = read_question(question, "auto", {})
        embedding = embed_question(embedder, asked.text)
        hits: list[Hit] = retrieve(generation, asked, embedding, 50)[:PASSAGES]
        target: Target = make_target(asked, embedding, hits, generation.keywords.rarity)
        places = places_of(generation, hits)
        candidates = candidates_of(asked, target, places, embedder, default_reader())
        turned = candidates_of(asked, target, _turned(places), embedder, default_reader())
    finally:
        generation.close()
    assert [candidate.place for candidate in candidates] == places
    assert len(candidates) >= 15
    values = np.array([candidate.values for candidate in candidates])
    assert np.isfinite(values).all()
    bounded = [FEATURES.index(name) for name in (*BY_STEM, *BY_TOKEN, *BY_MEANING, *BY_KIND, *BY_PLACE)]
    assert values[:, bounded].min() >= -1.0 - 1e-5
    assert values[:, bounded].max() <= 1.0 + 1e-5
    by_place = {(c.hit.article.id, c.sentence.start, c.place.rank): c.values for c in turned}
    for candidate in candidates:
        other = by_place[candidate.hit.article.id, candidate.sentence.start, candidate.place.rank]
        assert other == pytest.approx(candidate.values, abs=1e-3)


def _turned(places: list[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (-place.rank, place.number))
