"""Each kind of perturbation in each language: what changes, what stays, where it does not apply."""

from __future__ import annotations

from random import Random
from typing import get_args

import pytest

from eval.perturbation import Kind, perturb
from eval.perturbation.hints import Hints
from index.models import Language
from rag.support.features import features


def variants(text: str, language: Language, kind: Kind) -> set[str | None]:
    return {perturb(text, language, kind, Random(seed)) for seed in range(25)}


@pytest.mark.parametrize(
    ("text", "language", "kind", "expected"),
    [
        ("Tom beat Mary.", "en", "role", "Mary beat Tom."),
        ("Tom schlug Maria gestern.", "de", "role", "Maria schlug Tom gestern."),
        ("I saw him.", "en", "role", "He saw me."),
        ("The price rose from 5 to 8 euros.", "en", "role", "The price rose from 8 to 5 euros."),
        ("Prices rose.", "en", "antonym", "Prices fell."),
        ("Die Preise sind gestiegen.", "de", "antonym", "Die Preise sind gesunken."),
        ("Das war ein großer Sieg.", "de", "antonym", "Das war ein großer Niederlage."),
        ("He is ill.", "en", "negation", "He is not ill."),
        ("He went home.", "en", "negation", "He did not go home."),
        ("He didn't go home.", "en", "negation", "He went home."),
        ("She never lies.", "en", "negation", "She always lies."),
        ("Er wurde gestern gewählt.", "de", "negation", "Er wurde gestern nicht gewählt."),
        ("Er hat ein Auto.", "de", "negation", "Er hat kein Auto."),
        ("Er hat kein Auto.", "de", "negation", "Er hat ein Auto."),
        ("Tom ist sehr müde.", "de", "negation", "Tom ist nicht sehr müde."),
        ("Er kommt heute nicht.", "de", "negation", "Er kommt heute."),
        ("Perhaps he is ill.", "en", "modality", "He is ill."),
        ("He tried to escape.", "en", "modality", "He managed to escape."),
        ("Einige Menschen blieben.", "de", "modality", "Alle Menschen blieben."),
        ("Er könnte morgen kommen.", "de", "modality", "Er wird morgen kommen."),
        ("It cost two million.", "en", "number", "It cost two billion."),
        ("Es waren zwei Stunden.", "de", "number", "Es waren zwei Tage."),
    ],
)
def test_result_is_among_the_variants(text: str, language: Language, kind: Kind, expected: str) -> None:
    assert expected in variants(text, language, kind)


@pytest.mark.parametrize(
    ("text", "language", "kind", "feature"),
    [
        ("It killed 12 people.", "en", "number", "numbers_missing"),
        ("Es starben 12 Menschen.", "de", "number", "numbers_missing"),
        ("She came on 14 September 2023.", "en", "date", "dates_missing"),
        ("Sie kam am 14. September 2023.", "de", "date", "dates_missing"),
        ("He left on Monday.", "en", "date", "dates_missing"),
        ("Er ging am Montag.", "de", "date", "dates_missing"),
        ("Anna Weber left.", "en", "name", "names_missing"),
        ("Anna Weber ging.", "de", "name", "names_missing"),
        ("He lives in Paris.", "en", "place", "names_missing"),
        ("Er lebt in Paris.", "de", "place", "names_missing"),
        ("He is ill.", "en", "negation", "negation_clash"),
        ("Er ist krank.", "de", "negation", "negation_clash"),
    ],
)
def test_every_variant_is_seen_by_its_feature(text: str, language: Language, kind: Kind, feature: str) -> None:
    changed = variants(text, language, kind)
    assert None not in changed
    assert all(claim and features(text, claim, language, language)[feature] > 0 for claim in changed)


@pytest.mark.parametrize(("text", "language"), [("He slept well.", "en"), ("Er schlief gut.", "de")])
def test_an_addition_keeps_all_words(text: str, language: Language) -> None:
    added = [claim for claim in variants(text, language, "addition") if claim]
    assert len(added) > 5
    assert all(len(claim) > len(text) + 5 for claim in added)
    assert all(word in claim.lower() for claim in added for word in text[:-1].lower().split())


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Tom and Mary left.", "en", "role"),
        ("Tom und Maria gingen.", "de", "role"),
        ("More than 12 people came.", "en", "number"),
        ("Mindestens 12 Menschen kamen.", "de", "number"),
        ("He came as long as he could.", "en", "antonym"),
        ("Der Arm tat weh.", "de", "antonym"),
        ("Not only he came.", "en", "modality"),
        ("He slept.", "en", "date"),
        ("Er schlief.", "de", "place"),
        ("Die Europäische Union wuchs.", "de", "place"),
    ],
)
def test_does_not_apply(text: str, language: Language, kind: Kind) -> None:
    assert variants(text, language, kind) == {None}


def test_the_same_draw_gives_the_same_sentence() -> None:
    text = "On Monday 12 people left Paris."
    assert all(perturb(text, "en", kind, Random(3)) == perturb(text, "en", kind, Random(3)) for kind in get_args(Kind))


def test_hints_say_what_is_a_name_and_what_replaces_it() -> None:
    hints = Hints(frozenset({"Enkor"}), ("Sibir",))
    assert perturb("Then Enkor bought Ships.", "en", "name", Random(1), hints) == "Then Sibir bought Ships."
