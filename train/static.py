"""Static bilingual token vectors: `python -m train.static`.

One 384-d vector a token, a text's vector being the mean of its tokens'. The only objective is translation ranking in
both directions with the rest of the batch as negatives (Yang et al. 2019, "Improving multilingual sentence embedding
using bi-directional dual encoder"). They serve to initialise the student's German pieces (`train.initialise`) and,
compressed, as the token-level vectors that the product ships. Writes `static.npy`; ten minutes on two cores. A run that
was stopped goes on from its last epoch.
"""

from __future__ import annotations

import logging
import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from train.checkpoint import Checkpoint
from train.tokens import Sentences, tokenised_pairs
from train.workspace import SEED, RunLog, Workspace, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

DIMENSION = 384
EPOCHS = 3
BATCH = 2048
SCALE = 20.0
RATE = 3e-3
LONGEST = 64
_REPORT = 50


def main() -> None:
    """Train and write the vectors."""
    space = open_workspace(parser_of(__doc__).parse_args())
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    english, german = tokenised_pairs(space)
    usable = np.flatnonzero((english.lengths > 0) & (german.lengths > 0))
    vectors = train(space, english, german, usable)
    with written(space.work / "static.npy") as scratch, scratch.open("wb") as file:
        np.save(file, vectors)


def train(space: Workspace, english: Sentences, german: Sentences, usable: NDArray[np.intp]) -> NDArray[np.float32]:
    """Run all epochs, from the last checkpoint if there is one.

    Returns:
        float32 of shape (vocabulary, DIMENSION).
    """
    size = int(max(english.ids.max(), german.ids.max())) + 1
    table = torch.nn.EmbeddingBag(size, DIMENSION, mode="mean")
    torch.nn.init.normal_(table.weight, std=0.1)
    optimizer = torch.optim.Adam(table.parameters(), lr=RATE, fused=True)
    steps = EPOCHS * (len(usable) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.01, 1 - step / steps))
    checkpoint = Checkpoint(space.work / "static.checkpoint.pt", table, optimizer, schedule)
    first = checkpoint.restore()
    log = RunLog("static", resume=first > 0)
    for epoch in range(first, EPOCHS):
        order = np.random.default_rng((SEED, epoch)).permutation(usable)
        for step in range(len(usable) // BATCH):
            rows = order[step * BATCH : (step + 1) * BATCH]
            loss = ranking_loss(_mean(table, english, rows), _mean(table, german, rows))
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            optimizer.step()
            schedule.step()
            if step % _REPORT == 0:
                log.write(epoch=epoch, step=step, loss=round(loss.item(), 4))
        checkpoint.save(epoch + 1)
    vectors: NDArray[np.float32] = table.weight.detach().numpy()
    return vectors


def ranking_loss(left: torch.Tensor, right: torch.Tensor, scale: float = SCALE) -> torch.Tensor:
    """Translation ranking: each row must find its translation among the batch's, in both directions.

    Args:
        left: (batch, dimension), unit length.
        right: the translations, likewise.
        scale: multiplies the cosines before the softmax.
    """
    scores = scale * left @ right.T
    labels = torch.arange(len(left))
    return (functional.cross_entropy(scores, labels) + functional.cross_entropy(scores.T, labels)) / math.log(len(left))


def _mean(table: torch.nn.EmbeddingBag, sentences: Sentences, rows: NDArray[np.intp]) -> torch.Tensor:
    parts = [sentences[int(row)][:LONGEST] for row in rows]
    lengths = np.array([0] + [len(part) for part in parts[:-1]])
    flat = torch.from_numpy(np.concatenate(parts).astype(np.int64))
    return functional.normalize(table(flat, torch.from_numpy(np.cumsum(lengths))), dim=1)


if __name__ == "__main__":
    main()
