"""How well the marked words answer: `python -m train.answering.highlights`.

On the questions about the articles written for the reader that it has not seen (`train/written/held-out.*`), the right
sentence being given: word F1 of the words that the product marks, of what the reader marks alone, and of the whole
sentence. Writes `train/results/highlights.json`; five minutes.
"""

from __future__ import annotations

import json
import logging
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np

from bench.archive import indexed
from rag.answering.candidates import Candidate
from rag.answering.extractive import PASSAGES
from rag.answering.phrase import answer_phrase
from rag.answering.target import Target
from rag.cli.progress import bars
from train.answering.cases import Asked, considered, retrieved, written_questions
from train.reader.evaluate import token_f1
from train.workspace import parser_of

logger = logging.getLogger(__name__)

RESULTS = Path(__file__).resolve().parents[1] / "results" / "highlights.json"


def main() -> None:
    """Measure and write."""
    parser_of(__doc__).parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        feed = Path(scratch) / "written.jsonl"
        questions = [asked for asked in written_questions(feed) if asked.answers]
        with (
            indexed(Path(scratch) / "written", feed) as generation,
            bars("asking", len(questions), "question") as advance,
        ):
            for asked in questions:
                question, hits = retrieved(generation, asked)
                target, candidates = considered(generation, question, hits[:PASSAGES])
                right = next((c for c in candidates if asked.holds(c.article.id, c.text)), None)
                if right is not None:
                    found[f"{asked.language}>{asked.written}"].append(word_f1(asked, target, right))
                advance(1)
    results = {direction: _summary(rows) for direction, rows in sorted(found.items())}
    results["all"] = _summary([row for rows in found.values() for row in rows])
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    for direction, figures in results.items():
        logger.info("%s %s", direction, figures)


def word_f1(asked: Asked, target: Target, right: Candidate) -> dict[str, float]:
    """Word F1 of each way of marking the answer in the right sentence; a sentence without a mark counts as a whole."""
    marked = answer_phrase(target, right)
    best = right.reading.best(*right.place.inside)
    shift = right.hit.passage.start
    text = right.article.text
    answers = {
        "marked": text[marked[0] : marked[1]] if marked else right.text,
        "reader alone": text[shift + best.start : shift + best.end] if best else right.text,
        "sentence": right.text,
    }
    return {name: max(token_f1(words, answer) for answer in asked.answers) for name, words in answers.items()}


def _summary(rows: list[dict[str, float]]) -> dict[str, float]:
    """The mean of each figure, and how many questions there are."""
    return {"questions": len(rows)} | {name: round(float(np.mean([row[name] for row in rows])), 3) for name in rows[0]}


if __name__ == "__main__":
    main()
