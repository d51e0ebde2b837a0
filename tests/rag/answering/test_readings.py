from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Article, Language, Passage, Sentence
from rag.answering.features import BY_READER
from rag.answering.places import Place
from rag.answering.readings import LEAST_MASS, LEAST_SPAN, read_features
from rag.answering.target import Target, make_target
from rag.question import read_question
from rag.reading.reader import Reading
from rag.retrieval import Hit

MakePlace = Callable[..., Place]
MakeReading = Callable[..., Reading]

LIFTS, PRAISES = "Der Kran in Husum hebt 60.000 Kilogramm.", "Anke Petersen lobte ihn."
ARTICLE = Article(id="kran", title="Hafenkran", language="de", text=f"{LIFTS} {PRAISES}")


def _target(text: str, language: Language = "de") -> Target:
    return make_target(read_question(text, language, {}), np.zeros(4, dtype=np.float32), [], lambda _: 1.0)


@pytest.fixture
def measured(make_place: MakePlace, make_reading: MakeReading) -> Callable[..., list[dict[str, float]]]:
    """What the reader says of the article's two sentences when it takes some words for the answer."""

    def measure(question: str, answer: str | None, answerable: float = 0.5) -> list[dict[str, float]]:
        places = [make_place(ARTICLE, text, number=n, of=2) for n, text in enumerate((LIFTS, PRAISES))]
        reading = make_reading(ARTICLE.text, answer, answerable)
        rows = read_features(_target(question), places, [reading, reading])
        return [dict(zip(BY_READER, row, strict=True)) for row in rows]

    return measure


Measured = Callable[..., list[dict[str, float]]]

HOW_MUCH = "Wie viele Kilogramm hebt der Kran?"


def test_the_sentence_in_which_the_answer_begins(measured: Measured) -> None:
    there, elsewhere = measured(HOW_MUCH, "60.000 Kilogramm")
    for name in ("mass", "span", "certainty", "novel_span"):
        assert there[name] > elsewhere[name]
    assert there["mass"] > -0.1
    assert there["certainty"] > 0.9


def test_what_is_said_of_the_passage_is_said_of_all_its_sentences(measured: Measured) -> None:
    for answerable, sign in ((0.9, 1.0), (0.5, 0.0), (0.1, -1.0)):
        one, other = measured(HOW_MUCH, "60.000 Kilogramm", answerable)
        assert one["answerable"] == other["answerable"]
        assert np.sign(one["answerable"]) == sign
        assert one["passage_span"] == other["passage_span"] == one["span"]


def test_words_of_the_question_are_not_novel(measured: Measured) -> None:
    known, _ = measured("Was hebt der Kran in Husum?", "Husum")
    new, _ = measured("Was hebt der Kran in Husum?", "60.000 Kilogramm")
    assert known["novel"] == 0.0
    assert known["novel_span"] == 0.0
    assert new["novel"] == 1.0
    assert new["novel_span"] < 0.0, "a logarithm"


def test_translations_of_the_questions_words_are_not_novel_either(
    make_place: MakePlace, make_reading: MakeReading
) -> None:
    place, reading = make_place(ARTICLE, LIFTS), make_reading(ARTICLE.text, "Kran")
    (row,) = read_features(_target("Where is the crane?", "en"), [place], [reading])
    assert dict(zip(BY_READER, row, strict=True))["novel"] == 0.0


@pytest.mark.parametrize(
    ("question", "answer", "kind", "unit"),
    [
        (HOW_MUCH, "60.000 Kilogramm", 1.0, 0.0),
        (HOW_MUCH, "Husum", -1.0, 0.0),
        ("Wie schwer ist die Last?", "60.000", 1.0, 1.0),  # the unit follows at once
        ("Wie schwer ist die Last?", "Husum", -1.0, -1.0),
        ("Was kostet der Kran?", "60.000 Kilogramm", 0.0, -1.0),
        ("Was hebt der Kran?", "Husum", 0.0, 0.0),
    ],
)
def test_whether_the_phrase_is_of_the_kind_and_in_the_unit_asked_for(
    measured: Measured, question: str, answer: str, kind: float, unit: float
) -> None:
    there, _ = measured(question, answer)
    assert (there["typed_phrase"], there["unit_phrase"]) == (kind, unit)


def test_where_nothing_was_read_the_least_is_taken(make_place: MakePlace, make_reading: MakeReading) -> None:
    (row,) = read_features(_target(HOW_MUCH), [make_place(ARTICLE, LIFTS)], [make_reading("")])
    values = dict(zip(BY_READER, row, strict=True))
    assert values["mass"] == pytest.approx(np.log(LEAST_MASS))
    assert values["span"] == values["passage_span"] == LEAST_SPAN
    assert values["certainty"] == values["novel"] == values["novel_span"] == 0.0
    assert values["typed_phrase"] == -1.0


WORDS = "Der Kran in Husum hebt 60.000 Kilogramm the crane Anke Petersen am 14. September weil … 😀"
sentence = st.lists(st.sampled_from(WORDS.split(" ")), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(sentences=st.lists(sentence, min_size=1, max_size=4), question=sentence, data=st.data())
def test_values_stay_in_their_ranges(sentences: list[str], question: str, data: st.DataObject) -> None:
    text = " ".join(sentences)
    article = Article(id="a", title="Titel", language="de", text=text)
    hit = Hit(Passage(article_id="a", start=0, end=len(text)), article, score=1.0, keyword=1.0, vector=1.0, cosine=0.5)
    places, start = [], 0
    for number, own in enumerate(sentences):
        places.append(Place(hit, 0, Sentence(start=start, end=start + len(own)), number, len(sentences)))
        start += len(own) + 1
    reading = _reading(text, data)
    for row in read_features(_target(question), places, [reading] * len(places)):
        values = dict(zip(BY_READER, row, strict=True))
        assert np.isfinite(row).all()
        assert np.log(LEAST_MASS) - 1e-6 <= values["mass"] <= 1e-3
        assert LEAST_SPAN <= values["span"] <= values["passage_span"] <= 1e-6
        assert -1e-6 <= values["certainty"] <= 1.0 + 1e-4
        assert 0.0 <= values["novel"] <= 1.0
        assert -8.0 <= values["novel_span"] <= 1e-6
        assert {values["typed_phrase"], values["unit_phrase"]} <= {-1.0, 0.0, 1.0}


def _reading(text: str, data: st.DataObject) -> Reading:
    """Any probabilities over the words of a text."""
    ends = [n for n in range(len(text) + 1) if n == len(text) or text[n] == " "]
    offsets = np.array(list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True)), dtype=np.int64)
    likely = st.lists(st.floats(-12.0, 0.0, width=32), min_size=len(ends), max_size=len(ends))
    starts, finals = (np.array(data.draw(likely), dtype=np.float32) for _ in range(2))
    return Reading(
        data.draw(st.floats(0.0, 1.0)),
        offsets,
        starts - np.log(np.exp(starts).sum()),
        finals - np.log(np.exp(finals).sum()),
    )
