"""What words are called in the other language, with probabilities learned from translations.

See `index/models/fundstelle-lexicon-de-en/README.md`, and `train.lexicon`, which makes it.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.default import MODELS
from index.errors import ModelError
from index.keywords.compounds import halves
from index.keywords.stems import stem
from index.models import Language

LEXICON = "fundstelle-lexicon-de-en"
STEMS_FILE = "stems.{}.txt"
STARTS_FILE = "starts.{}.npy"
TARGETS_FILE = "targets.{}.npy"
SHARES_FILE = "shares.{}.npy"
WHOLE = 255
"""Probabilities are stored in 8 bits as multiples of one part in so many."""

WAYS: tuple[tuple[Language, Language], ...] = (("de", "en"), ("en", "de"))
"""Source and target."""

Translated = list[tuple[str, float]]


class _Lines:
    """The lines of a file in sorted order, not taken apart before they are wanted: there are hundreds of thousands."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._ends = np.append(np.flatnonzero(np.frombuffer(content, np.uint8) == ord("\n")), len(content))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:
        start = int(self._ends[number - 1]) + 1 if number else 0
        return self._content[start : int(self._ends[number])]

    def find(self, line: bytes) -> int | None:
        """The number of a line; None when it is missing."""
        # Bytes of UTF-8 are in the same order as the code points.
        place = bisect_left(range(len(self)), line, key=self.__getitem__)
        return place if place < len(self) and self[place] == line else None


class Translations:
    """The lexicon, both ways. Safe to use from several threads: reading changes nothing."""

    def __init__(self, folder: Path) -> None:
        """Map it into memory.

        Args:
            folder: what `python -m train.lexicon` wrote.

        Raises:
            ModelError: a file is missing or damaged, or they do not belong together.
        """
        try:
            self._stems: dict[Language, _Lines] = {
                language: _Lines((folder / STEMS_FILE.format(language)).read_bytes()) for language, _ in WAYS
            }
            self._tables = {language: _table(folder, language) for language, _ in WAYS}
            for source, target in WAYS:
                _check(self._tables[source], len(self._stems[source]), len(self._stems[target]))
        except (OSError, EOFError, ValueError, TypeError) as error:
            message = f"cannot load the lexicon from {folder}: {error}."
            raise ModelError(message, "Reinstall Fundstelle: make demo") from error

    def of(self, word: str, source: Language) -> Translated:
        """Translations of a word: stems of the other language with their probabilities, likeliest first.

        A German word that was never met is translated by its two halves, if those were. The probabilities add up to 1
        (within rounding); nothing is known of a word when there are none.

        Args:
            word: in lower case, in any form.
            source: its language.
        """
        whole = self._look_up(stem(word, source), source)
        if whole or source != "de":
            return whole
        parts = halves(word, lambda part: bool(self._look_up(stem(part, source), source)))
        if parts is None:
            return []
        both = [(target, chance / 2) for part in parts for target, chance in self._look_up(stem(part, source), source)]
        return sorted(both, key=lambda one: -one[1])

    def _look_up(self, stemmed: str, source: Language) -> Translated:
        number = self._stems[source].find(stemmed.encode())
        if number is None:
            return []
        starts, targets, shares = self._tables[source]
        span = slice(int(starts[number]), int(starts[number + 1]))
        names = self._stems[dict(WAYS)[source]]
        return [
            (names[target].decode(), share / WHOLE)
            for target, share in zip(targets[span].tolist(), shares[span].tolist(), strict=True)
        ]


@functools.cache
def default_translations() -> Translations:
    """The lexicon that Fundstelle comes with (loaded once a process).

    Raises:
        ModelError: a file is missing or damaged.
    """
    return Translations(MODELS / LEXICON)


_Table = tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint8]]


def _table(folder: Path, language: Language) -> _Table:
    starts, targets, shares = (
        np.load(folder / name.format(language), mmap_mode="r") for name in (STARTS_FILE, TARGETS_FILE, SHARES_FILE)
    )
    return starts, targets, shares


def _check(table: _Table, sources: int, targets: int) -> None:
    """Raises ValueError when the parts do not fit each other."""
    starts, numbers, shares = table
    if len(starts) != sources + 1 or int(starts[-1]) != len(numbers) or len(numbers) != len(shares):
        raise ValueError(f"{sources} words, {len(starts)} starts, {len(numbers)} translations, {len(shares)} shares")
    if len(numbers) and int(numbers.max()) >= targets:
        raise ValueError(f"a translation has number {int(numbers.max())}, of {targets} words")
