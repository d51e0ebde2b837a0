"""How much each side of the fusion counts, for each pair of languages.

The numbers are chosen by `python -m train.fusion` and kept as `weights.json` beside this file.
"""

from __future__ import annotations

import functools
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field, RootModel

from index.models import Language


class FusionWeights(BaseModel):
    """The weights of one direction.

    `token_mean` and `token_deviation` bring late interaction to the scale of the z-scores that it is added to. They are
    constants: its scores are shares between 0 and 1 whatever the archive, and only candidates are ever scored.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    keyword: float = Field(ge=0, description="weight of BM25")
    vector: float = Field(ge=0, description="weight of the embedder's cosine")
    token: float = Field(ge=0, description="weight of late interaction over words")
    token_mean: float = Field(description="late interaction of a question with a passage about something else")
    token_deviation: float = Field(gt=0, description="its standard deviation")


Directions = RootModel[dict[str, FusionWeights]]
"""The file: "de>en" (question, article) -> weights."""


def weights_of(question: Language, article: Language) -> FusionWeights:
    """The weights for a question in one language and articles in another or the same."""
    return _all()[f"{question}>{article}"]


@functools.cache
def _all() -> dict[str, FusionWeights]:
    text = (resources.files(__package__) / "weights.json").read_text(encoding="utf-8")
    return Directions.model_validate_json(text).root
