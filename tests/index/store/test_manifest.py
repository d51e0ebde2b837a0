from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import DamagedIndexError, IncompatibleIndexError
from index.store.manifest import MANIFEST_FILE, SCHEMA_VERSION, Manifest, read_manifest, read_roots, write_manifest

MANIFEST = Manifest(
    generation="g1",
    created="2026-01-01T00:00:00+00:00",
    embedder="hashing",
    fingerprint="0123456789abcdef",
    dimension=24,
    articles=2,
    passages=3,
    sentences=5,
    roots=["/a", "/ü b"],
    versions={"split": "1"},
)


def test_round_trip(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST
    assert read_roots(tmp_path) == ["/a", "/ü b"]


@pytest.mark.parametrize("schema", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1])
def test_another_schema_is_refused_with_the_remedy(tmp_path: Path, schema: int) -> None:
    # Nothing but the schema and the roots may be relied on: all other fields may have changed.
    fields = {"schema_version": schema, "roots": ["/a"], "unknown": 1}
    (tmp_path / MANIFEST_FILE).write_text(json.dumps(fields))
    with pytest.raises(IncompatibleIndexError, match=f"schema {schema}; this .* {SCHEMA_VERSION}\\.") as refusal:
        read_manifest(tmp_path)
    assert refusal.value.remedy == "Build it anew: fundstelle index --rebuild"
    assert read_roots(tmp_path) == ["/a"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b"\xff\xfe", f'{{"schema_version": {SCHEMA_VERSION}}}'.encode(), None]
)
def test_a_damaged_or_missing_manifest_is_an_error_with_a_remedy_that_works(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / MANIFEST_FILE).write_bytes(content)
    with pytest.raises(DamagedIndexError, match="no readable manifest") as damage:
        read_manifest(tmp_path)
    assert damage.value.remedy == "Index the articles again: fundstelle index PATH"
    assert read_roots(tmp_path) == []
