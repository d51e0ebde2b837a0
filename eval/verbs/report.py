"""`fundstelle eval report`: a run as one HTML file."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.cli.command import DONE, Command
from rag.cli.output import note, say, say_json


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="RUN", help="the folder that `fundstelle eval --out` wrote")
    parser.add_argument("--open", action="store_true", help="open the report in the browser")


def _run(args: argparse.Namespace) -> int:
    """Write report.html into the folder of a run; where the archive is at hand, with its articles as a whole.

    Raises:
        UsageError: the folder holds no finished run.
        SourceError: a file of the run cannot be read.
        DamagedIndexError: the archive cannot be read.
    """
    from eval.html.build import write_html
    from eval.html.run_folder import read_run
    from eval.html.stored import stored_articles

    run = read_run(args.folder)
    with stored_articles(args.data, run.report.generation) as article_of:
        path = write_html(run.report, run.info, args.folder, article_of)
    if args.json:
        say_json({"report": str(path)})
    else:
        say(str(path))
    if args.open:
        import webbrowser

        if not webbrowser.open(path.absolute().as_uri()):
            note(f"fundstelle: no browser could be started; open {path} yourself.")
    return DONE


REPORT = Command(
    "report",
    "write a run as one HTML file, to be read in a browser or printed",
    _configure,
    _run,
    ("fundstelle eval report run-1 --open", "fundstelle eval report run-1 --data my-archive"),
)
