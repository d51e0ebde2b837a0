from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.validation.finding import Finding
from eval.validation.validate import validate
from rag import Fundstelle

Check = Callable[..., list[tuple[int, str, str, str]]]
GOOD: dict[str, Any] = {
    "id": "q1",
    "question": "Was wiegt das Jungtier im Zoo von Görlitz?",
    "language": "de",
    "answers": ["120 Gramm"],
    "articles": ["zoo"],
    "answerable": True,
    "spans": [{"article_id": "zoo", "start": 55, "end": 84}],
}


@pytest.fixture
def check(tmp_path: Path, fundstelle: Fundstelle) -> Check:
    """Validates lines and gives what was found: line, severity, check and message."""

    def run(*lines: dict[str, Any] | str) -> list[tuple[int, str, str, str]]:
        path = tmp_path / "gold.jsonl"
        texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        path.write_text("\n".join(texts), encoding="utf-8")
        count, findings = validate(path, fundstelle)
        assert count == len(lines)
        return [(_line(finding), *finding.remark) for finding in findings]

    return run


def _line(finding: Finding) -> int:
    return int(finding.place.rsplit(":", 1)[1])


def test_the_span_of_the_good_line_is_the_sentence(fundstelle: Fundstelle) -> None:
    assert fundstelle.article("zoo").text[55:84] == "Das Jungtier wiegt 120 Gramm."


def test_nothing_is_found_where_nothing_is_wrong(check: Check) -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize(
    ("change", "severity", "name", "message"),
    [
        ({"articles": ["zoo", "nix"]}, "error", "article", "there is no article 'nix'"),
        ({"about": ["nix"]}, "error", "article", "there is no article 'nix'"),
        ({"spans": [{"article_id": "zoo", "start": 55, "end": 999}]}, "error", "span", "ends behind the text"),
        ({"spans": [{"article_id": "zoo", "start": 54, "end": 84}]}, "warning", "span", "white space"),
        ({"spans": [{"article_id": "zoo", "start": 57, "end": 84}]}, "warning", "span", "cuts a word"),
        ({"spans": []}, "warning", "evidence", "no spans"),
        ({"answers": ["130 Gramm"]}, "error", "answer", "no article named says any of '130 Gramm'"),
        ({"answers": ["Momo"]}, "error", "answer", "no evidence span holds any of 'Momo'"),
        ({"answers_all": [["120 Gramm"], ["Momo"]]}, "error", "answer", "no evidence span holds any of 'Momo'"),
        ({"answers": ["120 Gramm", "120 Gramm"]}, "warning", "answer", "'120 Gramm' is listed twice"),
        (
            {"spans": [*GOOD["spans"], {"article_id": "zoo", "start": 85, "end": 99}]},
            "warning",
            "evidence",
            "states none",
        ),
        ({"nuggets": [{"text": "Görlitz"}, {"strings": ["Löwe"]}]}, "error", "nugget", "any of 'Löwe'"),
        ({"language": "en"}, "warning", "language", "reads as 'de'"),
        ({"direction": "de>en"}, "error", "direction", "the first article makes it 'de>de'"),
        (
            {"question": "Wiegt das Jungtier in Görlitz 120 Gramm?"},
            "warning",
            "leak",
            "contains its answer '120 Gramm'",
        ),
        ({"draft": True}, "warning", "draft", "nobody has accepted"),
    ],
)
def test_each_fault_is_found(check: Check, change: dict[str, Any], severity: str, name: str, message: str) -> None:
    found = [(s, c, m) for _, s, c, m in check(GOOD | change)]
    assert any((s, c) == (severity, name) and message in m for s, c, m in found), found


def test_a_question_asked_before_its_article_is_noticed(check: Check) -> None:
    line = {"id": "b", "question": "How long will the swing bridge in Whitby be closed?", "language": "en",
            "answers": ["eleven weeks"], "articles": ["bridge"], "answerable": True, "now": "2024-02-29"}  # fmt: skip
    assert any(check == "day" for _, _, check, _ in check(line))
    assert not any(check == "day" for _, _, check, _ in check(line | {"now": "2024-03-01"}))


def test_the_same_question_twice_is_an_error(check: Check) -> None:
    again = GOOD | {"id": "q2", "question": "Was wiegt Jungtier im Zoo von Görlitz"}
    (found,) = check(GOOD, again)
    assert found[:3] == (2, "error", "duplicate")
    assert "gold.jsonl:1" in found[3]


def test_the_same_question_with_the_contrary_verdict_says_so(check: Check) -> None:
    contrary = {"id": "q2", "question": GOOD["question"], "language": "de", "answerable": False}
    assert any("says the contrary" in message for _, _, _, message in check(GOOD, contrary))


def test_nearly_the_same_question_is_a_warning(check: Check) -> None:
    near = GOOD | {"id": "q2", "question": "Was wiegt denn das Jungtier im Zoo von Görlitz?"}
    assert [found[:3] for found in check(GOOD, near)] == [(2, "warning", "duplicate")]


@pytest.mark.parametrize(
    "change",
    [
        {"question": "Was wiegt das Jungtier im Zoo von Dresden?"},
        {"question": "Was wiegt das Jungtier im Zoo von Görlitz seit 2023?"},
        {"now": "2024-05-01"},
    ],
)
def test_near_misses_and_other_days_are_no_duplicates(check: Check, change: dict[str, Any]) -> None:
    assert not any(name == "duplicate" for _, _, name, _ in check(GOOD, GOOD | {"id": "q2"} | change))


def test_a_question_copied_from_its_evidence_is_noticed(check: Check, fundstelle: Fundstelle) -> None:
    start = fundstelle.article("hafen").text.index("Er wurde")
    line = {"id": "h", "question": "Wer hat am 14. September von Bürgermeisterin Dr. Anke Petersen eingeweiht gesagt?",
            "language": "de", "answers": ["Er wurde"], "articles": ["hafen"], "answerable": True,
            "spans": [{"article_id": "hafen", "start": start, "end": start + 77}]}  # fmt: skip
    assert any("words in a row are copied" in message for _, _, _, message in check(line))
    quoted = line | {
        "question": "Wer sagte: „Er wurde am 14. September von Bürgermeisterin Dr. Anke Petersen eingeweiht“?"
    }
    assert not any("copied" in message for _, _, _, message in check(quoted))


def test_a_question_that_stands_in_the_archive_is_an_error(check: Check) -> None:
    line = {
        "id": "z",
        "question": "Ist im Zoo von Görlitz ist ein Roter Panda geboren?",
        "language": "de",
        "answerable": False,
    }
    stands = line | {"question": "im Zoo von Görlitz ist ein Roter Panda geboren worden?"}
    assert not any("word for word" in message for _, _, _, message in check(line))
    assert any("stands word for word in 'zoo'" in message for _, _, _, message in check(stands))


def test_an_unanswerable_question_that_the_archive_answers_is_noticed(check: Check) -> None:
    line = {"id": "u", "question": "How much did the repairs cost?", "language": "en", "answerable": False}
    assert any("'bridge' may answer it with '£1.2 million'" in message for _, _, _, message in check(line))
    near = line | {"question": "How much did the repairs cost in 1908?"}
    assert not any(name == "unanswerable" for _, _, name, _ in check(near)), "1908 is in another sentence"


def test_bad_lines_are_findings_and_the_others_are_checked(check: Check) -> None:
    found = check("{", GOOD | {"articles": ["zoo", "nix"]}, GOOD)
    assert [(line, name) for line, _, name, _ in found] == [(1, "line"), (2, "article"), (3, "line")]
