"""What the self-test asks: questions and true statements of the demo archive with the sentence that each rests on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eval.lines import read_records
from index.errors import SourceError
from index.models import Language

CASES = Path(__file__).parent / "cases.jsonl"
"""Written by `python -m eval.selftest.build`."""


class Evidence(BaseModel):
    """A sentence of an article, which stands here for the whole article."""

    model_config = ConfigDict(frozen=True)

    article_id: str
    title: str
    language: Language
    text: str


class Case(BaseModel):
    """Something to be answered, and the sentence that answers it; without evidence, something to be refused."""

    model_config = ConfigDict(frozen=True)

    id: str
    question: str
    language: Language = Field(description="of the question, and of the claim")
    answers: tuple[str, ...] = ()
    evidence: Evidence | None = None
    phrase: tuple[int, int] | None = Field(default=None, description="the answer's characters in the evidence")
    claim: str | None = Field(default=None, description="what the evidence says in other words; None: its own words")
    turned: str | None = Field(default=None, description="the claim with its roles exchanged, which is false")

    @property
    def answerable(self) -> bool:
        """Whether there is evidence."""
        return self.evidence is not None


def load_cases(path: Path = CASES) -> list[Case]:
    """Read the cases.

    Raises:
        SourceError: the file cannot be read, or lines of it are no cases.
    """
    return read_records(path, _case)


def _case(place: str, line: dict[str, Any]) -> Case:
    """Read one case."""
    try:
        return Case.model_validate(line)
    except ValidationError as error:
        raise SourceError(place, str(error.errors()[0]["msg"]), "Reinstall Fundstelle: make demo") from error
