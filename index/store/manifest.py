"""What a generation says of itself. It is written last: a folder without a manifest is no generation."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from index.errors import DamagedIndexError, IncompatibleIndexError

SCHEMA_VERSION = 5
"""Raised when files change their form, and when the keyword analyzer changes: its terms must fit the stored ones."""
MANIFEST_FILE = "manifest.json"


class Manifest(BaseModel):
    """Schema, model, counts and origin of a generation."""

    model_config = ConfigDict(frozen=True)

    schema_version: int = SCHEMA_VERSION
    generation: str
    created: str
    embedder: str
    fingerprint: str
    dimension: int
    articles: int
    passages: int
    sentences: int
    roots: list[str]
    versions: dict[str, str]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation."""
    (folder / MANIFEST_FILE).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a generation.

    Raises:
        IncompatibleIndexError: another schema wrote it.
        DamagedIndexError: it is missing or unreadable.
    """
    try:
        text = (folder / MANIFEST_FILE).read_text(encoding="utf-8")
        schema = _SchemaOnly.model_validate_json(text).schema_version
        if schema != SCHEMA_VERSION:
            message = f"the index {folder.name} has schema {schema}; this version reads schema {SCHEMA_VERSION}."
            raise IncompatibleIndexError(message, "Build it anew: fundstelle index --rebuild")
        return Manifest.model_validate_json(text)
    except (OSError, ValueError) as error:
        # Where its articles came from stands in the manifest: `--rebuild` alone would find no paths.
        remedy = "Index the articles again: fundstelle index PATH"
        raise DamagedIndexError(f"the index {folder.name} has no readable manifest.", remedy) from error


def read_roots(folder: Path) -> list[str]:
    """The paths a generation was indexed from, whatever schema wrote it; none when its manifest is unreadable."""
    try:
        return _RootsOnly.model_validate_json((folder / MANIFEST_FILE).read_text(encoding="utf-8")).roots
    except (OSError, ValueError):
        return []


class _SchemaOnly(BaseModel):
    schema_version: int


class _RootsOnly(BaseModel):
    roots: list[str]
