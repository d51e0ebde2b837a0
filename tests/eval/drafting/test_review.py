from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eval.drafting.drafts import refuse_drafts
from eval.drafting.review import Review
from eval.gold_set import load_gold
from index.errors import UsageError


def line(number: int) -> dict[str, object]:
    return {"id": f"d{number}", "question": f"Frage {number}?", "language": "de", "answers": [f"Antwort {number}"],
            "articles": ["a"], "answerable": True, "draft": True, "status": "proposed"}  # fmt: skip


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    path = tmp_path / "drafts.jsonl"
    path.write_text("".join(json.dumps(line(number)) + "\n" for number in range(1, 5)))
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return tmp_path / "gold.jsonl"


def typed(*replies: str) -> Callable[[str], str]:
    left: Iterator[str] = iter(replies)

    def ask(prompt: str) -> str:
        for reply in left:
            return reply
        raise EOFError

    return ask


def go(drafts: Path, gold: Path, *replies: str) -> tuple[Review, list[str]]:
    shown: list[str] = []
    review = Review(drafts, gold)
    review.go_through(typed(*replies), shown.append, lambda draft: draft.question)
    return review, shown


def test_every_decision_ends_up_where_it_belongs(drafts: Path, gold: Path) -> None:
    review, _ = go(drafts, gold, "y", "n", "e", "Neue Frage?", "Rot | Blau", "s")
    assert (review.accepted, review.rejected) == (2, 1)
    first, second = load_gold(gold)
    assert (first.id, first.draft, first.status) == ("d1", False, "accepted")
    assert (second.question, second.answers, second.status) == ("Neue Frage?", ("Rot", "Blau"), "edited")
    assert [(q.id, q.status) for q in load_gold(drafts)] == [("d2", "rejected"), ("d4", "proposed")]
    assert [draft.id for draft in review.open] == ["d4"]


def test_stopping_keeps_what_was_decided_and_going_on_shows_the_rest(drafts: Path, gold: Path) -> None:
    go(drafts, gold, "y", "q", "y")
    assert [q.id for q in load_gold(gold)] == ["d1"]
    _, shown = go(drafts, gold, "y")  # then the input ends
    assert shown == ["\n[1 of 3] Frage 2?", "\n[2 of 3] Frage 3?"]
    assert [q.id for q in load_gold(gold)] == ["d1", "d2"]


def test_other_keys_ask_again(drafts: Path, gold: Path) -> None:
    _, shown = go(drafts, gold, "x", "", "y", "q")
    assert sum("Press one of" in text for text in shown) == 2
    assert [q.id for q in load_gold(gold)] == ["d1"]


def test_an_edit_that_is_no_question_is_asked_for_again(drafts: Path, gold: Path) -> None:
    _, shown = go(drafts, gold, "e", "Neu?", "...", "e", "", "", "q")
    assert any("empty once case" in text for text in shown)
    (kept,) = load_gold(gold)
    assert (kept.question, kept.answers) == ("Frage 1?", ("Antwort 1",))


def test_a_draft_that_a_crash_left_behind_is_not_added_twice(drafts: Path, gold: Path) -> None:
    before = drafts.read_text()
    go(drafts, gold, "y", "q")
    drafts.write_text(before)
    assert [draft.id for draft in Review(drafts, gold).open] == ["d2", "d3", "d4"]


def test_drafts_are_refused_until_somebody_has_accepted_them(drafts: Path, gold: Path) -> None:
    go(drafts, gold, "y", "y", "q")
    refuse_drafts(str(gold), load_gold(gold))
    with pytest.raises(UsageError, match=r"2 of 2 questions are drafts.*--include-drafts"):
        refuse_drafts(str(drafts), load_gold(drafts))
