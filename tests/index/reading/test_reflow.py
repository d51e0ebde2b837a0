from __future__ import annotations

import pytest

from index.reading.reflow import reflow

FULL = "Der Präsident sprach am Montag in der Hauptstadt lange über die Lage"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("eine lange Zusam-", "menarbeit", "eine lange Zusammenarbeit"),
        ("in Nord-", "und Südkorea", "in Nord- und Südkorea"),
        ("über Kim-", "Putin und", "über Kim-Putin und"),
        ("mit US-", "amerikanischer Hilfe", "mit US-amerikanischer Hilfe"),
        ("am 14.-", "15. September", "am 14.- 15. September"),
        ("der Gipfel -", "sagte er", "der Gipfel - sagte er"),
    ],
)
def test_divided_words_in_german(first: str, second: str, joined: str) -> None:
    assert joined in reflow([f"{FULL} {first}\n{second} {FULL}"])


@pytest.mark.parametrize(
    ("first", "second", "rest", "joined"),
    [
        ("the govern-", "ment said", "", "the government said"),
        ("a long-", "term plan", "", "a long-term plan"),
        ("the well-", "ness area", "of wellness", "the wellness area"),
        ("the oil-", "rich state", "an oil-rich country", "the oil-rich state"),
    ],
)
def test_divided_words_in_english(first: str, second: str, rest: str, joined: str) -> None:
    page = (
        f"The president spoke to the press for a long time about {first}\n{second} that was before the meeting {rest}"
    )
    assert joined in reflow([page])


def test_headings_lists_and_short_last_lines_keep_their_breaks() -> None:
    page = f"Ein Titel\n{FULL}\n{FULL} und das\nEnde.\n{FULL}:\n- erster Punkt\n- zweiter Punkt"
    assert reflow([page]).split("\n") == [
        "Ein Titel",
        "",
        f"{FULL} {FULL} und das Ende.",
        "",
        f"{FULL}:",
        "- erster Punkt",
        "- zweiter Punkt",
    ]


def test_a_line_may_end_early_because_the_next_word_is_long() -> None:
    short = FULL[:45]
    text = reflow([f"{FULL}\n{short}\nDonaudampfschifffahrtsgesellschaftskapitän und\n{FULL}"])
    assert f"{short} Donaudampf" in text


@pytest.mark.parametrize("following", ["14. September 2023 an.", "– so hieß es – am Abend an."])
def test_an_ordinal_or_a_dash_at_the_start_of_a_line_is_no_list(following: str) -> None:
    assert f"{FULL} {following}" in reflow([f"{FULL}\n{FULL}\n{following}"])


@pytest.mark.parametrize("item", ["1. Getreide", "– Getreide", "• Getreide"])
def test_items_after_the_end_of_a_sentence_have_their_lines(item: str) -> None:
    assert f"\n{item}" in reflow([f"{FULL} und drei Dinge:\n{item}\n{FULL}"])


def test_blank_lines_stay() -> None:
    assert reflow([f"{FULL}\n\n{FULL}"]) == f"{FULL}\n\n{FULL}"


def test_ligatures_become_letters() -> None:
    assert reflow(["Eﬃzienz und Finanzﬂuss"]) == "Effizienz und Finanzfluss"


def test_only_the_pages_own_number_at_its_edge_is_dropped() -> None:
    assert reflow(["1\nText eins", "Text zwei\n- 2 -", "2023\nText drei"]).split() == [
        "Text",
        "eins",
        "Text",
        "zwei",
        "2023",
        "Text",
        "drei",
    ]


@pytest.mark.parametrize("pages", [[], [""], ["", "  \n"]])
def test_nothing_becomes_nothing(pages: list[str]) -> None:
    assert reflow(pages).strip() == ""
