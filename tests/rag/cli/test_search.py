from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from rag import Fundstelle, SearchResult
from rag.cli.main import main
from rag.explanation import Explanation

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


def test_what_was_read_from_the_question_is_shown_and_can_be_taken_back(
    facts_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["search", "Brand im Hafen von Emden im Mai 2024", "--data", str(facts_data)]
    assert main([*asked, "--json"]) == 0
    captured = capsys.readouterr()
    read = json.loads(captured.out)["interpreted"]
    assert (read["from"], read["to"], read["use"]) == ("2024-05", "2024-05", "preference")
    assert captured.err == ""
    assert main(asked) == 0
    captured = capsys.readouterr()
    assert "2024-05 to 2024-05 first" in captured.err
    assert "--no-dates" in captured.err
    assert "2024-05 to" not in captured.out
    assert main([*asked, "--no-dates", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["interpreted"] is None
    assert main([*asked, "--no-dates"]) == 0
    assert capsys.readouterr().err == ""


def test_the_clock_is_an_option(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["search", "Brand gestern", "--json", "--data", str(facts_data), "--now", "2024-03-01"]
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out)["interpreted"]["from"] == "2024-02-29"
    assert main([*asked[:-1], "2024"]) == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_explained_json_is_the_search_and_the_explanation_of_the_library(
    facts_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["search", QUESTION, "-k", "3", "--in", "de", "--json", "--data", str(facts_data)]
    assert main(asked) == 0
    plain = json.loads(capsys.readouterr().out)
    assert main([*asked, "--explain"]) == 0
    captured = capsys.readouterr()
    printed = json.loads(captured.out)
    assert captured.err == ""
    with Fundstelle.open(facts_data) as archive:
        expected = archive.explain(QUESTION, 3, languages=["de"])
    assert Explanation.model_validate(printed.pop("explanation")) == expected.explanation
    assert printed == plain


def test_an_explanation_for_people_shows_every_stage(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["search", "Brand gestern im Hafen von Emden", "-k", "1", "--now", "2024-01-03", "--in", "de"]
    assert main([*asked, "--explain", "--data", str(facts_data)]) == 0
    out = capsys.readouterr().out
    headings = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert headings == [
        "Question",
        "Keywords for German articles",
        "Keywords for English articles",
        "Filters",
        "German articles",
        "Ranking",
        "Results",
        "Dropped",
    ]
    with Fundstelle.open(facts_data) as archive:
        search = archive.explain("Brand gestern im Hafen von Emden", 1, now="2024-01-03", languages=["de"])
    one = search.explanation.results[0]
    for said in (
        "language: German (sure:",
        "only 2024-01-02 to 2024-01-02 (and 3 days more)",
        "translated: hafen -> port",
        "stem: ",
        "languages de: ",
        "time 2024-01-02 to 2024-01-05: ",
        f"1. {search.results[0].title}",
        f"score {one.score:.2f} = {one.parts.keyword:.2f} keyword",
        "would be number 2",
        "left out by the filter languages, time",
    ):
        assert said in out
    assert max(map(len, out.splitlines())) <= 104


def test_an_explanation_of_nothing(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "Brand", "--from", "2030", "--explain", "--data", str(facts_data)]) == 0
    out = capsys.readouterr().out
    assert "searched: 0" in out
    assert "Results" not in out


def test_a_batch_is_not_explained(facts_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--batch", "-", "--json", "--explain", "--data", str(facts_data)]) == 2
    assert "--explain" in capsys.readouterr().err
