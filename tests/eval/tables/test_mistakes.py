from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from eval.gold_set import GoldQuestion
from eval.runs.run import evaluate
from eval.tables.mistakes import mistakes
from index.errors import ModelError
from rag.models import Answer, Citation

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


def test_a_perfect_run_has_none(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    assert mistakes(evaluate(perfect, gold).records).rows == []


def test_each_kind_is_named_with_what_was_expected_and_quoted(
    perfect: TinyArchive,
    gold: list[GoldQuestion],
    answer: Callable[..., Answer],
    refuse: Callable[..., Answer],
    cite: Callable[..., Citation],
) -> None:
    dd, ee, de, ed, du, _ = (question.question for question in gold)
    perfect.errors["ask", dd] = ModelError("No model.")
    perfect.answers[ee] = refuse(ee)
    right = perfect.answers[de].citations[0]
    perfect.answers[de] = answer(de, right.model_copy(update={"start": 0, "end": 5}))
    perfect.answers[ed] = answer(ed, cite("port", "Loading has stopped."))
    perfect.answers[du] = answer(du, cite("hafen", "Der Umschlag ruht."))
    assert mistakes(evaluate(perfect, gold).records).rows == [
        ["dd", "de>de", "failed", dd, "Wladiwostok", ""],
        ["ee", "en>en", "refused", ee, "Vladivostok", ""],
        ["de", "de>en", "inexact citation", de, "five hours", "It lasted five hours."],
        [
            "ed",
            "en>de",
            "wrong answer",
            ed,
            "60 000 / sixty thousand + Wladiwostok / Vladivostok",
            "Loading has stopped.",
        ],
        ["du", "de", "answered, not in archive", du, "not in the archive", "Der Umschlag ruht."],
    ]


def test_a_question_whose_answer_nobody_knows_is_no_mistake(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    unknown = {"answers": (), "answers_all": (), "spans": (), "nuggets": ()}
    known = [
        question.model_copy(update={**unknown, "relevance": dict.fromkeys(question.articles, 1)})
        for question in gold
        if question.answerable
    ]
    assert all(question.retrieval_only for question in known)
    assert mistakes(evaluate(perfect, known).records).rows == []
