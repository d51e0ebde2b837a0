from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.evidence_types import evidence_spans
from rag.answering.question_words import AnswerType

KINDS: tuple[AnswerType, ...] = get_args(AnswerType)


def _found(text: str, kind: AnswerType) -> list[str]:
    return [text[start:end] for start, end in evidence_spans(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie trafen sich am 14. September 2023 in Sotschi.", ["14. September 2023"]),
        ("Sie trafen sich am 14.September.", ["14.September"]),
        ("Stand: 14.09.2023 07:12 Uhr", ["14.09.2023", "07:12 Uhr"]),
        ("Am Freitagabend kam er an, montags fährt er ab.", ["Freitagabend", "montags"]),
        ("Im März und im Mai 2024 war Ruhe.", ["März", "Mai 2024"]),
        ("Das war gestern, nicht vergangene Woche.", ["gestern", "vergangene Woche"]),
        ("They met on September 14, 2023 in Sochi.", ["September 14, 2023"]),
        ("They met on 14 May 2023.", ["14 May 2023"]),
        ("It opened on Tuesday at 7 p.m. and closed last month.", ["Tuesday", "7 p.m.", "last month"]),
        ("The bridge was built in 1908 and sold in 2019.", ["1908", "2019"]),
        ("Boats may pass; troops march on, an august sight.", []),
        ("Die Mainau, die Augustine und Marchfeld.", []),
        ("Der Kran hebt 60.000 Kilogramm.", []),
    ],
)
def test_times(text: str, expected: list[str]) -> None:
    assert _found(text, "time") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Belarus lieferte 60.000 Tonnen Benzin.", ["60.000 Tonnen"]),
        ("Mehr als 11\u00a0000 Container mit Munition", ["11\u00a0000 Container"]),
        ("Der Kran kostete 3,5 Mio. Euro.", ["3,5 Mio. Euro"]),
        ("Das waren 20 % mehr und 7,5 Prozent weniger.", ["20 %", "7,5 Prozent"]),
        ("Elf Menschen wurden verletzt, zwölf nicht.", ["Elf Menschen", "zwölf"]),
        ("Fünf Stunden und dutzende Raketen", ["Fünf Stunden", "dutzende Raketen"]),
        ("Repairs cost £1.2 million.", ["£1.2 million"]),
        ("At least 10,000 containers and 4.8 million shells.", ["10,000 containers", "4.8 million shells"]),
        ("It closes for eleven weeks, twice.", ["eleven weeks", "twice"]),
        ("It is 984 feet (300 metres) long.", ["984 feet", "300 metres"]),
        ("Er landete 3 und 4 und 5.", ["3", "4", "5"]),
        ("Am 14. September 2023 um 12:30 Uhr im Jahr 1908.", []),
        ("Die Su-57 und die MiG-31 der G20, ein T90.", []),
    ],
)
def test_quantities(text: str, expected: list[str]) -> None:
    assert _found(text, "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin traf Kim Jong Un, sagte Dmitri Peskow.", ["Kim Jong Un", "Dmitri Peskow"]),
        ("Vize-Außenminister Chang Ho-jin warnte.", ["Vize-Außenminister Chang Ho-jin"]),
        ("Recep Tayyip Erdoğan sah das Cockpit.", ["Recep Tayyip Erdoğan"]),
        ("Gestern kam Ursula von der Leyen.", []),
        ("Dort sprach Otto von Habsburg.", ["Otto von Habsburg"]),
        ("Then Édouard Philippe and Šárka Nováková spoke.", ["Šárka Nováková"]),
        ("The Prime Minister met Paul Marsh.", ["Prime Minister", "Paul Marsh"]),
        ("Im Zoo und in der Stadt schwieg man.", []),
        ("niemand sagte etwas", []),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    found = _found(text, "person")
    for name in expected:
        assert name in found
    if not expected:
        assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin traf ihn am Freitag in Sotschi.", ["in Sotschi"]),
        ("Kim fuhr nach Komsomolsk am Amur.", ["nach Komsomolsk am Amur"]),
        ("Er kam aus Nordkorea im September.", ["aus Nordkorea"]),
        ("Das Treffen im Kosmodrom Wostotschny begann.", ["im Kosmodrom Wostotschny"]),
        ("The talks were held in Sochi on Friday.", ["in Sochi"]),
        ("It sank near the Bay of Bengal in May.", ["near the Bay", "of Bengal"]),
        ("Der Präsident sagte, the President said.", []),
        ("in mainz, at night", []),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert _found(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie fällt aus, weil es brennt.", ["weil"]),
        ("Wegen des Brandes, und um zu helfen", ["Wegen", "um"]),
        ("It closed because of the flood, due to damage.", ["because", "due to"]),
        ("Der Dampfer legt an.", []),
    ],
)
def test_reasons(text: str, expected: list[str]) -> None:
    assert _found(text, "reason") == expected


def test_any_sentence_may_answer_other_questions() -> None:
    assert _found("Putin traf Kim Jong Un am 14. September in Sotschi.", "other") == []


VOCABULARY = (
    "am 14. September 2023 in Sotschi 60.000 Tonnen Putin Kim Jong Un Su-57 weil elf £1.2 million „Größe“ 😀 e\u0301 "
    "- , . may May\n\n3,5 Mio. Euro Freitag 12:30 Uhr Erdoğan the The of %"
)
words = st.sampled_from(VOCABULARY.split(" "))


@given(text=st.one_of(st.text(), st.lists(words).map(" ".join)), kind=st.sampled_from(KINDS))
def test_spans_are_exact(text: str, kind: AnswerType) -> None:
    """They lie in the text, in order, apart from each other, are not empty and cut no word in two."""
    spans = evidence_spans(text, kind)
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
        assert not (end < len(text) and text[end - 1].isalpha() and text[end].isalpha())
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert evidence_spans(text, kind) == spans
