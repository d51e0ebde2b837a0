"""The records that the whole product speaks of: article, sentence, passage.

Every offset is a 0-based index in Unicode code points into `Article.text`; `end` is exclusive.
"""

from __future__ import annotations

import hashlib
import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["de", "en"]
Precision = Literal["year", "month", "day"]
SentenceKind = Literal["sentence", "heading", "list_item", "table_row", "caption", "dateline", "signature"]
TitleOrigin = Literal["given", "found", "derived"]


class Article(BaseModel):
    """One article as it is stored and cited.

    `text` is the normalised text (NFC, line feeds only) that every span refers to. It is never changed after reading.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(description="unique in the archive: the file's name without its ending, or the id in the record")
    title: str = Field(description="given in the metadata, found as a heading in the text, or derived from its opening")
    title_origin: TitleOrigin = Field(default="given", description="where the title comes from")
    text: str = Field(description="the normalised text that spans refer to")
    language: Language = Field(description="the language the article is written in")
    published: str | None = Field(default=None, description="YYYY, YYYY-MM or YYYY-MM-DD: as precise as it is known")
    source: str | None = Field(default=None, description="the outlet")
    url: str | None = Field(default=None, description="where it was published")
    path: str | None = Field(default=None, description="the file it was read from")

    @property
    def precision(self) -> Precision | None:
        """How precisely the publication date is known; None when there is no date."""
        if self.published is None:
            return None
        precisions: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
        return precisions[len(self.published)]

    @property
    def checksum(self) -> str:
        """SHA-256 (hex) over everything that is stored but the path: equal checksums need no new work."""
        fields = self.model_dump(exclude={"path"})
        canonical = json.dumps(fields, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


class Sentence(BaseModel):
    """A sentence's span in its article, without the white space around it."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    kind: SentenceKind = "sentence"


class Passage(BaseModel):
    """A run of whole sentences of one article: what is embedded and searched."""

    model_config = ConfigDict(frozen=True)

    article_id: str
    start: int
    end: int
