from __future__ import annotations

import argparse
import json
from pathlib import Path

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.formats.dataset import Rankings
from eval.formats.foreign_run import score_run
from eval.formats.trec import Judgement
from eval.verbs.trec import TREC
from index.errors import UsageError

ARTICLES = [f"d{number}" for number in range(8)]
RUNS = st.dictionaries(st.sampled_from("abc"), st.permutations(ARTICLES), min_size=1)
JUDGED = st.dictionaries(
    st.sampled_from("abc"), st.dictionaries(st.sampled_from(ARTICLES), st.integers(0, 1), min_size=1), min_size=1
)


def test_hand_computed() -> None:
    run = Rankings({"q": [("x", 3.0), ("a", 2.0), ("b", 1.0)]})
    figures = score_run(
        run, [Judgement("q", "a", 2), Judgement("q", "c", 1), Judgement("q", "x", 0), Judgement("r", "a", 1)]
    )
    assert figures["Recall@10"] == pytest.approx((1 / 2 + 0) / 2), "a question without a ranking counts 0"
    assert figures["RR"] == pytest.approx((1 / 2 + 0) / 2)
    assert figures["Success@1"] == 0.0


@settings(max_examples=40, deadline=None)
@given(run=RUNS, judged=JUDGED)
def test_it_agrees_with_ir_measures(run: dict[str, list[str]], judged: dict[str, dict[str, int]]) -> None:
    relevant = {q: grades for q, grades in judged.items() if any(grades.values())}
    judgements = [Judgement(q, a, grade) for q, grades in relevant.items() for a, grade in grades.items()]
    if not relevant.keys() & run.keys():
        return
    rankings = Rankings({q: [(a, 10.0 - rank) for rank, a in enumerate(ranked)] for q, ranked in run.items()})
    names = {"Recall@5": "R@5", "nDCG@10": "nDCG@10", "RR": "RR", "AP": "AP", "Success@1": "Success@1"}
    measures = {ours: ir_measures.parse_measure(theirs) for ours, theirs in names.items()}
    scored = {q: dict(ranked) for q, ranked in rankings.by_question.items()}
    expected = ir_measures.calc_aggregate(list(measures.values()), relevant, scored)
    figures = score_run(rankings, judgements)
    for ours, measure in measures.items():
        assert figures[ours] == pytest.approx(expected[measure]), ours


def test_strangers_are_refused() -> None:
    with pytest.raises(UsageError, match="none of the judged questions"):
        score_run(Rankings({"q": [("a", 1.0)]}), [Judgement("other", "a", 1)])
    with pytest.raises(UsageError, match="no question has a relevant article"):
        score_run(Rankings({"q": [("a", 1.0)]}), [Judgement("q", "a", 0)])


def trec(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    TREC.configure(parser)
    parser.add_argument("--json", action="store_true")
    return TREC.run(parser.parse_args(arguments))


def test_the_verb_scores_a_run_against_gold_and_qrels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run, gold, qrels = tmp_path / "x.run", tmp_path / "gold.jsonl", tmp_path / "qrels.txt"
    run.write_text("q Q0 b 1 2.0 x\nq Q0 a 2 1.0 x\n")
    line = {"id": "q", "question": "Wo?", "language": "de", "answerable": True, "answers": ["Husum"], "articles": ["a"]}
    gold.write_text(json.dumps(line))
    qrels.write_text("q 0 a 1\n")
    assert trec(str(run), str(gold), "--json") == 0
    against_gold = json.loads(capsys.readouterr().out)
    assert trec(str(run), str(qrels), "--json") == 0
    assert json.loads(capsys.readouterr().out) == against_gold
    assert against_gold["RR"] == 0.5
    qrels.write_text("q 0 a 1\nq 0\n")
    assert trec(str(run), str(qrels)) == 1
    assert "qrels.txt:2" in capsys.readouterr().err
    with pytest.raises(UsageError, match="no run"):
        trec(str(gold), str(qrels))
