from __future__ import annotations

from collections.abc import Callable

from rag.verification import Evidence
from rag.verification.windows import Window, nearest_first, nearest_sentences, windows

TEXT = "Der Hafen ist alt. Der Kran hebt sechzig Tonnen. Er wurde im Mai gebaut. Der Zoo hat einen Panda."


def near(claim: str, passage: Evidence) -> list[Window]:
    return windows(passage, nearest_sentences(claim, passage))


def spans(claim: str, passage: Evidence) -> list[tuple[int, int]]:
    return [(window.first, window.last) for window in near(claim, passage)]


def test_the_nearest_sentence_comes_first_and_windows_stay_inside(evidence: Callable[..., Evidence]) -> None:
    passage = evidence(TEXT)
    found = spans("The crane lifts sixty tonnes.", passage)
    assert found[0] == (1, 1)
    assert {(0, 1), (1, 2)} <= set(found)
    assert all(0 <= first <= last < 4 and last - first <= 2 for first, last in found)
    assert len(found) == len(set(found)) <= 5
    assert spans("Der Zoo hat einen Panda.", passage)[0] == (3, 3)


def test_one_sentence_and_none(evidence: Callable[..., Evidence]) -> None:
    assert spans("Anything.", evidence("Der Hafen ist alt.")) == [(0, 0)]
    assert near("Anything.", Evidence(1, evidence("x").article, ())) == []


def test_headings_are_not_quoted(evidence: Callable[..., Evidence]) -> None:
    passage = evidence("Der Kran im Hafen\n\nDer Kran hebt sechzig Tonnen. Der Zoo hat einen Panda.")
    assert [sentence.kind for sentence in passage.sentences] == ["heading", "sentence", "sentence"]
    assert all(first > 0 for first, _ in spans("Der Kran im Hafen hebt.", passage))


def test_places_are_offsets_of_the_article(evidence: Callable[..., Evidence]) -> None:
    passage = evidence(TEXT, number=4)
    for window in near("Der Kran hebt.", passage):
        place = window.place
        assert place.number == 4
        assert passage.article.text[place.start : place.end] == window.source.text


def test_passages_with_most_of_the_words_first(evidence: Callable[..., Evidence]) -> None:
    passages = [evidence("Der Zoo hat einen Panda."), evidence(TEXT, number=2), Evidence(3, evidence("x").article, ())]
    assert [passage.number for passage in nearest_first("The crane lifts tonnes.", passages)] == [2, 1]
