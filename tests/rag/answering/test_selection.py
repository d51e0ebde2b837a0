from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from index.models import Article, Language, Sentence
from rag.answering.candidates import Candidate
from rag.answering.context import quote_span
from rag.answering.features import FEATURES
from rag.answering.places import Place
from rag.answering.selected import Selected
from rag.answering.selection import (
    CONFIRMING,
    ENOUGH,
    LEAST,
    MOST_CONFIRMING,
    MOST_SENTENCES,
    disagreeing,
    is_wanted,
    select,
)
from rag.answering.target import Target, make_target
from rag.question import read_question
from rag.reading.reader import Reading

QUESTION = "Wie viele Menschen wurden bei dem Brand in Emden verletzt?"
ELEVEN = "Bei dem Brand in Emden sind elf Menschen verletzt worden."
TWELVE = "Bei dem Brand in Emden sind zwölf Menschen verletzt worden."
ENGLISH = "Eleven people have been injured in the fire in Emden."
OTHER = "Die Feuerwehr von Leer kam am Montag."
FREE = "Elf Menschen wurden verletzt, als in Emden ein Brand ausbrach."


@pytest.fixture(scope="module")
def target() -> Target:
    return make_target(read_question(QUESTION, "de", {}), np.zeros(4, dtype=np.float32), [], lambda _: 1.0)


@pytest.fixture
def chosen(
    target: Target, make_place: Callable[..., Place], make_reading: Callable[..., Reading]
) -> Callable[..., list[Selected]]:
    """Select among (article, sentence, answer, score), highest score first; copies by article."""

    def run(
        scored: Sequence[tuple[Article, str, str, float]], copies: dict[str, tuple[str, ...]] | None = None
    ) -> list[Selected]:
        answers = {}
        rows = []
        for article, sentence, answer, score in scored:
            place = make_place(article, sentence)
            candidate = Candidate(place, make_reading(article.text), np.zeros(len(FEATURES), dtype=np.float32))
            start = article.text.index(answer, place.sentence.start)
            answers[article.id, place.sentence.start] = (start, start + len(answer))
            rows.append((score, candidate))

        def complete(candidate: Candidate, score: float) -> Selected:
            article = candidate.article
            span = quote_span(article.text, _sentences(article), candidate.sentence, article.language)
            marked = answers[article.id, candidate.sentence.start]
            return Selected(candidate, score, span, marked, (copies or {}).get(article.id, ()))

        return select(target, rows, complete)

    return run


def _sentences(article: Article) -> list[Sentence]:
    """Sentences end with a full stop and are one space apart."""
    found, start = [], 0
    for part in article.text.split(". "):
        end = min(len(article.text), start + len(part) + 1)
        found.append(Sentence(start=start, end=end))
        start = end + 1
    return found


def _article(identifier: str, text: str, language: Language = "de", published: str | None = None) -> Article:
    return Article(id=identifier, title="Brand", text=text, language=language, published=published)


Chosen = Callable[..., list[Selected]]


def test_a_copy_is_named_once_and_not_quoted(chosen: Chosen) -> None:
    agency, paper = _article("agency", ELEVEN), _article("paper", ELEVEN)
    (selected,) = chosen([(agency, ELEVEN, "elf Menschen", 0.36), (paper, ELEVEN, "elf Menschen", 0.36)])
    assert selected.candidate.article.id == "agency"
    assert selected.also_in == ("paper",)
    assert selected.confirmed_by == ()


def test_a_copy_that_is_known_already_is_not_named_twice(chosen: Chosen) -> None:
    agency, paper = _article("agency", ELEVEN), _article("paper", ELEVEN)
    rows = [(agency, ELEVEN, "elf", 0.36), (paper, ELEVEN, "elf", 0.36)]
    (selected,) = chosen(rows, {"agency": ("paper",)})
    assert selected.also_in == ("paper",)


def test_another_article_with_the_same_answer_confirms_it(chosen: Chosen) -> None:
    german, english = _article("de", ELEVEN), _article("en", ENGLISH, "en")
    (selected,) = chosen([(german, ELEVEN, "elf Menschen", 0.36), (english, ENGLISH, "Eleven people", 0.2)])
    assert [one.candidate.article.id for one in selected.confirmed_by] == ["en"]
    assert selected.confirmed_by[0].quote == ENGLISH
    assert selected.also_in == ()


def test_what_confirms_may_be_less_likely_than_what_is_quoted_for_itself(chosen: Chosen) -> None:
    rows = [
        (_article("de", ELEVEN), ELEVEN, "elf Menschen", ENOUGH),
        (_article("other", OTHER), OTHER, "Montag", (1 - ENOUGH) / 2),
        (_article("en", ENGLISH, "en"), ENGLISH, "Eleven people", ENOUGH * CONFIRMING * 1.1),
        (_article("late", FREE), FREE, "Elf Menschen", ENOUGH * CONFIRMING * 0.9),
    ]
    (selected,) = chosen(rows)
    assert [one.candidate.article.id for one in selected.confirmed_by] == ["en"]


def test_another_figure_for_the_same_thing_is_quoted_though_there_is_no_doubt(chosen: Chosen, target: Target) -> None:
    selected = chosen(
        [
            (_article("de", ELEVEN), ELEVEN, "elf Menschen", 0.96),
            (_article("new", TWELVE), TWELVE, "zwölf Menschen", LEAST),
        ]
    )
    assert [one.candidate.article.id for one in selected] == ["de", "new"]
    assert disagreeing(target, selected)


def test_a_near_duplicate_does_not_confirm_a_second_time(chosen: Chosen) -> None:
    """Neither one that folding has found, nor one whose sentence alone is the same."""
    rows = [
        (_article("de", ELEVEN), ELEVEN, "elf Menschen", 0.36),
        (_article("en", ENGLISH, "en"), ENGLISH, "Eleven people", 0.2),
        (_article("folded", f"{ENGLISH} So it was.", "en"), ENGLISH, "Eleven people", 0.15),
        (_article("stock", f"Smoke rose. {ENGLISH}", "en"), ENGLISH, "Eleven people", 0.1),
    ]
    (selected,) = chosen(rows, {"en": ("folded",)})
    (confirming,) = selected.confirmed_by
    assert confirming.candidate.article.id == "en"
    assert confirming.also_in == ("folded", "stock")


def test_a_copy_of_the_sentence_does_not_confirm_it(chosen: Chosen) -> None:
    rows = [
        (_article("de", ELEVEN), ELEVEN, "elf Menschen", 0.36),
        (_article("copy", f"{ELEVEN} {FREE}"), FREE, "Elf Menschen", 0.2),
    ]
    (selected,) = chosen(rows, {"de": ("copy",)})
    assert selected.confirmed_by == ()
    assert selected.also_in == ("copy",)


def test_an_article_is_not_named_as_confirming_and_as_a_copy(chosen: Chosen) -> None:
    both = _article("both", f"{FREE} {ELEVEN}")
    rows = [
        (_article("de", ELEVEN), ELEVEN, "elf Menschen", 0.36),
        (both, FREE, "Elf Menschen", 0.2),
        (both, ELEVEN, "elf Menschen", 0.15),
    ]
    (selected,) = chosen(rows)
    named = [*selected.also_in, *(one.candidate.article.id for one in selected.confirmed_by)]
    assert named == ["both"]


def test_a_few_confirmations_are_enough(chosen: Chosen) -> None:
    wordings = [
        "Eleven people were injured in the fire in Emden.",
        "In Emden, a fire hurt eleven people.",
        "The fire in Emden injured eleven people on Tuesday.",
    ]
    others = [(_article(f"en{n}", text, "en"), text, text, 0.2 - n / 100) for n, text in enumerate(wordings)]
    (selected,) = chosen([(_article("de", ELEVEN), ELEVEN, "elf Menschen", 0.36), *others])
    assert len(selected.confirmed_by) == MOST_CONFIRMING


def test_different_figures_are_quoted_both(chosen: Chosen, target: Target) -> None:
    old, new = _article("old", ELEVEN, published="2024-01-02"), _article("new", TWELVE, published="2024-01-03")
    selected = chosen([(old, ELEVEN, "elf Menschen", 0.36), (new, TWELVE, "zwölf Menschen", 0.2)])
    assert [one.candidate.article.id for one in selected] == ["old", "new"]
    assert not any(one.confirmed_by or one.also_in for one in selected)
    assert disagreeing(target, selected)
    assert not disagreeing(target, selected[:1])
    assert not disagreeing(target, [])


THINGS = ["Der Deich hielt.", "Das Wasser stieg.", "Die Schule schloss.", "Der Zug stand.", "Ein Baum fiel um."]


def test_only_so_many_sentences_are_quoted(chosen: Chosen) -> None:
    rows = [(_article(f"a{n}", text), text, text, 0.2) for n, text in enumerate(THINGS)]
    selected = chosen(rows)
    assert [one.quote for one in selected] == THINGS[:MOST_SENTENCES]


def test_sentences_are_quoted_until_the_answer_is_likely_among_them(chosen: Chosen) -> None:
    articles = [_article(f"a{n}", text) for n, text in enumerate(THINGS[:3])]
    doubtful, certain = (0.6, ENOUGH - 0.55, 0.05), (ENOUGH + 0.01, 0.05, 0.04)
    for scores, quoted in ((doubtful, 2), (certain, 1)):
        rows = [(article, article.text, article.text, score) for article, score in zip(articles, scores, strict=True)]
        assert len(chosen(rows)) == quoted


def test_an_unlikely_sentence_is_not_quoted_however_much_doubt_is_left() -> None:
    assert is_wanted(0.0, LEAST / 2)
    assert is_wanted(0.5, LEAST)
    assert not is_wanted(0.5, LEAST / 2)
    assert not is_wanted(ENOUGH, 1 - ENOUGH)


def test_nothing_to_choose_from(chosen: Chosen) -> None:
    assert chosen([]) == []


ARTICLE = _article("husum", "Anke Petersen kam nach Husum. Sie weihte den Kran ein. Er hebt viel. Der Deich hielt.")
FIRST, SECOND, THIRD, FOURTH = (
    "Anke Petersen kam nach Husum.",
    "Sie weihte den Kran ein.",
    "Er hebt viel.",
    "Der Deich hielt.",
)


def test_what_a_quote_holds_already_is_not_quoted_again(chosen: Chosen) -> None:
    selected = chosen(
        [(ARTICLE, SECOND, "Kran", 0.36), (ARTICLE, FIRST, "Husum", 0.2), (ARTICLE, FOURTH, "hielt", 0.15)]
    )
    assert [one.quote for one in selected] == [f"{FIRST} {SECOND}", FOURTH]


def test_quotes_do_not_overlap(chosen: Chosen) -> None:
    """The neighbour that a sentence needs is quoted already, so the sentence follows it alone."""
    selected = chosen([(ARTICLE, FIRST, "Husum", 0.36), (ARTICLE, SECOND, "Kran", 0.2), (ARTICLE, THIRD, "viel", 0.15)])
    assert [one.quote for one in selected] == [FIRST, SECOND, THIRD]
