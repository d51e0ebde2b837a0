from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.duplicates import ALONE, number_clusters
from index.generation import Generation
from index.layout import current_generation, generation_folder
from index.models import Article, Language, Passage
from index.store.archive import SplitArticle

VOCABULARY = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]


def prose(seed: int, count: int = 60) -> str:
    """Words that no other seed strings together in this order."""
    return " ".join(random.Random(seed).choices(VOCABULARY, k=count))


def split(article_id: str, passages: Sequence[str], language: Language = "de") -> SplitArticle:
    text = "\n\n".join(passages)
    spans, start = [], 0
    for passage in passages:
        spans.append(Passage(article_id=article_id, start=start, end=start + len(passage)))
        start += len(passage) + 2
    article = Article.model_construct(id=article_id, title=article_id, text=text, language=language)
    return SplitArticle(article, [], spans)


def numbers(*articles: SplitArticle) -> list[int]:
    return [int(number) for number in number_clusters(articles)]


def test_unchanged_passages_are_copies_and_the_changed_one_is_not() -> None:
    original = split("a", [prose(1), prose(2), prose(3)])
    reprint = split("b", [prose(1), prose(9), prose(3)])
    assert numbers(original, reprint) == [0, ALONE, 1, 0, ALONE, 1]


def test_passages_that_have_nothing_in_common_stay_alone() -> None:
    assert numbers(*(split(str(n), [prose(n), prose(100 + n)]) for n in range(50))) == [ALONE] * 100


def test_another_lead_shifts_the_passages_and_they_are_copies_all_the_same() -> None:
    sentences = [prose(n, 15) + "." for n in range(16)]
    wire = [" ".join(sentences[n : n + 4]) for n in range(0, 16, 4)]
    paper = [f"{prose(99, 40)} {sentences[0]}", *(" ".join(sentences[n : n + 4]) for n in range(1, 16, 4))]
    assert numbers(split("wire", wire), split("paper", paper)) == [0, 1, 2, 3, ALONE, 0, 1, 2, 3]


def test_a_shortened_reprint_does_not_hide_what_it_left_out() -> None:
    sentences = [prose(n, 15) + "." for n in range(8)]
    wire = [" ".join(sentences[:4]), " ".join(sentences[4:])]
    assert numbers(split("wire", wire), split("short", [" ".join(sentences[:3]), wire[1]])) == [ALONE, 0, ALONE, 0]


def test_a_passage_with_a_new_sentence_is_no_copy() -> None:
    longer = f"{prose(1)} {prose(7, 8)}"
    assert numbers(split("a", [prose(1)]), split("b", [longer])) == [ALONE, ALONE]


@pytest.mark.parametrize(
    ("before", "after", "copy"),
    [
        ("sagte", "erklärte", True),
        ("Die", "Diese", True),
        ("12", "15", False),
        ("zwölf", "fünfzehn", False),
        ("dabei", "nicht", False),
        ("Scholz", "Merz", False),
    ],
)
def test_one_word_may_differ_unless_it_tells_something(before: str, after: str, copy: bool) -> None:
    texts = [f"{prose(1, 40)} {word} {prose(2, 40)}" for word in (before, after)]
    expected = [0, 0] if copy else [ALONE, ALONE]
    assert numbers(split("a", [texts[0]]), split("b", [texts[1]])) == expected


def test_the_dateline_does_not_count() -> None:
    assert numbers(
        split("a", [f"MOSKAU (dpa) - {prose(1)}"]),
        split("b", [f"Wladiwostok/Moskau (Reuters) – {prose(1)}"]),
        split("c", [prose(1)]),
    ) == [0, 0, 0]


def test_languages_are_kept_apart() -> None:
    assert numbers(split("a", [prose(1)], "de"), split("b", [prose(1)], "en"), split("c", [prose(1)], "en")) == [
        ALONE,
        0,
        0,
    ]


def test_a_paragraph_repeated_within_an_article_is_a_copy_and_its_neighbour_is_not() -> None:
    assert numbers(split("a", [prose(1), prose(2), prose(1)])) == [0, ALONE, 0]
    overlapping = [prose(1), " ".join([*prose(1).split()[30:], *prose(2, 30).split()])]
    assert numbers(split("a", overlapping)) == [ALONE, ALONE]


@pytest.mark.parametrize("text", ["", "Foto: Archiv", "Mehr dazu lesen Sie hier.", "§ 1 -- ..."])
def test_tiny_passages_are_never_copies(text: str) -> None:
    assert numbers(split("a", [text, prose(1)]), split("b", [text, prose(1)])) == [ALONE, 0, ALONE, 0]


def test_no_articles_and_articles_without_passages() -> None:
    assert numbers() == []
    assert numbers(split("a", []), split("b", [prose(1)]), split("c", []), split("d", [prose(1)])) == [0, 0]


def test_a_chain_of_small_changes_does_not_join_what_differs() -> None:
    words = prose(1, 60).split()
    chain = []
    for step in range(12):
        words[step * 5 : step * 5 + 2] = [f"neu{'abcdefghijkl'[step]}", f"anders{'abcdefghijkl'[step]}"]
        chain.append(split(str(step), [" ".join(words)]))
    found = numbers(*chain)
    assert found[0] == found[1] != ALONE  # two words of sixty
    assert found[0] != found[-1]  # twenty-four of sixty


def test_stock_phrases_in_thousands_of_articles_are_one_cluster() -> None:
    assert set(numbers(*(split(str(n), [prose(5, 30)]) for n in range(3000)))) == {0}


def test_what_else_is_indexed_changes_no_cluster() -> None:
    pair = [split("a", [prose(1), prose(2)]), split("b", [prose(1), prose(3)])]
    others = [split(f"x{n}", [prose(200 + n)]) for n in range(20)]
    assert numbers(*others, *pair)[20:] == numbers(*pair)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(range(6)), max_size=5), max_size=6), st.randoms(use_true_random=False))
def test_clusters_are_an_equivalence_that_says_what_was_printed_twice(
    archive: list[list[int]], shuffler: random.Random
) -> None:
    articles = [split(str(n), [prose(text) for text in texts]) for n, texts in enumerate(archive)]
    printed = [text for texts in archive for text in texts]
    found = numbers(*articles)
    for number, text in zip(found, printed, strict=True):
        same = [other == text for other in printed]
        assert (number == ALONE) == (sum(same) == 1)
        if number != ALONE:
            assert [other == number for other in found] == same
    assert found == numbers(*articles)
    assert sorted(set(found) - {ALONE}) == list(range(len(set(found) - {ALONE})))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("de-gipfel-wostotschny-agentur", "de-gipfel-wostotschny-regional"),
        ("en-vostochny-summit-wire", "en-vostochny-summit-harbour"),
    ],
)
def test_agency_text_of_the_demo_is_found_and_its_changed_paragraph_is_not(demo: Path, first: str, second: str) -> None:
    generation = Generation(generation_folder(demo, current_generation(demo) or ""))
    try:
        ids = generation.archive.article_ids()
        article = generation.columns.article_numbers(np.arange(len(generation.columns)))
        one, two = (generation.columns.clusters(np.flatnonzero(article == ids.index(name))) for name in (first, second))
    finally:
        generation.close()
    assert (set(one.tolist()) & set(two.tolist())) - {ALONE}
    assert ALONE in one
    assert ALONE in two
