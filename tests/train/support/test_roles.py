"""Sentences made up about who did what to whom."""

from __future__ import annotations

import dataclasses
from random import Random

import pytest

from index.models import Language
from train.support.deeds import Deed, deeds
from train.support.parties import Party, party
from train.support.roles import _DAYS, Event, _events, role_rows, tell
from train.support.rows import DIRECTIONS

LANGUAGES: tuple[Language, Language] = ("de", "en")

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


def told(event: Event, language: Language, *, claim: bool = True) -> set[str]:
    """In all the ways that a hundred draws find."""
    return {tell(event, language, Random(seed), claim=claim) for seed in range(100)}


def test_an_event_is_told_in_many_ways() -> None:
    event = Event(PRAISE, COACH, LENA, ("for the goal", "für das Tor"))
    english, german = told(event, "en"), told(event, "de")
    assert {"The coach praised Lena Pohl for the goal.", "Lena Pohl was praised by the coach for the goal."} <= english
    assert {"Der Trainer lobte Lena Pohl für das Tor.", "Lena Pohl wurde vom Trainer für das Tor gelobt."} <= german


def test_german_puts_an_object_first_only_where_its_case_shows() -> None:
    assert "Den Trainer lobte Lena Pohl." in told(Event(PRAISE, LENA, COACH), "de")
    assert "Lena Pohl lobte Anna Holt." not in told(Event(PRAISE, ANNA, LENA), "de")


def test_a_claim_may_say_it_from_the_other_side_and_evidence_more_than_a_claim() -> None:
    event = Event(PRAISE, ANNA, LENA)
    other_side = {"en": "Lena Pohl received praise from Anna Holt.", "de": "Lena Pohl erhielt Lob von Anna Holt."}
    framed = {
        "en": {
            "The report mentions Anna Holt's praise for Lena Pohl.",
            "Anna Holt, who praised Lena Pohl, declined to comment.",
        },
        "de": {"Der Bericht erwähnt das Lob von Anna Holt für Lena Pohl."},
    }
    for language in LANGUAGES:
        claims, evidence = told(event, language), told(event, language, claim=False)
        assert other_side[language] in claims - evidence
        assert framed[language] <= evidence - claims


def test_a_masculine_noun_is_an_object_in_its_frame() -> None:
    beaten = dataclasses.replace(PRAISE, nouns=("A's victory over B", "der Sieg von A über B"))
    sentences = told(Event(beaten, ANNA, LENA), "de", claim=False)
    assert "Den Sieg von Anna Holt über Lena Pohl hatte niemand erwartet." in sentences


def test_a_dative_has_no_passive() -> None:
    helped = dataclasses.replace(
        PRAISE, english=("helped", "helped"), german=("half", "", "geholfen"), case="dat", converses=("", "")
    )
    sentences = told(Event(helped, LENA, COACH), "de")
    assert "Lena Pohl half dem Trainer." in sentences
    assert not any("wurde" in sentence or "worden" in sentence for sentence in sentences)


def test_rows_are_balanced_and_the_same_each_time() -> None:
    rows = list(role_rows([PRAISE, *deeds()[:20]], 80, Random(1)))
    assert rows == list(role_rows([PRAISE, *deeds()[:20]], 80, Random(1)))
    for direction in DIRECTIONS:
        labels = [row.label for row in rows if (row.evidence_language, row.claim_language) == direction]
        assert labels.count(0) == labels.count(1) == 10


def test_half_of_the_deeds_are_done_the_unusual_way_round() -> None:
    arrest = dataclasses.replace(
        PRAISE, kinds=(("body", "country"),), tails=(("", ""),), nouns=("", ""), converses=("", "")
    )
    actors = {_events([arrest], Random(seed))[0].who.english for seed in range(400)}
    assert {"France", "Norvik"} <= actors


@pytest.mark.parametrize("seed", range(5))
def test_a_true_claim_adds_nothing(seed: int) -> None:
    details = [("for the goal", "für das Tor"), *_DAYS]
    for row in role_rows([PRAISE], 200, Random(seed)):
        for english, german in details if row.label else ():
            stated, given = (
                german if language == "de" else english for language in (row.claim_language, row.evidence_language)
            )
            if stated.lower() in row.claim.lower():
                assert given.lower() in row.evidence.lower()
        assert not any(word in row.claim for word in ("comment", "report", "Bericht", "niemand"))


def test_what_must_end_a_german_clause_ends_it() -> None:
    """A separable prefix or the thing given: "lieh ein Auto", "nahm fest"; in the participle it is included."""
    for deed in deeds():
        who, whom = (party(kind, Random(number), named=True) for number, kind in enumerate(deed.kinds[0]))
        plain = dataclasses.replace(deed, nouns=("", ""), converses=("", ""))
        _, ending, participle = deed.german
        for sentence in told(Event(plain, who, whom), "de"):
            assert ending in sentence or participle in sentence
            assert who.cases[0].split()[-1] in sentence
            assert whom.cases[0].split()[-1] in sentence
