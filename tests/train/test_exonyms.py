"""How pairs of names become things."""

from __future__ import annotations

import gzip
from pathlib import Path

from train.exonym_groups import Groups
from train.exonyms import Evidence, by_hand, gather, long_names, single_names
from train.questions.exonyms import spellings


def test_pairs_by_hand_that_share_a_name_are_one_thing() -> None:
    groups = Groups()
    groups.join("kyiv", "kiew")
    groups.join("kiev", "kyjiw")
    groups.join("kiev", "kiew")
    assert groups.table() == "kyiv kiev\tkiew kyjiw\n"


def test_learned_pairs_never_make_one_thing_of_two() -> None:
    groups = Groups()
    groups.join("rome", "rom")
    groups.join("milan", "mailand")
    groups.add("rome", "mailand")
    groups.add("roma", "rom")
    groups.add("old_rome", "rom")
    assert groups.table() == "rome roma\trom\nmilan\tmailand\n"


def test_single_names_need_a_place_and_no_small_letters() -> None:
    evidence = Evidence()
    evidence.titles += [("Silesia", "Schlesien"), ("Spleen", "Milz"), ("Moscow", "Moskwa")]
    evidence.capital.update(Silesia=3, Spleen=1)
    evidence.placed.update(Silesia=2)
    evidence.small.update(spleen=5)
    assert list(single_names(evidence)) == [("Silesia", "Schlesien")]


def test_long_names_have_capitals_throughout_and_other_words_in_german() -> None:
    evidence = Evidence()
    evidence.titles += [
        ("Turkish Land Forces", "Türkisches Heer"),
        ("Media law", "Medienrecht"),
        ("Markham River", "Markham (Fluss)"),
        ("Bogani Nani National Park", "Nationalpark Bogani Nani"),
        ("Companies of Ireland", "Unternehmen"),
    ]
    assert list(long_names(evidence)) == [("Turkish Land Forces", "Türkisches Heer")]


def test_evidence_is_gathered_from_titles_and_sentences(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv.gz"
    rows = (
        "Silesia\tSchlesien\twikipedia-titles\ttitles\nWe live in Silesia now.\tWir leben jetzt hier.\ttatoeba\thuman\n"
    )
    path.write_bytes(gzip.compress(rows.encode()))
    evidence = gather(path)
    assert evidence.titles == [("Silesia", "Schlesien")]
    assert evidence.placed["Silesia"] == 1
    assert evidence.small["live"] == 1
    assert evidence.german["leben"] == 1


def test_the_list_by_hand_is_what_questions_are_made_with() -> None:
    assert ("Germany", "Deutschland") in by_hand()
    assert spellings("germany") == {"germany", "deutschland"}
    assert spellings("kiew") >= {"kyiv", "kiev"}
    assert spellings("nowhere") == frozenset()
