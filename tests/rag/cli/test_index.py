from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.build import BuildReport
from index.errors import SourceError
from index.layout import current_generation
from rag import Fundstelle
from rag.cli.index import DEMO, _as_json, _summary
from rag.cli.main import main

REPORT = BuildReport(
    generation="g2",
    switched=True,
    articles=5,
    passages=9,
    added=1,
    changed=2,
    removed=3,
    unchanged=2,
    embedded=4,
    reused=5,
    problems=[SourceError("news.jsonl:12", "no JSON", "Mend the line.")],
    seconds=1.2345,
)


def test_the_summary_has_all_counts() -> None:
    assert _summary(REPORT) == (
        "Indexed 5 articles, 9 passages: 1 new, 2 changed, 3 removed, 2 unchanged; "
        "4 passages embedded, 5 reused, 1.2 s (generation g2)."
    )


def test_the_json_has_the_problems_by_place_reason_and_remedy() -> None:
    fields = json.loads(json.dumps(_as_json(REPORT)))
    assert fields["problems"] == [{"place": "news.jsonl:12", "reason": "no JSON", "remedy": "Mend the line."}]
    assert fields["seconds"] == 1.23
    assert {name: fields[name] for name in ("added", "changed", "removed", "unchanged")} == {
        "added": 1,
        "changed": 2,
        "removed": 3,
        "unchanged": 2,
    }


def test_index_again_costs_nothing_and_json_is_all_there_is(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    assert main(["index", str(articles), "--json", "--data", str(data)]) == 0
    captured = capsys.readouterr()
    first = json.loads(captured.out)
    assert (first["articles"], first["added"], first["switched"]) == (3, 3, True)
    assert first["embedded"] == first["passages"]
    assert main(["index", str(articles), "--data", str(data)]) == 0
    assert capsys.readouterr().out.startswith("Nothing has changed: 3 articles")
    assert current_generation(data) == first["generation"]


def test_a_language_can_be_stated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brexit.txt").write_text("Brexit. Brexit.", encoding="utf-8")
    for language in ("de", "en"):
        data = tmp_path / language
        assert main(["index", str(tmp_path / "brexit.txt"), "--language", language, "--data", str(data)]) == 0
        with Fundstelle.open(data) as archive:
            assert archive.article("brexit").language == language


def test_only_drops_what_came_from_elsewhere(articles: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert main(["index", str(articles / "zoo.txt"), "--data", str(data)]) == 0
    assert main(["index", str(articles / "bridge.md"), "--data", str(data)]) == 0
    with Fundstelle.open(data) as archive:
        assert sorted(archive.article_ids()) == ["bridge", "zoo"]
        assert main(["index", "--only", str(articles / "bridge.md"), "--data", str(data)]) == 0
        assert archive.article_ids() == ["bridge"]


def test_without_a_path_the_demo_articles_of_the_folder_are_taken(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / DEMO).mkdir(parents=True)
    (articles / "zoo.txt").rename(home / DEMO / "zoo.txt")
    monkeypatch.chdir(home)
    assert main(["index", "--data", str(tmp_path / "data")]) == 0
    with Fundstelle.open(tmp_path / "data") as archive:
        assert archive.article_ids() == ["zoo"]


@pytest.mark.parametrize("name", ["fehlt", "leer"])
def test_nothing_to_index_exits_1_and_leaves_nothing(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "leer").mkdir()
    assert main(["index", str(tmp_path / name), "--data", str(tmp_path / "data")]) == 1
    captured = capsys.readouterr()
    assert "no article is left to index" in captured.err
    assert captured.out == ""
    assert current_generation(tmp_path / "data") is None


def test_a_file_in_place_of_the_data_folder_is_a_sentence_not_a_traceback(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    assert main(["index", str(articles), "--data", str(tmp_path / "data")]) == 1
    assert str(tmp_path / "data") in capsys.readouterr().err
