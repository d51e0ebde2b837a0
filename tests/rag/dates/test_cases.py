"""Questions with the time that is to be read from them; the day is Wednesday, 20 September 2023."""

from __future__ import annotations

from datetime import date

import pytest

from index.dates import parse_published
from index.models import Language
from rag.dates import interpret

NOW = date(2023, 9, 20)

ABSOLUTE_DE = """
Was geschah am 14. September 2023? | 2023-09-14 2023-09-14
Was geschah am 14.09.2023? | 2023-09-14 2023-09-14
Was geschah am 14. 9. 2023? | 2023-09-14 2023-09-14
Was geschah am 14.9.23? | 2023-09-14 2023-09-14
Was geschah am 5.11.98? | 1998-11-05 1998-11-05
Was geschah am 2023-09-14? | 2023-09-14 2023-09-14
Was geschah am 14. September? | 2023-09-14 2023-09-14
Was geschah am 30. September? | 2022-09-30 2022-09-30
Was geschah am 1. Jänner 2023 in Wien? | 2023-01-01 2023-01-01
Was geschah am 3. Okt. 2022? | 2022-10-03 2022-10-03
Was geschah im September 2023? | 2023-09 2023-09
was geschah im september 2023 | 2023-09 2023-09
Was geschah im September des Jahres 2022? | 2022-09 2022-09
Was geschah im März 2022? | 2022-03 2022-03
Was geschah im Mai? | 2023-05 2023-05
Was geschah im Oktober? | 2022-10 2022-10
Wer siegte im Herbst 2022? | 2022-09 2022-11
Wer siegte im Frühjahr 2022? | 2022-03 2022-05
Wer siegte im Winter 2022/23? | 2022-12 2023-02
Wer siegte im Sommer? | 2023-06 2023-08
Wer siegte 2021? | 2021 2021
Wer siegte im Jahr 2021? | 2021 2021
Wer siegte bei der Wahl 2021 im Ahrtal? | 2021 2021
Für welche Leistung gab es 2023 den Nobelpreis? | 2023 2023
Wer bekam im Jahr 2000 den Preis? | 2000 2000
Wie hoch war der Umsatz in Q3 2022? | 2022-07 2022-09
Wie hoch war der Umsatz im dritten Quartal 2022? | 2022-07 2022-09
Wie hoch war der Umsatz im 3. Quartal 2022? | 2022-07 2022-09
Wie hoch war der Umsatz im ersten Halbjahr 2022? | 2022-01 2022-06
Was geschah Anfang Juni 2023? | 2023-06-01 2023-06-10
Was geschah Mitte Juni 2023? | 2023-06-11 2023-06-20
Was geschah Ende Juni 2023? | 2023-06-21 2023-06-30
Was geschah Ende Februar 2020? | 2020-02-21 2020-02-29
Was geschah Anfang 2022? | 2022-01 2022-04
Was geschah Ende 2022? | 2022-09 2022-12
Was geschah Mitte September? | 2023-09-11 2023-09-20
Was geschah zwischen Mai und Juli 2023? | 2023-05 2023-07
Was geschah zwischen Mai 2022 und Juli 2023? | 2022-05 2023-07
Was geschah von November bis Februar 2023? | 2022-11 2023-02
Was geschah von Mai bis Juli? | 2023-05 2023-07
Was geschah von 2019 bis 2021? | 2019 2021
Was geschah zwischen 2019 und 2021? | 2019 2021
Was geschah 2019–2021? | 2019 2021
Was geschah 2022/23? | 2022 2023
Was geschah vom 3. bis 5. September 2023? | 2023-09-03 2023-09-05
Was geschah zwischen dem 3. und dem 5. September 2023? | 2023-09-03 2023-09-05
Was geschah zwischen dem 30. Mai und dem 2. Juni 2023? | 2023-05-30 2023-06-02
Was geschah seit Juni? | 2023-06 -
Was geschah seit Juni 2022? | 2022-06 -
Was kostet es seit dem 1. Mai 2023? | 2023-05 -
Was kostet es ab Januar 2025? | 2025 -
Was geschah vor Mai 2023? | - 2023-04
Was geschah vor dem 1. Mai 2023? | - 2023-04
Was geschah vor 2021? | - 2020
Was geschah nach dem 14. September 2023? | 2023-09-15 -
Was geschah nach 2021? | 2022 -
Was geschah bis Ende 2022? | - 2022
Was geschah bis Dezember 2022? | - 2022
Was geschah bis zum 7. Februar 2023? | - 2023-02-07
Was geschah am 29. Februar 2020? | 2020-02-29 2020-02-29
Was geschah im Januar 2023 in Paris und was im Mai? | 2023-01 2023-05
Wie stark war das Beben am Montag, dem 6. Februar 2023? | 2023-02-06 2023-02-06
"""

ABSOLUTE_EN = """
What happened on 14 September 2023? | 2023-09-14 2023-09-14
What happened on September 14, 2023? | 2023-09-14 2023-09-14
What happened on the 14th of September 2023? | 2023-09-14 2023-09-14
What happened on Sept. 14, 2023? | 2023-09-14 2023-09-14
What happened on September 14? | 2023-09-14 2023-09-14
What happened on September 30th? | 2022-09-30 2022-09-30
What happened on May 14, 2023? | 2023-05-14 2023-05-14
What happened in September 2023? | 2023-09 2023-09
What happened in September of 2023? | 2023-09 2023-09
what happened in may 2023 | 2023-05 2023-05
What happened in May? | 2023-05 2023-05
What happened in March 2023? | 2023-03 2023-03
What happened in December? | 2022-12 2022-12
Who won in the autumn of 2022? | 2022-09 2022-11
Who won in fall 2022? | 2022-09 2022-11
Who won in 2021? | 2021 2021
Who won the 2021 election? | 2021 2021
Who refereed the final of Euro 2024? | 2024 2024
Revenue in Q3 2022? | 2022-07 2022-09
Revenue in the third quarter of 2022? | 2022-07 2022-09
Revenue in the first half of 2022? | 2022-01 2022-06
What happened in early June 2023? | 2023-06-01 2023-06-10
What happened in mid-June 2023? | 2023-06-11 2023-06-20
What happened at the end of June 2023? | 2023-06-21 2023-06-30
What happened in late 2022? | 2022-09 2022-12
What happened between May and July 2023? | 2023-05 2023-07
What happened between May 3 and May 5, 2023? | 2023-05-03 2023-05-05
How did it grow between 7 and 20 February 2023? | 2023-02-07 2023-02-20
What happened from 2019 to 2021? | 2019 2021
What happened on 3-5 September 2023? | 2023-09-03 2023-09-05
What has changed since June? | 2023-06 -
What has changed since June 2022? | 2022-06 -
What happened before May 2023? | - 2023-04
What happened after 14 September 2023? | 2023-09-15 -
What happened until the end of May 2023? | - 2023-05
How many had died by 7 February 2023? | - 2023-02-07
How many had been sent up to September 2022? | - 2022-09
What applies from May 2023 onwards? | 2023-05 -
Which talks followed the summit photo from May 2023? | 2023-05 2023-05
What was feared after the September 2023 summit? | 2023-09 2023-09
Why did he stay after the disputed 2020 election? | 2020 2020
Which country joined in January 2023, and what did the bank do that September? | 2023-01 2023-09
Before his September 2022 journey, when had Kim been abroad? | 2022-09 2022-09
"""

RELATIVE = """
de: Was geschah gestern? | 2023-09-19 2023-09-19 !
de: Was geschah vorgestern in Kiew? | 2023-09-18 2023-09-18 !
de: Was geschah vergangene Woche? | 2023-09-11 2023-09-17 !
de: Was geschah in der letzten Woche? | 2023-09-11 2023-09-17 !
de: Was geschah diese Woche? | 2023-09-18 2023-09-24 !
de: Was geschah im vergangenen Monat? | 2023-08 2023-08 !
de: Was geschah diesen Monat? | 2023-09 2023-09 !
de: Was geschah am vergangenen Wochenende? | 2023-09-16 2023-09-17 !
de: Was geschah letztes Jahr? | 2022 2022
de: Was geschah dieses Jahr? | 2023 2023
de: Was geschah heuer? | 2023 2023
de: Was geschah vor drei Wochen? | 2023-08-28 2023-09-03 !
de: Was geschah vor einer Woche? | 2023-09-11 2023-09-17 !
de: Was geschah vor 10 Tagen? | 2023-09-10 2023-09-10 !
de: Was geschah vor zwei Monaten? | 2023-07 2023-07 !
de: Was geschah vor zwei Jahren? | 2021 2021
de: Was geschah in den letzten zehn Tagen? | 2023-09-10 2023-09-20 !
de: Was geschah in den vergangenen Wochen? | 2023-08-23 2023-09-20 !
de: Was geschah in den letzten 24 Stunden? | 2023-09-19 2023-09-20 !
de: Was geschah in den letzten drei Jahren? | 2020-09-20 2023-09-20
de: Was beschloss der Rat am Montag? | 2023-09-18 2023-09-18
de: Was beschloss der Rat am Mittwochabend? | 2023-09-20 2023-09-20
de: Was beschloss der Rat vergangenen Freitag? | 2023-09-15 2023-09-15 !
de: Was beschloss der Rat letzten Mittwoch? | 2023-09-13 2023-09-13 !
de: Was geschah im vergangenen Oktober? | 2022-10 2022-10
de: Was geschah vergangenen Sommer? | 2023-06 2023-08
en: What happened yesterday? | 2023-09-19 2023-09-19 !
en: What happened the day before yesterday? | 2023-09-18 2023-09-18 !
en: What happened last week? | 2023-09-11 2023-09-17 !
en: What happened last week in Korea? | 2023-09-11 2023-09-17 !
en: What happened this week? | 2023-09-18 2023-09-24 !
en: What happened last month? | 2023-08 2023-08 !
en: What happened last weekend? | 2023-09-16 2023-09-17 !
en: What happened last year? | 2022 2022
en: How many missiles were fired this year? | 2023 2023
en: What happened three weeks ago? | 2023-08-28 2023-09-03 !
en: What happened a week ago? | 2023-09-11 2023-09-17 !
en: What happened 3 days ago? | 2023-09-17 2023-09-17 !
en: What happened two years ago? | 2021 2021
en: What happened in the past ten days? | 2023-09-10 2023-09-20 !
en: What happened over the past 48 hours? | 2023-09-18 2023-09-20 !
en: What happened in the last few weeks? | 2023-08-23 2023-09-20 !
en: What did the minister say last Friday? | 2023-09-15 2023-09-15 !
en: What did the minister say on Monday? | 2023-09-18 2023-09-18
en: What happened last September? | 2023-09 2023-09
en: What happened last summer? | 2023-06 2023-08
en: What has happened since yesterday? | 2023-09-19 - !
"""

DEMANDED = """
de: Artikel vom 14. September 2023 über die EZB | 2023-09-14 2023-09-14 !!
de: Welche Artikel aus dem Mai 2023 nennen Kim? | 2023-05 2023-05 !!
de: Artikel vor Mai 2023 über Finnland | - 2023-04 !!
de: Meldungen der vergangenen Woche | 2023-09-11 2023-09-17 !!
de: Nachrichten von gestern | 2023-09-19 2023-09-19 !!
de: Welche Artikel sind im Mai 2023 erschienen? | 2023-05 2023-05 !!
de: Was schrieb die Zeitung im Mai 2023 über Kim? | 2023-05 2023-05 !
de: Was wurde im Mai 2023 über Kim berichtet? | 2023-05 2023-05 !
de: Was stand im Mai 2023 in der Zeitung? | 2023-05 2023-05 !
en: Articles published in May 2023 about Kim | 2023-05 2023-05 !!
en: Which stories that appeared in May 2023 name Kim? | 2023-05 2023-05 !!
en: news of last week | 2023-09-11 2023-09-17 !!
en: reports from last week on Ukraine | 2023-09-11 2023-09-17 !!
en: What did the papers write in May 2023? | 2023-05 2023-05 !
en: What was reported in May 2023 about Kim? | 2023-05 2023-05 !
en: Which agency reported in May 2023 that Kim had fled? | 2023-05 2023-05
de: Wie viele Raketen schoss Nordkorea im Mai 2023 ab? | 2023-05 2023-05
de: Was stand im Mai 2023 auf dem Programm? | 2023-05 2023-05
"""

NO_TIME = """
de: Was geschah vor dem Gipfel?
en: What happened before the summit?
en: What happened after the war?
de: Was forderte Theresa May vor dem Gipfel?
en: Who succeeded Theresa May?
en: What happened after May resigned?
en: Who may attend the summit?
en: May protesters march on Washington?
en: Who led the march on Rome?
de: Wie heißt Herr Mai mit Vornamen?
de: Was stellt die März GmbH her?
de: Wer führt die März-Verlag KG?
de: Was zeigt das August-Bebel-Haus?
de: Wie viele der 2023 Personen kamen?
de: Wer bekam 1900 Euro?
de: Wer verlor 2000 Soldaten?
en: Who lost 2000 soldiers?
en: Who ran 1950 metres?
de: Was ist die Agenda 2030?
de: Was zeigte die Expo 2000?
en: What is Vision 2030?
de: Was regelt die Verordnung 2023/1805?
en: What does Resolution 1929 demand?
de: Wer war in der 2023er Mannschaft?
de: Was kann die Su-57?
en: What did the G20 decide?
en: Who had Covid-19?
de: Wie lange ist eine Sekunde?
de: Wie lange dauert die zweite Halbzeit?
de: Wer ist Guy Montag?
de: Was schreibt der Freitag?
de: Was kostet die Montage?
de: An welchem Wochentag tagte der Rat?
en: On which day of the week did they meet?
en: What did he do in his last year in office?
en: What happened in the last week of the war?
de: Was geschah in den letzten Tagen des Krieges?
de: Was geschah zwei Wochen nach der Katastrophe?
de: Was geschah drei Tage vor der Wahl?
en: What happened two months before his trip?
en: What happened on Friday after the summit?
de: Was kostet das Ticket?
en: Version 2.2023.1 of what?
de: Was kostet 19.99?
de: Wer wohnt in 10117 Berlin?
en: What is 2023% of five?
de: Ist 1.2023 eine Zahl?
en: Who is Jan?
de: Was geschah vor der Wende?
de: Wird es nächste Woche regnen?
"""

ORDERS = """
de: Was kostet das Ticket zuletzt? | newest
de: Was ist der aktuelle Preis? | newest
de: Wie lautet die neueste Zahl? | newest
de: Wie hoch ist die Zahl derzeit? | newest
de: Was sagen die jüngsten Zahlen? | newest
de: Wer ist der jüngste Minister? | -
de: Was meldeten die ersten Berichte? | oldest
de: Wer war der erste Minister? | -
de: Was war zuerst da? | -
en: What is the latest toll? | newest
en: What is the most recent toll? | newest
en: What does it currently cost? | newest
en: What did the first reports say? | oldest
en: What was initially reported? | oldest
en: Who was the first minister? | -
en: What was the last word? | -
en: Who spoke last? | -
en: How did the first reports differ from the latest? | -
"""


def _rows(table: str) -> list[tuple[str, str]]:
    pairs = (line.rpartition("|") for line in table.strip().splitlines())
    return [(question.strip(), expected.strip()) for question, _, expected in pairs]


def _tagged(table: str) -> list[tuple[Language, str, str]]:
    rows = _rows(table) if "|" in table else [(line, "") for line in table.strip().splitlines()]
    return [("de" if q.startswith("de") else "en", q[4:], expected) for q, expected in rows]


def _written(question: str, language: Language) -> str:
    read = interpret(question, language, NOW)
    if not read.periods:
        return ""
    mark = " !!" if read.exact else " !" if read.demanded else ""
    return f"{read.date_from or '-'} {read.date_to or '-'}{mark}"


@pytest.mark.parametrize(("question", "expected"), _rows(ABSOLUTE_DE))
def test_absolute_times_in_german_are_preferences(question: str, expected: str) -> None:
    assert _written(question, "de") == expected


@pytest.mark.parametrize(("question", "expected"), _rows(ABSOLUTE_EN))
def test_absolute_times_in_english_are_preferences(question: str, expected: str) -> None:
    assert _written(question, "en") == expected


@pytest.mark.parametrize(("language", "question", "expected"), _tagged(RELATIVE))
def test_relative_times_count_from_now_and_are_demanded_unless_they_count_years(
    language: Language, question: str, expected: str
) -> None:
    assert _written(question, language) == expected


@pytest.mark.parametrize(("language", "question", "expected"), _tagged(DEMANDED))
def test_who_speaks_of_publication_demands_it(language: Language, question: str, expected: str) -> None:
    assert _written(question, language) == expected


@pytest.mark.parametrize(("language", "question", "_"), _tagged(NO_TIME))
def test_what_only_looks_like_a_time_is_none(language: Language, question: str, _: str) -> None:
    assert _written(question, language) == ""


@pytest.mark.parametrize(("language", "question", "expected"), _tagged(ORDERS))
def test_the_order_is_read_where_reports_are_meant(language: Language, question: str, expected: str) -> None:
    assert (interpret(question, language, NOW).order or "-") == expected


def test_the_table_is_large_and_its_dates_are_in_the_calendar() -> None:
    rows = [*_rows(ABSOLUTE_DE), *_rows(ABSOLUTE_EN), *_rows(RELATIVE), *_rows(DEMANDED)]
    assert len(rows) + len(_tagged(NO_TIME)) + len(_tagged(ORDERS)) >= 200
    for bound in {bound for _, expected in rows for bound in expected.split()[:2]} - {"-"}:
        assert parse_published(bound) == bound
