from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from index.models import Article, Language
from rag.answering.target import Target, make_target
from rag.question import read_question
from rag.retrieval import Hit

ARTICLE = Article(id="kran", title="Kran", language="de", text="Der Kran hebt viel.")


def _target(text: str, language: Language = "de", hits: list[Hit] | None = None) -> Target:
    return make_target(read_question(text, language, {}), np.zeros(4, dtype=np.float32), hits or [], len)


def test_what_to_look_for() -> None:
    target = _target("Wie viele Tonnen hebt der neue Kran in Husum?")
    assert [word.text for word in target.words] == ["tonnen", "hebt", "neue", "kran", "husum"]
    assert target.weights == [len(word.term) for word in target.words]
    assert (target.kind, target.unit) == ("quantity", "weight")


@pytest.mark.parametrize(
    ("question", "language", "named"),
    [
        ("Which Russian warship did he visit?", "en", ["Russian", "warship"]),
        ("Wie viele Container kamen an?", "de", ["Container"]),
        ("Wer kam nach Husum?", "de", []),
        ("???", "de", []),
    ],
)
def test_the_focus_is_given_as_words(question: str, language: Language, named: list[str]) -> None:
    target = _target(question, language)
    words = [question[slice(*target.tokens.offsets[number].tolist())] for number in target.focus]
    assert words[: len(named)] == named
    assert bool(words) == bool(named)


def test_scores_are_seen_in_relation_to_the_best_without_the_readers_part(make_hit: Callable[[Article], Hit]) -> None:
    hit = make_hit(ARTICLE)
    hits = [replace(hit, score=3.0, reader=2.5), replace(hit, score=2.0, reader=0.5)]
    assert _target("Kran?", hits=hits).best_score == 1.5
    assert _target("Kran?").best_score == 0.0
