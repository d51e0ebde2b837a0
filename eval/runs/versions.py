"""What a run was made with: versions, commit, settings in the environment."""

from __future__ import annotations

import os
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("chromadb", "llama-index-core", "numpy", "onnxruntime", "tokenizers")
_PREFIX = "FUNDSTELLE_"
_NO_INFLUENCE = {"FUNDSTELLE_DATA", "FUNDSTELLE_CACHE", "FUNDSTELLE_THREADS", "FUNDSTELLE_RUNS", "FUNDSTELLE_BROWSER"}
_SECRET = re.compile(r"KEY|TOKEN|SECRET|PASSWORD")
_REPOSITORY = Path(__file__).resolve().parents[2]


def own_version() -> str:
    """The version of the installed distribution; empty when it runs from a bare checkout."""
    return _version("fundstelle")


def library_versions() -> dict[str, str]:
    """The versions of the libraries that figures may depend on; those that are not installed are left out."""
    return {name: found for name in LIBRARIES if (found := _version(name))}


def environment() -> dict[str, str]:
    """The settings of Fundstelle in the environment that may change an answer; secrets are named, not shown."""
    names = sorted(name for name in os.environ if name.startswith(_PREFIX) and name not in _NO_INFLUENCE)
    return {name: "(set)" if _SECRET.search(name) else os.environ[name] for name in names if os.environ[name]}


def commit(repository: Path = _REPOSITORY) -> str:
    """The commit of the checkout that runs, 40 hex digits; empty when it is none. Changes on top of it are not seen."""
    try:
        git = repository / ".git"
        if git.is_file():  # a worktree or a submodule: the file says where the folder is
            git = (repository / git.read_text(encoding="utf-8").removeprefix("gitdir:").strip()).resolve()
        head = (git / "HEAD").read_text(encoding="utf-8").strip()
        return _commit_of(git, head.removeprefix("ref: ")) if head.startswith("ref: ") else head
    except OSError:
        return ""


def _commit_of(git: Path, reference: str) -> str:
    """What a branch points to, in its own file or in the packed list."""
    shared = git / "commondir"
    common = (git / shared.read_text(encoding="utf-8").strip()).resolve() if shared.exists() else git
    if (common / reference).exists():
        return (common / reference).read_text(encoding="utf-8").strip()
    packed = (common / "packed-refs").read_text(encoding="utf-8").splitlines()
    return next((line.split()[0] for line in packed if line.endswith(f" {reference}")), "")


def _version(name: str) -> str:
    """The version of an installed distribution; empty when there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
