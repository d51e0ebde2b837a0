"""What the rules make of the follow-ups of `dialogues.jsonl`, and that complete questions stay as they are."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.language import detect_language
from rag.conversation import Exchange, Rewritten, complete
from rag.replies import core_of

Read = Callable[[dict[str, Any]], list[Exchange]]
REPOSITORY = Path(__file__).resolve().parents[3]


def _faults(dialogue: dict[str, Any], rewritten: Rewritten) -> list[str]:
    text = rewritten.text.lower()
    faults = [f"lacks {term!r}" for term in dialogue["must"] if term.lower() not in text]
    faults += [f"has {term!r}" for term in dialogue["must_not"] if term.lower() in text]
    if rewritten.changed != dialogue["changed"]:
        faults.append("changed" if rewritten.changed else "unchanged")
    if rewritten.language != dialogue["language"]:
        faults.append(rewritten.language)
    return faults


def test_there_are_enough_dialogues_of_every_kind(dialogues: list[dict[str, Any]]) -> None:
    mixed = [d for d in dialogues if detect_language(d["history"][-1]["question"]) != d["language"] and d["changed"]]
    assert len(dialogues) >= 90
    assert len(mixed) >= 10
    assert sum(not d["changed"] for d in dialogues) >= 12
    assert {d["language"] for d in dialogues} == {"de", "en"}


def test_follow_ups_are_completed_and_complete_questions_left_alone(
    dialogues: list[dict[str, Any]], exchanges_of: Read
) -> None:
    wrong = {}
    for dialogue in dialogues:
        history = exchanges_of(dialogue)
        rewritten = complete(core_of(dialogue["follow_up"]), None, history)
        if faults := _faults(dialogue, rewritten):
            wrong[dialogue["id"]] = (dialogue["follow_up"], rewritten.text, faults)
    assert wrong == {}


def test_gold_questions_stand_by_themselves_whatever_was_asked_before() -> None:
    questions = [
        json.loads(line)["question"]
        for path in sorted((REPOSITORY / "eval" / "gold").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    before = random.Random(11).sample(questions, len(questions))
    changed = {}
    for question, earlier in zip(questions, before, strict=True):
        rewritten = complete(question, None, [Exchange(earlier, detect_language(earlier))])
        if rewritten.changed:
            changed[question] = rewritten.text
    assert len(questions) >= 380
    assert changed == {}


def test_what_was_completed_stands_by_itself(dialogues: list[dict[str, Any]], exchanges_of: Read) -> None:
    """A completed question is not completed again by the same conversation, so that retries are stable."""
    again = 0
    for dialogue in dialogues:
        history = exchanges_of(dialogue)
        first = complete(core_of(dialogue["follow_up"]), None, history)
        again += complete(first.text, first.language, history).changed if first.changed else 0
    assert again <= 0.2 * len(dialogues)
