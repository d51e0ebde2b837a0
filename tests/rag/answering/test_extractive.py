from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from index.embedding import Embedder
from index.layout import ARCHIVE_FILE, current_generation, generation_folder
from index.store.archive import Archive
from rag import Answer, AnswerSentence, Citation, Fundstelle
from rag.answering.candidates import QUOTABLE
from rag.answering.frames import FRAMES
from rag.answering.selection import MOST_SENTENCES

MakeArchive = Callable[[Sequence[Mapping[str, str]]], Path]
CitedExactly = Callable[[Fundstelle, Sequence[Citation]], None]

INJURED = "Wie viele Menschen sind bei dem Brand einer Lagerhalle im Hafen von Emden verletzt worden?"
QUESTIONS = [
    "Wie viel Kilogramm hebt der neue Hafenkran in Husum?",
    "How many kilograms does the new harbour crane in Husum lift?",
    "Wer weihte den Kran ein?",
    "Who opened the crane?",
    "Wie viele Menschen wurden bei dem Brand in Emden verletzt?",
    "How many people were injured in the fire at Emden?",
    "Wie heißt der junge Panda?",
    "When was the swing bridge in Whitby built?",
    "Wann wurde die Drehbrücke in Whitby gebaut?",
    "Wer gewann die Wahl?",
    "Welche Farbe hat der Mond über dem Zoo von Görlitz?",
]


def _cited_first(answer: Answer) -> list[tuple[AnswerSentence, Citation]]:
    """Each sentence with the citation that it is quoted from."""
    numbered = {citation.n: citation for citation in answer.citations}
    return [(sentence, numbered[sentence.citations[0]]) for sentence in answer.sentences]


def _answer(archive: Fundstelle, question: str) -> Answer:
    answer = archive.ask(question)
    assert answer.status == "answered"
    return answer


@pytest.mark.parametrize("question", QUESTIONS)
def test_one_to_four_verbatim_sentences(facts: Fundstelle, cited_exactly: CitedExactly, question: str) -> None:
    answer = _answer(facts, question)
    assert 1 <= len(answer.sentences) <= MOST_SENTENCES
    cited_exactly(facts, answer.citations)
    numbers = [number for sentence in answer.sentences for number in sentence.citations]
    assert numbers == [citation.n for citation in answer.citations]
    for sentence, citation in _cited_first(answer):
        assert sentence.text == citation.quote
        assert sentence.support == "verbatim"


@pytest.mark.parametrize("question", QUESTIONS)
def test_quotes_are_whole_sentences_that_may_be_quoted(facts: Fundstelle, facts_data: Path, question: str) -> None:
    stored = Archive(generation_folder(facts_data, str(current_generation(facts_data))) / ARCHIVE_FILE)
    try:
        for citation in _answer(facts, question).citations:
            sentences = stored.sentences(citation.article_id)
            quoted = [s for s in sentences if citation.start <= s.start and s.end <= citation.end]
            assert (quoted[0].start, quoted[-1].end) == (citation.start, citation.end)
            assert len(quoted) <= 2, "a sentence, and one neighbour that makes it clear"
            assert {sentence.kind for sentence in quoted} <= (QUOTABLE if len(quoted) == 1 else {"sentence"})
    finally:
        stored.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_reading_order_within_an_article_and_articles_together(facts: Fundstelle, question: str) -> None:
    citations = [citation for _, citation in _cited_first(_answer(facts, question))]
    ids = [citation.article_id for citation in citations]
    assert ids == sorted(ids, key=ids.index), "the sentences of one article stand together"
    for one, other in itertools.pairwise(citations):
        assert one.article_id != other.article_id or one.end <= other.start, "in order, and none quoted twice"


def test_later_sentences_of_an_article_are_read_after_earlier_ones(
    make_archive: MakeArchive, hashing: Embedder
) -> None:
    """Both sentences answer; the second answers better, and still the first is read first."""
    text = (
        "Die Brücke von Arn wurde gesperrt. Am Rathaus hing ein Zettel. "
        "Die Brücke von Arn wurde wegen Rost gesperrt und abgerissen."
    )
    data = make_archive([{"id": "arn", "title": "Arn", "language": "de", "text": text}])
    with Fundstelle.open(data, embedder=hashing, threshold=0.0) as archive:
        answer = archive.ask("Warum wurde die Brücke von Arn wegen Rost gesperrt und abgerissen?")
    quotes = [citation.quote for citation in answer.citations]
    assert quotes[-1] == "Die Brücke von Arn wurde wegen Rost gesperrt und abgerissen."
    assert [text.index(quote) for quote in quotes] == sorted(text.index(quote) for quote in quotes)


def test_agency_copies_are_quoted_once_and_named(facts: Fundstelle, cited_exactly: CitedExactly) -> None:
    answer = _answer(facts, INJURED)
    (eleven,) = [citation for citation in answer.citations if "elf Menschen" in citation.quote]
    copies = {"de-brand-agentur", "de-brand-tagblatt"}
    assert {eleven.article_id, *eleven.also_in} == copies
    assert len(eleven.also_in) == 1
    cited_exactly(facts, answer.citations)


def test_an_updated_figure_is_a_statement_of_its_own(facts: Fundstelle) -> None:
    answer = _answer(facts, INJURED)
    (twelve,) = [citation for citation in answer.citations if "zwölf Menschen" in citation.quote]
    assert twelve.article_id == "de-brand-update"
    assert twelve.also_in == []
    assert all("de-brand-update" not in citation.also_in for citation in answer.citations)
    assert answer.as_of == "2024-01-03"


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        (INJURED, ["3. Januar 2024:", "2. Januar 2024:"]),
        ("How many people were injured in the fire at Emden?", ["3 January 2024:", "2 January 2024:"]),
    ],
)
def test_different_figures_stand_under_their_dates_the_newest_first(
    facts: Fundstelle, question: str, dates: list[str]
) -> None:
    answer = _answer(facts, question)
    lines = answer.text.split("\n")
    assert lines[0] == FRAMES[answer.language].differing
    assert [line for line in lines if line.endswith(":") and line != lines[0]] == dates
    assert "zwölf Menschen" in lines[lines.index(dates[0]) + 1]
    assert "elf Menschen" in lines[lines.index(dates[1]) + 1]


@pytest.mark.parametrize(
    ("question", "first", "other"),
    [
        ("Wie viel Kilogramm hebt der neue Hafenkran in Husum?", "60.000 Kilogramm", "60,000 kilograms"),
        ("How much did the crane cost?", "3.5 million euros", "3,5 Millionen Euro"),
    ],
)
def test_an_article_in_the_other_language_that_gives_the_same_answer_is_cited_with_the_first(
    facts: Fundstelle, cited_exactly: CitedExactly, question: str, first: str, other: str
) -> None:
    answer = _answer(facts, question)
    (sentence,) = [sentence for sentence in answer.sentences if first in sentence.text]
    one, two = [citation for citation in answer.citations if citation.n in sentence.citations]
    assert first in one.quote
    assert other in two.quote
    assert {one.article_id, two.article_id} == {"de-kran", "en-crane"}
    assert answer.text[sentence.end :].startswith(f" [{one.n}][{two.n}]")
    assert not any(other in sentence.text for sentence in answer.sentences)
    cited_exactly(facts, answer.citations)


def test_a_pronoun_is_quoted_with_what_it_stands_for(facts: Fundstelle) -> None:
    answer = _answer(facts, "Wie viel Kilogramm hebt der neue Hafenkran in Husum?")
    quotes = [citation.quote for citation in answer.citations if citation.article_id == "de-kran"]
    assert quotes == [
        "Husum hat einen neuen Hafenkran. Er hebt bis zu 60.000 Kilogramm und kostete 3,5 Millionen Euro."
    ]


def test_the_best_four_are_enough(make_archive: MakeArchive, hashing: Embedder) -> None:
    texts = {number: f"Der Kran von Arn kostete {number} Euro." for number in (22, 33, 44, 55, 66)}
    data = make_archive(
        [{"id": f"arn-{number}", "title": "Kran", "language": "de", "text": text} for number, text in texts.items()]
    )
    with Fundstelle.open(data, embedder=hashing, threshold=0.0) as archive:
        assert len(archive.ask("Was kostete der Kran von Arn?").sentences) == MOST_SENTENCES


def test_an_article_does_not_copy_itself(make_archive: MakeArchive, hashing: Embedder) -> None:
    text = "Der Deich von Arn hielt stand. Niemand kam zu Schaden. Der Deich von Arn hielt stand."
    data = make_archive([{"id": "arn", "title": "Deich", "language": "de", "text": text}])
    with Fundstelle.open(data, embedder=hashing, threshold=0.0) as archive:
        citations = archive.ask("Was hielt in Arn stand?").citations
    assert [citation.quote for citation in citations].count("Der Deich von Arn hielt stand.") == 1
    assert all(citation.also_in == [] for citation in citations)


@pytest.mark.parametrize(
    ("question", "quoted", "marked"),
    [
        ("Wie viel wiegt das Jungtier?", "Das Jungtier wiegt 120 Gramm.", "120 Gramm"),
        ("How much does the cub weigh?", "The cub weighs 120 grams.", "120 grams"),
        ("When was the swing bridge in Whitby built?", "The bridge was built in 1908.", "1908"),
        # what kind of thing is asked for, the question does not say: the reader does
        ("Was wiegt das Jungtier?", "Das Jungtier wiegt 120 Gramm.", "120 Gramm"),
        # of two quantities the one where the reader sees the answer begin
        (
            "Wie viel kostete der Kran?",
            "Er hebt bis zu 60.000 Kilogramm und kostete 3,5 Millionen Euro.",
            "3,5 Millionen Euro",
        ),
    ],
)
def test_the_highlight_is_the_one_thing_asked_for(facts: Fundstelle, question: str, quoted: str, marked: str) -> None:
    (citation,) = [citation for citation in _answer(facts, question).citations if quoted in citation.quote]
    assert citation.highlight is not None
    assert facts.article(citation.article_id).text[slice(*citation.highlight)] == marked


def test_a_name_of_the_question_is_not_highlighted_as_its_answer(facts: Fundstelle) -> None:
    answer = _answer(facts, "Wer ist Anke Petersen?")
    for citation in answer.citations:
        text = facts.article(citation.article_id).text
        if citation.highlight is not None:
            assert text[slice(*citation.highlight)] != "Anke Petersen"


def test_headings_are_not_quoted(make_archive: MakeArchive, hashing: Embedder) -> None:
    text = "Der Rat tagte lange.\n\nDas kostet der Kran von Arn\n\nDer Kran von Arn kostet zwei Millionen Euro."
    data = make_archive([{"id": "arn", "title": "Rat", "language": "de", "text": text}])
    with Fundstelle.open(data, embedder=hashing, threshold=0.0) as archive:
        answer = archive.ask("Was kostet der Kran von Arn?")
    quotes = [citation.quote for citation in answer.citations]
    assert "Der Kran von Arn kostet zwei Millionen Euro." in quotes
    assert not any(quote.startswith("Das kostet") for quote in quotes)


def test_an_answer_is_the_same_every_time(facts: Fundstelle) -> None:
    first, second = (_answer(facts, QUESTIONS[4]).model_copy(update={"timings_ms": {}}) for _ in range(2))
    assert first == second
