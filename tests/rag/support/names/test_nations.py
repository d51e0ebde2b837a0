from __future__ import annotations

import pytest

from index.models import Language
from rag.support.names.nations import names_nation, nations_called


@pytest.mark.parametrize(
    ("name", "language", "text", "written"),
    [
        ("Malta", "de", "Der maltesische Abgeordnete schwieg.", "de"),
        ("Swiss", "en", "Die Schweiz lehnte ab.", "de"),
        ("Schweizer", "de", "Switzerland refused.", "en"),
        ("Danes", "en", "Denmark lent a ship.", "en"),
        ("Portugiesen", "de", "A Lisbon surgeon", "en"),
        ("Südkoreas", "de", "dealers in Seoul", "en"),
        ("European", "en", "Finnlands Notenbankchefin", "de"),
        ("North African", "en", "Tunisian oil", "en"),
        ("Latin American", "en", "die chilenische Delegation", "de"),
        ("Skandinavierin", "de", "die Norwegerin", "de"),
        ("Europas", "de", "the European mood", "en"),
    ],
)
def test_a_country_is_named_by_its_people_adjective_and_capital(
    name: str, language: Language, text: str, written: Language
) -> None:
    wanted = nations_called(name, language)
    assert wanted
    assert names_nation(text, written, wanted)


@pytest.mark.parametrize(
    ("name", "language", "text", "written"),
    [
        ("Austria", "en", "Australian voters", "en"),
        ("Niger", "en", "Nigerian voters", "en"),
        ("African", "en", "South Korean voters", "en"),
        ("Kenia", "de", "an African country", "en"),
        ("South Sudan", "en", "Sudanese voters", "en"),
        ("US", "en", "They told us.", "en"),
    ],
)
def test_another_country_or_a_wider_region_does_not_name_it(
    name: str, language: Language, text: str, written: Language
) -> None:
    assert not names_nation(text, written, nations_called(name, language))


@pytest.mark.parametrize("word", ["Niederlage", "Schwester", "Schweigen", "Straße", "Golf", "Entgegen"])
def test_nouns_that_open_like_a_country_stand_for_none(word: str) -> None:
    assert nations_called(word, "de") == frozenset()
