"""The command `fundstelle eval`; its verbs are in `eval.verbs`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from eval.options import DEFAULT_GOLD, configure
from eval.verbs import VERBS
from index.errors import UsageError
from rag.cli.command import DONE, FAILED, INTERRUPTED, Command
from rag.cli.output import note, say

if TYPE_CHECKING:
    from eval.runs.rescore import Outcome

__all__ = ["COMMAND", "DEFAULT_GOLD", "configure", "run"]

EXAMPLES = (
    "fundstelle eval",
    "fundstelle eval my-gold.jsonl --data my-archive --out run-1",
    "fundstelle eval --out run-2 --fail-under Recall@5=0.95 --fail-under 'de>en:answer_accuracy=0.8'",
    "fundstelle eval --out run-2 --baseline run-1",
    "fundstelle eval --rescore run-1",
    "fundstelle eval --squad xquad.de.json                 another set: its passages are indexed, asked and scored",
    "fundstelle eval compare run-1 run-2",
    "fundstelle eval self-test",
)


def run(args: argparse.Namespace) -> int:
    """Evaluate the archive and print the figures; 1 when a question failed or the gate is not passed, else 0.

    Raises:
        UsageError: an option is wrong, or the run in the folder cannot be gone on with.
        SourceError: the gold file is unreadable or has bad lines.
        FundstelleError: the archive cannot be opened, or lacks articles that the gold names.
    """
    # Late, so that `fundstelle --help` does not wait for the libraries behind the archive.
    from eval.compare.gate import read_gate
    from eval.html.build import write_html
    from eval.html.stored import stored_articles
    from eval.recorded import record_figures
    from eval.tables.files import as_json, as_text, write_report, write_scores

    gate = read_gate(args.fail_under, args.baseline)
    _check_folders(args)
    try:
        report, info, problems = _outcome(args)
    except KeyboardInterrupt:
        how = f" Repeat the command to go on with the run in {args.out}." if args.out else ""
        note(f"fundstelle: interrupted.{how}")
        return INTERRUPTED
    folder = args.out or args.rescore
    if folder is not None:
        write_report(report, info, folder)
        with stored_articles(args.data, info.generation) as article_of:
            write_html(report, info, folder, article_of)
    if args.save_baseline is not None:
        write_scores(report, args.save_baseline)
    if args.record is not None:
        record_figures(report, info, args)
    verdict = gate.check(report)
    say(as_json(report, info, gate=verdict) if args.json else as_text(report))
    for line in (*map(str, problems), *verdict.lines()):
        note(f"fundstelle: {line}")
    return FAILED if report.metrics.failures or problems or not verdict.passed else DONE


def _check_folders(args: argparse.Namespace) -> None:
    """See to it that what is written at the end can be written, before anything is asked."""
    from eval.runs.folder import make_folder

    if (args.resume or args.retry_failed) and args.out is None:
        option = "--resume" if args.resume else "--retry-failed"
        raise UsageError(f"{option} needs the folder of the run.", "Name it: --out DIR")
    for folder in (args.out, args.save_baseline, args.record):
        if folder is not None:
            make_folder(folder)


def _outcome(args: argparse.Namespace) -> Outcome:
    """Ask what the command line names, or score again what was asked before."""
    from eval.runs.rescore import rescore
    from eval.runs.settings import Settings
    from eval.runs.source import opened
    from eval.runs.start import start

    judge = None
    if args.judge or args.judge_model:
        from eval.judging.judge import open_judge

        opened_judge = open_judge(args.judge_model)
        judge = (opened_judge.name, opened_judge)
    if args.rescore is not None:
        return rescore(args.rescore, judge)
    settings = Settings(args.k, args.jobs, args.timeout, args.now)
    with opened(args) as source:
        return start(source, settings, args.out, resume=args.resume, retry_failed=args.retry_failed, judge=judge)


COMMAND = Command(
    name="eval",
    help="measure retrieval, answers, citations and refusals on gold questions",
    configure=configure,
    run=run,
    examples=EXAMPLES,
    verbs=VERBS,
)
