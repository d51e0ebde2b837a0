"""`fundstelle eval cache`: the throw-away archives of question sets of others."""

from __future__ import annotations

import argparse

from rag.cli.command import DONE, Command


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--clear", action="store_true", help="remove them all; they are built anew when needed")


def _run(args: argparse.Namespace) -> int:
    """List the archives that are kept, or remove them."""
    from eval.throwaway import archives_folder, kept_archives, remove_archives
    from rag.cli.output import say, say_json

    kept = kept_archives()
    freed = remove_archives() if args.clear else 0
    if args.json:
        listed = [{"path": str(path), "bytes": size} for path, size in kept]
        say_json({"folder": str(archives_folder()), "removed": bool(args.clear), "archives": listed}, indent=2)
        return DONE
    for path, size in kept:
        say(f"{size / 1e6:8.1f} MB  {path.name}")
    say(f"{len(kept)} archives in {archives_folder()}{f', removed ({freed / 1e6:.1f} MB freed)' if args.clear else ''}")
    return DONE


CACHE = Command(
    "cache",
    "list or remove the throw-away archives that --squad has built",
    _configure,
    _run,
    ("fundstelle eval cache", "fundstelle eval cache --clear"),
)
