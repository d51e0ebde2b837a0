"""Check a generation before anybody reads it: `python -m index.verify FOLDER`.

It runs in a process of its own, because a damaged vector index can bring down the process that opens it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.columns import LANGUAGES
from index.duplicates import ALONE
from index.embedding.interface import Vectors
from index.errors import DamagedIndexError, FundstelleError
from index.generation import Generation
from index.models import Language

SAMPLE = 50
NEIGHBOURS = 10
LEAST_RECALL = 0.9
TOLERANCE = 1e-4
ROWS_AT_ONCE = 10_000
PATIENCE = 1800
"""Seconds, far more than a sound index needs: a damaged Chroma may hang for ever."""


def verify_in_subprocess(folder: Path) -> None:
    """Verify a generation in a fresh process.

    Raises:
        DamagedIndexError: a check failed, or the process died or hung.
    """
    # The folder that holds the packages comes first on the path, and the one where the user stands not at all (-P):
    # a json.py that happens to lie there is not ours.
    home = str(Path(__file__).resolve().parent.parent)
    code = f"import sys; sys.path.insert(0, {home!r}); from index.verify import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-P", "-c", code, str(folder)]
    remedy = "The index in use is untouched. Check the disk and its free space, then index again."
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        message = f"the check of the new index did not end within {PATIENCE} s."
        raise DamagedIndexError(message, remedy) from error
    if done.returncode != 0:
        reason = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"exit status {done.returncode}"
        raise DamagedIndexError(f"the new index did not pass its check: {reason}.", remedy)


def verify(folder: Path) -> None:
    """Check that the parts of a generation agree.

    Counts equal the manifest's everywhere (opening it has checked those of the keywords), SQLite is sound, all spans
    lie in their texts, the vectors are unit vectors, copies come in clusters of two and more, and Chroma finds
    distinct, existing rows with a recall of at least 0.9 against exact search on a sample.

    Raises:
        DamagedIndexError: they do not.
    """
    generation = Generation(folder)
    try:
        if not generation.archive.is_sound():
            raise DamagedIndexError("SQLite finds damage in the archive.")
        present = [
            language for code, language in enumerate(LANGUAGES) if (generation.columns.languages() == code).any()
        ]
        _check_counts(generation, present)
        strays = generation.archive.stray_spans()
        if strays:
            raise DamagedIndexError(f"{strays} spans do not lie in their articles.")
        _check_lengths(generation.vectors.matrix)
        _check_clusters(generation)
        for language in present:
            _check_neighbours(generation, language)
    finally:
        generation.close()


def _check_counts(generation: Generation, present: Sequence[Language]) -> None:
    """Compare what each part holds with the manifest."""
    manifest = generation.manifest
    articles, passages, sentences = generation.archive.counts()
    counts = {
        "articles in the archive": (articles, manifest.articles),
        "passages in the archive": (passages, manifest.passages),
        "sentences in the archive": (sentences, manifest.sentences),
        "filter records": (len(generation.columns), manifest.passages),
        "vectors in the matrix": (len(generation.vectors.matrix), manifest.passages),
        "numbers in a vector": (generation.vectors.matrix.shape[1], manifest.dimension),
        "vectors in Chroma": (sum(generation.vectors.count(language) for language in present), manifest.passages),
    }
    for what, (found, expected) in counts.items():
        if found != expected:
            raise DamagedIndexError(f"{found} {what}, {expected} expected.")


def _check_lengths(matrix: Vectors) -> None:
    """Every vector has length 1, or 0 where the embedder gave nothing; NaN is neither."""
    for start in range(0, len(matrix), ROWS_AT_ONCE):
        lengths = np.linalg.norm(matrix[start : start + ROWS_AT_ONCE], axis=1)
        good = (np.abs(lengths - 1.0) <= TOLERANCE) | (lengths == 0.0)
        if not good.all():
            raise DamagedIndexError(f"row {start + int(np.argmin(good))} is no unit vector.")


def _check_clusters(generation: Generation) -> None:
    """A cluster of copies has at least two passages, all in one language."""
    clusters = generation.columns.clusters(np.arange(len(generation.columns)))
    if (clusters < ALONE).any():
        raise DamagedIndexError("a passage has an impossible cluster.")
    copies = clusters != ALONE
    members = np.bincount(clusters[copies])
    spoken = np.unique(np.stack([clusters[copies], generation.columns.languages()[copies]]), axis=1)
    if (members == 1).any():
        raise DamagedIndexError(f"cluster {int(np.argmax(members == 1))} has one passage only.")
    if spoken.shape[1] != np.count_nonzero(members):
        raise DamagedIndexError("a cluster of copies has passages in two languages.")


def _check_neighbours(generation: Generation, language: Language) -> None:
    """Compare Chroma with exact search for a sample of the passages of one language."""
    vectors = generation.vectors
    rows = np.flatnonzero(generation.columns.languages() == LANGUAGES.index(language))
    wanted = min(NEIGHBOURS, len(rows))
    sample = rows[np.linspace(0, len(rows) - 1, min(SAMPLE, len(rows))).astype(np.int64)]
    hits = 0
    for row in sample:
        found = vectors.nearest(vectors.matrix[row], language, wanted)
        if len(set(found.tolist())) != wanted or not np.isin(found, rows).all():
            raise DamagedIndexError(f"Chroma returned lost or doubled rows for row {row}.")
        scores = np.sort(vectors.scores(vectors.matrix[row], rows))[::-1]
        # Equal vectors (copies of a passage) are interchangeable, so hits are counted by score, not by row.
        hits += int((vectors.scores(vectors.matrix[row], found) >= scores[wanted - 1] - TOLERANCE).sum())
    recall = hits / (len(sample) * wanted)
    if recall < LEAST_RECALL:
        raise DamagedIndexError(f"Chroma's recall is {recall:.2f}, {LEAST_RECALL} expected.")


def main(arguments: list[str]) -> int:
    """Verify one folder; the reason of a failure goes to stderr."""
    try:
        verify(Path(arguments[0]))
    except FundstelleError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
