"""What each part of the retrieval is worth: `python -m bench.ablation --questions DIR [--seeds DIR]`.

DIR holds MLQA dev; the seeds are the articles of `eval/gold/seeds.jsonl`, and without them their table is left out.
Everything is measured with all parts on and with each switched off in turn. Writes `bench/results/ablation.md`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.ablation.both import measure_both, write_parallel
from bench.ablation.gold import measure_gold
from bench.ablation.mlqa import measure_mlqa, measure_reading
from bench.ablation.remembering import remembering
from bench.ablation.report import Table, differences, means, verdicts
from bench.archive import indexed
from bench.mlqa import load, parallel_questions, write_articles

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "bench" / "results" / "ablation.md"
SEEDS = ROOT.parent / "shared" / "seeds"

INTRODUCTION = """# What each part of the retrieval is worth

`python -m bench.ablation --questions DIR [--seeds DIR]`. The first row has the figures with everything on, the others
what switching one part off adds to them (negative: the part pays); * beyond two standard errors of the paired
difference. Other weights are left as they are when a part is off."""

MLQA = """nDCG@10; 456 German and 978 English passages, each language an archive of its own; without reranking, for the
reader was trained on most of these questions."""

HELD_OUT = "nDCG@10 on the questions of the MLQA articles that the reader was not trained on; the same archives."

GOLD = """nDCG@10 of articles by direction, both languages in one archive; Recall@5 is the mean of the directions.
`dated`: the share of the questions so tagged whose first article answers."""

BOTH = """The MLQA passages that exist in both languages, each in both, in one archive; everything on but reranking. How
often the passage in the question's language comes before its counterpart (0.500 is fair), how often both are among the
first ten, and nDCG@10 with both relevant; by the question's language."""


def main() -> None:
    """Measure and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the MLQA dev files")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="folder with the seed articles")
    options = parser.parse_args()
    seeds = options.seeds or (SEEDS if SEEDS.is_dir() else None)
    with tempfile.TemporaryDirectory() as scratch:
        lines = _measure(options.questions, seeds, Path(scratch))
    RESULT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


def _measure(folder: Path, seeds: Path | None, scratch: Path) -> list[str]:
    records = load(folder)
    questions = parallel_questions(records)
    write_articles(records, scratch / "all.jsonl")
    write_parallel(records, questions, scratch / "parallel.jsonl")
    with remembering() as embed:
        with indexed(scratch / "mlqa", scratch / "all.jsonl") as generation:
            mlqa = measure_mlqa(generation, questions, embed)
            reading = measure_reading(generation, folder, embed)
        with indexed(scratch / "mlqa", scratch / "parallel.jsonl") as generation:  # takes over the vectors
            both = measure_both(generation, questions, embed)
        gold = {"demo": measure_gold(ROOT / "eval/gold/corpus.jsonl", ROOT / "corpus", scratch / "demo")}
        if seeds is not None:
            gold["seeds"] = measure_gold(ROOT / "eval/gold/seeds.jsonl", seeds, scratch / "seeds")
    return _report(mlqa, reading, both, gold)


def _report(mlqa: Table, reading: Table, both: Table, gold: Mapping[str, Table]) -> list[str]:
    lines = [INTRODUCTION, "", "## MLQA dev", "", MLQA, "", *differences(mlqa), "", HELD_OUT, "", *differences(reading)]
    for name, table in gold.items():
        lines += ["", f"## Gold questions, {name}", "", GOLD, "", *differences(table)]
    lines += ["", "## What pays", "", "Over all columns above.", "", *verdicts([mlqa, reading, *gold.values()])]
    return [*lines, "", "## Both languages in one archive", "", BOTH, "", *means(both)]


if __name__ == "__main__":
    main()
