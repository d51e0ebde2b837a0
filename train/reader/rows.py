"""Pairs of texts with labels, tokenised and batched for the cross-encoder."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.mlqa import load
from index.models import Language
from train.lessons import CLS, SEP
from train.workspace import SEED

Task = Literal["read", "verify"]

LONGEST_QUESTION = 48
LONGEST = 320
KEPT_CLAIMS = 12_000
"""Generated claims that the cross-encoder never sees, the last of them: what rests on it is fitted with these."""

_AROUND = 120
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True)
class Row:
    """Two texts and what is true of them.

    Attributes:
        task: "read" (first is a question) or "verify" (first is a statement).
        first: the question or the statement.
        second: the passage or the evidence.
        label: the passage answers, or the evidence supports.
        start: first character of the answer in the passage, None without one.
        end: where it ends, exclusive.
    """

    task: Task
    first: str
    second: str
    label: bool
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Encoded:
    """Tokenised rows.

    Attributes:
        ids: each row's tokens, special ones included.
        cuts: where the second text begins in each.
        labels: as in `Row`.
        spans: (rows, 2): the answer's first and last token, -1 without one.
    """

    ids: list[NDArray[np.uint16]]
    cuts: NDArray[np.int64]
    labels: NDArray[np.bool_]
    spans: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each row, without the two that batching adds."""
        return np.array([len(ids) - 2 for ids in self.ids], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.ids)


def encode_rows(tokenizer: Tokenizer, rows: Sequence[Row]) -> Encoded:
    """Tokenise; a passage is cut at LONGEST, and an answer beyond it makes the row one without a span."""
    firsts = tokenizer.encode_batch_fast([row.first for row in rows], add_special_tokens=False)
    seconds = tokenizer.encode_batch([row.second for row in rows], add_special_tokens=False)
    ids, cuts, spans = [], [], []
    for row, first, second in zip(rows, firsts, seconds, strict=True):
        head = [CLS, *first.ids[:LONGEST_QUESTION], SEP]
        body = second.ids[: LONGEST - len(head) - 1]
        ids.append(np.array([*head, *body, SEP], dtype=np.uint16))
        cuts.append(len(head))
        spans.append(_token_span(row, second.offsets[: len(body)], len(head)))
    return Encoded(ids, np.array(cuts), np.array([row.label for row in rows]), np.array(spans).reshape(-1, 2))


def _token_span(row: Row, offsets: Sequence[tuple[int, int]], shift: int) -> tuple[int, int]:
    """The first and last token that share characters with the answer."""
    if row.start is None or row.end is None:
        return -1, -1
    inside = [index for index, (start, end) in enumerate(offsets) if start < row.end and end > row.start]
    if not inside or offsets[inside[-1]][1] < row.end:
        return -1, -1
    return shift + inside[0], shift + inside[-1]


def collate(encoded: Encoded, rows: Iterable[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Token ids, mask and types of some rows, padded to the longest."""
    chosen = list(rows)
    width = max(len(encoded.ids[row]) for row in chosen)
    ids = np.zeros((len(chosen), width), dtype=np.int64)
    mask, types = np.zeros_like(ids), np.zeros_like(ids)
    for place, row in enumerate(chosen):
        tokens = encoded.ids[row]
        ids[place, : len(tokens)] = tokens
        mask[place, : len(tokens)] = 1
        types[place, encoded.cuts[row] : len(tokens)] = 1
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(types)


def generated_questions(path: Path) -> list[Row]:
    """Rows of `train.questions`."""
    return [Row("read", r["question"], r["passage"], r["answerable"], r["start"], r["end"]) for r in read_lines(path)]


def support_rows(path: Path) -> list[Row]:
    """Rows of `train.support`."""
    return [Row("verify", r["claim"], r["evidence"], bool(r["label"])) for r in read_lines(path)]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def shuffle_for_training(questions: list[Any], claims: list[Any]) -> None:
    """Bring generated questions and claims into the order in which the reader takes them; the last it never sees."""
    chance = random.Random(SEED)
    chance.shuffle(questions)
    chance.shuffle(claims)


@dataclass(frozen=True)
class Asked:
    """An MLQA question about a passage: languages, texts and the answer's span."""

    identifier: str
    title: str
    asked: Language
    written: Language
    question: str
    passage: str
    start: int
    end: int


def mlqa(folder: Path) -> list[Asked]:
    """MLQA dev in all four directions; a question that one language alone has is asked in that language."""
    records = {language: {str(row["id"]): row for row in found} for language, found in load(folder).items()}
    rows = []
    for written, found in records.items():
        for identifier, record in sorted(found.items()):
            title = str(records["en"].get(identifier, record)["title"])
            for asked, others in records.items():
                if identifier in others:
                    question = str(others[identifier]["question"])
                    span = _likeliest(record, str(record["question"]))
                    rows.append(Asked(identifier, title, asked, written, question, str(record["context"]), *span))
    return rows


def _likeliest(record: dict[str, object], question: str) -> tuple[int, int]:
    """Where the answer stands; of several places the one among most of the question's words."""
    found = record["answers"]
    answer = str(found[0]) if isinstance(found, list) else ""
    passage = str(record["context"])
    words = set(_WORD.findall(question.lower()))
    places = [match.start() for match in re.finditer(re.escape(answer), passage)]
    if not places:
        raise ValueError(f"question {record['id']}: its answer is not in its passage")

    def shared(place: int) -> int:
        around = passage[max(0, place - _AROUND) : place + len(answer) + _AROUND].lower()
        return len(words & set(_WORD.findall(around)))

    start = max(places, key=shared)
    return start, start + len(answer)


def is_held_out(asked: Asked) -> bool:
    """Whether neither questions nor passages of its article are trained on."""
    return held_out_title(asked.title)


def held_out_title(title: str) -> bool:
    """A quarter of the articles, by the English title's hash."""
    return hashlib.sha256(title.encode()).digest()[0] % 4 == 0
