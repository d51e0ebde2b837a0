"""The last readings, for callers that let the same pairs be read twice."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.reading.reader import Reading

Page = tuple[str, str]
"""The title of an article, and a passage of it."""


class ReadingMemory:
    """Readings by question and page; the one used longest ago goes first. Safe to use from several threads."""

    def __init__(self, size: int) -> None:
        """Keep at most so many readings; 0 keeps none."""
        self._size = size
        self._lock = threading.Lock()
        self._readings: OrderedDict[tuple[str, Page], Reading] = OrderedDict()

    def recall(self, question: str, page: Page) -> Reading | None:
        """The reading of a pair; None when it is not remembered."""
        key = question, page
        with self._lock:
            if key in self._readings:
                self._readings.move_to_end(key)
            return self._readings.get(key)

    def keep(self, question: str, page: Page, reading: Reading) -> None:
        """Remember the reading of a pair."""
        with self._lock:
            self._readings[question, page] = reading
            self._readings.move_to_end((question, page))
            while len(self._readings) > self._size:
                self._readings.popitem(last=False)
