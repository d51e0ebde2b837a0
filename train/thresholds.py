"""Choose how likely a claim must be to count as supported: `python -m train.thresholds [--seeds DIR]`.

A claim against which nothing can be said (`rag.verification`: figures, dates, names and roles agree) counts as
supported from a probability on. It is set so that of the true claims in the tuning half of `eval.perturbation.cases` no
more than `ALARMS` are refused, less than is allowed. Run it after `train.verifier`. Writes
`rag/verification/least.json`; one minute.
"""

from __future__ import annotations

import json
import logging
import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.verification import cases_of
from eval.perturbation.cases import Case
from rag.logistic import Crossing, crossing
from rag.verification.looking import LEAST_FILE, looks
from rag.verification.sources import Source
from train.workspace import open_workspace, parser_of

logger = logging.getLogger(__name__)

ALARMS = 0.05
"""Share of true claims that may be refused in the tuning half. 0.10 and 0.15 are allowed, but the rules and the model's
weights were made with this half in sight, and refuse twice as many of what they have not seen."""
MARGIN = 0.02
"""What it stays below the largest probability that refuses no more: so few of that half's true claims lie there that
the largest is chance."""
LEAST = 0.1
"""Below it a claim is not supported, however many true ones are refused."""
STEP = 100


def main() -> None:
    """Measure the true claims and write the thresholds."""
    parser = parser_of(__doc__)
    parser.add_argument("--seeds", type=Path, default=Path("../shared/seeds"), metavar="DIR", help="the seed articles")
    options = parser.parse_args()
    open_workspace(options)
    found: dict[Crossing, list[float]] = defaultdict(list)
    for case in cases_of(options.seeds):
        if case.half == "tuning" and case.claim.faithful:
            found[crossing(case.claim.language, case.evidence.article.language)].append(best_probability(case))
    chosen = {kind: max(LEAST, round(threshold(values, ALARMS) - MARGIN, 2)) for kind, values in found.items()}
    LEAST_FILE.write_text(json.dumps(chosen, indent=2) + "\n", encoding="utf-8")
    for kind, value in chosen.items():
        refused = sum(probability < value for probability in found[kind])
        logger.info("%s: %.2f refuses %d of %d true claims", kind, value, refused, len(found[kind]))


def best_probability(case: Case) -> float:
    """The probability of a claim's likeliest window of which nothing can be said against; 0 where there is none."""
    source = Source(case.evidence)
    seen = looks(case.claim.text, case.claim.language, source, [source])
    sound = (found for found in seen if found.sound and (found.agrees or not found.doubted))
    return max((found.judgement.probability for found in sound), default=0.0)


def threshold(probabilities: Sequence[float], refused: float) -> float:
    """The largest hundredth that refuses no more than a share of the claims.

    Args:
        probabilities: of true claims, at least one.
        refused: the share, 0 to 1.
    """
    kept = sorted(probabilities)[int(refused * len(probabilities))]
    return math.floor(kept * STEP) / STEP


if __name__ == "__main__":
    main()
