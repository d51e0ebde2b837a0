from __future__ import annotations

import pytest

from index.models import Language
from rag.answering.question_words import AnswerType, answer_type, content_words

TABLE: tuple[tuple[AnswerType, str], ...] = (
    ("person", "Wer traf Kim in Wostotschny?"),
    ("person", "Wem schenkte Putin eine Limousine?"),
    ("person", "Wen begleitete Schoigu?"),
    ("person", "Wessen Zug fuhr nach Komsomolsk?"),
    ("person", "Von wem wurde Kim empfangen?"),
    ("person", "Nach wem ist das Flugzeugwerk benannt?"),
    ("person", "Who met Kim at Vostochny?"),
    ("person", "Whom did Putin invite?"),
    ("person", "Whose train crossed the border?"),
    ("person", "By whom was the bridge built?"),
    ("person", "Who was president when the treaty was signed?"),
    ("time", "Wann reiste Putin nach Pjöngjang?"),
    ("time", "Seit wann gilt das Deutschlandticket?"),
    ("time", "Bis wann läuft der Vertrag?"),
    ("time", "In welchem Jahr hob die Su-57 zum ersten Mal ab?"),
    ("time", "An welchem Tag endete der Besuch?"),
    ("time", "Welches Datum trägt der Brief?"),
    ("time", "Um wie viel Uhr begann das Treffen?"),
    ("time", "Um wieviel Uhr begann das Treffen?"),
    ("time", "When did Putin travel to Pyongyang?"),
    ("time", "Since when has the ticket been valid?"),
    ("time", "Do you know when the bridge closes?"),
    ("time", "In what year was the bridge built?"),
    ("time", "On which day did the visit end?"),
    ("time", "What time did the meeting begin?"),
    ("place", "Wo trafen sich Putin und Lukaschenko?"),
    ("place", "Wohin fuhr Kims Panzerzug?"),
    ("place", "Woher kam die Lieferung?"),
    ("place", "In welcher Stadt steht das Flugzeugwerk?"),
    ("place", "Welches Land zog sich 2018 zurück?"),
    ("place", "Where did they meet?"),
    ("place", "In which city is the plant?"),
    ("place", "Which country withdrew in 2018?"),
    ("place", "What is the name of the place where they met?"),
    ("quantity", "Wie viele Container schickte Nordkorea?"),
    ("quantity", "Wieviel Benzin lieferte Belarus?"),
    ("quantity", "Wie vielen Menschen wurde geholfen?"),
    ("quantity", "Wie hoch war der Schaden?"),
    ("quantity", "Wie lange dauerte das Treffen?"),
    ("quantity", "Wie weit flogen die Raketen?"),
    ("quantity", "Welchen Preis zahlte die Stadt?"),
    ("quantity", "Zu welchem Preis wurde der Kran gekauft?"),
    ("quantity", "Welche Menge an Kraftstoff wurde geliefert?"),
    ("quantity", "Zum wievielten Mal trafen sie sich?"),
    ("quantity", "How many containers were shipped?"),
    ("quantity", "How much fuel did Belarus deliver?"),
    ("quantity", "How far did the missiles fly?"),
    ("quantity", "How old is the bridge?"),
    ("quantity", "How heavy is the cub?"),
    ("quantity", "What percentage voted?"),
    ("quantity", "Which share did the state pay?"),
    ("reason", "Warum wurde die Brücke gesperrt?"),
    ("reason", "Weshalb reiste Kim im Zug?"),
    ("reason", "Wieso schweigt der Betreiber?"),
    ("reason", "Aus welchem Grund trat er zurück?"),
    ("reason", "Why was the bridge closed?"),
    ("reason", "For what reason did he resign?"),
    ("reason", "What was the reason for the delay?"),
    ("other", "Was sagte Peskow der Agentur?"),
    ("other", "Worüber sprachen die beiden?"),
    ("other", "Wie heißt der Rote Panda?"),
    ("other", "Welche Geschenke überreichte der Kremlchef?"),
    ("other", "What did Lukashenko say when he met Putin?"),
    ("other", "Which gifts did they exchange?"),
    ("other", "Kosmodrom Wostotschny"),
    ("other", "Tell me about the whole visit"),
)


@pytest.mark.parametrize(("kind", "question"), TABLE)
def test_what_is_asked_for(kind: AnswerType, question: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(("kind", "question"), [row for row in TABLE if row[0] != "other"])
def test_case_and_line_breaks_do_not_matter(kind: AnswerType, question: str) -> None:
    assert answer_type(question.upper()) == kind
    assert answer_type(f"Bitte:\n{question.lower()}") == kind


@pytest.mark.parametrize("question", ["", "?", "Wertvolle Werke", "Wochen der Wonne", "the whole whale", "Anno"])
def test_a_question_word_inside_another_word_asks_nothing(question: str) -> None:
    assert answer_type(question) == "other"


def _words(question: str, language: Language) -> list[str]:
    return [word.text for word in content_words(question, language)]


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Wer traf Kim in Wostotschny?", "de", ["traf", "kim", "wostotschny"]),
        ("Wie viele Tonnen Benzin hat Belarus geliefert?", "de", ["tonnen", "benzin", "belarus", "geliefert"]),
        ("Who met Kim at the Vostochny cosmodrome?", "en", ["met", "kim", "vostochny", "cosmodrome"]),
        ("When did the war begin?", "en", ["war", "begin"]),
        ("How many people will die?", "en", ["people", "die"]),
        ("Wann war das?", "de", []),
        ("Was kostet die Su-57?", "de", ["kostet", "su", "57"]),
        ("Kim, Kim und KIM", "de", ["kim"]),
        ("Sind es 5 oder x?", "de", ["5"]),
        ("???", "de", []),
        ("", "en", []),
    ],
)
def test_content_words(question: str, language: Language, expected: list[str]) -> None:
    assert _words(question, language) == expected


def test_a_content_word_knows_its_stem_grams_and_whether_it_is_a_number() -> None:
    word, number = content_words("Brücken 11.000"[:10], "de")
    assert (word.text, word.is_number) == ("brücken", False)
    assert word.term == "=" + "bruck"
    assert "_bru" in word.grams
    assert (number.text, number.is_number) == ("11", True)
