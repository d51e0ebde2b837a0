from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from index.models import Article
from rag import IndexInfo
from rag.answering.extractive import Extraction
from rag.answering.frames import FRAMES
from rag.answering.selected import Selected
from rag.compose import MOST_NEAREST, cite, compose_answer, compose_refusal
from rag.question import Question, read_question
from rag.retrieval import Hit

MakeSelected = Callable[..., Selected]

HAFEN = Article(
    id="hafen",
    title="Der Hafen",
    text="😀 „Größe“ zählt. Der Kran hebt\n60.000 Kilogramm. Ende.",
    language="de",
    published="2023-09-14",
    source="Küstenbote",
    url="https://example.org/hafen",
)
BRIDGE = Article(id="bridge", title="Bridge [2]", text="It cost [1] £2. It opened.", language="en", published="2024-03")
UNDATED = Article(id="undated", title="Ohne Datum", text="Niemand weiß es.", language="de")
GERMAN: Question = read_question("Was hebt der Kran?", "de", {})
ENGLISH: Question = read_question("What does it lift?", "en", {})
TIMINGS = {"total": 1.5}


def test_offsets_numbers_and_text_of_an_answer(make_selected: MakeSelected, info: IndexInfo) -> None:
    quotes = [
        (HAFEN, "😀 „Größe“ zählt."),
        (HAFEN, "Der Kran hebt\n60.000 Kilogramm."),
        (BRIDGE, "It cost [1] £2."),
    ]
    extraction = Extraction([make_selected(article, quote) for article, quote in quotes], 0.8)
    answer = compose_answer(GERMAN, extraction, info, TIMINGS)
    assert answer.text == (
        f"{FRAMES['de'].found}\n😀 „Größe“ zählt. [1]\nDer Kran hebt\n60.000 Kilogramm. [2]\nIt cost [1] £2. [3]"
    )
    for number, (sentence, citation, (article, quote)) in enumerate(
        zip(answer.sentences, answer.citations, quotes, strict=True), start=1
    ):
        assert answer.text[sentence.start : sentence.end] == sentence.text == quote
        assert sentence.citations == [citation.n] == [number]
        assert answer.text[sentence.end :].startswith(f" [{number}]")
        assert sentence.support == "verbatim"
        assert article.text[citation.start : citation.end] == citation.quote == quote
        assert citation.article_id == article.id
    assert (answer.status, answer.confidence, answer.mode) == ("answered", 0.8, "extractive")
    assert (answer.question, answer.language, answer.index, answer.timings_ms) == (GERMAN.text, "de", info, TIMINGS)
    assert answer.nearest == []


def test_the_frame_is_in_the_language_of_the_question(make_selected: MakeSelected, info: IndexInfo) -> None:
    extraction = Extraction([make_selected(HAFEN, "Ende.")], 0.5)
    assert compose_answer(ENGLISH, extraction, info, {}).text == f"{FRAMES['en'].found}\nEnde. [1]"


def test_a_citation_says_all_that_is_known_of_its_article(make_selected: MakeSelected, info: IndexInfo) -> None:
    selected = make_selected(
        HAFEN, "Der Kran hebt\n60.000 Kilogramm.", highlight="60.000 Kilogramm", also_in=["z", "b"], score=0.12345678
    )
    answer = compose_answer(GERMAN, Extraction([selected], 0.98765432), info, {})
    (citation,) = answer.citations
    for name in ("title", "published", "language", "source", "url"):
        assert getattr(citation, name) == getattr(HAFEN, name)
    assert citation.highlight is not None
    assert HAFEN.text[slice(*citation.highlight)] == "60.000 Kilogramm"
    assert citation.also_in == ["b", "z"]
    assert answer.sentences[0].score == 0.1235
    assert answer.confidence == 0.9877


@pytest.mark.parametrize(
    ("articles", "newest"),
    [
        ([HAFEN, BRIDGE], "2024-03"),
        ([BRIDGE, HAFEN], "2024-03"),
        ([HAFEN, UNDATED], "2023-09-14"),
        ([UNDATED], None),
        ([HAFEN, HAFEN.model_copy(update={"id": "month", "published": "2023-09"})], "2023-09-14"),
    ],
)
def test_as_of_is_the_date_of_the_newest_cited_article(
    make_selected: MakeSelected, info: IndexInfo, articles: list[Article], newest: str | None
) -> None:
    selected = [make_selected(article, article.text) for article in articles]
    assert compose_answer(GERMAN, Extraction(selected, 0.5), info, {}).as_of == newest


def test_what_its_citation_does_not_support_is_left_out_and_the_numbers_close_up(
    make_selected: MakeSelected, info: IndexInfo
) -> None:
    good, bad = make_selected(HAFEN, "Ende."), make_selected(HAFEN, "😀 „Größe“ zählt.")
    outside = replace(bad, highlight=(40, 45))  # beyond its quote
    answer = compose_answer(GERMAN, Extraction([outside, good], 0.5), info, {})
    assert [sentence.text for sentence in answer.sentences] == ["Ende."]
    assert [citation.n for citation in answer.citations] == [1]
    assert answer.text == f"{FRAMES['de'].found}\nEnde. [1]"


def test_a_quote_may_hold_a_neighbour_and_the_answer_is_marked_inside_it(
    make_selected: MakeSelected, info: IndexInfo
) -> None:
    span = "Der Kran hebt\n60.000 Kilogramm. Ende."
    selected = make_selected(HAFEN, "Ende.", span=span, highlight="Ende")
    answer = compose_answer(GERMAN, Extraction([selected], 0.5), info, {})
    (sentence,), (citation,) = answer.sentences, answer.citations
    assert sentence.text == citation.quote == HAFEN.text[citation.start : citation.end] == span
    assert answer.text[sentence.start : sentence.end] == span
    assert sentence.support == "verbatim"
    assert citation.highlight is not None
    assert HAFEN.text[slice(*citation.highlight)] == "Ende"


def test_articles_that_confirm_are_cited_with_the_first(make_selected: MakeSelected, info: IndexInfo) -> None:
    confirming = [
        make_selected(BRIDGE, "It opened.", highlight="opened", also_in=["z", "y"]),
        make_selected(UNDATED, UNDATED.text),
    ]
    first = make_selected(HAFEN, "Ende.", confirmed_by=confirming)
    second = make_selected(HAFEN, "😀 „Größe“ zählt.")
    answer = compose_answer(GERMAN, Extraction([first, second], 0.5), info, {})
    assert answer.text == f"{FRAMES['de'].found}\nEnde. [1][2][3]\n😀 „Größe“ zählt. [4]"
    assert [sentence.citations for sentence in answer.sentences] == [[1, 2, 3], [4]]
    assert [sentence.support for sentence in answer.sentences] == ["verbatim", "verbatim"]
    for sentence in answer.sentences:
        assert answer.text[sentence.start : sentence.end] == sentence.text
    assert [(c.n, c.article_id, c.quote) for c in answer.citations] == [
        (1, "hafen", "Ende."),
        (2, "bridge", "It opened."),
        (3, "undated", UNDATED.text),
        (4, "hafen", "😀 „Größe“ zählt."),
    ]
    bridge = answer.citations[1]
    assert bridge.highlight is not None
    assert BRIDGE.text[slice(*bridge.highlight)] == "opened"
    assert bridge.also_in == ["y", "z"]
    assert answer.as_of == "2024-03"


def test_a_confirming_citation_that_is_not_exact_takes_its_sentence_away(
    make_selected: MakeSelected, info: IndexInfo
) -> None:
    wrong = replace(make_selected(BRIDGE, "It opened."), highlight=(0, 2))
    first = make_selected(HAFEN, "Ende.", confirmed_by=[wrong])
    second = make_selected(UNDATED, UNDATED.text)
    answer = compose_answer(GERMAN, Extraction([first, second], 0.5), info, {})
    assert answer.text == f"{FRAMES['de'].found}\n{UNDATED.text} [1]"
    assert [citation.n for citation in answer.citations] == [1]


@pytest.mark.parametrize(
    ("question", "dates"),
    [(GERMAN, ("März 2024", "14. September 2023")), (ENGLISH, ("March 2024", "14 September 2023"))],
)
def test_differing_figures_stand_under_their_dates(
    make_selected: MakeSelected, info: IndexInfo, question: Question, dates: tuple[str, str]
) -> None:
    selected = [
        make_selected(BRIDGE, "It cost [1] £2."),
        make_selected(HAFEN, "Ende."),
        make_selected(HAFEN, "😀 „Größe“ zählt."),
        make_selected(UNDATED, UNDATED.text),
    ]
    answer = compose_answer(question, Extraction(selected, 0.5, disagreeing=True), info, {})
    frame = FRAMES[question.language]
    assert answer.text.split("\n") == [
        frame.differing,
        f"{dates[0]}:",
        "It cost [1] £2. [1]",
        f"{dates[1]}:",  # once for both
        "Ende. [2]",
        "😀 „Größe“ zählt. [3]",
        frame.undated,
        f"{UNDATED.text} [4]",
    ]
    for sentence in answer.sentences:
        assert answer.text[sentence.start : sentence.end] == sentence.text
        assert answer.text[sentence.end :].startswith(f" [{sentence.citations[0]}]")


def test_a_refusal_shows_the_nearest_articles(make_hit: Callable[[Article], Hit], info: IndexInfo) -> None:
    hits = [make_hit(article) for article in (BRIDGE, HAFEN, BRIDGE)]
    answer = compose_refusal(GERMAN, hits, 0.21, info, TIMINGS)
    frame = FRAMES["de"]
    assert answer.text == f"{frame.missing}\n{frame.nearest}\nBridge [2] [1]\nDer Hafen [2]"
    assert (answer.status, answer.confidence, answer.as_of) == ("not_in_corpus", 0.21, None)
    assert answer.sentences == []
    assert answer.citations == []
    assert [(near.n, near.article_id) for near in answer.nearest] == [(1, "bridge"), (2, "hafen")]
    for near, article in zip(answer.nearest, (BRIDGE, HAFEN), strict=True):
        assert near.quote == article.text[near.start : near.end] == article.text
        assert near.highlight is None
    assert (answer.question, answer.index, answer.timings_ms) == (GERMAN.text, info, TIMINGS)


def test_a_refusal_shows_a_few_articles_only(make_hit: Callable[[Article], Hit], info: IndexInfo) -> None:
    hits = [make_hit(HAFEN.model_copy(update={"id": f"a{n}"})) for n in range(MOST_NEAREST + 2)]
    answer = compose_refusal(ENGLISH, hits, 0.0, info, {})
    assert [near.article_id for near in answer.nearest] == [f"a{n}" for n in range(MOST_NEAREST)]


@pytest.mark.parametrize("question", [GERMAN, ENGLISH])
def test_a_refusal_with_nothing_near_says_so(question: Question, info: IndexInfo) -> None:
    answer = compose_refusal(question, [], 0.0, info, {})
    frame = FRAMES[question.language]
    assert answer.text == f"{frame.missing}\n{frame.nothing}"
    assert answer.nearest == []


def test_cite_quotes_in_code_points(make_hit: Callable[[Article], Hit]) -> None:
    start = HAFEN.text.index("Der Kran")
    span = make_hit(HAFEN).passage.model_copy(update={"start": start, "end": start + 8})
    citation = cite(4, HAFEN, span)  # type: ignore[arg-type]
    assert (citation.n, citation.quote) == (4, "Der Kran")
