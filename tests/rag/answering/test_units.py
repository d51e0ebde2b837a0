from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.units import Unit, has_unit, unit_asked_for


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Was kostet der Kran?", "money"),
        ("Wie viel Euro zahlte die Stadt?", "money"),
        ("Wie teuer war die Reparatur?", "money"),
        ("Wie hoch ist der Preis?", "money"),
        ("How much did the repairs cost?", "money"),
        ("How high is the price?", "money"),
        ("Wie hoch war der Schaden?", "money"),
        ("Wie hoch ist der Umsatz?", "money"),
        ("What were the damages?", "money"),
        ("Wie hoch fiel die Strafe aus?", None),
        ("Wie hoch ist die Zahl der Toten?", None),
        ("Wie hoch ist der Turm?", "length"),
        ("Wie hoch war die Wahlbeteiligung?", "percent"),
        ("Wie viel Prozent stimmten zu?", "percent"),
        ("What was the turnout?", "percent"),
        ("Um wie viel Uhr begann das Treffen?", "clock"),
        ("What time did the meeting begin?", "clock"),
        ("In welchem Jahr wurde die Brücke gebaut?", "year"),
        ("In which year was it built?", "year"),
        ("Wie weit flogen die Raketen?", "length"),
        ("How far did the missiles fly?", "length"),
        ("Wie viele Tonnen Benzin kamen an?", "weight"),
        ("How heavy is the cub?", "weight"),
        ("Wie lange dauerte das Treffen?", "duration"),
        ("How long was the siege?", "duration"),
        ("How many days did the siege last?", "duration"),
        ("Wie alt ist die Brücke?", "age"),
        ("How old is the bridge?", "age"),
        ("HOW OLD IS THE BRIDGE?", "age"),
        ("Wer kam?", None),
        ("Who came?", None),
        ("Who won the cup last year?", None),
        ("Wann reiste Putin nach Pjöngjang?", None),
        ("", None),
    ],
)
def test_in_what_the_answer_is_given(question: str, unit: Unit | None) -> None:
    assert unit_asked_for(question) == unit


@pytest.mark.parametrize(
    ("unit", "given", "missing"),
    [
        ("money", "Der Kran kostete 3,5 Mio. Euro.", "Der Kran hebt 60.000 Kilogramm."),
        ("money", "Repairs cost £1.2 million.", "Repairs took eleven weeks."),
        ("percent", "12 Prozent stimmten zu.", "Zwölf stimmten zu."),
        ("percent", "About 5% agreed.", "About five agreed."),
        ("clock", "Es begann um 12:30.", "Es begann am 12. Mai."),
        ("clock", "It began at 8 p.m. sharp.", "It began in May."),
        ("clock", "It began at 8am.", "I am here."),
        ("year", "Sie wurde 1908 gebaut.", "Sie wurde vor 190 Jahren gebaut."),
        ("length", "Sie flogen 650 Kilometer weit.", "Sie flogen weit."),
        ("length", "It is 984 feet long.", "It is very long."),
        ("length", "Der Turm ist 60 m hoch.", "I'm tall."),
        ("weight", "Belarus lieferte 60.000 Tonnen.", "Belarus lieferte Benzin."),
        ("weight", "The cub weighs 120 grams.", "The cub is small."),
        ("duration", "Das Treffen dauerte fünf Stunden.", "Das Treffen dauerte lange."),
        ("duration", "It will close for eleven weeks.", "It will close."),
        ("age", "Die 52-jährige Ministerin kam.", "Die Ministerin kam um 5."),
        ("age", "A 34-year-old man was hurt.", "A man was hurt."),
    ],
)
def test_whether_a_text_gives_that(unit: Unit, given: str, missing: str) -> None:
    assert has_unit(given, unit)
    assert not has_unit(missing, unit)


@given(
    text=st.text(), unit=st.sampled_from(["money", "percent", "clock", "year", "length", "weight", "duration", "age"])
)
def test_what_stands_around_does_not_take_a_unit_away(text: str, unit: Unit) -> None:
    sample = {
        "money": "5 Euro",
        "percent": "5 Prozent",
        "clock": "12:30",
        "year": "1908",
        "length": "5 Meter",
        "weight": "5 Tonnen",
        "duration": "5 Stunden",
        "age": "5 years old",
    }
    assert has_unit(f"{text} {sample[unit]} {text}", unit)
