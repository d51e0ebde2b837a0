"""Remove generations that nobody needs: half-made ones that a crash left, and old ones without readers."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from index.generation import without_readers
from index.layout import GENERATIONS_FOLDER, generation_folder
from index.store.manifest import MANIFEST_FILE

logger = logging.getLogger(__name__)


def remove_leftovers(data: Path, current: str | None) -> list[str]:
    """Delete every generation but the current one and those that a process has open; return what was deleted.

    Nothing is deleted while no complete generation is known to be current: what lies there may be all there is.

    Only the holder of the writer's lock may call this.
    """
    removed: list[str] = []
    if current is None or not (generation_folder(data, current) / MANIFEST_FILE).is_file():
        return removed
    for folder in sorted((data / GENERATIONS_FOLDER).glob("*")):
        if folder.name == current:
            continue
        with without_readers(folder) as unused:
            if unused:
                logger.debug("removing %s", folder)
                shutil.rmtree(folder, ignore_errors=True)
                removed.append(folder.name)
    return removed
