"""`fundstelle index`: articles into the archive."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UsageError
from rag.cli.command import DONE, FAILED, Command
from rag.cli.output import note, say, say_json
from rag.cli.progress import bars

if TYPE_CHECKING:
    from index.build import BuildReport

DEMO = Path("corpus")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders (default: the demo articles in corpus/)"
    )
    parser.add_argument("--only", action="store_true", help="drop articles that came from other paths")
    parser.add_argument(
        "--rebuild", action="store_true", help="read everything anew, the paths indexed earlier included"
    )
    parser.add_argument(
        "--language", choices=["de", "en"], help="language of articles that do not state theirs (default: detected)"
    )


def _run(options: argparse.Namespace) -> int:
    from index.build import build_index
    from index.embedding import default_embedder

    paths = [Path(path).expanduser() for path in options.paths]
    if not paths and not options.rebuild:
        paths = [_demo_articles()]
    report = build_index(
        options.data,
        paths,
        default_embedder(),
        only=options.only,
        rebuild=options.rebuild,
        language=options.language,
        progress=bars,
    )
    for problem in report.problems:
        note(f"left out: {problem}")
    if options.json:
        say_json(_as_json(report), indent=2)
    else:
        say(_summary(report))
    return FAILED if report.problems else DONE


def _demo_articles() -> Path:
    """The demo articles of the folder the user stands in, else of the source tree that this file belongs to."""
    beside_source = Path(__file__).resolve().parents[2] / DEMO
    for candidate in (DEMO, beside_source):
        if candidate.is_dir():
            return candidate
    raise UsageError("there is no folder corpus/ here.", "Name the files or folders to index.")


def _as_json(report: BuildReport) -> dict[str, object]:
    fields = dict(vars(report))
    fields["seconds"] = round(report.seconds, 2)
    fields["problems"] = [
        {"place": problem.place, "reason": problem.reason, "remedy": problem.remedy} for problem in report.problems
    ]
    return fields


def _summary(report: BuildReport) -> str:
    counts = f"{report.articles} articles, {report.passages} passages"
    if not report.switched:
        return f"Nothing has changed: {counts} (generation {report.generation})."
    changes = f"{report.added} new, {report.changed} changed, {report.removed} removed, {report.unchanged} unchanged"
    work = f"{report.embedded} passages embedded, {report.reused} reused, {report.seconds:.1f} s"
    return f"Indexed {counts}: {changes}; {work} (generation {report.generation})."


INDEX = Command(
    "index",
    "read articles and make them searchable",
    _configure,
    _run,
    (
        "fundstelle index                       the demo articles",
        "fundstelle index ~/articles feed.jsonl files and folders are added to what is there",
        "fundstelle index ~/articles            again: only what has changed costs time; deleted files disappear",
        "fundstelle index --only ~/articles     the archive holds these and nothing else",
        "FUNDSTELLE_EMBEDDER=~/models/e5-small fundstelle index --rebuild\n"
        "                                         embedded anew, by another model (set it for every later verb too)",
    ),
)
