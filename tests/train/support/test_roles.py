"""Sentences made up about who did what to whom."""

from __future__ import annotations

from random import Random

import pytest

from index.models import Language
from train.support.deeds import Deed, deeds
from train.support.parties import Party, party
from train.support.roles import Event, role_rows, tell
from train.support.rows import DIRECTIONS

PRAISE = Deed(
    kinds=(("person", "person"),),
    english=("praised", "praised"),
    german=("lobte", "", "gelobt"),
    case="acc",
    tails=(("for the goal", "für das Tor"),),
    nouns=("A's praise for B", "das Lob von A für B"),
    converses=("B received praise from A", "B erhielt Lob von A"),
)
COACH = Party("the coach", ("der Trainer", "den Trainer", "dem Trainer"), named=False, relative="who")
ANNA = Party("Anna Holt", ("Anna Holt",) * 3, named=True, relative="who")
LENA = Party("Lena Pohl", ("Lena Pohl",) * 3, named=True, relative="who")


def told(event: Event, language: Language) -> set[str]:
    return {tell(event, language, Random(seed)) for seed in range(300)}


def test_an_event_is_told_in_many_ways() -> None:
    event = Event(PRAISE, COACH, LENA, ("for the goal", "für das Tor"), ("", ""))
    english, german = told(event, "en"), told(event, "de")
    assert {"The coach praised Lena Pohl for the goal.", "Lena Pohl was praised by the coach for the goal."} <= english
    assert {
        "Der Trainer lobte Lena Pohl für das Tor.",
        "Lena Pohl wurde vom Trainer für das Tor gelobt.",
        "Es heißt, dass der Trainer Lena Pohl für das Tor gelobt habe.",
    } <= german


def test_german_puts_an_object_first_only_where_its_case_shows() -> None:
    to_coach = Event(PRAISE, LENA, COACH, ("", ""), ("", ""))
    assert "Den Trainer lobte Lena Pohl." in told(to_coach, "de")
    assert "Lena Pohl lobte Anna Holt." not in told(Event(PRAISE, ANNA, LENA, ("", ""), ("", "")), "de")


def test_nouns_and_the_other_side_keep_who_acts() -> None:
    event = Event(PRAISE, ANNA, LENA, ("", ""), ("", ""))
    assert {"Lena Pohl received praise from Anna Holt.", "Anna Holt's praise for Lena Pohl made headlines."} <= told(
        event, "en"
    )
    assert {"Lena Pohl erhielt Lob von Anna Holt.", "Das Lob von Anna Holt für Lena Pohl sorgte für Schlagzeilen."} <= (
        told(event, "de")
    )


def test_a_dative_stays_one_in_the_passive() -> None:
    helped = Deed(
        (("person", "person"),), ("helped", "helped"), ("half", "", "geholfen"), "dat", (("", ""),), *[("", "")] * 2
    )
    sentences = told(Event(helped, LENA, COACH, ("", ""), ("", "")), "de")
    assert "Lena Pohl half dem Trainer." in sentences
    assert not any("wurde" in sentence for sentence in sentences)


def test_rows_are_balanced_and_the_same_each_time() -> None:
    rows = list(role_rows([PRAISE, *deeds()[:20]], 80, Random(1)))
    assert rows == list(role_rows([PRAISE, *deeds()[:20]], 80, Random(1)))
    for direction in DIRECTIONS:
        labels = [row.label for row in rows if (row.evidence_language, row.claim_language) == direction]
        assert labels.count(0) == labels.count(1) == 10


@pytest.mark.parametrize("seed", range(5))
def test_a_claim_adds_no_day_or_detail_of_its_own(seed: int) -> None:
    for row in role_rows([PRAISE], 100, Random(seed)):
        goal = {"en": "for the goal", "de": "für das Tor"}
        if goal[row.claim_language] in row.claim:
            assert goal[row.evidence_language] in row.evidence


def test_every_deed_can_be_told() -> None:
    for deed in deeds():
        for kinds in deed.kinds:
            who, whom = (party(kind, Random(number), named=True) for number, kind in enumerate(kinds))
            for tail in deed.tails:
                for language in ("de", "en"):
                    sentence = tell(Event(deed, who, whom, tail, ("", "")), language, Random(2))
                    assert who.called(language).split()[-1].lower() in sentence.lower()
                    assert "  " not in sentence
