from __future__ import annotations

import pytest

from index.models import Language
from rag.answering.two_times import at_each_time


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        (
            "en",
            "How did the number of dead grow between 7 and 20 February 2023?",
            "How did the number of dead grow on 7 February 2023?",
            "How did the number of dead grow on 20 February 2023?",
        ),
        (
            "de",
            "Wie stieg die Zahl der Toten zwischen dem 7. und dem 20. Februar 2023?",
            "Wie stieg die Zahl der Toten am 7. Februar 2023?",
            "Wie stieg die Zahl der Toten am 20. Februar 2023?",
        ),
        (
            "de",
            "Wie entwickelte sich der Preis von Mai bis Juli 2022?",
            "Wie entwickelte sich der Preis im Mai 2022?",
            "Wie entwickelte sich der Preis im Juli 2022?",
        ),
        (
            "de",
            "Wie änderte sich die Zahl zwischen 2019 und 2021?",
            "Wie änderte sich die Zahl im Jahr 2019?",
            "Wie änderte sich die Zahl im Jahr 2021?",
        ),
        (
            "en",
            "How did rents change from 2019 to 2021 in Graz?",
            "How did rents change in 2019 in Graz?",
            "How did rents change in 2021 in Graz?",
        ),
        ("en", "Who won in 2019 and in 2023?", "Who won in 2019?", "Who won in 2023?"),
        ("de", "Wie hoch war der Preis 2019 und 2021?", "Wie hoch war der Preis 2019?", "Wie hoch war der Preis 2021?"),
        (
            "de",
            "Wer siegte im Mai 2021 und im Juni 2022?",
            "Wer siegte im Mai 2021?",
            "Wer siegte im Juni 2022?",
        ),
        (
            "en",
            "How many goals did he score in May 2019 and June 2020?",
            "How many goals did he score in May 2019?",
            "How many goals did he score in June 2020?",
        ),
        (
            "en",
            "Who coached the women's champions in 2019 and men's champions in 2021?",
            "Who coached the women's champions in 2019?",
            "Who coached the men's champions in 2021?",
        ),
    ],
)
def test_what_is_asked_of_two_times_is_asked_at_each(language: Language, text: str, first: str, second: str) -> None:
    assert at_each_time(text, language) == (first, second)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Who led the country between 2010 and 2014?"),
        ("de", "Wer regierte von 2010 bis 2014?"),
        ("de", "Wer gewann die Wahl 2019 und regierte bis 2023?"),
        ("en", "How many people died in 2021 and were any found in 2022?"),
        ("en", "How much did the price rise from 5 to 10 euros in 2022?"),
        ("de", "Wer ermittelte im Fall Meyer zwischen 2010 und 2012?"),
        ("de", "Wer wohnte in Sankt Gallen von 2010 bis 2012?"),
        ("en", "Who won in 2019?"),
        ("de", "Was verbindet Köln und Bonn?"),
        ("de", ""),
    ],
)
def test_a_time_that_lasts_or_another_verb_makes_no_second_question(language: Language, text: str) -> None:
    assert at_each_time(text, language) is None
