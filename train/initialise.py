"""The student before training: `python -m train.initialise`.

MiniLM's body and English vectors stay. Every German piece starts as a mean of the vectors that MiniLM has for the ten
English pieces nearest to it among the static vectors, weighted by softmax (Minixhofer et al. 2022, "WECHSEL"). A piece
that both languages use ("war", "die") is mixed by how often each does. Writes the folder `student`. One minute.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from train.tokens import tokenised_pairs
from train.vocabulary import teacher_folder
from train.workspace import Workspace, open_workspace, parser_of

os.environ.setdefault("HF_HUB_OFFLINE", "1")
logger = logging.getLogger(__name__)

NEIGHBOURS = 10
TEMPERATURE = 0.1
ANCHOR_SHARE = 0.5
"""A piece at least this English is one that German pieces may borrow from."""

LEAST_SEEN = 5
"""Rarer pieces have no static vector to go by: they keep what they have, or get the mean."""


def main() -> None:
    """Write the student."""
    space = open_workspace(parser_of(__doc__).parse_args())
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    static = np.load(space.file("static.npy"))
    model = load_bert(teacher_folder())
    vectors = model.embeddings.word_embeddings.weight.detach().numpy()
    share, seen = english_share(space, tokenizer.get_vocab_size())
    words = np.zeros(len(share), dtype=bool)
    for piece, index in tokenizer.get_vocab().items():
        words[index] = any(character.isalpha() for character in piece) and not piece.startswith("[")
    fresh = borrow(vectors, static, share, seen, words)
    import torch

    model.resize_token_embeddings(len(fresh), mean_resizing=False)
    model.embeddings.word_embeddings.weight.data = torch.from_numpy(fresh)
    model.save_pretrained(space.work / "student")
    logger.info("%d pieces, of which %d new", len(fresh), len(fresh) - len(vectors))


def load_bert(folder: Path, attention: str = "eager") -> Any:
    """Load a BERT body in float32.

    Args:
        folder: a transformers model folder.
        attention: "eager" for training (its backward pass is twice as quick on a processor as the fused one), "sdpa"
            for embedding only.

    Raises:
        ValueError: the folder lacks weights.
    """
    from transformers import BertModel

    loaded: Any = BertModel.from_pretrained(
        str(folder), add_pooling_layer=False, attn_implementation=attention, output_loading_info=True
    )
    model, report = loaded
    if report["missing_keys"]:
        raise ValueError(f"{folder} lacks weights: {sorted(report['missing_keys'])}")
    return model


def english_share(space: Workspace, size: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """How English each piece is (0 German to 1 English, by relative frequency) and how often it occurs."""
    english, german = (np.bincount(side.ids, minlength=size) for side in tokenised_pairs(space))
    left, right = (english + 0.5) / english.sum(), (german + 0.5) / german.sum()
    return left / (left + right), english + german


def borrow(
    vectors: NDArray[np.float32],
    static: NDArray[np.float32],
    share: NDArray[np.float64],
    seen: NDArray[np.int64],
    words: NDArray[np.bool_],
) -> NDArray[np.float32]:
    """Give every piece an input vector.

    Args:
        vectors: the teacher's, of shape (old, dimension).
        static: the static vectors, of shape (all, any), `old` of them being the teacher's pieces.
        share: how English each of all pieces is.
        seen: how often each occurs.
        words: whether a piece has letters; all others keep the teacher's vector and are anchors.

    Returns:
        float32 of shape (all, dimension).
    """
    old = len(vectors)
    unit = static / np.linalg.norm(static, axis=1, keepdims=True)
    english = (share[:old] >= ANCHOR_SHARE) & (seen[:old] >= LEAST_SEEN) & words[:old]
    anchors = np.flatnonzero(english)
    fresh = np.tile(vectors[anchors].mean(axis=0), (len(static), 1)).astype(np.float32)
    fresh[:old] = vectors
    known = np.zeros(len(static), dtype=bool)
    known[: len(seen)] = seen >= LEAST_SEEN
    german = words[: len(static)] & known & ((np.arange(len(static)) >= old) | (share < ANCHOR_SHARE))
    for rows in np.array_split(np.flatnonzero(german), 40):
        cosines = unit[rows] @ unit[anchors].T
        nearest = np.argpartition(-cosines, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        weights = np.exp(np.take_along_axis(cosines, nearest, axis=1) / TEMPERATURE)
        weights /= weights.sum(axis=1, keepdims=True)
        fresh[rows] = np.einsum("rn,rnd->rd", weights, vectors[anchors[nearest]])
    shared = np.flatnonzero(german[:old])
    keep = np.sqrt(share[shared])[:, None].astype(np.float32)
    fresh[shared] = keep * vectors[shared] + (1 - keep) * fresh[shared]
    return fresh


if __name__ == "__main__":
    main()
