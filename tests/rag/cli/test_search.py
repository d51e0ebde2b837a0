from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from rag import Fundstelle, SearchResult
from rag.cli.main import main

QUESTION = "Brand im Hafen von Emden"


def _library(data: Path, k: int = 10, **filters: object) -> list[SearchResult]:
    with Fundstelle.open(data) as archive:
        return archive.search(QUESTION, k, **filters)  # type: ignore[arg-type]


def test_json_is_the_ranking_of_the_library(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", QUESTION, "--json", "--data", str(facts_data)]) == 0
    captured = capsys.readouterr()
    printed = json.loads(captured.out)
    assert captured.err == ""
    assert printed["question"] == QUESTION
    assert [SearchResult.model_validate(result) for result in printed["results"]] == _library(facts_data)


def test_k_and_filters_arrive(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["-k", "2", "--from", "2024", "--in", "de", "--source", "NORDAGENTUR", "--json"]
    assert main(["search", QUESTION, *options, "--data", str(facts_data)]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    expected = _library(facts_data, 2, date_from="2024", languages=["de"], sources=["Nordagentur"])
    assert [SearchResult.model_validate(result) for result in results] == expected
    assert {result["article_id"] for result in results} == {"de-brand-agentur", "de-brand-update"}


def test_a_batch_gives_a_line_with_places_a_question(
    facts_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [{"id": f"q{n}", "question": text} for n, text in enumerate([QUESTION, "Panda", QUESTION])]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, lines))))
    assert main(["search", "--batch", "-", "--json", "-k", "3", "--data", str(facts_data)]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["id"] for record in printed] == ["q0", "q1", "q2"]
    assert all(set(record) == {"id", "results"} for record in printed)
    expected = [r.model_dump(include={"article_id", "start", "end", "score"}) for r in _library(facts_data, 3)]
    assert printed[0]["results"] == printed[2]["results"] == expected
    assert printed[1]["results"] != expected


def test_results_for_people(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", QUESTION, "-k", "2", "--data", str(facts_data)]) == 0
    out = capsys.readouterr().out
    for rank, result in enumerate(_library(facts_data, 2), start=1):
        assert f" {rank}. {result.title}" in out
        assert f"{result.article_id} characters {result.start}-{result.end}" in out


def test_nothing_found_is_no_error(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", QUESTION, "--from", "2030", "--data", str(facts_data)]) == 0
    assert capsys.readouterr().out == "Nothing fits.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "one question or --batch"),
        (["a", "--batch", "b", "--json"], "one question or --batch"),
        (["--batch", "b"], "Add --json"),
        ([" "], "empty"),
        (["a", "-k", "0"], "k is 0"),
        (["a", "-k", "1001"], "k is 1001"),
    ],
)
def test_wrong_usage_exits_2(
    facts_data: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", *arguments, "--data", str(facts_data)]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""
