"""BM25 over analysed passages (Robertson & Zaragoza 2009, in the variant of Lucene), through bm25s."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.keywords.vocabulary import Vocabulary, write_vocabulary
from index.store.mapped import give_back

BM25S_VOCABULARY = "vocab.index.json"
"""Where bm25s keeps the terms; ours are found faster (see `index.keywords.vocabulary`)."""

K1 = 1.2
B = 0.75
MOST_READ = 40_000_000
"""Bytes of postings that may stay in memory while the terms of a question are looked up."""

AROUND = 1_000_000
"""Bytes that come into memory with a short column: the kernel maps what it has at hand around what is read."""

NO_WORDS = " "
"""A term that no text has; stands for the passages of an archive without a single word, which bm25s cannot index."""


def write_keywords(folder: Path, passages: Sequence[list[str]]) -> None:
    """Index the terms of all passages (row by row) and write the index into a folder.

    Raises:
        OSError: the folder cannot be written.
    """
    index = bm25s.BM25(k1=K1, b=B, method="lucene")
    index.index(list(passages) if any(passages) else [[NO_WORDS] for _ in passages], show_progress=False)
    index.vocab_dict.pop("", None)  # bm25s's mark for an unknown term has no column in its matrix
    index.save(str(folder), show_progress=False)
    (folder / BM25S_VOCABULARY).unlink()
    write_vocabulary(folder, index.vocab_dict.items())


class KeywordIndex:
    """A memory-mapped BM25 index. Safe to use from several threads: reading changes nothing."""

    def __init__(self, folder: Path, passages: int) -> None:
        """Open the index.

        Args:
            folder: what `write_keywords` wrote.
            passages: how many rows it has.

        Raises:
            OSError, EOFError, ValueError, KeyError, TypeError: a file is missing or damaged, or has other rows.
        """
        self._index = bm25s.BM25.load(str(folder), mmap=True, load_vocab=False)
        self._vocabulary = Vocabulary(folder)
        self._passages = passages
        rows, postings = self._index.scores["num_docs"], int(self._index.scores["indptr"][-1])
        if rows != passages:
            raise ValueError(f"the keywords have {rows} rows, {passages} expected")
        if any(len(self._index.scores[part]) != postings for part in ("data", "indices")):
            raise ValueError("the keywords are incomplete")
        if len(self._vocabulary) != len(self._index.scores["indptr"]) - 1:
            raise ValueError("the keywords have columns without a term")
        # Plain views of the mapped files: slicing a memmap itself costs more than adding up a short column.
        self._bounds, self._rows, self._values = (
            np.asarray(self._index.scores[part]) for part in ("indptr", "indices", "data")
        )

    @property
    def files(self) -> list[NDArray[Any]]:
        """The mapped arrays that grow with the archive."""
        return [self._rows, self._values]

    def scores(self, terms: Sequence[str]) -> NDArray[np.float32]:
        """BM25 of every passage for these terms: float32 array of shape (passages,), 0 where no term occurs."""
        return self.weighted_scores(Counter(terms))

    def weighted_scores(self, weights: Mapping[str, float]) -> NDArray[np.float32]:
        """The same where each term counts as much as its weight says; terms that nobody wrote count for nothing."""
        scores = np.zeros(self._passages, dtype=np.float32)
        read = 0
        for number, weight in zip(self._vocabulary.columns(list(weights)), weights.values(), strict=True):
            if number is not None:
                column = slice(self._bounds[number], self._bounds[number + 1])
                np.add.at(scores, self._rows[column], np.float32(weight) * self._values[column])
                read += 2 * max(AROUND, self._rows[column].nbytes)
                if read > MOST_READ:
                    give_back(self.files)
                    read = 0
        return scores

    def rarity(self, term: str) -> float:
        """Inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)); highest for a term that never occurs."""
        number = self._vocabulary.columns([term])[0]
        occurs = 0
        if number is not None:
            occurs = int(self._bounds[number + 1] - self._bounds[number])
        return math.log(1.0 + (self._passages - occurs + 0.5) / (occurs + 0.5))
