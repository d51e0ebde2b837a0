from __future__ import annotations

import pytest

from rag.support.lexis import Lexis
from rag.support.names.mentions import Things
from rag.support.relations.actors import actors

TEXT = "Kim Jong Un empfing Präsident Wladimir Putin in Spanien. Seine Gäste lobten den König."


def named(text: str, language: str) -> list[str]:
    found = Things(TEXT, "de").mentions(text, language)  # type: ignore[arg-type]
    return [text[mention.start : mention.end] for mention in found]


def test_things_are_found_again_in_either_language() -> None:
    assert named("In Spain Kim met Vladimir Putin; the guest saw the king.", "en") == [
        "Spain",
        "Kim",
        "Vladimir Putin",
        "guest",
        "king",
    ]
    assert named("Die Spanier sahen Putin.", "de") == ["Spanier", "Putin"]
    assert named("Nobody came.", "en") == []


def test_two_names_side_by_side_are_two() -> None:
    assert named("Gestern empfing Kim Jong Un Wladimir Putin.", "de") == ["Kim Jong Un", "Wladimir Putin"]


def test_equal_things_have_equal_numbers() -> None:
    found = Things(TEXT, "de").mentions("Putin sah Putin, Kim sah Kim Jong Un.", "de")
    assert [mention.thing for mention in found] == [found[0].thing] * 2 + [found[2].thing] * 2
    assert found[0].thing != found[2].thing


def test_actors_have_one_name_in_both_languages() -> None:
    assert [actor.thing for actor in actors("Der Präsident rief die Gäste.", "de")] == ["president", "guest"]
    assert [actor.thing for actor in actors("The president called his guests.", "en")] == ["president", "guest"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Lukashenko", True),
        ("Sochi", True),
        ("Russian", True),
        ("Yung", True),
        ("defence", True),
        ("Weber", False),
        ("Minsk", False),
        ("Lavrov", False),
    ],
)
def test_words_of_names_in_a_german_text(word: str, expected: bool) -> None:
    text = "Lukaschenko war in Sotschi. Das russische Verteidigungsministerium empfing Kim Young-ho."
    assert Lexis.of(text, "de").has_name(word, "en") is expected


def test_acronyms_and_designations() -> None:
    lexis = Lexis.of("The European Union bought the Su-57 and the MiG 29.", "en")
    assert lexis.has_acronym(("EU",))
    assert not lexis.has_acronym(("UN",))
    assert lexis.has_code("Su-57")
    assert lexis.has_code("MiG-29")
    assert not lexis.has_code("Su-5")
    assert Lexis.of("Die SPD verlor.", "de").has_acronym(("Sozialdemokratische", "Partei", "Deutschlands"))


def test_a_claim_tells_what_a_capital_at_the_start_does_not() -> None:
    text = "Tonga defeated Scotland."
    assert [text[m.start : m.end] for m in Things(text, "en").mentions(text, "en")] == ["Scotland"]
    with_claim = Things(text, "en", ("Scotland won against Tonga and Samoa.", "en"))
    assert [text[m.start : m.end] for m in with_claim.mentions(text, "en")] == ["Tonga", "Scotland"]
    assert with_claim.mentions("She went to Samoa.", "en") == []
