from __future__ import annotations

from train.lessons import MOST_CHARACTERS, draw
from train.pairs import Pair

SETS = ("europarl-sample", "mlqe-pe", "pawsx", "tatoeba-challenge-test", "aligned-books", "ms-learn")


def test_both_sides_of_a_lesson_say_the_same() -> None:
    pairs = [Pair(f"e{name}{n}", f"d{name}{n}", name, "human") for name in SETS for n in range(30)]
    pairs += [Pair(f"etitle{n}", f"dtitle{n}", "wikipedia-titles", "titles") for n in range(30)]
    lessons = draw(pairs)
    for english, german in lessons:
        assert [word[1:] for word in english.split()] == [word[1:] for word in german.split()]
    paragraphs = [german for _, german in lessons if len(german.split()) > 1]
    titled = [german for german in paragraphs if "\n" in german]
    assert len(paragraphs) > 40_000
    assert 0.2 < len(titled) / len(paragraphs) < 0.3
    assert all(german.startswith("dtitle") for german in titled)
    assert draw(pairs) == lessons


def test_paragraphs_stay_within_what_the_teacher_reads() -> None:
    long = [Pair("x" * 400, "y" * 400, name, "human") for name in SETS]
    titles = [Pair("title", "Titel", "wikipedia-titles", "titles")]
    assert max(len(german) for _, german in draw(long + titles)) <= MOST_CHARACTERS + 40
