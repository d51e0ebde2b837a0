"""One door to all readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from eval.formats.beir import read_beir
from eval.formats.dataset import Dataset, Rankings, ReadOptions
from eval.formats.gold import read_evidence, read_gold
from eval.formats.guess import Format, guess_format
from eval.formats.passages import read_passages
from eval.formats.qrels import read_judgements
from eval.formats.run_folder import read_run_folder
from eval.formats.sheet import read_sheet
from eval.formats.squad import read_squad
from eval.formats.trec import read_run

QUESTIONS: Mapping[Format, Callable[[Path, ReadOptions], Dataset]] = MappingProxyType(
    {
        "gold": read_gold,
        "evidence": read_evidence,
        "squad": read_squad,
        "passages": read_passages,
        "beir": read_beir,
        "csv": read_sheet,
        "qrels": read_judgements,
    }
)
RANKINGS: Mapping[Format, Callable[[Path], Rankings]] = MappingProxyType(
    {"trec-run": read_run, "run-folder": read_run_folder}
)


def read_any(path: Path, named: Format | None, options: ReadOptions) -> tuple[Format, Dataset | Rankings]:
    """Read a file or folder in the format that is named, else in the one that it seems to be in.

    Returns:
        The format, and what was in it; the notes say when the format was guessed.

    Raises:
        SourceError: the file cannot be read as a whole.
        UsageError: the format cannot be told, or needs something that was not given.
    """
    chosen = named or guess_format(path)
    data = QUESTIONS[chosen](path, options) if chosen in QUESTIONS else RANKINGS[chosen](path)
    if named is None:
        data.notes.insert(0, f"{path}: taken as {chosen} (--from names another format).")
    return chosen, data
