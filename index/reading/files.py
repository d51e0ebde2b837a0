"""Which files a user means by a list of files and folders."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError

KNOWN_ENDINGS = (".txt", ".md", ".markdown", ".jsonl", ".html", ".htm", ".pdf")

# "README.md", "LICENSE-CC0.txt", "license"; but not "license-fees-rise.md", which is an article.
_NO_ARTICLE = re.compile(r"(?:README|LICENSE).*|(?:readme|license)(?:\.\w+)?")


@dataclass(frozen=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: the file, absolute.
        root: the file or folder given by the user that led to it, absolute.
    """

    path: Path
    root: Path


def find_files(paths: Sequence[Path]) -> list[SourceFile]:
    """List the files to read: given files as they are, given folders with everything below them that can be read.

    In folders only files with a known ending count, in sorted order; hidden files and folders, README and LICENSE files
    are skipped, and links to other folders are not followed. A file that is reached twice is listed once, for the path
    given first.

    Raises:
        SourceError: a path does not exist, or a folder cannot be listed.
    """
    found: dict[Path, SourceFile] = {}
    for given in paths:
        root = absolute(given)
        if not root.exists():
            raise SourceError(shown(given), "there is no such file or folder", "Check the spelling of the path.")
        for path in _walk(root) if root.is_dir() else [root]:
            found.setdefault(path, SourceFile(path, root))
    return list(found.values())


def absolute(path: Path) -> Path:
    """The path from the root of the file system without `..`; links stay, so that a file keeps its own name."""
    return Path(os.path.normpath(Path.cwd() / path))


def shown(path: Path) -> str:
    """The path as text that can be printed and stored, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _walk(folder: Path) -> list[Path]:
    """All files below the folder that look like articles, sorted by their path."""
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(parent, name) for name in names if _is_article(name)]
    return sorted(files)


def _is_article(name: str) -> bool:
    """Whether a file of this name in a folder is taken for an article."""
    hidden = name.startswith(".")
    return not hidden and Path(name).suffix.lower() in KNOWN_ENDINGS and _NO_ARTICLE.fullmatch(name) is None


def _refuse(error: OSError) -> None:
    """A folder that cannot be listed: skipping it would look as if its articles had been removed."""
    raise SourceError(
        shown(Path(error.filename)), f"the folder cannot be listed ({error.strerror})", "Check its permissions."
    ) from error
