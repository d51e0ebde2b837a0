from __future__ import annotations

from collections.abc import Callable

import pytest

from index.models import Language
from rag.verification import Evidence
from rag.verification.naming import missing_names
from rag.verification.sources import Source

MEETING = (
    "Putin traf Alexander Lukaschenko in Sotschi. Der südkoreanische Minister Kim Young-ho warnte die USA. "
    "Die Su-57 blieb am Boden."
)
BRIDGE = "Gov. Wes Moore thanked the National Transportation Safety Board. Munich and The Hague helped."


@pytest.mark.parametrize(
    ("text", "written", "claim", "language"),
    [
        (MEETING, "de", "Putin met Alexander Lukashenko in Sochi.", "en"),
        (MEETING, "de", "South Korea's minister Kim Yung-ho warned the United States.", "en"),
        (MEETING, "de", "Lukaschenkos Treffen mit Putin war in Sotschi.", "de"),
        (MEETING, "de", "The Su-57 stayed on the ground.", "en"),
        (MEETING, "de", "Am Montag blieb das Flugzeug stehen.", "de"),
        (BRIDGE, "en", "Wes Moore dankte der Verkehrssicherheitsbehörde.", "de"),
        (BRIDGE, "en", "München und Den Haag halfen.", "de"),
    ],
)
def test_names_are_found_in_every_spelling(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language
) -> None:
    assert missing_names(claim, language, [Source(evidence(text, written))])[1] == []


@pytest.mark.parametrize(
    ("text", "written", "claim", "language", "missing"),
    [
        (MEETING, "de", "Putin met Alexander Weber in Sochi.", "en", ["Alexander Weber"]),
        (MEETING, "de", "Habeck traf Lukaschenko in Sotschi.", "de", ["Habeck"]),
        (MEETING, "de", "Putin traf Lukaschenko in Minsk.", "de", ["Minsk"]),
        (MEETING, "de", "The Su-35 stayed on the ground.", "en", ["Su-35"]),
        (BRIDGE, "en", "Anna Moore dankte.", "de", ["Anna Moore"]),
        (BRIDGE, "en", "Vienna and The Hague helped.", "en", ["Vienna"]),
        (BRIDGE, "en", "The FBI helped.", "en", ["FBI"]),
    ],
)
def test_other_names_are_missing(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language, missing: list[str]
) -> None:
    assert missing_names(claim, language, [Source(evidence(text, written))])[1] == missing


def test_the_title_completes_a_name_of_which_the_passage_has_a_part(evidence: Callable[..., Evidence]) -> None:
    passage = evidence("Blinken dankte.", title="Antony Blinken in Brüssel")
    assert missing_names("Antony Blinken dankte.", "de", [Source(passage)])[1] == []
    assert missing_names("Tony Weber dankte.", "de", [Source(passage)])[1] == ["Tony Weber"]


def test_a_pronoun_may_stand_for_what_the_title_names(evidence: Callable[..., Evidence]) -> None:
    claim = "Scholz dankte."
    title = "Scholz in Brüssel"
    assert missing_names(claim, "de", [Source(evidence("Er dankte.", title=title))])[1] == []
    assert missing_names(claim, "de", [Source(evidence("Der Kanzler dankte.", title=title))])[1] == ["Scholz"]


@pytest.mark.parametrize(
    ("text", "written", "claim", "language"),
    [
        ("Der Dresdner Rapper schwieg.", "de", "Der Musiker aus Dresden schwieg.", "de"),
        ("Die Zürcher Behörde schwieg.", "de", "The agency in Zurich kept quiet.", "en"),
        ("She works in Dresden.", "en", "Sie lobt die Dresdner.", "de"),
        ("Der maltesische Abgeordnete schwieg.", "de", "Der Politiker auf Malta schwieg.", "de"),
        ("Yemeni delegates met in Bern.", "en", "In der Schweiz sprach der Jemen.", "de"),
        ("at the European Commission", "en", "Sie arbeitet bei der EU-Kommission.", "de"),
        ("Sie wurde kritisiert.", "de", "Kritik traf sie, eine Niederlage.", "de"),
        ("A friend helped.", "en", "Ihm half eine Konditorin.", "de"),
        ("one deputy, Kim Yazzie", "en", "Schwester Kim Yazzie half.", "de"),
        ("Swiss watch group", "en", "Der Schweizer Hersteller schwieg.", "de"),
    ],
)
def test_adjectives_peoples_and_nouns_raise_no_alarm(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language
) -> None:
    assert missing_names(claim, language, [Source(evidence(text, written))])[1] == []


@pytest.mark.parametrize(
    ("text", "written", "claim", "language", "missing"),
    [
        ("Der Dresdner Rapper schwieg.", "de", "Der Musiker aus Bremen schwieg.", "de", ["Bremen"]),
        ("Der maltesische Abgeordnete schwieg.", "de", "The politician in Cyprus kept quiet.", "en", ["Cyprus"]),
        ("Die Kenianerin gewann.", "de", "In Wien jubelte die Asiatin.", "de", ["Wien", "Asiatin"]),
        ("Die Kenianerin gewann.", "de", "Ein Portugiese gewann.", "de", ["Portugiese"]),
    ],
)
def test_another_country_or_town_is_missing(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language, missing: list[str]
) -> None:
    assert missing_names(claim, language, [Source(evidence(text, written))])[1] == missing
