from __future__ import annotations

import json

import pytest

from index.errors import SourceError
from index.reading.draft import Draft
from index.reading.jsonl import read_jsonl
from index.reading.metadata import Metadata


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def only(data: bytes) -> Draft | SourceError:
    [(_, record)] = read_jsonl(data, "a.jsonl")
    return record


def test_all_fields() -> None:
    record = {
        "id": "a",
        "text": "Text.",
        "title": "T",
        "published": "2023-09",
        "language": "de",
        "source": "S",
        "url": "u",
    }
    assert only(lines(record)) == Draft("Text.", Metadata("a", "T", "2023-09", "de", "S", "u"))


def test_only_the_required_fields() -> None:
    assert only(lines({"id": "a", "text": "Text."})) == Draft("Text.", Metadata(id="a"))


def test_a_broken_line_is_a_problem_and_the_others_go_on() -> None:
    data = lines({"id": "a", "text": "eins"}) + b'\n{"id": "b", "text": \n\n' + lines({"id": "c", "text": "drei"})
    records = read_jsonl(data, "news.jsonl")
    assert [place for place, _ in records] == ["news.jsonl:1", "news.jsonl:2", "news.jsonl:4"]
    assert [type(record) for _, record in records] == [Draft, SourceError, Draft]
    assert str(records[1][1]).startswith("news.jsonl:2: this is no JSON: Expecting value in column")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1]", "this is no JSON object"),
        (b'"text"', "this is no JSON object"),
        (lines({"text": "x"}), "'id' is missing"),
        (lines({"id": " ", "text": "x"}), "'id' is missing"),
        (lines({"id": 7, "text": "x"}), "'id' is a number, not a string"),
        (lines({"id": "a"}), "'text' is missing"),
        (lines({"id": "a", "text": None}), "'text' is missing"),
        (lines({"id": "a", "text": ["x"]}), "'text' is not a string"),
        (lines({"id": "a", "text": "x", "date": "2023", "body": "y"}), "unknown fields 'body', 'date'"),
        (lines({"id": "a", "text": "x", "published": "14.9.2023"}), "'published' is wrong: '14.9.2023' is no date"),
        (lines({"id": "a", "text": "x", "language": "fr"}), "the language 'fr' is not supported"),
        (b"[" * 100_000, "this JSON cannot be read"),
        (b'{"id": ' + b"1" * 5_000 + b"}", "this JSON cannot be read"),
    ],
)
def test_wrong_records_are_named(line: bytes, reason: str) -> None:
    problem = only(line)
    assert isinstance(problem, SourceError)
    assert problem.place == "a.jsonl:1"
    assert problem.reason.startswith(reason)
    assert problem.remedy


def test_the_second_use_of_an_id_is_a_problem() -> None:
    data = lines({"id": "a", "text": "eins"}, {"id": "b", "text": "zwei"}, {"id": "a", "text": "drei"})
    (_, first), (_, second), (_, third) = read_jsonl(data, "a.jsonl")
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert isinstance(third, SourceError)
    assert third.reason == "the id 'a' was used in line 1 already"


def test_separators_inside_strings_do_not_split_a_record() -> None:
    record = only(lines({"id": "a", "text": "eins\u2028zwei\x85drei"}))
    assert isinstance(record, Draft)
    assert record.text == "eins\u2028zwei\x85drei"


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    data = (
        b"\xef\xbb\xbf" + lines({"id": "a", "text": "Tür"}, {"id": "b", "text": "x"}).replace(b"\n", b"\r\n") + b"\r\n"
    )
    assert [type(record) for _, record in read_jsonl(data, "a.jsonl")] == [Draft, Draft]


def test_a_file_without_records_is_reported() -> None:
    with pytest.raises(SourceError, match=r"a\.jsonl: there are no records"):
        read_jsonl(b"\n \n", "a.jsonl")
