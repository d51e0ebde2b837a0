from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Article, Language, Passage, Sentence
from rag.answering.alignment import Alignment, align_places
from rag.answering.places import Place
from rag.answering.target import Target, make_target
from rag.question import read_question
from rag.retrieval import Hit

LIFTS, PRAISES, SILENT = "Der Kran in Husum hebt Lasten.", "Anke Petersen lobte ihn.", "Niemand widersprach."
ARTICLE = Article(
    id="kran", title="Hafenkran", language="de", published="2023-09-14", text=f"{LIFTS} {PRAISES} {SILENT}"
)


def _target(text: str, language: Language = "de") -> Target:
    return make_target(read_question(text, language, {}), np.zeros(4, dtype=np.float32), [], lambda _: 1.0)


@pytest.fixture
def places(make_place: Callable[..., Place]) -> list[Place]:
    """The three sentences of an article."""
    return [make_place(ARTICLE, text, number=n, of=3) for n, text in enumerate((LIFTS, PRAISES, SILENT))]


def _columns(
    target: Target, table: np.ndarray[tuple[int, ...], np.dtype[np.float32]], question: str
) -> dict[str, list[float]]:
    words = [question[start:end].lower() for start, end in target.tokens.offsets.tolist()]
    return {word: table[:, number].round(3).tolist() for number, word in enumerate(words)}


@pytest.mark.parametrize(
    ("question", "language", "word"),
    [("Was hebt der Kran?", "de", "kran"), ("What does the crane lift?", "en", "crane")],
)
def test_a_word_is_found_where_it_or_its_translation_stands(
    places: list[Place], question: str, language: Language, word: str
) -> None:
    target = _target(question, language)
    own = _columns(target, align_places(target, places).own, question)[word]
    assert own[0] > 0.5
    assert own[0] > max(own[1:]) + 0.2


def test_the_sentence_before_the_title_and_the_date_are_near(places: list[Place]) -> None:
    question = "Kran Hafenkran 2023 Petersen"
    target = _target(question)
    found = align_places(target, places)
    own, near, head = (_columns(target, table, question) for table in (found.own, found.near, found.head))
    assert own["kran"][0] == near["kran"][1] == 1.0, "it stands in the sentence before"
    assert own["petersen"][1] == near["petersen"][2] == 1.0
    assert near["petersen"][0] < 1.0, "what follows is not near"
    assert head["hafenkran"] == near["hafenkran"] == [1.0] * 3
    assert head["2023"] == near["2023"] == [1.0] * 3
    assert (found.passage >= found.own.max(axis=0) - 1e-6).all()


def test_the_first_sentence_of_a_passage_does_not_follow_the_last_of_another(
    make_place: Callable[..., Place],
) -> None:
    other = Article(id="zoo", title="Zoo", language="de", text="Ein Panda kam zur Welt.")
    first = make_place(ARTICLE, LIFTS, rank=0, number=0)
    second = make_place(other, other.text, rank=1, number=0)
    target = _target("Kran")
    found = align_places(target, [first, second])
    assert found.own[0, 0] == pytest.approx(1.0)
    assert found.near[1, 0] == max(found.own[1, 0], found.head[1, 0]) < 0.5
    assert found.passage[1, 0] < 0.5


def test_a_question_without_meaningful_words_has_no_columns(places: list[Place]) -> None:
    found = align_places(_target("???"), places)
    assert found.own.shape == found.near.shape == found.head.shape == found.passage.shape == (3, 0)


WORDS = "Der Kran in Husum hebt 60.000 Kilogramm the crane lifts Anke Petersen 2023 weil of , … 😀"
sentence = st.lists(st.sampled_from(WORDS.split(" ")), min_size=1, max_size=6).map(" ".join)
passage = st.lists(sentence, min_size=1, max_size=4)


def _places(passages: list[list[str]]) -> list[Place]:
    found = []
    for rank, sentences in enumerate(passages):
        text = " ".join(sentences)
        article = Article(id=f"a{rank}", title=f"Titel {rank}", language="de", text=text)
        whole = Passage(article_id=article.id, start=0, end=len(text))
        hit = Hit(whole, article, score=1.0, keyword=1.0, vector=1.0, cosine=0.5)
        start = 0
        for number, own in enumerate(sentences):
            span = Sentence(start=start, end=start + len(own))
            found.append(Place(hit, rank, span, number, len(sentences)))
            start += len(own) + 1
    return found


def _tables(found: Alignment) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    return [found.own, found.near, found.head, found.passage]


@settings(max_examples=40, deadline=None)
@given(passages=st.lists(passage, min_size=1, max_size=3), question=sentence)
def test_cosines_lie_between_none_and_all_and_grow_with_what_is_looked_at(
    passages: list[list[str]], question: str
) -> None:
    target, places = _target(question), _places(passages)
    found = align_places(target, places)
    for table in _tables(found):
        assert table.shape == (len(places), len(target.tokens))
        assert ((table >= 0.0) & (table <= 1.0)).all()
    assert (found.near >= found.own).all()
    assert (found.near >= found.head).all()
    assert (found.passage >= found.own - 1e-5).all()


@settings(max_examples=40, deadline=None)
@given(passages=st.lists(passage, min_size=2, max_size=3), question=sentence)
def test_the_order_of_the_passages_does_not_matter(passages: list[list[str]], question: str) -> None:
    target, places = _target(question), _places(passages)
    order = sorted(range(len(places)), key=lambda n: (-places[n].rank, places[n].number))
    plain, turned = align_places(target, places), align_places(target, [places[n] for n in order])
    for one, other in zip(_tables(plain), _tables(turned), strict=True):
        assert other == pytest.approx(one[order], abs=1e-5)
