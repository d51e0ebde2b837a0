from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.anchor import anchor, locate
from eval.gold_set import GoldQuestion, load_gold
from eval.lines import read_records
from index.errors import SourceError, UnknownArticleError

TEXTS = {"a": "Kim reist. Putin wartet. Kim reist über 🚂.", "b": "Two hours."}
DRAFT: dict[str, Any] = {
    "id": "q",
    "question": "Wer wartet?",
    "language": "de",
    "answers": ["Putin"],
    "articles": ["a", "b"],
    "answerable": True,
}


def text_of(article_id: str) -> str:
    if article_id not in TEXTS:
        raise UnknownArticleError(article_id)
    return TEXTS[article_id]


def draft(*evidence: tuple[str, str]) -> dict[str, Any]:
    return DRAFT | {"evidence": [{"article_id": article_id, "quote": quote} for article_id, quote in evidence]}


def test_quotes_become_spans() -> None:
    line = anchor("d:1", draft(("a", "Putin wartet."), ("b", "Two")), text_of)
    assert line == DRAFT | {
        "spans": [{"article_id": "a", "start": 11, "end": 24}, {"article_id": "b", "start": 0, "end": 3}]
    }


def test_a_decomposed_umlaut_is_found_and_offsets_are_code_points() -> None:
    line = anchor("d:1", draft(("a", "u\u0308ber 🚂"), ("a", "Putin")), text_of)
    assert line["spans"][0] == {"article_id": "a", "start": 35, "end": 41}


def test_a_draft_without_evidence_keeps_its_spans() -> None:
    spans = [{"article_id": "a", "start": 0, "end": 3}]
    assert anchor("d:1", DRAFT | {"spans": spans}, text_of)["spans"] == spans
    unanswerable = {"id": "u", "question": "Wer?", "language": "de", "answerable": False}
    assert anchor("d:1", unanswerable | {"evidence": []}, text_of) == unanswerable


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (("a", "Xi wartet."), "the quote 'Xi wartet.' is not in 'a'"),
        (("a", "Kim reist"), "the quote 'Kim reist' is 2 times in 'a'"),
        (("a", ""), "the quote '' is not in 'a'"),
        (("z", "Kim"), "there is no article 'z'"),
    ],
)
def test_a_quote_without_a_single_place_is_an_error(evidence: tuple[str, str], reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        anchor("d:7", draft(evidence, ("a", "Putin")), text_of)
    assert caught.value.place == "d:7"
    assert caught.value.reason == reason


@pytest.mark.parametrize("evidence", ["Putin wartet.", [{"quote": "Putin"}], 3])
def test_evidence_of_another_form_is_an_error(evidence: object) -> None:
    with pytest.raises(SourceError, match="evidence"):
        anchor("d:1", DRAFT | {"evidence": evidence}, text_of)


def test_a_line_that_is_no_gold_question_is_an_error() -> None:
    with pytest.raises(SourceError, match="language"):
        anchor("d:1", draft(("a", "Putin")) | {"language": "fr"}, text_of)


def test_every_bad_line_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "draft.jsonl"
    lines = [draft(("a", "Xi")), draft(("a", "Putin")), draft(("a", "Kim"), ("b", "Three"))]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_records(path, lambda place, line: anchor(place, line, text_of))
    message = str(caught.value)
    assert f"{path}:1: the quote 'Xi' is not in 'a'" in message
    assert f"{path}:3: the quote 'Kim' is 2 times in 'a'; the quote 'Three' is not in 'b'" in message
    assert f"{path}:2" not in message


def test_evidence_that_does_not_state_the_answer_is_worth_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        anchor("d:4", draft(("a", "Putin wartet.")), text_of)
        assert caplog.text == ""
        anchor("d:5", draft(("a", "reist über")), text_of)
    assert "d:5: no quote of the evidence holds any of ['Putin']" in caplog.text


def test_the_output_is_a_gold_file(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(anchor("d:1", draft(("a", "Putin")), text_of)), encoding="utf-8")
    (question,) = load_gold(path)
    assert isinstance(question, GoldQuestion)
    assert TEXTS["a"][question.spans[0].start : question.spans[0].end] == "Putin"


@given(st.text("ab", max_size=12), st.text("ab", max_size=3))
def test_every_place_is_found_and_exact(text: str, quote: str) -> None:
    expected = [start for start in range(len(text)) if quote and text[start : start + len(quote)] == quote]
    assert locate(text, quote) == expected
