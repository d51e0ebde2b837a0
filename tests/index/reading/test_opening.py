from __future__ import annotations

import pytest

from index.reading.opening import has_dateline, is_byline, stated_date, without_dateline, without_stated_date


@pytest.mark.parametrize(
    ("line", "story"),
    [
        ("ZIOLKOWSKI (dpa-AFX) - Nordkoreas Staatschef", "Nordkoreas Staatschef"),
        ("Berlin/Moskau (dpa) – Der Kreml", "Der Kreml"),
        ("Köln (dpa/lnw) - In der Nacht", "In der Nacht"),
        ("Frankfurt am Main (AFP) - Die Bank", "Die Bank"),
        ("St. Petersburg (dpa) - Am Morgen", "Am Morgen"),
        ("SEOUL, South Korea (AP) — North Korea", "North Korea"),
        ("MOSCOW, Sept. 13 (Reuters) - Russia", "Russia"),
        ("SEOUL: Nordkoreanischer Führer", "Nordkoreanischer Führer"),
        ("WASHINGTON — The president", "The president"),
        ("TEL AVIV, Israel — The army", "The army"),
        ("LOS ANGELES -- The fire", "The fire"),
    ],
)
def test_datelines_are_told_from_the_story(line: str, story: str) -> None:
    assert has_dateline(line)
    assert without_dateline(line) == story


@pytest.mark.parametrize(
    "line",
    [
        "NATO: Neue Mitglieder",
        "EU – Neue Sanktionen",
        "Putin (70) - der Dauerpräsident",
        "Nordkoreas Machthaber Kim: neue Reise",
        "Ein Satz (so die Agentur) geht weiter",
        "Kim trifft Putin - und schweigt",
    ],
)
def test_other_colons_and_brackets_are_no_datelines(line: str) -> None:
    assert not has_dateline(line)
    assert without_dateline(line) == line


def test_a_long_line_of_capitals_takes_no_time() -> None:
    assert not has_dateline("A" * 200_000)


@pytest.mark.parametrize(
    "line", ["Von Max Muster", "Von Max Muster und Eva-Maria Muster, Berlin", "By Jane Doe and John Roe in Berlin"]
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", ["Von Freiburg nach Basel", "By the book", "Von " + "Max " * 40, "Vonovia Wohnen"])
def test_headlines_that_only_begin_like_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Kim in Russland Stand: 14.09.2023 07:12 Uhr", "2023-09-14"),
        ("Stand: 4.1.2024", "2024-01-04"),
        ("Stand: 14. September 2023, 7.12 Uhr", "2023-09-14"),
        ("Veröffentlicht am 3. März 2024", "2024-03-03"),
        ("Aktualisiert: 2023-09-14 10:11", "2023-09-14"),
        ("Published: 14 September 2023", "2023-09-14"),
        ("Last updated: September 14, 2023 at 7:12 am", "2023-09-14"),
        ("Published on Sept. 3, 2021 10:00 GMT", "2021-09-03"),
    ],
)
def test_stated_dates(line: str, day: str) -> None:
    assert stated_date(f"{line}\n\nText.") == day
    assert "20" not in without_stated_date(line)


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt hat 3.400 Einwohner (Stand: 31.12.2022)",
        "Der Stand: 14.09.2023 wurde gemeldet",
        "Stand: 31.02.2023",
        "Rückstand: 14.09.2023",
        "eins\nzwei\ndrei\nvier\nStand: 14.09.2023",
    ],
)
def test_dates_that_do_not_date_the_article(text: str) -> None:
    assert stated_date(text) is None


def test_a_line_without_a_stated_date_stays() -> None:
    assert without_stated_date("Kim in Russland seit 14.09.2023") == "Kim in Russland seit 14.09.2023"
