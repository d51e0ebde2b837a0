from __future__ import annotations

import json

import pytest
from pydantic import BaseModel, ValidationError

from rag.models import Answer, AnswerSentence, Citation, Filters, IndexInfo, SearchResult

CITATION = Citation(
    n=1,
    article_id="hafen",
    title="Der Hafen",
    published="2023-09",
    language="de",
    source="Küstenbote",
    url="https://example.org",
    quote="Er hebt „60.000“ Kilogramm. 😀",
    start=4,
    end=33,
    highlight=(13, 19),
    also_in=["hafen-2"],
)
INFO = IndexInfo(generation="g1", articles=2, passages=3)
ANSWER = Answer(
    question="Wie viel hebt er?",
    language="de",
    status="answered",
    text="Dazu:\nEr hebt. [1]",
    confidence=0.75,
    sentences=[AnswerSentence(text="Er hebt.", start=6, end=14, citations=[1], support="verbatim", score=0.5)],
    citations=[CITATION],
    nearest=[],
    as_of="2023-09",
    index=INFO,
    timings_ms={"total": 12.5},
)
RESULT = SearchResult(article_id="a", start=0, end=3, score=-0.5, text="Er.", title="A", language="en")
RECORDS: list[BaseModel] = [
    CITATION,
    INFO,
    ANSWER,
    ANSWER.sentences[0],
    RESULT,
    Filters(date_from="2023", languages=("de",)),
]
names = [type(record).__name__ for record in RECORDS]


@pytest.mark.parametrize("record", RECORDS, ids=names)
def test_a_record_survives_json(record: BaseModel) -> None:
    assert type(record).model_validate_json(record.model_dump_json()) == record
    assert type(record).model_validate(json.loads(json.dumps(record.model_dump(mode="json")))) == record


@pytest.mark.parametrize("record", RECORDS, ids=names)
def test_a_record_cannot_be_changed(record: BaseModel) -> None:
    name = next(iter(type(record).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, name, getattr(record, name))


@pytest.mark.parametrize("record", RECORDS, ids=names)
def test_a_misspelt_field_is_an_error(record: BaseModel) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        type(record).model_validate({**record.model_dump(), "surplus": 1})


def test_the_fields_of_an_answer_are_those_that_the_design_promises() -> None:
    promised = "question language status text confidence sentences citations nearest as_of mode index timings_ms"
    assert set(Answer.model_fields) == {*promised.split(), "interpreted", "reply", "rewritten", "notice"}
    promised = "n article_id title published language source url quote start end highlight also_in"
    assert set(Citation.model_fields) == set(promised.split())
    assert set(AnswerSentence.model_fields) == {"text", "start", "end", "citations", "support", "reasons", "score"}
    assert set(IndexInfo.model_fields) == {"generation", "articles", "passages"}


@pytest.mark.parametrize(
    ("record", "field", "wrong"),
    [
        (CITATION, "n", 0),
        (CITATION, "start", -1),
        (CITATION, "end", -1),
        (CITATION, "language", "fr"),
        (CITATION, "highlight", [1]),
        (ANSWER, "status", "maybe"),
        (ANSWER, "confidence", 1.01),
        (ANSWER, "confidence", -0.01),
        (ANSWER.sentences[0], "support", "somewhat"),
        (ANSWER.sentences[0], "score", 2),
        (ANSWER.sentences[0], "start", -1),
    ],
)
def test_a_value_out_of_range_is_an_error(record: BaseModel, field: str, wrong: object) -> None:
    with pytest.raises(ValidationError, match=field):
        type(record).model_validate({**record.model_dump(), field: wrong})


def test_lists_of_one_answer_are_not_those_of_another() -> None:
    first = Answer(question="a", language="de", status="not_in_corpus", text="", confidence=0, index=INFO)
    second = Answer(question="b", language="de", status="not_in_corpus", text="", confidence=0, index=INFO)
    first.citations.append(CITATION)
    first.timings_ms["x"] = 1.0
    assert second.citations == []
    assert second.timings_ms == {}


def test_an_answer_is_extractive_unless_it_says_otherwise() -> None:
    assert (
        Answer(question="a", language="de", status="answered", text="", confidence=1, index=INFO).mode == "extractive"
    )
