"""What a question wants to be told what it is, and where a sentence says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Language
from rag.answering.definitions import asked_to_define, defining


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What is Yonhap?", "Yonhap"),
        ("What is the group Deichwacht, whose leader was fined?", "Deichwacht"),
        ("What kind of aircraft is the Su-57?", "Su-57"),
        ("What does LNG stand for?", "LNG"),
        ("What does the word kuna mean?", "kuna"),
        ("Was sind Pelmeni?", "Pelmeni"),
        ("Was ist die „Rodong Sinmun“?", "Rodong Sinmun"),
        ("Was verbirgt sich hinter dem Kürzel SSW?", "SSW"),
        ("Was versteht man unter Cell Broadcast?", "Cell Broadcast"),
        ("Was für ein Schiff ist die Gorch Fock?", "Gorch Fock"),
        ("What is the population of Nairobi?", None),
        ("Who is the head of Yonhap?", None),
        ("What was turnover in 2020?", None),
        ("Was ist die Forderung der Gewerkschaft?", None),
        ("Who won?", None),
        ("Who is Amadou Diallo?", "Amadou Diallo"),
        ("Wer ist Trainer?", None),
        ("Wer ist das Todesopfer?", None),
        ("Who is Chancellor?", None),
        ("What is 5?", None),
    ],
)
def test_what_is_to_be_defined(question: str, name: str | None) -> None:
    assert asked_to_define(question) == name


@pytest.mark.parametrize(
    ("name", "sentence", "language", "said"),
    [
        ("Yonhap", "Das teilte er laut der Nachrichtenagentur Yonhap mit.", "de", "Nachrichtenagentur"),
        ("Deichwacht", "Die kleine Bürgergruppe „Deichwacht“ klagt.", "de", "kleine Bürgergruppe"),
        ("Deichwacht", "Among them was the head of the anti-dyke group Deichwacht.", "en", "anti-dyke group"),
        ("Pelmeni", "Es gab Pelmeni, russische Teigtaschen, und Tee.", "de", "russische Teigtaschen"),
        ("Teff", "They bake with teff, a millet as fine as sand, and salt.", "en", "a millet as fine as sand"),
        ("Kotor", "Kotor ist eine Stadt an der Küste.", "de", "eine Stadt an der Küste"),
        ("SSW", "Der Südschleswigsche Wählerverband (SSW) zog ein.", "de", "Südschleswigsche Wählerverband"),
        ("LNG", "They ship LNG (liquefied natural gas) to Kiel.", "en", "liquefied natural gas"),
        ("Wostotschny", "He landed at the cosmodrome Vostochny.", "en", "cosmodrome"),
        ("Yonhap", "Am Freitag Yonhap zu lesen, lohnt sich.", "de", None),
        ("Yonhap", "He said that Yonhap had called.", "en", None),
        ("Weber", "Am Montag sprach Anna Weber.", "de", None),
        ("Yonhap", "Die Agentur berichtet.", "de", None),
    ],
)
def test_where_it_is_said(name: str, sentence: str, language: Language, said: str | None) -> None:
    span = defining(name, "de", sentence, language)
    assert (sentence[slice(*span)] if span else None) == said


@given(st.text(max_size=60), st.text(alphabet="ABab ,.()„“-", max_size=80))
def test_any_text_is_borne(question: str, sentence: str) -> None:
    asked_to_define(question)
    span = defining("Ab", "en", sentence, "de")
    assert span is None or 0 <= span[0] < span[1] <= len(sentence)
