"""The shipped reader and verifier: one cross-encoder that reads two texts together, on onnxruntime.

With a question and a passage it says whether the passage answers and where; with a statement and its evidence, whether
the evidence supports it. How it was trained and what it is worth: `fundstelle-read-de-en/README.md`.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from index.embedding.export import CARD_FILE, MODEL_FILE, TOKENIZER_FILE
from index.embedding.onnx_session import LOAD_ERRORS, load_session
from index.embedding.threads import in_parallel, thread_limit
from index.embedding.tokenizer_file import load_tokenizer
from index.errors import ModelError
from rag.reading.memory import ReadingMemory

FOLDER = Path(__file__).resolve().parent / "fundstelle-read-de-en"
MOST_ANSWER_TOKENS = 30
LONGEST_TITLE = 150
"""Characters of a title that are read."""


@dataclass(frozen=True)
class Span:
    """Where an answer stands in a passage.

    Attributes:
        start: first character.
        end: exclusive.
        score: log-probability, at most 0.
    """

    start: int
    end: int
    score: float


@dataclass(frozen=True)
class Reading:
    """What the reader makes of one passage.

    Attributes:
        answerable: probability that the passage answers the question.
        offsets: characters of each token that was read, of shape (tokens, 2).
        starts: log-probability of each token to begin the answer.
        ends: log-probability of each token to end it.
    """

    answerable: float
    offsets: NDArray[np.int64]
    starts: NDArray[np.float32]
    ends: NDArray[np.float32]

    def best(self, start: int = 0, end: int | None = None) -> Span | None:
        """The likeliest answer inside the characters `start` to `end`; None where no token was read."""
        last = self.offsets[-1, 1] if end is None and len(self.offsets) else end or 0
        inside = np.flatnonzero((self.offsets[:, 0] >= start) & (self.offsets[:, 1] <= last))
        if len(inside) == 0:
            return None
        first, final = (inside[place] for place in best_span(self.starts[inside], self.ends[inside]))
        score = float(self.starts[first] + self.ends[final])
        return Span(int(self.offsets[first, 0]), int(self.offsets[final, 1]), score)

    def certainty(self, span: Span, start: int, end: int) -> float:
        """Share of the probability inside the characters `start` to `end` that lies on this beginning and this end."""
        inside = (self.offsets[:, 0] >= start) & (self.offsets[:, 1] <= end)
        total = float(np.exp(self.starts[inside]).sum() * np.exp(self.ends[inside]).sum())
        return float(np.exp(span.score)) / total if total > 0.0 else 0.0

    def mass(self, start: int, end: int) -> float:
        """Probability that the answer, if there is one, begins inside the characters `start` to `end`."""
        inside = (self.offsets[:, 0] >= start) & (self.offsets[:, 0] < end)
        return float(np.exp(self.starts[inside]).sum())


def certain_reading(start: int, end: int, score: float, answerable: float) -> Reading:
    """A reading that lies wholly on one stretch of a passage.

    Args:
        start: first character.
        end: exclusive.
        score: log-probability of this answer.
        answerable: probability that the passage answers.
    """
    starts, ends = np.array([score], dtype=np.float32), np.zeros(1, dtype=np.float32)
    return Reading(answerable, np.array([(start, end)], dtype=np.int64), starts, ends)


def title_line(title: str) -> str:
    """What is read before a passage of an article with this title: nothing where it has none."""
    return f"{title[:LONGEST_TITLE]}\n" if title else ""


def best_span(starts: NDArray[np.float32], ends: NDArray[np.float32]) -> tuple[int, int]:
    """The first and the last token of the likeliest answer, at most MOST_ANSWER_TOKENS long.

    Args:
        starts: how likely each token begins it, as logarithms or logits; at least one token.
        ends: how likely it ends it.
    """
    scores = starts[:, None] + ends[None, :]
    place = np.arange(len(starts))
    gap = place[None, :] - place[:, None]
    allowed = np.where((gap >= 0) & (gap < MOST_ANSWER_TOKENS), scores, -np.inf)
    first, final = np.unravel_index(int(allowed.argmax()), scores.shape)
    return int(first), int(final)


class Reader:
    """Reads pairs of texts one at a time, so that a verdict does not depend on its neighbours (8-bit arithmetic).

    Attributes:
        fingerprint: 16 hex digits of the model file's hash.
    """

    def __init__(self, folder: Path = FOLDER, threads: int | None = None) -> None:
        """Load the model.

        Args:
            folder: with the ONNX file, the tokenizer and the card.
            threads: processor cores to use; None takes `$FUNDSTELLE_THREADS`, else at most two.

        Raises:
            ModelError: a file is missing or damaged.
        """
        try:
            card = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
            self._max_tokens: int = card["max_tokens"]
            self._question_tokens: int = card["question_tokens"]
            self.fingerprint: str = card["fingerprint"]
            self._tokenizer = load_tokenizer(folder / TOKENIZER_FILE)
            self._parallel = threads or thread_limit()
            self._session = load_session(folder / MODEL_FILE, self._parallel)
        except LOAD_ERRORS as error:
            remedy = "Reinstall Fundstelle: make demo"
            raise ModelError(f"cannot load the reader from {folder}: {error}.", remedy) from error
        vocabulary = self._tokenizer.get_vocab()
        self._opening, self._divider = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._memory = ReadingMemory(0)

    def remember(self, size: int) -> None:
        """Keep the last so many readings, so that who asks and searches the same question has it read once.

        A reading depends on its pair alone: remembering changes how long it takes and nothing else. 0, as it is at
        first, keeps none.
        """
        self._memory = ReadingMemory(size)

    def read(self, question: str, passages: Sequence[str], titles: Sequence[str] | None = None) -> list[Reading]:
        """Read passages for a question; what is beyond the model's length is not read.

        Args:
            question: what is asked.
            passages: what is read.
            titles: of the articles that they stand in: a passage from the middle rarely says what it is about. No
                answer is sought in them. None where there are none.

        Returns:
            a reading each, in order; its offsets are those of the passage without the title.
        """
        asked = self._tokenizer.encode(question, add_special_tokens=False)

        def read(page: tuple[str, str]) -> Reading:
            reading = self._memory.recall(question, page)
            if reading is None:
                reading = self._read(asked, *page)
                self._memory.keep(question, page, reading)
            return reading

        return in_parallel(read, list(zip(titles or [""] * len(passages), passages, strict=True)), self._parallel)

    def support(self, claim: str, evidence: str) -> float:
        """Probability that the evidence supports the claim, in any combination of German and English."""
        stated = self._tokenizer.encode(claim, add_special_tokens=False)
        found = self._tokenizer.encode(evidence, add_special_tokens=False)
        outputs, _ = self._run(stated, found)
        return float(outputs[3][0])

    def _read(self, asked: Encoding, title: str, passage: str) -> Reading:
        heading = title_line(title)
        found = self._tokenizer.encode(heading + passage, add_special_tokens=False)
        (answerable, starts, ends, _), (first, last) = self._run(asked, found)
        offsets = np.array(found.offsets[: last - first], dtype=np.int64).reshape(-1, 2) - len(heading)
        inside = offsets[:, 0] >= 0
        likely = (log[0, first:last][inside] for log in (starts, ends))
        return Reading(float(answerable[0]), offsets[inside], *likely)

    def _run(self, first: Encoding, second: Encoding) -> tuple[list[NDArray[np.float32]], tuple[int, int]]:
        """The model's outputs, and where the second text's tokens lie in them."""
        head = [self._opening, *first.ids[: self._question_tokens], self._divider]
        body = [*second.ids[: self._max_tokens - len(head) - 1], self._divider]
        ids = np.array([head + body], dtype=np.int64)
        types = np.array([[0] * len(head) + [1] * len(body)], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
        return self._session.run(None, inputs), (len(head), len(head) + len(body) - 1)


@functools.cache
def default_reader() -> Reader:
    """Load the shipped reader (once a process).

    Raises:
        ModelError: its folder is missing or damaged.
    """
    return Reader()
