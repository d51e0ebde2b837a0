from __future__ import annotations

import random

import pytest

from train.questions.candidates import candidates_of
from train.questions.drafts import Draft
from train.questions.german import german_drafts
from train.questions.lifespans import lifespan_drafts
from train.questions.names import name_keys, names_of
from train.questions.tokens import joined, made, tokens_of
from train.questions.wordbook import WordBook

ENGLISH = "Anna Keppler Siemens Vienna Lisbon Berlin Germany"


def _asked(sentence: str, book: WordBook, seed: int = 0) -> dict[str, str]:
    """Question (not shortened) to answer; the translation is known to hold the names in ENGLISH."""
    tokens = tokens_of(sentence)
    names = names_of(tokens, "de", book, name_keys(tokens_of(ENGLISH)))
    candidates = candidates_of(sentence, tokens, names, "de")
    drafts: list[Draft] = list(german_drafts(tokens, candidates, book, random.Random(seed)))
    drafts += lifespan_drafts(tokens, candidates, "de")
    return {
        joined(made(draft.asking) + draft.rest): sentence[draft.candidate.start : draft.candidate.end]
        for draft in drafts
    }


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Anna Keppler gewann den Preis.", "wer gewann den Preis", "Anna Keppler"),
        ("Professorin Anna Keppler hat den Preis gewonnen.", None, ""),
        ("Kanzlerin Anna Keppler hat den Preis gewonnen.", "wer hat den Preis gewonnen", "Anna Keppler"),
        ("Die Bank besuchte Anna Keppler.", "wen besuchte die Bank", "Anna Keppler"),
        ("Das Bild wurde von Anna Keppler gemalt.", "von wem wurde das Bild gemalt", "Anna Keppler"),
        ("Die Bank wurde für Anna Keppler gebaut.", "für wen wurde die Bank gebaut", "Anna Keppler"),
        ("Die Firma wurde 1990 von Siemens gekauft.", "von wem wurde die Firma 1990 gekauft", "Siemens"),
        ("Anna Keppler zog nach Lissabon.", "wohin zog Anna Keppler", "Lissabon"),
        ("Die Bank wurde in Wien gegründet.", "wo wurde die Bank gegründet", "Wien"),
        ("In Wien wurde die Bank gegründet.", "wo wurde die Bank gegründet", "Wien"),
        ("Die Bank wurde im Jahr 1990 gegründet.", "wann wurde die Bank gegründet", "1990"),
        ("Die Bank wurde im Jahr 1990 gegründet.", "in welchem Jahr wurde die Bank gegründet", "1990"),
        ("Am 5. April 1990 wurde die Bank gegründet.", "an welchem Tag wurde die Bank gegründet", "5. April 1990"),
        ("Die Bank ist seit 1990 in Wien.", "seit wann ist die Bank in Wien", "1990"),
        ("12 Menschen wurden verletzt.", "wie viele Menschen wurden verletzt", "12"),
        ("Anna Keppler verkaufte zwölf Bilder.", "wie viele Bilder verkaufte Anna Keppler", "zwölf"),
        ("Die Bank wurde mit 12 Partnern gegründet.", "mit wie vielen Partnern wurde die Bank gegründet", "12"),
        ("45 Prozent der Wähler haben gewählt.", "wie viel Prozent der Wähler haben gewählt", "45 Prozent"),
        ("Das Schiff kostete 3 Millionen Euro.", "wie viel Euro kostete das Schiff", "3 Millionen Euro"),
        ("Der Turm ist 300 Meter hoch.", "wie hoch ist der Turm", "300 Meter"),
        ("Das Feuer dauerte drei Tage lang.", "wie lange dauerte das Feuer", "drei Tage"),
        ("Die Bank wurde verkauft, weil sie kein Geld hatte.", "warum wurde die Bank verkauft", "sie kein Geld hatte"),
        ("Die Bank wurde wegen hoher Schulden verkauft.", "warum wurde die Bank verkauft", "hoher Schulden"),
        ("Siemens ist ein großes Unternehmen.", "was ist Siemens", "ein großes Unternehmen"),
        ("Anna Keppler (geboren am 25. Februar 1966) zog um.", "wann wurde Anna Keppler geboren", "25. Februar 1966"),
        ("Anna Keppler, die in Wien lebte, gewann den Preis.", "wer gewann den Preis", "Anna Keppler"),
        ("Die Bank wurde in Deutschland gebaut.", "in welchem Land wurde die Bank gebaut", "Deutschland"),
        ("Die Lage hat sich 1990 geändert.", None, ""),
    ],
)
def test_asks(sentence: str, question: str | None, answer: str, book: WordBook) -> None:
    asked = [_asked(sentence, book, seed) for seed in range(20)]
    if question is not None:
        assert answer in {questions.get(question) for questions in asked}
    else:
        assert not any(asked)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hat Anna Keppler den Preis im Jahr 1990 gewonnen?",
        "Als Anna Keppler im Jahr 1990 den Preis gewann, regnete es.",
        "Der im Jahr 1990 gegründete Verein wurde verkauft.",
        "Die Bank wurde vor 1990 gegründet.",
    ],
)
def test_does_not_ask_what_it_does_not_understand(sentence: str, book: WordBook) -> None:
    assert "1990" not in _asked(sentence, book).values()


def test_does_not_tear_a_predicate(book: WordBook) -> None:
    assert not _asked("Anna Keppler hatte fünf Bilder, darunter ein altes, verkauft.", book)


def test_does_not_ask_for_one_of_several(book: WordBook) -> None:
    assert not _asked("Die Bank besuchte Anna Keppler und Siemens.", book)
