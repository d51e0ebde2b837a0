"""The whole step on a small set of pairs: what every row must hold."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from train.questions.contexts import occurrences
from train.questions.step import main

_PEOPLE = ["Anna", "Peter", "Paul", "Maria", "Martin", "Laura", "Simon", "Helen", "Oscar", "Julia"]
_CITIES = [("Vienna", "Wien"), ("Lisbon", "Lissabon"), ("Munich", "München"), ("Prague", "Prag"), ("Rome", "Rom")]
_THINGS = [("bank", "Bank"), ("school", "Schule"), ("bridge", "Brücke"), ("library", "Bibliothek")]


def _pairs() -> list[str]:
    rows = []
    for number in range(200):
        person, year = f"{_PEOPLE[number % 10]} Keppler{chr(97 + number % 7)}n", 1900 + number % 97
        (city, stadt), (thing, ding) = _CITIES[number % 5], _THINGS[number % 4]
        founded = f"The {thing} was founded in {city} in {year} by {person}."
        rows.append(f"{founded}\tDie {ding} wurde {year} in {stadt} von {person} gegründet.")
        rows.append(
            f"{person} sold {number + 2} paintings in {city}.\t{person} verkaufte {number + 2} Bilder in {stadt}."
        )
        rows.append(f"He sold it to the {thing} because it was old.\tEr verkaufte es der {ding}, weil es alt war.")
    return [f"{row}\tpawsx\thuman" for row in rows]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    work = tmp_path_factory.mktemp("work")
    (work / "pairs.tsv").write_text("\n".join(_pairs()) + "\n", encoding="utf-8")
    before, sys.argv = sys.argv, ["questions", "--work", str(work), "--rows", "1200"]
    try:
        main()
    finally:
        sys.argv = before
    return [json.loads(line) for line in (work / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


def test_makes_rows_of_all_directions(rows: list[dict[str, Any]]) -> None:
    assert len(rows) > 800
    for direction in (("de", "de"), ("de", "en"), ("en", "de"), ("en", "en")):
        assert sum((row["asked"], row["written"]) == direction for row in rows) >= 0.15 * len(rows)


def test_spans_lie_in_their_sentence(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if row["answerable"]:
            first, last = row["sentence"]
            assert first <= row["start"] < row["end"] <= last <= len(row["passage"])
            answer = row["passage"][row["start"] : row["end"]]
            assert answer == answer.strip()
            assert row["miss"] is None


def test_the_answer_stands_in_no_other_sentence(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if row["answerable"]:
            answer = row["passage"][row["start"] : row["end"]]
            first, last = row["sentence"]
            rest = row["passage"][:first] + " " + row["passage"][last:]
            assert occurrences(answer, rest) == 0, row


def test_a_third_is_unanswerable_without_span(rows: list[dict[str, Any]]) -> None:
    missed = [row for row in rows if not row["answerable"]]
    assert 0.25 < len(missed) / len(rows) < 0.4
    for row in missed:
        assert row["start"] is row["end"] is row["sentence"] is None
        assert row["miss"] in ("removed", "entity", "predicate", "unstated")


def test_another_entity_is_not_in_the_passage(rows: list[dict[str, Any]]) -> None:
    swapped = [row for row in rows if row["miss"] == "entity" and row["kind"] == "wh"]
    assert len(swapped) > 50
    for row in swapped:
        named = re.findall(r"(?<=\s)(?:[A-ZÄÖÜ]\w+|\d+)", row["question"])
        assert any(occurrences(word, row["passage"]) == 0 for word in named), row


def test_gives_the_same_rows_again(rows: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("\n".join(_pairs()) + "\n", encoding="utf-8")
    before, sys.argv = sys.argv, ["questions", "--work", str(tmp_path), "--rows", "1200"]
    try:
        main()
    finally:
        sys.argv = before
    again = (tmp_path / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in again] == rows
