from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Language, Sentence, SentenceKind
from rag.answering.context import MOST_CHARACTERS, quote_span


def _article(*parts: str, kinds: dict[str, SentenceKind] | None = None) -> tuple[str, list[Sentence]]:
    """A text whose sentences are the given parts; parts of white space stand between them, else one space does."""
    text, sentences = "", []
    for part in parts:
        if part.isspace():
            text = text.rstrip(" ") + part
            continue
        kind = (kinds or {}).get(part, "sentence")
        sentences.append(Sentence(start=len(text), end=len(text) + len(part), kind=kind))
        text += part + " "
    return text, sentences


def _quoted(language: Language, chosen: str, *parts: str, kinds: dict[str, SentenceKind] | None = None) -> str:
    text, sentences = _article(*parts, kinds=kinds)
    sentence = next(s for s in sentences if text[s.start : s.end] == chosen)
    span = quote_span(text, sentences, sentence, language)
    return text[span.start : span.end]


GERMAN = "Anke Petersen kam nach Husum."
ENGLISH = "Anke Petersen came to Husum."


@pytest.mark.parametrize(
    "chosen",
    [
        "Sie weihte den Kran ein.",
        "Ihre Rede war kurz.",
        "Seine Höhe beträgt 60 Meter.",
        "Diese Reise war ihre letzte.",
        "Dies war ihr Wunsch.",
        "Damals war sie neu im Amt.",
        "Danach fuhr sie heim.",
        "Dort steht ein Kran.",
        "Dabei fiel der Kran um.",
        "Das war im Mai.",
        "„Er ist hoch“, sagte sie.",
        "Die 43-Jährige weihte ihn ein.",
        "Der 61 Jahre alte Lotse kam zu spät.",
        "Die Husumerin (43) weihte ihn ein.",
    ],
)
def test_a_german_sentence_that_points_back_is_quoted_with_the_one_before(chosen: str) -> None:
    after = "Der Kran steht noch."
    assert _quoted("de", chosen, "Es regnete.", GERMAN, chosen, after) == f"{GERMAN} {chosen}"


@pytest.mark.parametrize(
    "chosen",
    [
        "She opened the crane.",
        "He was late.",
        "It lifts 60 tonnes.",
        "Their speech was short.",
        "This was her last trip.",
        "Those were the days.",
        "Then she went home.",
        "There she saw the crane.",
        "The latter fell over.",
        "“It is tall,” she said.",
        "The 43-year-old opened it.",
        "The Kenyan, 23, was late.",
    ],
)
def test_an_english_sentence_that_points_back_is_quoted_with_the_one_before(chosen: str) -> None:
    after = "The crane still stands."
    assert _quoted("en", chosen, "It rained.", ENGLISH, chosen, after) == f"{ENGLISH} {chosen}"


@pytest.mark.parametrize(
    ("language", "chosen"),
    [
        ("de", "Der Kran kostete 3,5 Millionen Euro."),
        ("de", "Es regnete."),
        ("de", "Das Treffen dauerte fünf Stunden."),
        ("de", "Erwin kam."),
        ("de", "Siemens baute ihn."),
        ("de", "Am Montag kam sie."),
        ("en", "The crane cost 3.5 million euros."),
        ("en", "The Kenyan won."),
        ("en", "The Kenyan, who was late, won."),
        ("de", "Die Husumerin (hier im Bild) kam."),
        ("en", "There was rain."),
        ("en", "There is a crane."),
        ("en", "Hebrides ferries stopped."),
        ("en", "Itzehoe has a crane."),
        ("en", "On Monday she came."),
    ],
)
def test_a_sentence_that_stands_by_itself_is_quoted_alone(language: Language, chosen: str) -> None:
    assert _quoted(language, chosen, GERMAN, chosen, "Ende.") == chosen


SAYS = "Das teilte die Feuerwehr mit."
SAID = "Fire chief Paul Marsh told reporters about it."


def test_reported_speech_is_quoted_with_the_neighbour_that_names_the_source() -> None:
    chosen = "Die Halle sei völlig ausgebrannt."
    named = "Laut der Polizei brannte es."
    assert _quoted("de", chosen, "Es regnete.", named, chosen, "Ende.") == f"{named} {chosen}"
    assert _quoted("de", chosen, "Es regnete.", chosen, SAYS, "Ende.") == f"{chosen} {SAYS}"
    # of two the one before
    assert _quoted("de", chosen, named, chosen, SAYS) == f"{named} {chosen}"


def test_words_in_quotation_marks_are_quoted_with_the_neighbour_that_names_the_source() -> None:
    assert _quoted("en", "“We lost everything.”", "It rained.", "“We lost everything.”", SAID) == (
        f"“We lost everything.” {SAID}"
    )
    german = "„Wir haben alles verloren.“"
    assert _quoted("de", german, "Sprecherin Anna Weber sagte am Montag:", german, "Ende.") == (
        f"Sprecherin Anna Weber sagte am Montag: {german}"
    )


@pytest.mark.parametrize(
    ("language", "chosen"),
    [
        ("de", "Die Halle sei ausgebrannt, teilte die Polizei mit."),
        ("de", "Nach Angaben der Polizei sei die Halle ausgebrannt."),
        ("de", "„Wir haben alles verloren“, sagte Anna Weber."),
        ("en", "“We lost everything,” said Paul Marsh."),
        ("en", "The hall burnt down, according to the police."),
    ],
)
def test_reported_speech_that_names_its_source_is_quoted_alone(language: Language, chosen: str) -> None:
    said = SAYS if language == "de" else SAID
    assert _quoted(language, chosen, said, chosen, said) == chosen


def test_without_a_neighbour_that_names_the_source_reported_speech_is_quoted_alone() -> None:
    chosen = "Die Halle sei völlig ausgebrannt."
    assert _quoted("de", chosen, "Es regnete.", chosen, "Ende.") == chosen


def test_no_quote_crosses_the_border_of_a_paragraph() -> None:
    assert _quoted("de", "Sie kam spät.", GERMAN, "\n\n", "Sie kam spät.") == "Sie kam spät."
    assert _quoted("de", "Sie kam spät.", GERMAN, "\n", "Sie kam spät.") == f"{GERMAN}\nSie kam spät."
    reported = "Die Halle sei ausgebrannt."
    assert _quoted("de", reported, SAYS, "\n\n", reported, SAYS) == f"{reported} {SAYS}"
    assert _quoted("de", reported, reported, "\n\n", SAYS) == reported


def test_nothing_stands_before_the_first_sentence() -> None:
    assert _quoted("de", "Sie kam spät.", "Sie kam spät.", "Ende.") == "Sie kam spät."
    assert _quoted("en", "It closed.", "It closed.") == "It closed."


@pytest.mark.parametrize("kind", ["heading", "list_item", "table_row", "caption", "dateline", "signature"])
def test_only_sentences_are_joined(kind: SentenceKind) -> None:
    assert _quoted("de", "Sie kam spät.", GERMAN, "Sie kam spät.", kinds={GERMAN: kind}) == "Sie kam spät."
    assert _quoted("de", "Sie kam spät.", GERMAN, "Sie kam spät.", kinds={"Sie kam spät.": kind}) == "Sie kam spät."


@pytest.mark.parametrize(("spare", "joined"), [(0, True), (1, False)])
def test_a_quote_does_not_become_long(spare: int, joined: bool) -> None:
    chosen = "Sie kam spät."
    before = "x" * (MOST_CHARACTERS - len(chosen) - 2 + spare) + "."
    assert len(f"{before} {chosen}") == MOST_CHARACTERS + spare
    assert _quoted("de", chosen, before, chosen) == (f"{before} {chosen}" if joined else chosen)


def test_a_sentence_that_is_not_among_those_around_is_quoted_alone() -> None:
    text, sentences = _article(GERMAN, "Sie kam spät.")
    chosen = Sentence(start=sentences[1].start + 4, end=sentences[1].end)
    assert quote_span(text, sentences, chosen, "de") == chosen


PARTS = [
    "Sie kam.",
    "Er ging.",
    "Die Halle sei fort.",
    SAYS,
    GERMAN,
    "„Ja.“",
    "It fell.",
    SAID,
    "x" * 300 + ".",
    "\n\n",
    "\n",
]
KINDS: tuple[SentenceKind, ...] = ("sentence", "sentence", "sentence", "heading", "caption")


@given(
    parts=st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).filter(lambda parts: any(p.strip() for p in parts)),
    data=st.data(),
    language=st.sampled_from(["de", "en"]),
)
def test_a_quote_is_one_or_two_whole_neighbours_of_a_paragraph(
    parts: list[str], data: st.DataObject, language: Language
) -> None:
    text, plain = _article(*parts)
    sentences = [s.model_copy(update={"kind": data.draw(st.sampled_from(KINDS))}) for s in plain]
    chosen = data.draw(st.sampled_from(sentences))
    span = quote_span(text, sentences, chosen, language)
    inside = [s for s in sentences if span.start <= s.start and s.end <= span.end]
    assert chosen in inside
    assert (span.start, span.end) == (inside[0].start, inside[-1].end)
    assert len(inside) <= 2
    if len(inside) == 2:
        assert {s.kind for s in inside} == {"sentence"}
        assert "\n\n" not in text[span.start : span.end]
        assert span.end - span.start <= MOST_CHARACTERS
