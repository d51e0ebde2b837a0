"""Build a generation: collect the articles, write them into a fresh folder, switch. The writer's whole way."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from index.cleanup import remove_leftovers
from index.collect import Collected, collect
from index.embedding import Embedder, fingerprint_of
from index.errors import DamagedIndexError, FundstelleError, IncompatibleIndexError, SourceError
from index.generation import Generation
from index.layout import current_generation, data_folder, generation_folder, switch_to
from index.lock import writer_lock
from index.models import Language
from index.progress import Progress, silent
from index.reading import absolute
from index.store.archive import SplitArticle
from index.store.manifest import Manifest, read_roots
from index.write_generation import SPLIT_VERSION, GenerationWriter

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    Attributes:
        generation: the generation that is current now.
        switched: False when nothing had changed, so that the old generation stays.
        articles, passages: how many the current generation has.
        added, changed, removed, unchanged: articles compared with the generation before.
        embedded, reused: passages whose vectors were computed, and those that were known.
        problems: files and records that were left out, and why.
        seconds: wall time.
    """

    generation: str
    switched: bool
    articles: int
    passages: int
    added: int
    changed: int
    removed: int
    unchanged: int
    embedded: int
    reused: int
    problems: list[SourceError]
    seconds: float


def build_index(
    data: str | Path | None,
    paths: Sequence[Path],
    embedder: Embedder,
    *,
    only: bool = False,
    rebuild: bool = False,
    language: Language | None = None,
    progress: Progress = silent,
) -> BuildReport:
    """Index files and folders, and switch readers to the result.

    Args:
        data: the data folder (see `data_folder`).
        paths: files and folders; articles from other paths indexed earlier stay.
        embedder: makes the vectors.
        only: drop articles from other paths.
        rebuild: read and split everything anew, the paths indexed earlier included; vectors are still reused, and
            paths that are missing now keep their articles.
        language: of articles that do not state theirs; None detects it.
        progress: told about the steps.

    Raises:
        LockedError: another process is writing.
        DamagedIndexError: the result did not pass its check, or the archive that unchanged articles are taken over
            from cannot be read; the old generation is still current.
        FundstelleError: no article is left to index, or the data folder cannot be written.
        KeyboardInterrupt: the old generation is still current; what was embedded is kept for the next try.
    """
    started = time.monotonic()
    folder = data_folder(data)
    with writer_lock(folder):
        current = _readable_pointer(folder)
        remove_leftovers(folder, current)
        earlier = _open_earlier(folder, current, rebuild=rebuild)
        try:
            # What cannot be taken over from an unreadable generation is read again, wherever it came from.
            wanted = _paths_to_read(folder, current, paths, again=not only and (rebuild or earlier is None))
            archive = earlier.archive if earlier else None
            collected = collect(wanted, archive, progress, only=only, reread=rebuild, language=language)
            _require_articles(collected)
            writer = GenerationWriter(folder, embedder, fingerprint_of(embedder), progress)
            manifest, embedded = _write_changes(earlier, collected, writer, rebuild=rebuild)
            report = _report(earlier, collected, manifest, embedded, time.monotonic() - started)
        finally:
            if earlier is not None:
                earlier.close()
        # Only now: until it was closed, the earlier generation was in use, by this very process.
        remove_leftovers(folder, report.generation)
        return report


def _paths_to_read(data: Path, current: str | None, paths: Sequence[Path], *, again: bool) -> list[Path]:
    """The given paths, absolute and each once; with `again`, those that the current generation came from, too."""
    roots = read_roots(generation_folder(data, current)) if current and again else []
    return list(dict.fromkeys(absolute(path) for path in [*paths, *map(Path, roots)]))


def _write_changes(
    earlier: Generation | None, collected: Collected, writer: GenerationWriter, *, rebuild: bool
) -> tuple[Manifest, int]:
    """Make a new generation current, unless the earlier one holds just this; also tell how many were embedded."""
    if earlier is not None and not rebuild and _is_same(earlier, collected, writer.fingerprint):
        return earlier.manifest, 0
    known = {} if rebuild else _known_splits(earlier, writer.fingerprint)
    manifest, embedded = writer.write(collected.articles.values(), collected.files.values(), known)
    switch_to(writer.data, manifest.generation)
    return manifest, embedded


def _readable_pointer(data: Path) -> str | None:
    """The current generation's id; a build must be able to replace an index whose pointer is damaged."""
    try:
        return current_generation(data)
    except DamagedIndexError as error:
        logger.warning("cannot reuse the current index: %s", error)
        return None


def _open_earlier(data: Path, current: str | None, *, rebuild: bool) -> Generation | None:
    """The current generation, when it can be read; a build must be able to replace one that cannot.

    For a rebuild, which is the remedy for damage, the whole archive is checked first.
    """
    if current is None:
        return None
    try:
        generation = Generation(generation_folder(data, current))
        with ExitStack() as opened:
            opened.callback(generation.close)
            generation.archive.article_ids()  # walks through the articles, which opening does not
            opened.pop_all()
    except (IncompatibleIndexError, DamagedIndexError) as error:
        logger.warning("cannot reuse the current index: %s", error)
        return None
    if rebuild and not generation.archive.is_sound():
        logger.warning("cannot reuse the current index: its archive is damaged")
        generation.close()
        return None
    return generation


def _require_articles(collected: Collected) -> None:
    if not collected.articles:
        reasons = " ".join(str(problem) for problem in collected.problems[:3])
        remedy = "" if reasons else "Name files or folders that hold articles (.txt .md .jsonl .html .pdf)."
        raise FundstelleError(f"no article is left to index. {reasons}".strip(), remedy)


def _same_making(manifest: Manifest, fingerprint: str) -> bool:
    """Whether sentences and passages would be made the same way: passages depend on the embedder's tokenizer too."""
    return manifest.versions.get("split") == SPLIT_VERSION and manifest.fingerprint == fingerprint


def _is_same(earlier: Generation, collected: Collected, fingerprint: str) -> bool:
    """Whether the current generation already holds exactly this."""
    if not _same_making(earlier.manifest, fingerprint):
        return False
    before = {article.id: (article.checksum, article.path) for article in earlier.archive.articles()}
    now = {article.id: (article.checksum, article.path) for article in collected.articles.values()}
    return before == now and set(earlier.archive.files()) == set(collected.files.values())


def _known_splits(earlier: Generation | None, fingerprint: str) -> dict[str, SplitArticle]:
    if earlier is None or not _same_making(earlier.manifest, fingerprint):
        return {}
    return dict(earlier.archive.split_articles())


def _report(
    earlier: Generation | None, collected: Collected, manifest: Manifest, embedded: int, seconds: float
) -> BuildReport:
    before = {article.id: article.checksum for article in earlier.archive.articles()} if earlier else {}
    now = {article.id: article.checksum for article in collected.articles.values()}
    shared = now.keys() & before.keys()
    unchanged = sum(now[i] == before[i] for i in shared)
    switched = earlier is None or earlier.manifest.generation != manifest.generation
    return BuildReport(
        generation=manifest.generation,
        switched=switched,
        articles=manifest.articles,
        passages=manifest.passages,
        added=len(now.keys() - before.keys()),
        changed=len(shared) - unchanged,
        removed=len(before.keys() - now.keys()),
        unchanged=unchanged,
        embedded=embedded,
        reused=manifest.passages - embedded,
        problems=collected.problems,
        seconds=seconds,
    )
