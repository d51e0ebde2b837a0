"""`fundstelle eval self-test`: does the evaluation notice what it is for?"""

from __future__ import annotations

import argparse

from rag.cli.command import DONE, FAILED, Command
from rag.cli.output import note, say, say_json


def _configure(parser: argparse.ArgumentParser) -> None:
    """It takes nothing: the cases come with Fundstelle, no archive is needed."""


def _run(args: argparse.Namespace) -> int:
    """Run it; 1 when a metric does not do what it must.

    Raises:
        ModelError: the verifier cannot be loaded.
    """
    from eval.selftest.cases import load_cases
    from eval.selftest.run import self_test
    from eval.selftest.ways import ways
    from eval.tables.selftest import self_test_tables
    from eval.tables.table import to_text
    from rag.cli.progress import bars

    cases = load_cases()
    with bars("self-test", len(ways(cases)), "perturbations") as advance:
        found = self_test(cases, advance)
    if args.json:
        say_json(found.model_dump(mode="json"), indent=2)
    else:
        say("\n\n".join(to_text(table) for table in self_test_tables(found)))
    failed = sum(len(way.failed) for way in found.ways)
    note(
        "fundstelle: every metric notices what it is for."
        if found.passed
        else f"fundstelle: {failed} figures do not do what they must; they are listed under the table."
    )
    return DONE if found.passed else FAILED


SELF_TEST = Command(
    "self-test",
    "spoil perfect answers in known ways and see whether every metric notices",
    _configure,
    _run,
    ("fundstelle eval self-test", "fundstelle eval self-test --json > self-test.json"),
)
