from __future__ import annotations

from collections.abc import Callable

import pytest

from index.models import Language
from rag.verification import Evidence
from rag.verification.numbers import missing_numbers
from rag.verification.sources import Source

GERMAN = "Der Damm kostete 1,5 Mio. Euro und ist 650 Kilometer lang. Zwölf Menschen starben, 4.987 wurden gerettet."
ENGLISH = "Spain won 2-1. It lasted three and a half hours; 5 per cent left. He tried twice. It weighs $20."


def lacking(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language
) -> list[str]:
    return missing_numbers(claim, language, [Source(evidence(text, written))])[1]


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Er kostete 1.500.000 Euro.", "de"),
        ("It cost 1.5 million euros.", "en"),
        ("12 people died.", "en"),
        ("Twelve people died.", "en"),
        ("Rund 5.000 wurden gerettet.", "de"),
        ("About 5,000 were rescued.", "en"),
        ("Mehr als 4.900 wurden gerettet.", "de"),
        ("It is 650 km long.", "en"),
        ("Drei Männer sahen zu.", "de"),
    ],
)
def test_the_same_figure_in_another_form_is_found(
    evidence: Callable[..., Evidence], claim: str, language: Language
) -> None:
    assert lacking(evidence, GERMAN, "de", claim, language) == []


@pytest.mark.parametrize(
    ("claim", "language", "missing"),
    [
        ("Er kostete 2,5 Millionen Euro.", "de", ["2,5 Millionen Euro"]),
        ("It is 650 miles long.", "en", ["650 miles"]),
        ("Elf Menschen starben.", "de", ["Elf"]),
        ("5.000 wurden gerettet.", "de", ["5.000"]),
        ("Mehr als 5.000 wurden gerettet.", "de", ["5.000"]),
        ("Drei Hunde starben.", "de", ["Drei"]),
    ],
)
def test_another_figure_or_unit_is_missing(
    evidence: Callable[..., Evidence], claim: str, language: Language, missing: list[str]
) -> None:
    assert lacking(evidence, GERMAN, "de", claim, language) == missing


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        ("Spanien gewann 2:1.", []),
        ("Spanien gewann 3:1.", ["1:3"]),
        ("Es dauerte dreieinhalb Stunden.", []),
        ("Es dauerte viereinhalb Stunden.", ["4,5"]),
        ("5 Prozent gingen.", []),
        ("5 Euro kostete es.", ["5 Euro"]),
        ("Er versuchte es zweimal.", []),
        ("Es wiegt 20 Kilogramm.", ["20 Kilogramm"]),
    ],
)
def test_across_languages(evidence: Callable[..., Evidence], claim: str, missing: list[str]) -> None:
    assert lacking(evidence, ENGLISH, "en", claim, "de") == missing


@pytest.mark.parametrize(
    ("told", "claim", "missing"),
    [
        ("Bergheim won 29-26 on Sunday.", "Bergheim gewann mit 29:26.", []),
        ("Bergheim won 19-16 on Sunday.", "Bergheim gewann mit 19:16.", []),
        ("The game starts at 19:16.", "Bergheim gewann mit 19:17.", ["19:17"]),
        ("Bergheim lost 78-85 on Sunday.", "Bergheim unterlag 78:86.", ["78:86"]),
    ],
)
def test_results_are_written_in_two_ways(
    evidence: Callable[..., Evidence], told: str, claim: str, missing: list[str]
) -> None:
    assert lacking(evidence, told, "en", claim, "de") == missing


def test_dates_are_no_numbers_and_all_are_counted(evidence: Callable[..., Evidence]) -> None:
    source = Source(evidence("Am 3. Mai 2021 kamen 8 Leute."))
    assert missing_numbers("Am 4. Mai 2022 kamen 8 Leute und 9 Hunde.", "de", [source]) == (2, ["9"])


def test_facts_may_be_spread_over_passages(evidence: Callable[..., Evidence]) -> None:
    sources = [Source(evidence("Es waren 8.")), Source(evidence("It was 9.", "en", 2))]
    assert missing_numbers("Es waren 8 und 9.", "de", sources)[1] == []


@pytest.mark.parametrize(
    ("text", "written", "claim", "language"),
    [
        ("Nach Recherchen zweier Zeitungen", "de", "Two newspapers report it.", "en"),
        ("It was €6.4m.", "en", "Es waren 6,4 Millionen Euro.", "de"),
        ("Jeder fünfte kam ohne Reifen.", "de", "20 per cent came without tyres.", "en"),
        ("Mehr als die Hälfte stimmte zu.", "de", "Über 50 Prozent stimmten zu.", "de"),
        ("She wants 30 percent of the royalties.", "en", "She wants nearly a third of the royalties.", "en"),
        ("Das Spiel ist in zwei Wochen.", "de", "The match is in 14 days.", "en"),
        ("Within the hour he refused.", "en", "Keine sechzig Minuten vergingen.", "de"),
        ("171 gegen 142 Stimmen", "de", "It passed by a margin of 29.", "en"),
        ("sechs Armenier und zwei Aserbaidschaner", "de", "Insgesamt acht kamen frei.", "de"),
        ("61 Prozent, er kam auf 37 Prozent", "de", "Er erhielt 37, sie 61 Prozent.", "de"),
        ("3.2 million, compared with 2.9 million", "en", "2,9 gegenüber 3,2 Millionen", "de"),
        ("her 1742 violin", "en", "The 18th-century original", "en"),
        ("Die Mieterin und ihr Nachbar klagten.", "de", "The two went to court; both lost.", "en"),
        ("Tschechien lag vor Belgien.", "de", "Belgium came second.", "en"),
        ("a pair of planets", "en", "zwei Planeten", "de"),
    ],
)
def test_what_says_the_same_in_other_figures_is_found(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language
) -> None:
    assert lacking(evidence, text, written, claim, language) == []


@pytest.mark.parametrize(
    ("text", "written", "claim", "language", "missing"),
    [
        ("Es waren drei Soldaten.", "de", "Two soldiers came.", "en", ["Two"]),
        ("Sie blieben im Hotel.", "de", "Sie blieben zwei Nächte.", "de", ["zwei"]),
        ("It was €6.4m.", "en", "Es waren 4,6 Millionen Euro.", "de", ["4,6 Millionen Euro"]),
        ("Jeder fünfte kam.", "de", "25 per cent came.", "en", ["25 per cent"]),
        ("in zwei Wochen", "de", "in 15 days", "en", ["15 days"]),
        ("171 gegen 142 Stimmen", "de", "29 waren krank.", "de", ["29"]),
        ("171 gegen 142 Stimmen", "de", "by a margin of 28", "en", ["28"]),
        ("her 1742 violin", "en", "The 17th-century original", "en", ["17 century"]),
        ("Es war ihr dritter Sieg.", "de", "It was her second win.", "en", ["second"]),
        ("einhundertsechzig Leute", "de", "one hundred and seventy people", "en", ["170"]),
    ],
)
def test_what_comes_close_is_missing(
    evidence: Callable[..., Evidence], text: str, written: Language, claim: str, language: Language, missing: list[str]
) -> None:
    assert lacking(evidence, text, written, claim, language) == missing
