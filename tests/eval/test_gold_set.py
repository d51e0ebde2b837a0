from __future__ import annotations

import gzip
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold_set import GoldQuestion, load_gold
from index.errors import SourceError

GOOD: dict[str, Any] = {
    "id": "q1",
    "question": "Wo?",
    "language": "de",
    "answers": ["Wladiwostok"],
    "articles": ["gipfel"],
    "answerable": True,
}


def write(path: Path, *lines: dict[str, Any] | str) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_the_required_fields_are_enough(tmp_path: Path) -> None:
    (question,) = load_gold(write(tmp_path / "gold.jsonl", GOOD))
    assert question == GoldQuestion(
        id="q1", question="Wo?", language="de", answers=("Wladiwostok",), articles=("gipfel",), answerable=True
    )
    assert question.facts == (("Wladiwostok",),)


def test_the_optional_fields_are_kept(tmp_path: Path) -> None:
    optional = {
        "spans": [{"article_id": "gipfel", "start": 3, "end": 9}],
        "type": "where",
        "tags": ["multi"],
        "about": ["hafen"],
        "answers_all": [["a1", "a2"], ["b1"]],
    }
    (question,) = load_gold(write(tmp_path / "gold.jsonl", GOOD | optional))
    assert (question.spans[0].start, question.spans[0].end) == (3, 9)
    assert (question.type, question.tags) == ("where", ("multi",))
    assert question.facts == (("a1", "a2"), ("b1",))
    assert question.named_articles == {"gipfel", "hafen"}


def test_empty_lines_byte_order_mark_and_line_separators_in_texts_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    text = json.dumps(GOOD | {"question": "Wo\u2028genau?"}, ensure_ascii=False)
    path.write_bytes(b"\xef\xbb\xbf" + f"\r\n{text}\r\n\r\n".encode())
    assert load_gold(path)[0].question == "Wo\u2028genau?"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": ""}, "id"),
        ({"question": "  "}, "question"),
        ({"language": "fr"}, "language"),
        ({"answerable": "perhaps"}, "answerable"),
        ({"answers": "Wladiwostok"}, "answers"),
        ({"answers": []}, "`answers` (or a list in `answers_all`) is empty"),
        ({"answers_all": [["a"], []]}, "`answers` (or a list in `answers_all`) is empty"),
        ({"answers": ["Die!"]}, "'Die!' is empty once"),
        ({"articles": []}, "`articles` is empty"),
        ({"answerable": False}, "not answerable, yet it has answers"),
        ({"spans": [{"article_id": "gipfel", "start": 5, "end": 5}]}, "spans.0: a span must end after its start"),
        ({"spans": [{"article_id": "gipfel", "start": -1, "end": 5}]}, "spans.0.start"),
        ({"spans": [{"article_id": "hafen", "start": 0, "end": 5}]}, "'hafen', which `articles` does not name"),
    ],
)
def test_a_bad_field_is_named_with_its_line_and_a_remedy(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    path = write(tmp_path / "gold.jsonl", GOOD, "", GOOD | {"id": "q2"} | change)
    with pytest.raises(SourceError) as caught:
        load_gold(path)
    assert caught.value.place == f"{path}:3"
    assert reason in caught.value.reason
    assert caught.value.remedy


@pytest.mark.parametrize("missing", ["id", "question", "language", "answerable"])
def test_a_missing_field_is_named(tmp_path: Path, missing: str) -> None:
    line = {name: value for name, value in GOOD.items() if name != missing}
    with pytest.raises(SourceError, match=missing):
        load_gold(write(tmp_path / "gold.jsonl", line))


def test_every_bad_line_is_named(tmp_path: Path) -> None:
    lines: list[dict[str, Any] | str] = [GOOD, "{", GOOD, "[1]", GOOD | {"id": "q2", "language": "fr", "question": ""}]
    path = write(tmp_path / "gold.jsonl", *lines)
    with pytest.raises(SourceError) as caught:
        load_gold(path)
    message = str(caught.value)
    assert "4 bad lines" in message
    assert f"{path}:2: not JSON" in message
    assert f"{path}:3: the id 'q1' is taken by {path}:1" in message
    assert f"{path}:4: not a JSON object" in message
    assert f"{path}:5: question: " in message
    assert "; language: " in message


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "No such file"), (b"", "no record"), (b"\n \n", "no record"), (b"{\xff", "not UTF-8")],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError, match=reason) as caught:
        load_gold(path)
    assert caught.value.place == str(path)
    assert caught.value.remedy


def test_unknown_fields_are_ignored_but_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = write(tmp_path / "gold.jsonl", GOOD | {"span": []}, GOOD | {"id": "q2", "span": []})
    with caplog.at_level(logging.WARNING):
        assert len(load_gold(path)) == 2
    assert "'span' is ignored (2 lines)" in caplog.text


@given(st.text(min_size=1), st.lists(st.text("abc", min_size=1).filter(lambda word: word != "a"), min_size=1))
def test_what_is_written_is_read_again(tag: str, answers: list[str]) -> None:
    question = GoldQuestion.model_validate(GOOD | {"answers": answers, "tags": [tag]})
    assert GoldQuestion.model_validate_json(question.model_dump_json()) == question


def test_nuggets_may_be_said_in_several_ways_or_by_their_text(tmp_path: Path) -> None:
    nuggets = [{"strings": ["Rot", "Blau"], "importance": "okay"}, {"text": "Wladiwostok"}]
    (question,) = load_gold(write(tmp_path / "gold.jsonl", GOOD | {"nuggets": nuggets}))
    assert [(nugget.strings, nugget.importance) for nugget in question.nuggets] == [
        (("Rot", "Blau"), "okay"),
        (("Wladiwostok",), "vital"),
    ]


def test_a_retrieval_question_has_relevance_instead_of_answers(tmp_path: Path) -> None:
    line = GOOD | {"answers": [], "relevance": {"gipfel": 2}}
    (question,) = load_gold(write(tmp_path / "gold.jsonl", line))
    assert question.retrieval_only
    assert question.relevance == {"gipfel": 2}


def test_drafts_and_their_status_are_kept(tmp_path: Path) -> None:
    (question,) = load_gold(write(tmp_path / "gold.jsonl", GOOD | {"draft": True, "status": "proposed"}))
    assert (question.draft, question.status) == (True, "proposed")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"now": "2024-05"}, "no day of the form"),
        ({"now": "2024-02-30"}, "not in the calendar"),
        ({"direction": "de>fr"}, "direction"),
        ({"nuggets": [{"importance": "vital"}]}, "strings"),
        ({"nuggets": [{"strings": ["..."]}]}, "the nugget string '...' is empty"),
        ({"nuggets": [{"text": "x", "importance": "big"}]}, "importance"),
        ({"relevance": {"hafen": 1}}, "grades 'hafen', which `articles` does not name"),
        ({"relevance": {"gipfel": 0}}, "relevant articles have 1 or more"),
        ({"answerable": False, "answers": [], "articles": [], "relevance": {"gipfel": 1}}, "not answerable, yet"),
        ({"status": "done"}, "status"),
    ],
)
def test_wrong_values_of_the_newer_fields_are_named(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        load_gold(write(tmp_path / "gold.jsonl", GOOD | change))


def test_packed_files_are_read_and_damaged_ones_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(GOOD).encode()))
    assert load_gold(path)[0].id == "q1"
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(SourceError, match="cannot be unpacked"):
        load_gold(path)
    path.write_bytes(b"no gzip")
    with pytest.raises(SourceError, match="cannot be unpacked"):
        load_gold(path)
