"""The questions that the answerer is fitted on, from a handful of articles through the product's own pipeline."""

from __future__ import annotations

import gzip
import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from train.answering import cases as module
from train.answering.cases import Asked, Case, cases
from train.reader.rows import held_out_title

SEEN = next(title for title in map("Bridge {}".format, itertools.count()) if not held_out_title(title))
UNSEEN = next(title for title in map("Tower {}".format, itertools.count()) if held_out_title(title))

GERMAN = "Der Turm von Arn ist alt. Er wurde im Jahr 1908 gebaut. Viele Leute besuchen ihn."
ENGLISH = "The tower of Arn is old. It was built in 1908. Many people visit it."
BRIDGE = {"de": "Die Brücke von Arn rostet seit 1950.", "en": "The bridge of Arn has been rusting since 1950."}

WRITTEN: dict[str, Any] = {
    "id": "w-de-001",
    "language": "de",
    "title": "Streik am Hafen",
    "published": "2024-03-21",
    "text": "Am Hafen von Arn wurde gestreikt. Die Gewerkschaft verlangt 11 Prozent mehr Lohn. Niemand wurde verletzt.",
    "questions": [
        {"de": "Wie viel mehr Lohn verlangt sie?", "en": "How much more pay does it want?", "answer": "11 Prozent"},
        {"de": "Wie heißt der Reeder?", "en": "What is the owner's name?", "answer": None},
    ],
}


def _write_mlqa(folder: Path) -> None:
    tower = {"id": "1", "title": UNSEEN, "answers": ["1908"]}
    bridge = {"id": "2", "title": SEEN, "answers": ["1950"]}
    rows = {
        "en": [
            {**tower, "question": "When was the tower built?", "context": ENGLISH},
            {**bridge, "question": "Since when has the bridge been rusting?", "context": BRIDGE["en"]},
        ],
        "de": [
            {**tower, "title": "Turm", "question": "Wann wurde der Turm gebaut?", "context": GERMAN},
            {**bridge, "title": "Brücke", "question": "Seit wann rostet die Brücke?", "context": BRIDGE["de"]},
        ],
    }
    for language, own in rows.items():
        with gzip.open(folder / f"mlqa.dev.{language}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(map(json.dumps, own)))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """All cases of the two small archives."""
    folder = tmp_path_factory.mktemp("cases")
    _write_mlqa(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "written_articles", lambda part: {"held-out": [WRITTEN]}[part])
        return list(cases(folder, folder))


def test_only_what_the_reader_has_not_seen_is_asked_in_all_directions(found: list[Case]) -> None:
    asked = {(case.asked.text, case.asked.written) for case in found}
    assert asked == {
        ("When was the tower built?", "de"),
        ("When was the tower built?", "en"),
        ("Wann wurde der Turm gebaut?", "de"),
        ("Wann wurde der Turm gebaut?", "en"),
        *((question[language], "de") for question in WRITTEN["questions"] for language in ("de", "en")),
    }


def test_a_question_with_an_answer_is_asked_twice_one_without_once(found: list[Case]) -> None:
    by_question: dict[Asked, list[str]] = {}
    for case in found:
        by_question.setdefault(case.asked, []).append(case.variant)
    for asked, variants in by_question.items():
        assert variants == (["full", "article"] if asked.answers else ["full"])


def test_the_archive_answers_only_where_nothing_was_taken_out(found: list[Case]) -> None:
    for case in found:
        assert case.answerable == (case.variant == "full" and bool(case.asked.answers))
        assert len(case.right) == len(case.candidates)
        if not case.answerable:
            assert not any(case.right)


def test_the_right_sentences_hold_the_answer(found: list[Case]) -> None:
    for case in found:
        if case.answerable:
            held = [c.text for c, right in zip(case.candidates, case.right, strict=True) if right]
            assert len(held) == 1
            assert case.asked.answers[0] in held[0]


def test_without_the_article_others_are_left(found: list[Case]) -> None:
    for case in found:
        articles = {candidate.article.id for candidate in case.candidates}
        if case.variant == "article":
            assert case.asked.article_id not in articles
        else:
            assert case.asked.article_id in articles
        assert {candidate.article.language for candidate in case.candidates} <= {case.asked.written}


def test_an_answer_counts_in_its_own_article_only() -> None:
    asked = Asked("Wann?", "de", "de", "turm", ("1908", "im Jahr 1908"))
    assert asked.holds("turm", "Er wurde 1908 gebaut.")
    assert not asked.holds("turm", "Er wurde 1909 gebaut.")
    assert not asked.holds("brücke", "Sie wurde 1908 gebaut.")
    assert not Asked("Wann?", "de", "de", "turm", ()).holds("turm", "Er wurde 1908 gebaut.")
