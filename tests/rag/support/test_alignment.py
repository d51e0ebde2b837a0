from __future__ import annotations

import pytest

from rag.support.alignment import coverage

EVIDENCE = "Nordkorea hat Russland nach Angaben aus Seoul mehr als tausend Container mit Munition geliefert."


@pytest.mark.parametrize("claim", [EVIDENCE, "Container mit Munition geliefert"])
def test_what_stands_there_is_covered(claim: str) -> None:
    assert coverage(claim, EVIDENCE) == pytest.approx(1.0)


def test_a_translation_is_covered_better_than_another_sentence() -> None:
    same = coverage("North Korea delivered containers of ammunition to Russia.", EVIDENCE)
    other = coverage("The swing bridge in Whitby will close for eleven weeks.", EVIDENCE)
    assert same > 0.75
    assert other < 0.3


def test_both_directions_of_language_work() -> None:
    english = "The minister of defence visited the harbour on Wednesday."
    assert coverage("Der Verteidigungsminister besuchte am Mittwoch den Hafen.", english) > 0.8
    assert coverage(english, "Der Verteidigungsminister besuchte am Mittwoch den Hafen.") > 0.8


def test_a_word_without_counterpart_costs_its_weight() -> None:
    full = coverage("Nordkorea lieferte Munition.", EVIDENCE)
    added = coverage("Nordkorea lieferte Munition und Pandabären.", EVIDENCE)
    assert added < full - 0.2


def test_another_number_is_not_covered() -> None:
    assert coverage("60 Container", "60 containers") == pytest.approx(1.0)
    assert coverage("60 Container", "85 containers") < 0.7


@pytest.mark.parametrize("claim", ["", "und in der die", "?!"])
def test_in_a_claim_without_meaningful_words_nothing_is_missing(claim: str) -> None:
    assert coverage(claim, EVIDENCE) == 1.0


def test_against_no_evidence_nothing_is_covered() -> None:
    assert coverage("Nordkorea lieferte Munition.", "") == 0.0


def test_a_stricter_threshold_covers_no_more() -> None:
    claim = "Pyongyang has supplied Moscow with arms."
    shares = [coverage(claim, EVIDENCE, least) for least in (0.0, 0.3, 0.5, 0.7, 1.01)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == pytest.approx(1.0)
    assert shares[-1] == 0.0
