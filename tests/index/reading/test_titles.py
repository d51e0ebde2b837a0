from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.normalise import normalise, one_line
from index.reading.titles import derive_title, find_title

PROSE = "Der Machthaber ist am Dienstag angekommen und bleibt bis Sonntag. " * 4

TYPEWRITTEN = """Die Bürgermeisterin von Husum hat den Bau eines neuen Hafenkrans gegen
Einwände verteidigt. Sie sagte dies am Freitag in Kiel, wo sie sich mit
dem Minister traf.

Noch mehr."""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Kim in Russland\n\n{PROSE}", "Kim in Russland"),
        (f"Kim in Russland\n{PROSE}", "Kim in Russland"),
        (f"Brexit?\n\n{PROSE}", "Brexit?"),
        (f"Wer ist Kim? Ein Porträt\n\n{PROSE}", "Wer ist Kim? Ein Porträt"),
        (f"Kim visits the U.S.\n\n{PROSE}", "Kim visits the U.S."),
        (f"Kim in Russland\nVon Max Muster\nStand: 14.09.2023 07:12 Uhr\n\n{PROSE}", "Kim in Russland"),
        (f"Kim in Russland Stand: 14.09.2023 07:12 Uhr\n\n{PROSE}", "Kim in Russland"),
        (f"Ukraine-Krieg\nPutin trifft Kim\n\n{PROSE}", "Ukraine-Krieg Putin trifft Kim"),
        (f"Kim in Russland\n===============\n\n{PROSE}", "Kim in Russland"),
        (f"14. Filmpreis verliehen\n\n{PROSE}", "14. Filmpreis verliehen"),
        (f"Ein Wort: „Gegenbesuch“\n\n{PROSE}", "Ein Wort: „Gegenbesuch“"),
    ],
)
def test_a_line_of_its_own_is_a_title(text: str, title: str) -> None:
    assert find_title(text) == title


@pytest.mark.parametrize(
    "text",
    [
        TYPEWRITTEN,
        f"SEOUL: Kim besucht die Fabrik\n\n{PROSE}",
        f"ZIOLKOWSKI (dpa-AFX) - Kim in Russland\n\n{PROSE}",
        f"Kim ist in Russland angekommen.\n\n{PROSE}",
        f"Er sagte: „Nein.“\n\n{PROSE}",
        f"Das Wichtigste in Kürze:\n\n{PROSE}",
        f"- Kim in Russland\n- Putin in Sotschi\n\n{PROSE}",
        f"Jahr | Container\n\n{PROSE}",
        f"Kim ist in Russland. Putin empfängt ihn\n\n{PROSE}",
        f"{'Kim und Putin ' * 12}\n\n{PROSE}",
        "Nur eine Zeile",
        "Von Max Muster\n\nDer Text.",
        PROSE,
    ],
)
def test_a_story_that_begins_at_once_has_no_title(text: str) -> None:
    assert find_title(normalise(text)) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TYPEWRITTEN, "Die Bürgermeisterin von Husum hat den Bau eines neuen Hafenkrans gegen Einwände verteidigt"),
        ("ZIOLKOWSKI (dpa-AFX) - Kim hilft Putin. Und so weiter.", "Kim hilft Putin"),
        ("SEOUL: Kim besichtigte eine Fabrik. Danach ging er.", "Kim besichtigte eine Fabrik"),
        (
            "Dr. Müller kam am 14. September in Berlin an. Danach ging er.",
            "Dr. Müller kam am 14. September in Berlin an",
        ),
        ("Von Max Muster\nStand: 14.09.2023\n\nKim ist angekommen. Er bleibt.", "Kim ist angekommen"),
        ("Kommt Kim nach Moskau? Das ist offen.", "Kommt Kim nach Moskau?"),
        ("- Erster Punkt\n- Zweiter", "Erster Punkt - Zweiter"),
        ("14. September in Berlin. Ein Tag.", "14. September in Berlin"),
        ("Nur eine Zeile", "Nur eine Zeile"),
        ("2023\n\n1.000", "2023 1.000"),
    ],
)
def test_derived_titles(text: str, title: str) -> None:
    assert derive_title(text) == title


def test_a_long_first_sentence_is_cut_between_words_and_marked() -> None:
    title = derive_title(
        "Der Präsident der Republik hat am Montag, dem ersten Tag der Woche, in der Hauptstadt, dem " * 3
    )
    assert title.endswith(" …")
    assert 90 < len(title) <= 102
    assert title.removesuffix(" …") == (
        "Der Präsident der Republik hat am Montag, dem ersten Tag der Woche, in der Hauptstadt, dem Der"
    )


def test_a_word_without_end_is_cut_all_the_same() -> None:
    assert derive_title("x" * 500) == "x" * 100 + " …"


@given(st.text().map(normalise).filter(bool))
def test_titles_come_from_the_text_and_are_never_empty(text: str) -> None:
    for title in filter(None, (find_title(text), derive_title(text))):
        assert set(title.removesuffix(" …")) <= set(text) | {" "}
    assert derive_title(text)
    assert one_line(derive_title(text)) == derive_title(text)
    assert len(derive_title(text)) <= 102
