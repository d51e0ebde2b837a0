from __future__ import annotations

import pytest

from rag.replies.unclear import is_unclear, looks_random

NOTHING = """
??? .... ! 42 110 - 😀 asdfgh qwertz aaaaaaa xkcdqpt hm ja ok the wer? Warum? what_is_it? und? der_die_das asdfgh_jklö
"""
SOMETHING = """
Brexit NATO WHO Su-57 Kim Szczecin Wostotschny KCNA fdp mRNA 13.09.2023 9/11 When_did_he_die? Deutschlandticket Isar_2
Was_fehlte_in_dem_Gebäude? was_ist_asdfgh Xi Krk Wann_war_sein_Debüt
"""


def _unknown(word: str) -> bool:
    return False


@pytest.mark.parametrize("text", [text.replace("_", " ") for text in NOTHING.split()])
def test_nothing_can_be_searched_for(text: str) -> None:
    assert is_unclear(text, _unknown)


@pytest.mark.parametrize("text", [text.replace("_", " ") for text in SOMETHING.split()])
def test_names_dates_and_words_can_be(text: str) -> None:
    assert not is_unclear(text, _unknown)


def test_a_word_of_the_archive_is_never_nonsense() -> None:
    assert looks_random("xkcdqpt")
    assert not is_unclear("xkcdqpt", lambda word: word == "xkcdqpt")
