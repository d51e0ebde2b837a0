"""The cross-encoder: the embedder's body, reading two texts together, with a head for each thing it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from train.initialise import load_bert


@dataclass(frozen=True)
class Reading:
    """What the model says of each pair of texts in a batch, as logits.

    Attributes:
        answerable: (batch,): the second text answers the first, a question.
        start: (batch, tokens): the answer's first token; outside the second text it is -inf.
        end: (batch, tokens): the answer's last token, likewise.
        support: (batch,): the second text supports the first, a statement.
    """

    answerable: torch.Tensor
    start: torch.Tensor
    end: torch.Tensor
    support: torch.Tensor


class CrossEncoder(torch.nn.Module):
    """One body and three heads. The input vectors stay the embedder's: the questions to learn from hold few words."""

    def __init__(self, folder: Path) -> None:
        """Start from the embedder's folder.

        Args:
            folder: a transformers folder of the bilingual BERT body.
        """
        super().__init__()
        self.body: Any = load_bert(folder)
        self.body.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop_inside(0.0)
        self.drop = torch.nn.Dropout(0.1)
        width = self.body.config.hidden_size
        self.judge = torch.nn.Sequential(torch.nn.Linear(2 * width, width), torch.nn.GELU(), torch.nn.Linear(width, 2))
        self.span = torch.nn.Linear(width, 2)

    def drop_inside(self, share: float) -> None:
        """Drop this share of the body's hidden values while training; its attention's fast path has no such thing."""
        for name, module in self.body.named_modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = 0.0 if "attention.self" in name else share

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> Reading:
        """Read pairs.

        Args:
            ids: (batch, tokens): [CLS] first text [SEP] second text [SEP].
            mask: 1 where there is a token.
            types: 1 on the second text and its [SEP], else 0.
        """
        hidden = self.body(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state.float()
        inside = (types * mask).unsqueeze(-1).float()
        mean = (hidden * inside).sum(1) / inside.sum(1)
        verdicts = self.judge(self.drop(torch.cat([hidden[:, 0], mean], dim=1))).float()
        spans = self.span(self.drop(hidden)).float().masked_fill(inside == 0, float("-inf"))
        return Reading(verdicts[:, 0], spans[..., 0], spans[..., 1], verdicts[:, 1])
