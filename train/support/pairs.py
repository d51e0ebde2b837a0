"""Make the verifier's examples: `python -m train.support.pairs [--rows N]`.

Reads `pairs.tsv` (step `train.pairs`) and `nli/pawsx.dev.de-en.jsonl.gz`; writes `support.jsonl` and, of sentences that
occur in no row of it, `support.check.jsonl` (2,000 rows), and `support.report.json` with the counts. A row is
{"evidence", "claim", "label", "kind", "evidence_language", "claim_language", "source"}; label 1 is supported.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from pathlib import Path
from random import Random

from train.support.rows import Row, make_rows
from train.support.sources import read_pools
from train.workspace import SEED, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

ROWS = 120_000
CHECK_ROWS = 2_000


def main() -> None:
    """Write the rows to train on, those to check with, and the report."""
    parser = parser_of(__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help=f"rows to train on (default {ROWS})")
    options = parser.parse_args()
    space = open_workspace(options)
    pools = read_pools(space.file("pairs.tsv"), space.data / "nli" / "pawsx.dev.de-en.jsonl.gz")
    report = {}
    for name, pool, count in zip(("support", "support.check"), pools, (options.rows, CHECK_ROWS), strict=True):
        draw = Random(f"{SEED} {name}")
        rows = list(make_rows(pool, count, draw))
        draw.shuffle(rows)
        write_rows(space.work / f"{name}.jsonl", rows)
        report[name] = tally(rows)
        logger.info("%s: %d rows", name, len(rows))
    text = json.dumps(report, indent=1, ensure_ascii=False)
    (space.work / "support.report.json").write_text(text + "\n", encoding="utf-8")


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write rows as JSON lines, in one move."""
    with written(path) as scratch, scratch.open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row._asdict(), ensure_ascii=False) + "\n")


def tally(rows: list[Row]) -> dict[str, dict[str, int]]:
    """Count rows by direction and label, by label and kind, and by source."""
    return {
        "directions": dict(
            sorted(Counter(f"{r.evidence_language}>{r.claim_language} {r.label}" for r in rows).items())
        ),
        "kinds": dict(sorted(Counter(f"{r.label} {r.kind}" for r in rows).items())),
        "sources": dict(sorted(Counter(r.source for r in rows).items())),
    }


if __name__ == "__main__":
    main()
