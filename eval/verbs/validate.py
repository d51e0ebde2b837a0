"""`fundstelle eval validate`: a gold file held against its archive."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eval.options import DEFAULT_GOLD
from rag.cli.command import DONE, FAILED, Command

if TYPE_CHECKING:
    from eval.validation.finding import Finding


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "gold",
        nargs="?",
        type=Path,
        default=DEFAULT_GOLD,
        metavar="GOLD.jsonl",
        help="the gold file (default: that of the demo corpus)",
    )


def _run(args: argparse.Namespace) -> int:
    """Check the file and list what was found; 1 when there are errors, warnings alone are no failure.

    Raises:
        SourceError: the gold file cannot be read.
        FundstelleError: the archive cannot be opened.
    """
    from tqdm import tqdm

    from eval.validation.validate import validate
    from rag import Fundstelle
    from rag.cli.output import say, say_json

    with Fundstelle.open(args.data) as archive:
        watch = partial(tqdm, desc="validate", unit="question", disable=None)
        questions, findings = validate(args.gold, archive, watch)
    errors = sum(finding.remark.severity == "error" for finding in findings)
    counts = {"questions": questions, "errors": errors, "warnings": len(findings) - errors}
    if args.json:
        say_json(counts | {"findings": [_as_json(finding) for finding in findings]}, indent=2)
    else:
        for finding in findings:
            say(_as_text(finding))
        say(f"{questions} questions, {errors} errors, {len(findings) - errors} warnings.")
    return FAILED if errors else DONE


def _as_text(finding: Finding) -> str:
    """One line, in the form that editors jump to."""
    severity, check, message = finding.remark
    name = f" {finding.id}:" if finding.id else ""
    return f"{finding.place}: {severity} [{check}]{name} {message}"


def _as_json(finding: Finding) -> dict[str, str | int]:
    file, _, line = finding.place.rpartition(":")
    return {"file": file, "line": int(line), "id": finding.id, **finding.remark._asdict()}


VALIDATE = Command(
    "validate",
    "check a gold file against its archive: spans, answers, duplicates, leaks",
    _configure,
    _run,
    (
        "fundstelle eval validate                          the gold of the demo corpus",
        "fundstelle eval validate gold.jsonl --data DIR    findings by line; exit code 1 on errors",
    ),
)
