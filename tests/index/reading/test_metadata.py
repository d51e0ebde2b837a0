from __future__ import annotations

import pytest

from index.errors import SourceError
from index.reading.metadata import Metadata, check_metadata, parse_language


def test_checks_and_tidies_every_field() -> None:
    record = {
        "id": "kim-1",
        "title": " Putin\n trifft  Kim ",
        "published": "2023-09",
        "language": "de-AT",
        "source": "Tagesblatt",
        "url": "https://example.org/a",
        "text": "ignored here",
    }
    assert check_metadata(record, "a.jsonl:1") == Metadata(
        id="kim-1",
        title="Putin trifft Kim",
        published="2023-09",
        language="de",
        source="Tagesblatt",
        url="https://example.org/a",
    )


def test_missing_and_blank_values_are_none() -> None:
    record = {"id": None, "title": "  ", "published": "", "language": "", "source": "\u200b"}
    assert check_metadata(record, "a") == Metadata()


@pytest.mark.parametrize("tag", ["de", "DE", "de-DE", "de_CH", " de-Latn-AT "])
def test_german_tags(tag: str) -> None:
    assert parse_language(tag, "a") == "de"


@pytest.mark.parametrize("tag", ["en", "en_US", "EN-gb"])
def test_english_tags(tag: str) -> None:
    assert parse_language(tag, "a") == "en"


@pytest.mark.parametrize("tag", ["fr", "den", "deutsch", "english", "e", "de-"])
def test_other_languages_are_refused_with_the_remedy(tag: str) -> None:
    with pytest.raises(SourceError, match=r"a\.md: the language .* is not supported\. Only articles in German"):
        parse_language(tag, "a.md")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"title": 5}, "'title' is a number, not a string"),
        ({"source": ["a"]}, "'source' is a list, not a string"),
        ({"url": {}}, "'url' is an object, not a string"),
        ({"id": True}, "'id' is true or false, not a string"),
        ({"language": 1.5}, "'language' is a number, not a string"),
        ({"published": "2023-02-30"}, "'published' is wrong: '2023-02-30' is not in the calendar"),
        ({"published": ["2023"]}, "'published' is wrong: a date is a string"),
        ({"id": "x" * 201}, "the id has 201 characters"),
    ],
)
def test_wrong_values_are_named(record: dict[str, object], message: str) -> None:
    with pytest.raises(SourceError) as caught:
        check_metadata(record, "a.jsonl:7")
    assert str(caught.value).startswith(f"a.jsonl:7: {message}")
    assert caught.value.remedy
