from __future__ import annotations

from rag.support.relations.deeds import deeds


def test_words_of_one_deed_share_its_number_across_languages() -> None:
    assert deeds("en")["sued"] & deeds("de")["verklagte"]
    assert deeds("en")["lost"] & deeds("de")["schlug"]


def test_words_of_different_deeds_do_not() -> None:
    assert not deeds("en")["sued"] & deeds("de")["lobte"]


def test_a_word_may_name_several_deeds() -> None:
    assert deeds("en")["received"] & deeds("de")["erhielt"]
    assert deeds("en")["received"] & deeds("de")["empfing"]
