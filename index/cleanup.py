"""Remove generations that nobody needs: half-made ones that a crash left, and old ones without readers."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from index.generation import is_in_use
from index.layout import GENERATIONS_FOLDER

logger = logging.getLogger(__name__)


def remove_leftovers(data: Path, current: str | None) -> list[str]:
    """Delete every generation but the current one and those that a process has open; return what was deleted.

    Nothing is deleted while no generation is known to be current: what lies there may be all there is.

    Only the holder of the writer's lock may call this.
    """
    removed: list[str] = []
    if current is None:
        return removed
    for folder in sorted((data / GENERATIONS_FOLDER).glob("*")):
        if folder.name != current and not is_in_use(folder):
            logger.debug("removing %s", folder)
            shutil.rmtree(folder, ignore_errors=True)
            removed.append(folder.name)
    return removed
