"""Passages as numbers: a code a word, a hash a run of words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.duplicates.telling import is_telling
from index.store.archive import SplitArticle

SHINGLE = 4
"""Words in a run. Two articles on one subject share runs of three by chance, runs of four hardly ever."""

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint32]

_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64)
_TELLING = np.uint32(1)
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"(?m)^[^.()\n]{0,60}\([^()\n]{2,40}\)\s*[-–—:.]")
"""Place and agency: "MOSKAU (dpa) -". Not counted in an article's first passage, since each paper prints its own."""


@dataclass(frozen=True)
class Words:
    """The words of all passages, one after the other in the order of the archive.

    Attributes:
        codes: a number a word; its lowest bit tells whether the word is telling.
        passages: where each passage begins in `codes`, and where the last one ends.
        articles: the same for the article of each passage: shape (passages, 2), start and end.
    """

    codes: Codes
    passages: NDArray[np.int64]
    articles: NDArray[np.int64]

    def of_passage(self, row: int) -> slice:
        """Where the words of a passage stand."""
        return slice(int(self.passages[row]), int(self.passages[row + 1]))

    def of_article(self, row: int) -> slice:
        """Where the words of a passage's whole article stand."""
        return slice(int(self.articles[row, 0]), int(self.articles[row, 1]))

    def telling(self, place: slice) -> NDArray[np.bool_]:
        """Which words at a place are telling."""
        flags: NDArray[np.bool_] = (self.codes[place] & _TELLING).astype(bool)
        return flags


def read_words(articles: Sequence[SplitArticle]) -> Words:
    """Number the words of all passages; titles are not part of them, since copies get titles of their own."""
    vocabulary: dict[str, int] = {}
    passages, bounds = [0], []
    chunks: list[Codes] = [np.empty(0, dtype=np.uint32)]
    for article, _, spans in articles:
        first = passages[-1]
        for span in spans:
            text = article.text[span.start : span.end]
            found = _WORD.findall(_DATELINE.sub("", text, count=1) if span is spans[0] else text)
            for word in found:
                if word not in vocabulary:
                    vocabulary[word] = _code(word)
            chunks.append(np.fromiter(map(vocabulary.__getitem__, found), dtype=np.uint32, count=len(found)))
            passages.append(passages[-1] + len(found))
        bounds += [(first, passages[-1])] * len(spans)
    return Words(
        np.concatenate(chunks), np.array(passages, dtype=np.int64), np.array(bounds, dtype=np.int64).reshape(-1, 2)
    )


def shingles(codes: Codes) -> Hashes:
    """The hash of every run of `SHINGLE` words; empty for a shorter text."""
    count = len(codes) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint32)
    plain = (codes & ~_TELLING).astype(np.uint64)  # "Die" and "die" are one word
    total = np.zeros(count, dtype=np.uint64)
    for offset, factor in enumerate(_FACTORS):
        total += plain[offset : offset + count] * factor
    # The upper half, because only there every bit of every code has left its mark.
    hashes: Hashes = (total >> np.uint64(32)).astype(np.uint32)
    return hashes


def _code(word: str) -> int:
    """CRC-32 of the word in lower case: the same in every build, whatever else is indexed."""
    return (zlib.crc32(word.lower().encode()) & ~1) | is_telling(word)
