"""Who does what to whom, in both languages and across; what must not be told is not told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Language
from rag.support.relations.roles import Roles, roles

RECEIVED = "Wladimir Putin hat am 15. September Alexander Lukaschenko in Sotschi empfangen."
BEATEN = "England were beaten by Spain in the final."


@pytest.mark.parametrize(
    ("evidence", "written", "claim", "language"),
    [
        (RECEIVED, "de", "Vladimir Putin received Alexander Lukashenko in Sochi.", "en"),
        (RECEIVED, "de", "Alexander Lukaschenko wurde von Wladimir Putin empfangen.", "de"),
        (RECEIVED, "de", "Am 15. September empfing Wladimir Putin Alexander Lukaschenko.", "de"),
        (BEATEN, "en", "Spain beat England.", "en"),
        (BEATEN, "en", "Spanien schlug England.", "de"),
        (BEATEN, "en", "England verlor gegen Spanien.", "de"),
        ("Den Gast Lukaschenko begrüßte Putin.", "de", "Putin welcomed Lukashenko.", "en"),
        ("Shoigu met Kim at the airport and walked him to the bombers.", "en", "Shoigu led Kim to the bombers.", "en"),
        ("Putin was late. Kim holte ihn am Flughafen ab.", "de", "Kim holte Putin ab.", "de"),
        (
            "Alexander Lukaschenko verklagt Wladimir Putin.",
            "de",
            "Vladimir Putin is being sued by shipyard owner Lukashenko.",
            "en",
        ),
        ("Anna Weber kaufte das Haus von Tom Smith.", "de", "Tom Smith sold the house to Anna Weber.", "en"),
        ("Anna Weber dankte Tom Smith.", "de", "Anna Weber bedankte sich bei Tom Smith.", "de"),
    ],
)
def test_roles_that_are_kept(evidence: str, written: Language, claim: str, language: Language) -> None:
    assert roles(claim, evidence, language, written) == Roles(1, 0)


@pytest.mark.parametrize(
    ("evidence", "written", "claim", "language"),
    [
        (RECEIVED, "de", "Alexander Lukashenko received Vladimir Putin in Sochi.", "en"),
        (RECEIVED, "de", "Wladimir Putin wurde von Alexander Lukaschenko empfangen.", "de"),
        (BEATEN, "en", "England beat Spain.", "en"),
        (BEATEN, "en", "Spain lost to England.", "en"),
        (BEATEN, "en", "England schlug Spanien.", "de"),
        ("Shoigu met Kim at the airport and walked him to the bombers.", "en", "Kim led Shoigu to the bombers.", "en"),
        ("Putin was late. Kim holte ihn am Flughafen ab.", "de", "Putin holte Kim ab.", "de"),
        (
            "Alexander Lukaschenko verklagt Wladimir Putin.",
            "de",
            "Lukashenko is being sued by shipyard owner Vladimir Putin.",
            "en",
        ),
        (
            "Rodri was named best player, Yamal best youngster.",
            "en",
            "Yamal was best player, Rodri best youngster.",
            "en",
        ),
        ("Kim Jong Un habe Putin eingeladen, meldete KCNA.", "de", "Laut KCNA lud Putin Kim Jong Un ein.", "de"),
        ("Kim Jong Un habe Putin eingeladen.", "de", "According to KCNA, Putin invited Kim Jong Un.", "en"),
        (
            "Anna Weber überreichte den Preis in Rom Außenminister Tom Smith.",
            "de",
            "Tom Smith gave Anna Weber the prize.",
            "en",
        ),
        ("Anna Weber gab in Rom Außenminister Tom Smith den Preis.", "de", "Tom Smith gab Anna Weber den Preis.", "de"),
        ("Anna Weber sagte Tom Smith ihre Hilfe zu.", "de", "Tom Smith promised Anna Weber his help.", "en"),
        ("Belarus habe Russland beliefert, sagte er.", "de", "Putin said Russia had supplied Belarus.", "en"),
    ],
)
def test_roles_that_are_turned(evidence: str, written: Language, claim: str, language: Language) -> None:
    assert roles(claim, evidence, language, written) == Roles(0, 1)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Putin and Kim signed a treaty.", "Kim and Putin signed a treaty."),
        ("Putin met Kim.", "Kim met Putin."),
        ("Modi spoke in Johannesburg.", "In Johannesburg Modi spoke."),
        ("North Korea sent shells, said Matthew Miller.", "Matthew Miller said North Korea sent shells."),
        ("Anna Weber left.", "Tom Smith left."),
        ("Anna Weber praised Tom Smith.", "Tom Smith is two years older than Anna Weber."),
        ("Anna Weber is older than Tom Smith.", "Tom Smith is younger than Anna Weber."),
        (
            "A former director of OceanGate, David Lochridge, had doubts.",
            "David Lochridge, once a director, had doubts.",
        ),
        ("The king asked him to form a government.", "Starmer was to form a government, said the king."),
        ("Anna Weber drove Tom Smith in an Aurus.", "In an Aurus Anna Weber went."),
    ],
)
def test_where_nothing_can_be_told(evidence: str, claim: str) -> None:
    assert roles(claim, evidence, "en", "en") == Roles(0, 0)


def test_the_context_says_whom_a_pronoun_means() -> None:
    evidence, claim = "Camilla was crowned after him.", "Charles was crowned after Camilla."
    assert roles(claim, evidence, "en", "en") == Roles(0, 0)
    assert roles(claim, evidence, "en", "en", "Charles entered the Abbey.") == Roles(0, 1)


@given(st.text(alphabet="AKPputi nmby,.", max_size=60), st.text(alphabet="AKPputi nmby,.", max_size=60))
def test_any_text_is_borne(claim: str, evidence: str) -> None:
    found = roles(claim, evidence, "en", "de")
    assert found.kept >= 0
    assert found.turned >= 0
    assert roles(evidence, evidence, "en", "en").turned == 0
