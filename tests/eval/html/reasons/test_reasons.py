from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from eval.html.reasons import reasons
from eval.html.reasons.retrieval import relations
from eval.runs.record import Failure, Hit, QuestionRecord, SentenceVerdict
from eval.scoring.rankings import retrieval_scores
from eval.scoring.scores import METRICS
from rag.models import Answer, Citation

GOLD: dict[str, Any] = {
    "id": "q",
    "question": "Was hebt der Kran?",
    "language": "de",
    "answerable": True,
    "answers": ["60 Tonnen", "sixty tonnes"],
    "articles": ["hafen", "port"],
    "spans": [{"article_id": "hafen", "start": 0, "end": 24}, {"article_id": "port", "start": 5, "end": 9}],
}


@pytest.fixture
def record(
    make_record: Callable[..., QuestionRecord], make_answer: Callable[..., Answer], cite: Callable[..., Citation]
) -> QuestionRecord:
    answer = make_answer(
        GOLD["question"], cite("hafen", "Der Kran hebt 60 Tonnen."), cite("hafen", "Er steht in Husum.", 2)
    )
    verdicts = [
        SentenceVerdict(support="verbatim", score=1),
        SentenceVerdict(support="partly", score=0.4, reasons=["Husum is not in [2]"]),
    ]
    found: QuestionRecord = make_record(
        GOLD,
        answer,
        [("zoo", 0, 9), ("hafen", 0, 44)],
        evidence=["Der Kran hebt 60 Tonnen.", "nine"],
        verdicts=verdicts,
        scores={},
    )
    return found


def why(record: QuestionRecord, metric: str, value: float) -> str:
    return reasons(record.model_copy(update={"scores": {metric: value}}))[metric]


def test_every_metric_is_explained(record: QuestionRecord) -> None:
    explained = reasons(record.model_copy(update={"scores": dict.fromkeys(METRICS, 0.5)}))
    assert set(explained) == set(METRICS)
    assert all(sentence.endswith(".") for sentence in explained.values())


def test_retrieval_is_explained_by_ranks(record: QuestionRecord) -> None:
    scores = retrieval_scores(record.expected, record.results, record.evidence_of)
    explained = reasons(record.model_copy(update={"scores": scores}))
    assert explained["Recall@1"] == "0 of 2 gold articles are first; they stand at rank 2."
    assert explained["Recall@5"] == "1 of 2 gold articles is among the first 5; they stand at rank 2."
    assert explained["passage_Recall@5"] == "1 of 2 evidence passages is among the first 5; they stand at rank 2."
    assert explained["Success@1"] == "The first gold article stands at rank 2; only rank 1 counts."
    assert explained["RR"] == "1 / 2: the first gold article stands at rank 2."
    assert explained["AP"] == "(1/2) / 2: the precision at each gold article, a missing one adding 0."
    assert explained["nDCG@10"].startswith(f"{scores['nDCG@10']:.0%} of the gain of the best order")
    assert explained["nDCG@10"].endswith("and 1 of 2 is missing.")


def test_a_copy_counts_where_the_metric_counts_it(record: QuestionRecord) -> None:
    hit = Hit(article_id="copy", start=0, end=9, score=1, text="x", also_in=["hafen"])
    copied = record.model_copy(update={"results": [hit]})
    assert why(copied, "Recall@5", 0.5) == "1 of 2 gold articles is among the first 5; they stand at rank 2."
    assert relations(copied) == ["gold article"]
    assert relations(record) == ["", "evidence"]


def test_nothing_found_is_said_so(record: QuestionRecord) -> None:
    empty = record.model_copy(update={"results": []})
    for metric in ("Recall@5", "RR", "AP", "Success@5"):
        assert "retrieved" in why(empty, metric, 0)
    assert why(empty, "nDCG@10", 0) == "None of the 2 gold articles is among the first 10."


def test_answers_are_explained_by_their_words(record: QuestionRecord) -> None:
    assert why(record, "answer_accuracy", 1) == "The quotes hold “60 Tonnen”."
    assert (
        why(record, "EM", 0)
        == "The answer phrase “Der Kran hebt 60 Tonnen.” is not an acceptable string, word for word."
    )
    assert "shares with “60 Tonnen”" in why(record, "F1", 0.5)
    assert why(record, "nuggets_strict", 1) == "1 of 1 facts is stated."
    wrong = record.model_copy(update={"expected": record.expected.model_copy(update={"answers": ("9 Tonnen", "nine")})})
    assert why(wrong, "answer_accuracy", 0) == "No quote holds “9 Tonnen” or “nine”."
    assert "not in full: “9 Tonnen”" in why(wrong, "nuggets_partial", 0)


def test_grounding_names_the_sentence_that_fails(record: QuestionRecord) -> None:
    assert why(record, "faithfulness", 0.5) == (
        "1 of 2 sentences supported; not “Er steht in Husum.” (Husum is not in [2])."
    )
    assert why(record, "evidence_hit", 1) == "A quote touches the gold's evidence in hafen."
    elsewhere = record.model_copy(update={"expected": record.expected.model_copy(update={"spans": ()})})
    assert why(elsewhere, "evidence_hit", 0) == "No quote touches the gold's evidence."
    assert why(record, "citation_recall", 0.5) == "1 of 2 sentences is entailed by all its citations together."
    assert why(record, "citation_precision", 1) == "2 of 2 citations are needed for, or enough for, the sentence."
    assert why(record, "citation_exactness", 1).startswith("2 quotes checked")
    inexact = record.model_copy(update={"citations_exact": 1})
    assert why(inexact, "citation_exactness", 0.5) == "1 of 2 quotes is not in the article at the place they name."


@pytest.mark.parametrize(("answerable", "value", "words"), [(True, 1, "It was answered"), (True, 0, "It was refused")])
def test_refusals_are_explained(record: QuestionRecord, answerable: bool, value: float, words: str) -> None:
    assert why(record, "refusal_accuracy", value).startswith(words)


def test_a_refusal_of_an_answerable_question_is_named(
    record: QuestionRecord, make_answer: Callable[..., Answer]
) -> None:
    refused = record.model_copy(update={"answer": make_answer("Was?", status="not_in_corpus")})
    for metric in ("answer_accuracy", "EM", "F1", "nuggets_strict"):
        assert why(refused, metric, 0) == "The question was refused though the archive holds the answer."


def test_errors_are_the_reason_of_their_own_step_only(record: QuestionRecord) -> None:
    failed = record.model_copy(update={"failures": [Failure(id="q", step="search", error="x")]})
    assert why(failed, "Recall@5", 0) == "The search ended with an error, which counts as 0."
    assert why(failed, "answer_accuracy", 1) == "The quotes hold “60 Tonnen”."
