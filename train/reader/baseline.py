"""What reading without a neural network reaches: `python -m train.reader.baseline`.

A sentence scores by its words in common with the question (stems and 4-grams, weighted by how few sentences of the
passage have them), by its words' counterparts across languages (static token vectors) and by whether it holds the kind
of thing asked for; the answer is the first such thing that the question does not name, or else the whole sentence. The
two weights are chosen per direction on the articles of MLQA dev that the reader trains on. Writes
`train/results/reading-baseline.json`; a minute.
"""

from __future__ import annotations

import itertools
import json
import logging
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.late_interaction import late_interaction
from index.embedding.token_vectors import TokenVectors, default_token_vectors
from index.keywords import analyze
from index.sentences import split_sentences
from rag.answering.evidence_types import evidence_spans
from rag.answering.question_words import answer_type, content_words
from train.reader.evaluate import token_f1
from train.reader.rows import Asked, is_held_out, mlqa
from train.workspace import open_workspace, parser_of

logger = logging.getLogger(__name__)

RESULTS = Path(__file__).resolve().parents[1] / "results" / "reading-baseline.json"
TOKEN_WEIGHTS = (0.0, 0.5, 1.0, 2.0, 4.0)
TYPE_WEIGHTS = (0.0, 0.1, 0.2, 0.4, 0.8)


@dataclass(frozen=True)
class Seen:
    """A question's passage, sentence by sentence.

    Attributes:
        asked: the question.
        sentences: characters of each.
        parts: (sentences, 3): words in common (share of their weight), counterparts, kind of thing asked for.
    """

    asked: Asked
    sentences: list[tuple[int, int]]
    parts: NDArray[np.float64]


def main() -> None:
    """Choose the weights and write the scores."""
    space = open_workspace(parser_of(__doc__).parse_args())
    table = default_token_vectors()
    by_direction: dict[str, list[Seen]] = defaultdict(list)
    for asked in mlqa(space.data / "qa"):
        by_direction[f"{asked.asked}>{asked.written}"].append(look(asked, table))
    results = {}
    for direction, seen in sorted(by_direction.items()):
        known = [one for one in seen if not is_held_out(one.asked)]
        held_out = [one for one in seen if is_held_out(one.asked)]
        weights = max(itertools.product(TOKEN_WEIGHTS, TYPE_WEIGHTS), key=lambda pair: measure(known, *pair)["hit"])
        results[direction] = {
            **measure(held_out, *weights),
            "questions": len(held_out),
            "token weight": weights[0],
            "type weight": weights[1],
        }
        logger.info("%s %s", direction, results[direction])
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def look(asked: Asked, table: TokenVectors) -> Seen:
    """Score each sentence of the passage in three ways."""
    sentences = split_sentences(asked.passage, asked.written)
    texts = [asked.passage[start:end] for start, end in sentences]
    terms = [set(analyze(text, asked.written)) for text in texts]
    spread = Counter(term for found in terms for term in found)
    wanted = set(analyze(asked.question, asked.asked))
    weight = {term: float(np.log(1 + len(texts) / spread[term])) for term in wanted if term in spread}
    total = sum(weight.values()) or 1.0
    common = [sum(weight[term] for term in wanted & found) / total for found in terms]
    counterparts = late_interaction(table, table.encode(asked.question), table.encode_all(texts))
    kind = answer_type(asked.question)
    typed = [float(bool(evidence_spans(text, kind))) for text in texts]
    return Seen(asked, sentences, np.array([common, counterparts, typed], dtype=np.float64).T)


def measure(seen: list[Seen], token_weight: float, type_weight: float) -> dict[str, float]:
    """Share of questions whose best sentence holds the answer's beginning, and word F1 of the answer cut from it."""
    hits, overlaps = [], []
    for one in seen:
        best = int((one.parts @ np.array([1.0, token_weight, type_weight])).argmax())
        start, end = one.sentences[best]
        hits.append(start <= one.asked.start < end)
        right = one.asked.passage[one.asked.start : one.asked.end]
        overlaps.append(token_f1(answer_in(one.asked, one.asked.passage[start:end]), right))
    return {"hit": round(float(np.mean(hits)), 4), "f1": round(float(np.mean(overlaps)), 4)}


def answer_in(asked: Asked, sentence: str) -> str:
    """The first thing of the kind asked for that the question does not name itself; else the sentence."""
    named = {word.text for word in content_words(asked.question, asked.asked)}
    for start, end in evidence_spans(sentence, answer_type(asked.question)):
        found = sentence[start:end]
        if not named & set(found.lower().split()):
            return found
    return sentence


if __name__ == "__main__":
    main()
