"""Each switch reaches the function that retrieval calls, and lets go of it again."""

from __future__ import annotations

import os
from types import ModuleType
from typing import Any

import numpy as np
import pytest

import rag.retrieval.asked
import rag.retrieval.hits
import rag.retrieval.ranking
import rag.retrieval.retriever
from bench.ablation.rank_fusion import rank_fused
from bench.ablation.switches import NOTHING_OFF, SWITCHES, Switch
from index.keywords.question import CROSS, kind_of, question_terms
from rag.retrieval.fusion import fuse, token_part
from rag.retrieval.reranking import BUDGET_SETTING, RERANKED, reranking_budget

QUESTION = "Was sagte Lukaschenko 2023 in Deutschland?"
ONE = np.ones(1, dtype=np.float32)


def used(module: ModuleType, name: str) -> Any:
    """What a module calls by this name now."""
    return vars(module)[name]


def switch(name: str) -> Switch:
    return next(switch for switch in SWITCHES if switch.name.startswith(name))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("4-grams", "gram"), ("stems", "stem"), ("numbers", "number"), ("names", "name"), ("exonyms", "exonym")],
)
@pytest.mark.parametrize("written", ["de", "en"])
def test_a_kind_of_term_is_left_out_and_the_others_stay(name: str, kind: str, written: str) -> None:
    everything = used(rag.retrieval.asked, "keyword_terms")(QUESTION, "de", written)
    with switch(name).off():
        left = used(rag.retrieval.asked, "keyword_terms")(QUESTION, "de", written)
    assert any(kind_of(term) == kind for term in everything)
    assert left == {term: weight for term, weight in everything.items() if kind_of(term) != kind}
    assert used(rag.retrieval.asked, "keyword_terms")(QUESTION, "de", written) == everything


def test_without_translation_the_questions_own_words_are_looked_for() -> None:
    with switch("translated").off():
        assert used(rag.retrieval.asked, "keyword_terms")(QUESTION, "de", "en") == question_terms(
            QUESTION, "de", "en", CROSS
        )


def test_a_voice_that_is_off_adds_nothing() -> None:
    with switch("keyword voice").off():
        assert fuse(ONE, 0 * ONE, "de", "en") == [0.0]
        assert fuse(0 * ONE, ONE, "de", "en") > 0
    with switch("vector voice").off():
        assert fuse(0 * ONE, ONE, "de", "en") == [0.0]
    with switch("late interaction").off():
        assert token_part(ONE, "de", "en") == [0.0]
    assert token_part(ONE, "de", "en") > 0


def test_rank_fusion_takes_the_place_of_the_scores() -> None:
    with switch("reciprocal").off():
        assert used(rag.retrieval.retriever, "score") is rank_fused
    assert used(rag.retrieval.retriever, "score") is not rank_fused


def test_without_folding_and_diversity_candidates_stay_as_they_are() -> None:
    scores = np.array([3.0, 2.0, 1.0, 0.5], dtype=np.float32)
    with switch("near-duplicates").off(), switch("diversity").off():
        kept = used(rag.retrieval.ranking, "fold")(None, np.array([4, 5]), scores)
        assert kept.tolist() == [0, 1]
        assert used(rag.retrieval.ranking, "spread")(scores, np.zeros(4, dtype=np.int32)).tolist() == scores.tolist()
        assert used(rag.retrieval.hits, "copies_of")(None, [None, None]) == [[], []]
    assert used(rag.retrieval.ranking, "spread")(scores, np.zeros(4, dtype=np.int32))[3] < scores[3]


def test_reranking_is_on_and_off_whatever_the_user_has_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BUDGET_SETTING, "3")
    with NOTHING_OFF.off():
        assert reranking_budget() == RERANKED
        with switch("reranking").off():
            assert reranking_budget() == 0
    assert os.environ[BUDGET_SETTING] == "3"


def test_only_one_switch_ignores_dates() -> None:
    assert [each.name for each in SWITCHES if each.dates == "ignore"] == ["dates ignored"]
