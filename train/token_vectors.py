"""Compress the static vectors for shipping: `python -m train.token_vectors`.

The 384 dimensions of `static.npy` are turned to their principal axes (uncentred) and cut to 192, then stored in 8 bits
with a scale a row. Each piece gets a soft idf weight: its document frequency in each data set of the parallel
sentences, averaged over the sets (software manuals are half of the data), the larger of both languages; what is more
frequent than once in 55 sentences gets 0. Writes `index/models/fundstelle-tokens-de-en/` and measures it, see
`train.token_check`. A minute, and some for measuring.
"""

from __future__ import annotations

import argparse
import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.default import MODELS, SHIPPED
from index.embedding.export import TOKENIZER_FILE
from index.embedding.token_vectors import (
    SCALES_FILE,
    TOKEN_VECTORS,
    VECTORS_FILE,
    WEIGHT_STEP,
    WEIGHTS_FILE,
    TokenVectors,
)
from train.token_check import Uncompressed, check
from train.tokens import Sentences, load_sentences
from train.workspace import RunLog, Workspace, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

DIMENSION = 192
COMMON = 4.0
"""Nats subtracted from the inverse document frequency; words as common as that weigh nothing. Chosen on MLQA dev."""

RAREST = 1e-6
"""Document frequency of a piece that was never seen."""


@dataclass(frozen=True)
class Compressed:
    """The three files of the model.

    Attributes:
        vectors: int8 of shape (pieces, DIMENSION).
        scales: float16 of shape (pieces,), what a row is multiplied by.
        weights: uint8 of shape (pieces,), multiples of `WEIGHT_STEP`.
    """

    vectors: NDArray[np.int8]
    scales: NDArray[np.float16]
    weights: NDArray[np.uint8]


def main() -> None:
    """Compress, write and measure."""
    options = _parser().parse_args()
    space = open_workspace(options)
    static = np.load(space.file("static.npy"))
    frequency = document_frequency(space, len(static))
    compressed = compress(static, frequency)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, array in (
        (VECTORS_FILE, compressed.vectors),
        (SCALES_FILE, compressed.scales),
        (WEIGHTS_FILE, compressed.weights),
    ):
        with written(options.out / name) as scratch, scratch.open("wb") as file:
            np.save(file, array)
    size = sum(path.stat().st_size for path in options.out.iterdir())
    log = RunLog("token_vectors")
    log.write(pieces=len(static), dimension=DIMENSION, bytes=size)
    table = TokenVectors(options.out, options.tokenizer)
    check(space, table, Uncompressed(options.out, options.tokenizer, static), log)


def compress(static: NDArray[np.float32], frequency: NDArray[np.float64]) -> Compressed:
    """Turn, cut and round vectors, and weigh their pieces.

    Args:
        static: one vector a piece; those never seen in training are noise.
        frequency: share of the texts that hold each piece; 0 for never.
    """
    seen = static[frequency > 0].astype(np.float64)
    strength, axes = np.linalg.eigh(seen.T @ seen)
    turned = static @ axes[:, np.argsort(-strength)[:DIMENSION]]
    scales = (np.abs(turned).max(axis=1) / 127).astype(np.float16)
    vectors = np.clip(np.rint(turned / np.maximum(scales, 1e-6)[:, None]), -127, 127).astype(np.int8)
    weights = np.maximum(-np.log(np.maximum(frequency, RAREST)) - COMMON, 0.0)
    return Compressed(vectors, scales, np.rint(weights / WEIGHT_STEP).astype(np.uint8))


def document_frequency(space: Workspace, pieces: int) -> NDArray[np.float64]:
    """Share of the sentences that hold each piece: averaged over the data sets, the larger of both languages."""
    with space.file("pairs.tsv").open(encoding="utf-8") as lines:
        names = [line.split("\t", 3)[2] for line in lines]
    sources = np.unique(names, return_inverse=True)[1]
    tokens = [load_sentences(space.work / f"tokens.{language}.npz") for language in ("de", "en")]
    return np.maximum(*(frequency_in(sentences, sources, pieces) for sentences in tokens))


def frequency_in(sentences: Sentences, sources: NDArray[np.intp], pieces: int) -> NDArray[np.float64]:
    """Share of the sentences that hold each piece, averaged over the sets.

    Args:
        sentences: tokenised texts.
        sources: the number of the data set of each.
        pieces: size of the vocabulary.
    """
    number = np.repeat(np.arange(len(sentences)), sentences.lengths)
    held = np.unique(number * pieces + sentences.ids)
    sets = int(sources.max()) + 1
    counts = np.bincount(sources[held // pieces] * pieces + held % pieces, minlength=sets * pieces)
    shares: NDArray[np.float64] = counts.reshape(sets, pieces) / np.bincount(sources)[:, None]
    averaged: NDArray[np.float64] = shares.mean(axis=0)
    return averaged


def _parser() -> argparse.ArgumentParser:
    parser = parser_of(__doc__)
    parser.add_argument("--out", type=Path, default=MODELS / TOKEN_VECTORS, metavar="DIR", help="the model's folder")
    parser.add_argument(
        "--tokenizer",
        type=Path,
        default=MODELS / SHIPPED / TOKENIZER_FILE,
        metavar="FILE",
        help="the bilingual vocabulary, which the embedder's folder holds",
    )
    return parser


if __name__ == "__main__":
    main()
