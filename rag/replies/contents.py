"""What the archive holds, for whoever asks for it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

import numpy as np

from index.columns import LANGUAGES, NO_DATE
from index.generation import Generation
from index.keywords.stems import stem
from rag.replies.compose import Contents


def contents_of(generation: Generation) -> Contents:
    """Count the articles of a generation by language, and look for the oldest and the newest."""
    columns = generation.columns
    rows = np.arange(len(columns))
    numbers, first = np.unique(columns.article_numbers(rows), return_index=True)
    counts = Counter(columns.languages()[first].tolist())
    earliest, latest = columns.days(rows[first])
    dated = np.flatnonzero(earliest != NO_DATE)
    oldest = dated[np.argmin(earliest[dated])] if len(dated) else None
    newest = dated[np.argmax(latest[dated])] if len(dated) else None
    return Contents(
        articles={language: counts[code] for code, language in enumerate(LANGUAGES)} if len(numbers) else {},
        sources=tuple(generation.archive.sources()),
        first=None if oldest is None else _written(int(earliest[oldest]), int(latest[oldest])),
        last=None if newest is None else _written(int(earliest[newest]), int(latest[newest])),
    )


def vocabulary_of(generation: Generation) -> Callable[[str], bool]:
    """Tells whether a word in lower case occurs in the archive, in any form."""
    least = math.log(1.0 + (generation.manifest.passages + 0.5) / 0.5)

    def occurs(word: str) -> bool:
        return any(generation.keywords.rarity("=" + stem(word, language)) < least for language in LANGUAGES)

    return occurs


def _written(first: int, last: int) -> str:
    """A day of publication, or the month or year if no more is known; the bounds are YYYYMMDD."""
    day = f"{first // 10000:04}-{first // 100 % 100:02}-{first % 100:02}"
    if first == last:
        return day
    return day[:7] if first // 100 == last // 100 else day[:4]
