"""The words of passages, read and split when they are first wanted and kept for the next question."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from index.embedding.token_matrix import TokenMatrix
from index.embedding.token_vectors import TokenVectors, default_token_vectors
from index.generation import Generation
from index.passages import embedded_text
from index.store.archive import Archive

MOST_PASSAGES = 4096
"""Passages remembered of a generation, about 4 kB each; the one longest unused goes first."""


class PassageTokens:
    """A bounded memory over one archive. Safe to use from several threads."""

    def __init__(self, archive: Archive, table: TokenVectors, most: int = MOST_PASSAGES) -> None:
        """Remember passages of `archive`, at most so many."""
        self._archive = archive
        self._table = table
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, TokenMatrix] = OrderedDict()

    def of(self, rows: Sequence[int]) -> list[TokenMatrix]:
        """The words of passages, each with its article's title before it as it is embedded, in the order of `rows`."""
        with self._lock:
            found = {row: self._kept[row] for row in rows if row in self._kept}
            for row in found:
                self._kept.move_to_end(row)
        missing = [row for row in rows if row not in found]
        if missing:
            stored = self._archive.passages(missing)
            texts = [embedded_text(s.article.title, s.article.text[s.passage.start : s.passage.end]) for s in stored]
            fresh = dict(zip(missing, self._table.encode_all(texts), strict=True))
            found |= fresh
            with self._lock:
                self._kept |= fresh
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return [found[row] for row in rows]


_MEMORIES: WeakKeyDictionary[Generation, PassageTokens] = WeakKeyDictionary()
_LOCK = threading.Lock()


def passage_tokens(generation: Generation) -> PassageTokens:
    """The memory of a generation, which ends with it.

    Raises:
        ModelError: the token vectors cannot be loaded.
    """
    table = default_token_vectors()
    with _LOCK:
        if generation not in _MEMORIES:
            _MEMORIES[generation] = PassageTokens(generation.archive, table)
        return _MEMORIES[generation]
