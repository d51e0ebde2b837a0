"""The parallel sentences as token ids, made once and memory-mapped by the steps that train on them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from train.pairs import read_pairs
from train.workspace import Workspace, written

_BATCH = 20_000


@dataclass(frozen=True)
class Sentences:
    """Many token sequences end to end.

    Attributes:
        ids: uint16, all tokens, without [CLS] and [SEP].
        starts: int64 of shape (sentences + 1,): sentence i is `ids[starts[i]:starts[i + 1]]`.
    """

    ids: NDArray[np.uint16]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, index: int) -> NDArray[np.uint16]:
        return self.ids[self.starts[index] : self.starts[index + 1]]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each sentence."""
        return np.diff(self.starts)


def tokenised_pairs(space: Workspace) -> tuple[Sentences, Sentences]:
    """English and German sides of `pairs.tsv` in the bilingual vocabulary, in the file's order."""
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    pairs = space.file("pairs.tsv")
    if _stale(space):
        sides: dict[str, list[str]] = {"en": [], "de": []}
        for pair in read_pairs(pairs):
            sides["en"].append(pair.en)
            sides["de"].append(pair.de)
        for language, texts in sides.items():
            save_sentences(tokenise(tokenizer, texts), space.work / f"tokens.{language}.npz")
    return load_sentences(space.work / "tokens.en.npz"), load_sentences(space.work / "tokens.de.npz")


def tokenise(tokenizer: Tokenizer, texts: list[str]) -> Sentences:
    """Encode texts without special tokens."""
    lengths: list[int] = [0]
    parts: list[NDArray[np.uint16]] = []
    for start in range(0, len(texts), _BATCH):
        for encoding in tokenizer.encode_batch_fast(texts[start : start + _BATCH], add_special_tokens=False):
            parts.append(np.array(encoding.ids, dtype=np.uint16))
            lengths.append(len(encoding.ids))
    return Sentences(np.concatenate(parts), np.cumsum(lengths, dtype=np.int64))


def load_sentences(path: Path) -> Sentences:
    """Read a file of this step."""
    with np.load(path) as arrays:
        return Sentences(arrays["ids"], arrays["starts"])


def save_sentences(sentences: Sentences, path: Path) -> None:
    """Write sentences for `load_sentences`."""
    with written(path) as scratch, scratch.open("wb") as file:
        np.savez(file, ids=sentences.ids, starts=sentences.starts)


def _stale(space: Workspace) -> bool:
    made = space.work / "tokens.de.npz"
    sources = [space.file("pairs.tsv"), space.file("tokenizer.json")]
    return not made.exists() or any(source.stat().st_mtime > made.stat().st_mtime for source in sources)
