from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Article, Language, Passage, Sentence
from rag.answering.candidates import Candidate
from rag.answering.features import FEATURES
from rag.answering.places import Place
from rag.answering.scoring import (
    ANSWER_FEATURES,
    MOST_MARGIN,
    AnsweringWeights,
    answer_confidence,
    answer_values,
    relative_values,
    sentence_scores,
)
from rag.logistic import Crossing
from rag.reading.reader import Reading
from rag.retrieval import Hit

MakeCandidate = Callable[..., Candidate]


@pytest.fixture(scope="module")
def weights() -> AnsweringWeights:
    text = (resources.files("rag.answering") / "weights.json").read_text(encoding="utf-8")
    return AnsweringWeights.model_validate_json(text)


@pytest.fixture
def make_candidate(make_place: Callable[..., Place], make_reading: Callable[..., Reading]) -> MakeCandidate:
    """A candidate that measures 0 in everything but what is named."""

    def make(language: Language = "de", text: str = "Der Kran hebt viel.", **measured: float) -> Candidate:
        article = Article(id="kran", title="Kran", language=language, text=text, published="2023-09-14")
        values = np.array([measured.get(name, 0.0) for name in FEATURES], dtype=np.float32)
        assert set(measured) <= set(FEATURES)
        return Candidate(make_place(article, text), make_reading(text), values)

    return make


def test_every_feature_has_a_weight_for_both_kinds_of_direction(weights: AnsweringWeights) -> None:
    for models, names in ((weights.sentence, FEATURES), (weights.answer, ANSWER_FEATURES)):
        assert set(models) == set(get_args(Crossing))
        for model in models.values():
            assert set(model.weights) == set(names)
            assert np.isfinite([model.bias, *model.weights.values()]).all()


def test_names_are_distinct() -> None:
    assert len(set(FEATURES)) == len(FEATURES)
    assert len(set(ANSWER_FEATURES)) == len(ANSWER_FEATURES)


def test_a_language_of_its_own_has_weights_of_its_own(weights: AnsweringWeights) -> None:
    assert weights.sentence["same"] != weights.sentence["cross"]
    assert weights.answer["same"] != weights.answer["cross"]


ROWS = st.lists(
    st.lists(st.floats(-20.0, 20.0, width=32), min_size=len(FEATURES), max_size=len(FEATURES)), min_size=1, max_size=5
)
LARGE = settings(max_examples=25, deadline=None)


@pytest.fixture(scope="module")
def any_candidate() -> MakeCandidate:
    """As `make_candidate`, for tests with many examples."""
    article = Article(id="kran", title="Kran", language="de", text="Der Kran hebt viel.")

    def make(values: list[float], language: Language) -> Candidate:
        own = article.model_copy(update={"language": language})
        hit = Hit(Passage(article_id="kran", start=0, end=19), own, score=1.0, keyword=1.0, vector=1.0, cosine=0.5)
        place = Place(hit, 0, Sentence(start=0, end=19), 0, 1)
        reading = Reading(0.5, np.zeros((0, 2), dtype=np.int64), *(np.zeros(0, dtype=np.float32) for _ in range(2)))
        return Candidate(place, reading, np.array(values, dtype=np.float32))

    return make


@LARGE
@given(rows=ROWS, language=st.sampled_from(["de", "en"]))
def test_everything_is_a_probability(any_candidate: MakeCandidate, rows: list[list[float]], language: Language) -> None:
    candidates = [any_candidate(row, language) for row in rows]
    scores = sentence_scores("de", candidates)
    assert all(0.0 <= score <= 1.0 for score in scores)
    assert sum(scores) == pytest.approx(1.0)
    values = answer_values("Was hebt der Kran 1908?", candidates, scores)
    assert set(values) == set(ANSWER_FEATURES)
    assert 0.0 <= values["margin"] <= MOST_MARGIN
    best = candidates[scores.index(max(scores))]
    assert 0.0 <= answer_confidence("de", best, values) <= 1.0


@LARGE
@given(rows=ROWS, shared=st.lists(st.floats(-5.0, 5.0, width=32), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_what_all_sentences_have_in_common_does_not_count(
    any_candidate: MakeCandidate, rows: list[list[float]], shared: list[float]
) -> None:
    moved = [[value + more for value, more in zip(row, shared, strict=True)] for row in rows]
    plain, other = (sentence_scores("de", [any_candidate(row, "de") for row in table]) for table in (rows, moved))
    assert other == pytest.approx(plain, abs=1e-2)


def test_relative_values_have_no_mean(make_candidate: MakeCandidate) -> None:
    relative = relative_values([make_candidate(coverage=1.0), make_candidate(coverage=0.0, mass=-4.0)])
    assert relative.shape == (2, len(FEATURES))
    assert relative.mean(axis=0) == pytest.approx(0.0)
    assert relative[:, FEATURES.index("coverage")].tolist() == [0.5, -0.5]
    assert relative[:, FEATURES.index("mass")].tolist() == [2.0, -2.0]


def test_no_sentences_no_scores() -> None:
    assert sentence_scores("de", []) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_where_the_reader_sees_the_answer_begin_a_sentence_scores_higher(
    make_candidate: MakeCandidate, language: Language
) -> None:
    there = make_candidate(language, mass=-0.1, span=-1.0, certainty=0.9, novel=1.0, novel_span=-1.0)
    elsewhere = make_candidate(language, mass=-6.0, span=-9.0, certainty=0.1, novel=1.0, novel_span=-8.0)
    first, second = sentence_scores("de", [there, elsewhere])
    assert first > second


def test_values_that_are_too_few_are_an_error(any_candidate: MakeCandidate) -> None:
    with pytest.raises(ValueError, match="zip"):
        sentence_scores("de", [any_candidate([0.0] * (len(FEATURES) - 1), "de")])


def test_the_confidence_rests_on_the_best_sentence_and_on_the_most_of_all(make_candidate: MakeCandidate) -> None:
    best = make_candidate(coverage=1.0, mass=-2.0, telling=0.25)
    other = make_candidate(mass=-1.0, telling=0.5, answerable=1.5, aligned_near=0.75)
    values = answer_values("Was hebt der Kran?", [other, best], [0.25, 0.75])
    assert values["best_coverage"] == 1.0
    assert values["best_mass"] == -2.0
    assert values["most_mass"] == -1.0
    assert (values["most_telling"], values["most_answerable"], values["most_near"]) == (0.5, 1.5, 0.75)
    assert values["margin"] == pytest.approx(2 * np.log(3.0))


def test_a_sentence_without_rival_leads_by_the_most(make_candidate: MakeCandidate) -> None:
    assert answer_values("Kran?", [make_candidate()], [0.5])["margin"] == MOST_MARGIN
    assert answer_values("Kran?", [make_candidate(), make_candidate()], [0.5, 0.5])["margin"] == 0.0


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Was hob der Kran 1908?", 1.0),
        ("Was hob der Kran 2023?", 0.0),  # the article's date
        ("Was hob der Kran 2019?", 0.0),  # the passage
        ("Was hob der Kran 2019 und 1908?", 1.0),
        ("Hob der Kran 60.000 Kilogramm?", 0.0),  # no year
    ],
)
def test_a_year_that_stands_nowhere_is_missed(make_candidate: MakeCandidate, question: str, missing: float) -> None:
    candidate = make_candidate(text="Der Kran hob 2019 viel.")
    assert answer_values(question, [candidate], [0.5])["year_missing"] == missing


def test_the_weights_are_kept_with_at_most_five_decimals() -> None:
    """So that a refit that changes nothing changes no file."""
    text = (resources.files("rag.answering") / "weights.json").read_text(encoding="utf-8")
    numbers = [model["weights"].values() for part in json.loads(text).values() for model in part.values()]
    assert all(round(value, 5) == value for row in numbers for value in row)
