from __future__ import annotations

import pytest

from index.models import Language
from rag.support.names.runs import is_name, name_runs, names_of


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Am Montag traf Kim Jong Un den Präsidenten.", "de", ["Kim Jong Un", "Präsidenten"]),
        ("On Monday Mr. J. Smith left. Then Paris slept.", "en", ["Mr. J. Smith", "Paris"]),
        ("FDP-Chef Christian Lindner ging.", "de", ["FDP-Chef Christian Lindner"]),
        ("the end", "en", []),
    ],
)
def test_capitals_in_a_row(text: str, language: Language, expected: list[str]) -> None:
    assert [run.text for run in name_runs(text, language)] == expected


@pytest.mark.parametrize("word", ["Habeck", "Sinzig", "Putin", "Kamtschatka", "KCNA", "München", "Anna"])
def test_names_among_german_nouns(word: str) -> None:
    assert is_name(word, "de")


@pytest.mark.parametrize(
    "word", ["Gericht", "Spitze", "Experten", "Zuspiel", "Elfmeter", "Kanzler", "Machthaber", "Zoo", "Hotel"]
)
def test_nouns_that_are_no_names(word: str) -> None:
    assert not is_name(word, "de")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Er rief Gouverneur Oleg Koschemjako.", "de", [["Oleg", "Koschemjako"]]),
        ("Der Wirtschaftsminister Bart Claessens drohte.", "de", [["Bart", "Claessens"]]),
        ("Er drohte dem Versorger Lumelia.", "de", [["Lumelia"]]),
        ("Sie gab dem Vater Geld.", "de", []),
        ("Die neue Nationale Sammlungspartei siegte.", "de", []),
        ("Lukaschenkos Treffen begann.", "de", [["Lukaschenkos"]]),
        ("Nordkoreas Machthaber Kim Jong Un kam.", "de", [["Nordkoreas"], ["Kim", "Jong", "Un"]]),
        ("Die Spanier gewannen.", "de", [["Spanier"]]),
        ("Das kostet Millionen Dollar.", "de", []),
        ("He crossed the Key Bridge.", "en", [["Key", "Bridge"]]),
        ("He called Weber.", "en", [["Weber"]]),
        ("Weber called.", "en", []),
        ("King Charles III spoke.", "en", [["Charles"]]),
    ],
)
def test_the_words_of_a_run_that_are_the_name(text: str, language: Language, expected: list[list[str]]) -> None:
    assert [name for run in name_runs(text, language) for name in names_of(run, language)] == expected
