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
