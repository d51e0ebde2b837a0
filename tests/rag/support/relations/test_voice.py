"""Which of two acts, from the form of the sentence alone."""

from __future__ import annotations

import pytest

from index.models import Language
from rag.support.relations.voice import first_leads


def _leads(text: str, first: str, second: str, language: Language) -> bool | None:
    one, two = text.index(first), text.index(second)
    return first_leads(text, (one, one + len(first)), (two, two + len(second)), language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Weber is being sued by shipyard owner Saathoff.", "en"),
        ("Weber got a map by German president Saathoff given.", "en"),
        ("Weber was to be replaced by his colleague Saathoff.", "en"),
        ("Vertreten wird Weber von ihrem Kollegen Saathoff.", "de"),
        ("Weber sei von der Sängerin Saathoff vertreten worden.", "de"),
        ("Dem Gast Weber kam der Wirt Saathoff erst spät entgegen.", "de"),
        ("Seinen eigenen Anwalt Weber zeigte der Wirt Saathoff an.", "de"),
        ("Weber, whom Saathoff succeeded, never came.", "en"),
        ("Weber, den Saathoff suchte, wurde gefasst.", "de"),
        ("Weber erbte das Gut von dem Winzer Saathoff.", "de"),
        ("Weber inherited the estate from Saathoff.", "en"),
        ("Weber accepted the prize from Saathoff.", "en"),
        ("Weber, born in Hungary, had been demoted by Saathoff.", "en"),
        ("Weber bekam Geld vom Verlag Saathoff.", "de"),
        ("Weber is going to Saathoff for six million euros.", "en"),
        ("Weber schlug hinter Saathoff an.", "de"),
    ],
)
def test_the_second_acts(text: str, language: Language) -> None:
    assert _leads(text, "Weber", "Saathoff", language) is False


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Saathoff is suing Weber.", "en"),
        ("Premier Saathoff (right) thanked Weber.", "en"),
        ("Third place went to Saathoff, who beat Weber.", "en"),
        ("Am Montag verklagte Saathoff die Reederei Weber.", "de"),
        ("Saathoff leads the table, followed by Weber.", "en"),
        ("Saathoff übernahm das Amt von Weber.", "de"),
    ],
)
def test_the_first_acts(text: str, language: Language) -> None:
    assert _leads(text, "Saathoff", "Weber", language) is True


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The police handed Weber to Saathoff.", "en"),
        ("Rather than fire Weber, the premier Saathoff moved him.", "en"),
        ("Weber wusste, dass das von Saathoff gekaufte Bild gestohlen war.", "de"),
        ("Die Klage gegen Weber bedauerte der Rat, sagte Saathoff.", "de"),
        ("Weber was freed from Saathoff.", "en"),
        ("Weber thanked the team led by Saathoff.", "en"),
    ],
)
def test_where_the_form_does_not_tell(text: str, language: Language) -> None:
    assert _leads(text, "Weber", "Saathoff", language) is None


@pytest.mark.parametrize(
    "text",
    ["Weber hat bei einem Besuch Saathoff gewarnt.", "Weber sagte Saathoff Hilfe zu.", "Weber sagte Saathoff ab."],
)
def test_who_visits_or_promises_acts(text: str) -> None:
    assert _leads(text, "Weber", "Saathoff", "de") is True


def test_who_says_to_another_that_something_is_done_does_not_do_it() -> None:
    assert _leads("Weber sagte Saathoff, es gehe voran.", "Weber", "Saathoff", "de") is None
