"""True claims about the demo archive and about the seeds, in both languages, anchored to their evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from eval.lines import read_records
from index.errors import SourceError
from index.models import Article, Language

CORPUS_CLAIMS = Path(__file__).parent / "claims.jsonl"
"""About the demo archive; the evidence is quoted."""
SEED_CLAIMS = Path(__file__).parent / "seeds.jsonl"
"""About the five seed articles, which are not part of this repository: the evidence is given by its offsets."""


class Wordings(BaseModel):
    """A statement in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    de: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def text(self, language: Language) -> str:
        """The side in that language."""
        return self.de if language == "de" else self.en


class TrueClaim(Wordings):
    """A statement that an article supports, written by us: a paraphrase in its language, a translation in the other."""

    id: str = Field(min_length=1)
    article: str = Field(min_length=1, description="the article's id")
    quote: str | None = Field(default=None, description="words of the evidence, which stand in the article once")
    start: int | None = Field(default=None, ge=0, description="instead of a quote: where it begins")
    end: int | None = Field(default=None, ge=1, description="where it ends, exclusive")
    turned: Wordings | None = Field(default=None, description="the same with the roles exchanged, which is false")

    @model_validator(mode="after")
    def _anchored(self) -> Self:
        if (self.quote is None) == (self.start is None or self.end is None):
            raise ValueError("evidence is either a quote, or start and end")
        return self


def load_claims(path: Path = CORPUS_CLAIMS) -> list[TrueClaim]:
    """Read a file of true claims.

    Raises:
        SourceError: the file cannot be read, or lines of it are no claims.
    """
    return read_records(path, _claim)


def locate_claim(claim: TrueClaim, article: Article) -> tuple[int, int]:
    """Where the claim's evidence stands in the text of its article.

    Raises:
        SourceError: the quote is not there or more than once, or the offsets lie outside.
    """
    text = article.text
    if claim.quote is not None and text.count(claim.quote) == 1:
        start = text.index(claim.quote)
        return start, start + len(claim.quote)
    if claim.start is not None and claim.end is not None and claim.start < claim.end <= len(text):
        return claim.start, claim.end
    remedy = "Anchor the claim anew: the article has changed."
    raise SourceError(claim.id, f"its evidence is not in the article {article.id!r}", remedy)


def _claim(place: str, record: dict[str, Any]) -> TrueClaim:
    try:
        return TrueClaim.model_validate(record)
    except ValidationError as error:
        raise SourceError(place, str(error.errors()[0]["msg"]), "Mend the line.") from error
