"""What a run asks: an open archive and the gold questions for it."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from eval.gold_set import GoldQuestion, load_gold
from eval.runs.archive import Archive
from index.errors import SourceError
from rag import Fundstelle


@dataclass(frozen=True)
class Source:
    """Questions and the archive that they are asked.

    Attributes:
        archive: open; closed when the run is over.
        gold: the questions.
        name: the gold file, as it was given; of a set of others its name without folder.
        sha256: of that file's content, in hexadecimal digits.
        problems: what could not be read and is not asked.
        data: the folder of an archive that was made for the questions; None where the command line names it.
    """

    archive: Archive
    gold: Sequence[GoldQuestion]
    name: str
    sha256: str
    problems: Sequence[SourceError] = field(default=())
    data: Path | None = None


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Source]:
    """Read the gold and open the archive that the command line names.

    Raises:
        SourceError: the gold file is unreadable or has bad lines.
        UsageError: it holds drafts, and nobody has said that they may be asked.
        FundstelleError: the archive cannot be opened.
    """
    from eval.drafting.drafts import refuse_drafts
    from eval.external import opened_external, sample
    from rag.cli.progress import bars

    if args.squad:
        with opened_external(args.squad, bars, language=args.language, limit=args.limit) as source:
            args.data = source.data  # where the report looks articles up
            yield source
        return
    gold = sample(load_gold(args.gold), args.limit)
    if not args.include_drafts:
        refuse_drafts(str(args.gold), gold)
    with Fundstelle.open(args.data) as archive:
        yield Source(archive, gold, str(args.gold), sha256_of(args.gold))


def sha256_of(path: Path) -> str:
    """The hash of a file's content in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
