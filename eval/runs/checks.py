"""What must hold before the first question is asked."""

from __future__ import annotations

from collections.abc import Sequence

from eval.gold_set import GoldQuestion
from eval.runs.archive import Archive
from index.errors import FundstelleError

_EXAMPLES = 3


def check_articles(archive: Archive, gold: Sequence[GoldQuestion]) -> None:
    """See to it that the archive holds every article that the gold speaks of.

    Raises:
        FundstelleError: some are missing; says how many, and names a few.
    """
    named = set().union(*(question.named_articles for question in gold))
    missing = sorted(named.difference(archive.article_ids()))
    if missing:
        examples = ", ".join(missing[:_EXAMPLES]) + (", ..." if len(missing) > _EXAMPLES else "")
        raise FundstelleError(
            f"{len(missing)} of the {len(named)} articles that the gold names are not in the archive: {examples}.",
            "Index them first (the demo corpus: fundstelle index corpus/), or give the --data folder that holds them.",
        )
