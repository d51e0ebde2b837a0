from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.keywords.translation import WHOLE, Translations
from train.alignment import align
from train.lexicon import MOST_TRANSLATIONS, best, chosen, content_stems, read_sides, write
from train.pairs import Pair

SENTENCES = [
    ("The bridge is closed.", "Die Brücke ist gesperrt."),
    ("The bridge burned.", "Die Brücke brannte."),
    ("The mayor closed the school.", "Der Bürgermeister sperrte die Schule."),
    ("The mayor spoke.", "Der Bürgermeister sprach."),
    ("The school burned.", "Die Schule brannte."),
    ("Schools", "Schulen"),
]
PAIRS = [Pair(en, de, "tatoeba", "human") for en, de in SENTENCES]


def test_words_are_learned_from_pairs_and_read_back(tmp_path: Path) -> None:
    stems, sides = read_sides(PAIRS)
    write(tmp_path, stems, align(sides["de"], sides["en"], rounds=20))
    translations = Translations(tmp_path)
    for german, english in (("brücken", "bridg"), ("bürgermeister", "mayor"), ("schule", "school")):
        assert translations.of(german, "de")[0][0] == english
    for english, german in (("bridges", "bruck"), ("mayor", "burgermeist"), ("schools", "schul")):
        assert translations.of(english, "en")[0][0] == german
    assert translations.of("hafen", "de") == []


def test_function_words_are_left_out_and_words_counted_once() -> None:
    assert content_stems("Die Brücke und die Brücken der Stadt", "de") == ["bruck", "stadt"]
    assert content_stems("the of and", "en") == []


def test_pairs_without_content_on_one_side_are_left_out() -> None:
    _, sides = read_sides([*PAIRS, Pair("Bridge", "die", "tatoeba", "human")])
    assert len(sides["de"].lengths) == len(sides["en"].lengths) == len(PAIRS)


def test_one_manual_in_six_is_read_and_everything_else() -> None:
    manuals = [Pair("a", "b", "ms-learn", "human")] * 12
    assert len(chosen(manuals)) == 2
    assert len(chosen([*manuals, *PAIRS])) == 2 + len(PAIRS)


def test_the_best_translations_are_kept_and_their_shares_add_up() -> None:
    worth = np.linspace(0.5, 0.9, 20).astype(np.float32)
    table = best(np.ones(20, np.int32), np.arange(20, dtype=np.int32), worth, 3)
    assert table.starts.tolist() == [0, 0, MOST_TRANSLATIONS, MOST_TRANSLATIONS]
    assert table.targets.tolist() == [19, 18, 17, 16, 15, 14]
    assert int(table.shares.sum()) == pytest.approx(WHOLE, abs=3)


def test_what_is_hardly_a_translation_is_dropped() -> None:
    table = best(np.zeros(3, np.int32), np.arange(3, dtype=np.int32), np.array([0.9, 0.01, 0.02], np.float32), 1)
    assert table.targets.tolist() == [0]
    assert table.shares.tolist() == [WHOLE]
