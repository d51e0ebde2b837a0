"""Write reader and verifier as they are shipped: `python -m train.reader.export`.

`rag/reading/fundstelle-read-de-en/` gets the model that read questions last, `rag/support/fundstelle-verify-de-en/` one
between that which judged claims last and that before; each with its tokenizer. One minute.
"""

from __future__ import annotations

import functools
import hashlib
import json
import logging
from pathlib import Path

import torch
from tokenizers import Tokenizer

from index.embedding.export import CARD_FILE, MODEL_FILE, TOKENIZER_FILE
from train.onnx_export import export_int8
from train.reader.model import CrossEncoder
from train.reader.rows import LONGEST, LONGEST_QUESTION, collate, encode_rows, generated_questions, support_rows
from train.reader.states import state_of
from train.smoothing import smooth
from train.workspace import Workspace, open_workspace, parser_of

logger = logging.getLogger(__name__)

RAG = Path(__file__).resolve().parents[2] / "rag"
READER = RAG / "reading" / "fundstelle-read-de-en"
VERIFIER = RAG / "support" / "fundstelle-verify-de-en"

READER_OF = dict.fromkeys(("over", "more", "newest"), 1 / 24) | {"latest": 1 / 8, "asked": 3 / 4}
"""The reader lies near the stage that read articles in the words of agencies with plain questions, as an archive is
asked; the earlier ones are there for questions that turn on one word."""

VERIFIER_OF = {"written": 0.05, "verified": 0.05, "stated": 0.15, "retold": 0.75}
"""The verifier lies near the stage that went over claims in the words of agencies once more: exchanged roles in such
words are told by it alone, changed copies better by the earlier ones."""

SAMPLES = 100
"""Rows of each task that show the quantiser how large numbers get."""


class Flat(torch.nn.Module):
    """The cross-encoder with its outputs as a tuple, verdicts as probabilities and ends as log-probabilities."""

    def __init__(self, model: CrossEncoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Answerable and support of shape (batch,), log-probabilities of start and end of shape (batch, tokens)."""
        reading = self.model(ids, mask, types)
        return (
            torch.sigmoid(reading.answerable),
            torch.log_softmax(reading.start, dim=1),
            torch.log_softmax(reading.end, dim=1),
            torch.sigmoid(reading.support),
        )


def _read_samples(space: Workspace, model: CrossEncoder) -> None:
    """Run questions and claims with their texts through the model."""
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    rows = (
        generated_questions(space.file("questions.jsonl"))[-SAMPLES:]
        + support_rows(space.file("support.jsonl"))[-SAMPLES:]
    )
    encoded = encode_rows(tokenizer, rows)
    for row in range(len(rows)):
        model(*collate(encoded, [row]))


def main() -> None:
    """Write the folders, all but their READMEs and what is fitted later."""
    space = open_workspace(parser_of(__doc__).parse_args())
    states = {
        READER: state_of(space, READER_OF),
        VERIFIER: state_of(space, VERIFIER_OF),
    }
    for target, state in states.items():
        model = CrossEncoder(space.file("embedder"))
        model.load_state_dict(state)
        model.eval()
        smooth(model.body, functools.partial(_read_samples, space, model))
        target.mkdir(parents=True, exist_ok=True)
        write_reader(model, Tokenizer.from_file(str(space.file("tokenizer.json"))), target)
        logger.info("%s: %.1f MB", target, (target / MODEL_FILE).stat().st_size / 1e6)


def write_reader(model: CrossEncoder, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the ONNX file, the tokenizer and the card that `rag.reading.Reader` loads."""
    sample = torch.ones(2, 9, dtype=torch.long)
    types = sample.clone()
    types[:, :4] = 0
    ends = {0: "batch", 1: "tokens"}
    outputs = {"answerable": {0: "batch"}, "start": ends, "end": ends, "support": {0: "batch"}}
    inputs = {"input_ids": sample, "attention_mask": sample, "token_type_ids": types}
    export_int8(Flat(model), inputs, outputs, folder / MODEL_FILE)
    tokenizer.save(str(folder / TOKENIZER_FILE))
    card = {
        "max_tokens": min(LONGEST, model.body.config.max_position_embeddings),
        "question_tokens": LONGEST_QUESTION,
        "fingerprint": hashlib.sha256((folder / MODEL_FILE).read_bytes()).hexdigest()[:16],
    }
    (folder / CARD_FILE).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
