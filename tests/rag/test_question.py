from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from index.errors import UsageError
from rag.models import Filters
from rag.question import MAX_CHARACTERS, read_filters, read_question


def test_a_question_is_trimmed_and_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Wer führt Südkorea?")
    assert decomposed != "Wer führt Südkorea?"
    assert read_question(f"  {decomposed}\n", "auto", {}).text == "Wer führt Südkorea?"


@pytest.mark.parametrize("empty", ["", " ", "\n\t", "\u00a0"])
def test_an_empty_question_is_wrong_usage(empty: str) -> None:
    with pytest.raises(UsageError, match="empty") as caught:
        read_question(empty, "auto", {})
    assert caught.value.exit_code == 2
    assert caught.value.remedy


def test_the_longest_question_passes_and_one_character_more_does_not() -> None:
    assert len(read_question("x" * MAX_CHARACTERS, "de", {}).text) == MAX_CHARACTERS
    with pytest.raises(UsageError, match=f"{MAX_CHARACTERS + 1} characters"):
        read_question("x" * (MAX_CHARACTERS + 1), "de", {})


def test_length_counts_after_trimming_and_composing() -> None:
    text = unicodedata.normalize("NFD", "ü" * MAX_CHARACTERS)
    assert len(text) == 2 * MAX_CHARACTERS
    assert len(read_question(f"{text}   ", "de", {}).text) == MAX_CHARACTERS


def test_half_a_character_is_refused_before_a_tokenizer_breaks_on_it() -> None:
    with pytest.raises(UsageError, match="no text"):
        read_question("Wer \udcff traf Kim?", "de", {})


@pytest.mark.parametrize(
    ("text", "language"), [("Wer traf Kim in Wostotschny?", "de"), ("Who met Kim at Vostochny?", "en")]
)
def test_auto_detects_the_language(text: str, language: str) -> None:
    assert read_question(text, "auto", {}).language == language


def test_a_stated_language_wins_over_the_detected_one() -> None:
    assert read_question("Who met Kim?", "de", {}).language == "de"


@pytest.mark.parametrize("language", ["fr", "", "DE", "german"])
def test_another_language_is_wrong_usage(language: str) -> None:
    with pytest.raises(UsageError, match="not supported") as caught:
        read_question("Qui?", language, {})
    assert "de, en or auto" in caught.value.remedy


def test_no_filters_restrict_nothing() -> None:
    assert read_filters({}) == Filters()
    assert read_filters({"date_from": None, "date_to": "", "languages": (), "sources": []}) == Filters()


def test_filters_are_kept() -> None:
    filters = read_filters({"date_from": "2023", "date_to": "2023-09", "languages": ["de"], "sources": ["Tagblatt"]})
    assert filters == Filters(date_from="2023", date_to="2023-09", languages=("de",), sources=("Tagblatt",))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2023", "2023"),
        (" 2023-09 ", "2023-09"),
        ("2024-02-29", "2024-02-29"),
        ("2023-09-14T07:12:00+02:00", "2023-09-14"),
        (date(2023, 9, 14), "2023-09-14"),
        (2023, "2023"),
    ],
)
def test_dates_keep_their_precision(given: object, kept: str) -> None:
    assert read_filters({"date_from": given}).date_from == kept
    assert read_filters({"date_to": given}).date_to == kept


@pytest.mark.parametrize("name", ["date_from", "date_to"])
@pytest.mark.parametrize("wrong", ["gestern", "2023-13", "2023-02-29", "14.09.2023", "23", True, 1.5, ["2023"]])
def test_what_is_no_date_is_wrong_usage_and_names_the_filter(name: str, wrong: object) -> None:
    with pytest.raises(UsageError, match=name) as caught:
        read_filters({name: wrong})
    assert "YYYY-MM-DD" in caught.value.remedy


def test_an_empty_range_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="range of dates is empty"):
        read_filters({"date_from": "2024", "date_to": "2023-12-31"})


@pytest.mark.parametrize(
    ("date_from", "date_to"), [("2023-09-14", "2023-09"), ("2023-09", "2023"), ("2023-09-14", "2023-09-14")]
)
def test_a_range_that_one_day_fits_is_not_empty(date_from: str, date_to: str) -> None:
    filters = read_filters({"date_from": date_from, "date_to": date_to})
    assert (filters.date_from, filters.date_to) == (date_from, date_to)


def test_an_unknown_filter_is_wrong_usage_and_the_known_ones_are_named() -> None:
    with pytest.raises(UsageError, match="date_form") as caught:
        read_filters({"date_form": "2023"})
    for name in Filters.model_fields:
        assert name in caught.value.remedy


@pytest.mark.parametrize(
    "values", [{"languages": ["fr"]}, {"languages": "de"}, {"sources": "Tagblatt"}, {"sources": [3]}]
)
def test_a_value_of_the_wrong_kind_is_wrong_usage(values: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=next(iter(values))):
        read_filters(values)


def test_the_filters_reach_the_question() -> None:
    assert read_question("Wer?", "de", {"languages": ["en"]}).filters.languages == ("en",)
    with pytest.raises(UsageError):
        read_question("Wer?", "de", {"nonsense": 1})
