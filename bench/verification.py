"""How well sentences are verified: `python -m bench.verification [--data DIR] [--seeds DIR] [--half HALF]`.

Claims about the demo archive and, where they are there, the seed articles: true ones in both languages and what the
perturbations of `eval.perturbation` make of them, each against the passage that it cites. Detection of what is false,
false alarms on what is true, by kind and direction; how long a verdict takes; and, where the data sets are there,
XNLI's test. Verification was tuned on half of the articles ("tuning"); the figures are those of the other half. Writes
`bench/results/verification.md`; five minutes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from bench.xnli import ENTAILMENT, FILE, xnli_test
from eval.perturbation import load_claims
from eval.perturbation.cases import Case, make_cases, read_articles
from eval.perturbation.claims import SEED_CLAIMS
from eval.perturbation.generate import FALSE_KINDS, TRUE_KINDS
from eval.perturbation.suite import BARS, DIRECTIONS, Key, Outcome, Rate, missed_bars, outcomes, rates
from rag.cli.progress import bars
from rag.support.verifier import SUPPORTED, default_verifier

RESULT = Path(__file__).parent / "results" / "verification.md"
CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def main() -> None:
    """Measure and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), metavar="DIR", help="holds nli/ with XNLI")
    parser.add_argument("--seeds", type=Path, default=Path("../shared/seeds"), metavar="DIR", help="the seed articles")
    parser.add_argument("--half", choices=("report", "tuning"), default="report", help="which half of the articles")
    parser.add_argument("--xnli", type=int, metavar="N", help="pairs of XNLI a direction (default: all 5,010)")
    options = parser.parse_args()
    cases = [case for case in cases_of(options.seeds) if case.half == options.half]
    seconds: list[float] = []
    found = list(_timed(cases, seconds))
    lines = [*_header(cases), *suite_table(rates(found)), "", *_summary(found, seconds)]
    if (options.data / "nli" / FILE).exists():
        lines += ["", *_xnli_table(options.data / "nli", options.xnli)]
    text = "\n".join(lines) + "\n"
    if options.half == "report":
        RESULT.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def cases_of(seeds: Path | None = None) -> list[Case]:
    """The cases of the demo archive, and of the seeds if their folder is there."""
    articles, claims = read_articles(CORPUS), load_claims()
    if seeds is not None and seeds.is_dir():
        articles |= read_articles(seeds)
        claims += load_claims(SEED_CLAIMS)
    return list(make_cases(claims, articles))


def suite_table(found: Mapping[Key, Rate]) -> list[str]:
    """Share of alarms by kind and direction as a Markdown table."""
    lines = [
        "| | " + " | ".join(DIRECTIONS) + " | all | bar |",
        "|---|" + "---|" * (len(DIRECTIONS) + 2),
    ]
    for kinds, title, sign in ((FALSE_KINDS, "detected", "≥"), (TRUE_KINDS, "false alarms", "≤")):
        for kind in kinds:
            cells = [_cell(found.get((kind, direction))) for direction in (*DIRECTIONS, "all")]
            bar = f"{sign} {BARS[kind]:.2f}" if kind in BARS else ""
            lines.append(f"| {kind.replace('_', ' ')}, {title} | " + " | ".join(cells) + f" | {bar} |")
    return lines


def _cell(rate: Rate | None) -> str:
    return f"{rate.share:.2f} ({rate.cases})" if rate else ""


def _timed(cases: Sequence[Case], seconds: list[float]) -> Iterator[Outcome]:
    """Verify the cases and note how long each took; the first one warms up and is not counted."""
    list(outcomes(cases[:1]))
    with bars("verifying", len(cases), "claim") as advance:
        for case in cases:
            started = time.perf_counter()
            yield from outcomes([case])
            seconds.append(time.perf_counter() - started)
            advance(1)


def _header(cases: Sequence[Case]) -> list[str]:
    true = sum(case.claim.faithful for case in cases)
    return [
        "# Verification of sentences",
        "",
        f"`python -m bench.verification`; half of the articles: {cases[0].half}. {true} true claims and",
        f"{len(cases) - true} false ones (in brackets: how many each), directions claim > evidence. Detected: `partly`",
        "or `unsupported`. Negation counts opposites too; a wrong citation is another passage of the same article.",
        "",
    ]


def _summary(found: Sequence[Outcome], seconds: Sequence[float]) -> list[str]:
    true = [outcome for outcome in found if outcome.case.claim.faithful and not outcome.alarmed]
    placed = sum(outcome.placed for outcome in true) / max(1, len(true))
    lengths = [sum(place.end - place.start for place in outcome.verdict.places) for outcome in true]
    passages = [sum(s.end - s.start for s in outcome.case.evidence.sentences) for outcome in true]
    short = missed_bars(rates(found))
    return [
        f"Sentences shown as support hold the evidence: {placed:.2f} of {len(true)} supported claims; they are"
        f" {sum(lengths) / max(1, sum(passages)):.2f} of the passages' length.",
        f"A verdict takes {1000 * np.median(seconds):.0f} ms (p50), {1000 * np.percentile(seconds, 95):.0f} ms (p95).",
        "Bars missed: " + ("; ".join(short) if short else "none") + ".",
    ]


def _xnli_table(folder: Path, most: int | None) -> list[str]:
    """Balanced accuracy of the entailment model, entailment against the rest."""
    right: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    pairs = list(xnli_test(folder, most))
    verifier = default_verifier()
    with bars("XNLI", len(pairs), "pair") as advance:
        for pair in pairs:
            judged = verifier.judge(pair.claim, pair.evidence, pair.claim_language, pair.evidence_language)
            entailed = pair.label == ENTAILMENT
            direction = f"{pair.claim_language}>{pair.evidence_language}"
            right[direction, entailed].append((judged.probability >= SUPPORTED) == entailed)
            advance(1)
    shares = {key: float(np.mean(values)) for key, values in right.items()}
    rows = [
        ("entailment accepted", [shares[direction, True] for direction in DIRECTIONS]),
        ("the rest refused", [shares[direction, False] for direction in DIRECTIONS]),
        ("balanced accuracy", [(shares[d, True] + shares[d, False]) / 2 for d in DIRECTIONS]),
    ]
    return [
        f"XNLI's test ({len(pairs) // len(DIRECTIONS):,} pairs, check only), the entailment model at even odds,"
        " hypothesis > premise:",
        "",
        "| | " + " | ".join(DIRECTIONS) + " |",
        "|---|" + "---|" * len(DIRECTIONS),
        *(f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |" for name, values in rows),
    ]


if __name__ == "__main__":
    main()
