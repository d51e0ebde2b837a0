"""The conversation, as the browser keeps it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from rag.models import Answer, Filters
from rag.question import MAX_CHARACTERS

MAX_TURNS = 30
"""Questions that are remembered; the oldest go first."""

MAX_STORED = 400_000
"""JSON characters that are remembered: browsers store 5 MB a site, and each question carries the history along."""


class Failure(BaseModel):
    """Why a question could not be answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    message: str
    remedy: str = ""


class Turn(BaseModel):
    """A question with what came back: an answer or a failure; neither of them while it is being answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(default_factory=lambda: uuid.uuid4().hex[:12], pattern=r"^[0-9a-f]{12}$")
    question: str = Field(max_length=MAX_CHARACTERS)
    filters: Filters = Filters()
    alone: bool = Field(default=False, description="asked as it was typed, whatever was said before")
    answer: Answer | None = None
    failure: Failure | None = None


_TURNS = TypeAdapter(list[Turn])


def load_turns(stored: object) -> list[Turn]:
    """Read a conversation back from the browser; empty when it is none, or one of an older version."""
    try:
        return _TURNS.validate_python(stored or [])[-MAX_TURNS:]
    except ValidationError:
        return []


def store_turns(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """The newest turns, as far as the limits allow, as JSON data."""
    kept: list[dict[str, Any]] = []
    characters = 0
    for turn in reversed(turns[-MAX_TURNS:]):
        characters += len(turn.model_dump_json())
        if kept and characters > MAX_STORED:
            break
        kept.append(turn.model_dump(mode="json"))
    return kept[::-1]


def find_turn(turns: Sequence[Turn], turn_id: str) -> Turn | None:
    """The turn with this id, if it is still remembered."""
    return next((turn for turn in turns if turn.id == turn_id), None)


def put_turn(turns: Sequence[Turn], turn: Turn) -> list[Turn]:
    """The turns with this one in the place of the one with its id, or at the end; the oldest go when it gets long."""
    if find_turn(turns, turn.id) is None:
        return [*turns, turn][-MAX_TURNS:]
    return [turn if known.id == turn.id else known for known in turns]
