"""An archive made for a measurement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.build import build_index
from index.embedding import default_embedder
from index.generation import Generation
from index.layout import current_generation, generation_folder
from rag.cli.progress import bars


@contextmanager
def indexed(data: Path, articles: Path) -> Iterator[Generation]:
    """Index these articles and no others with the product's own build, and open what it made."""
    build_index(data, [articles], default_embedder(), only=True, progress=bars)
    with opened(data) as generation:
        yield generation


@contextmanager
def opened(data: Path) -> Iterator[Generation]:
    """The current generation of a data folder, closed afterwards."""
    generation = Generation(generation_folder(data, str(current_generation(data))))
    try:
        yield generation
    finally:
        generation.close()
