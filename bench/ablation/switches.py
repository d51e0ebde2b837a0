"""The parts of the retrieval that can be switched off, here in the bench: the product has no switches for them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import Any, Literal
from unittest.mock import patch

import numpy as np

import rag.retrieval.asked
import rag.retrieval.fusion
import rag.retrieval.hits
import rag.retrieval.ranking
import rag.retrieval.retriever
from bench.ablation.rank_fusion import rank_fused
from index.columns import Columns, Rows
from index.generation import Generation
from index.keywords.question import Kind, kind_of, question_terms
from index.models import Language
from index.store.archive import StoredPassage
from rag.models import Dates
from rag.retrieval.folding import Places
from rag.retrieval.fusion import Scores
from rag.retrieval.reranking import BUDGET_SETTING, RERANKED
from rag.retrieval.translation import keyword_terms
from rag.retrieval.weights import FusionWeights, weights_of

Patch = Callable[[], AbstractContextManager[Any]]


@dataclass(frozen=True)
class Switch:
    """A part switched off.

    Attributes:
        name: what the row says.
        patches: each makes a context in which the part is off.
        dates: the filter of this name that questions are asked with.
        reads: whether it concerns the reader alone, without which the MLQA rows are measured anyway.
    """

    name: str
    patches: Sequence[Patch] = ()
    dates: Dates = "read"
    reads: bool = False

    def off(self) -> ExitStack:
        """Enter all contexts; closing the stack switches the part on again."""
        with ExitStack() as entered:
            for make in self.patches:
                entered.enter_context(make())
            return entered.pop_all()


def _setting(passages: int) -> Patch:
    return lambda: patch.dict(os.environ, {BUDGET_SETTING: str(passages)})


def _without_kind(kind: Kind) -> Patch:
    def terms(text: str, asked: Language, written: Language) -> dict[str, float]:
        return {term: weight for term, weight in keyword_terms(text, asked, written).items() if kind_of(term) != kind}

    return lambda: patch.object(rag.retrieval.asked, "keyword_terms", terms)


def _without_voice(voice: Literal["keyword", "vector", "token"]) -> Patch:
    def weights(question: Language, article: Language) -> FusionWeights:
        return weights_of(question, article).model_copy(update={voice: 0.0})

    return lambda: patch.object(rag.retrieval.fusion, "weights_of", weights)


def _unfolded(columns: Columns, rows: Rows, scores: Scores) -> Places:
    del columns, scores
    return np.arange(len(rows))


def _no_copies(generation: Generation, stored: Sequence[StoredPassage]) -> list[list[str]]:
    del generation
    return [[] for _ in stored]


def _as_scored(scores: Scores, articles: object) -> Scores:
    del articles
    return scores


NOTHING_OFF = Switch("everything on", [_setting(RERANKED)])

SWITCHES = (
    Switch("4-grams off (stems only)", [_without_kind("gram")]),
    Switch("stems off (4-grams only)", [_without_kind("stem")]),
    Switch("numbers and dates as terms off", [_without_kind("number")]),
    Switch("names by key off", [_without_kind("name")]),
    Switch("exonyms off", [_without_kind("exonym")]),
    Switch("translated keywords off", [lambda: patch.object(rag.retrieval.asked, "keyword_terms", question_terms)]),
    Switch("keyword voice off", [_without_voice("keyword")]),
    Switch("vector voice off", [_without_voice("vector")]),
    Switch("late interaction off", [_without_voice("token")]),
    Switch("reciprocal rank fusion instead", [lambda: patch.object(rag.retrieval.retriever, "score", rank_fused)]),
    Switch("reranking off", [_setting(0)], reads=True),
    Switch("dates ignored", dates="ignore"),
    Switch(
        "near-duplicates not folded",
        [
            lambda: patch.object(rag.retrieval.ranking, "fold", _unfolded),
            lambda: patch.object(rag.retrieval.hits, "copies_of", _no_copies),
        ],
    ),
    Switch("diversity off", [lambda: patch.object(rag.retrieval.ranking, "spread", _as_scored)]),
)
"""Each but the fusion takes its part out; that one puts reciprocal rank fusion of keywords and vectors in its place."""
