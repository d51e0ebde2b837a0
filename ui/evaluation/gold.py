"""Which gold questions can be chosen."""

from __future__ import annotations

from pathlib import Path

DEMO = ""
"""Stands for the gold of the demo corpus, which the command line takes when it is given no file."""


def gold_files(folder: Path) -> list[str]:
    """The names of the gold files in a folder, sorted; empty when there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.glob("*.jsonl") if path.is_file())


def gold_path(folder: Path, name: str) -> Path | None:
    """The gold file of that name in the folder, None for any other: a name is chosen from the list, never a path."""
    return folder / name if name in gold_files(folder) else None
