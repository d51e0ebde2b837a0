"""Passages that the embedder finds for a question and that do not answer it."""

from __future__ import annotations

import numpy as np

from train.evaluate import student_embedding
from train.initialise import load_bert
from train.reader.rows import Asked, Row
from train.workspace import Workspace

NEGATIVES = 2
"""A question's answerable row is joined by this many that are not."""

AMONG = 12
"""The negatives are drawn from this many nearest passages."""


def with_hard_negatives(space: Workspace, asked: list[Asked]) -> list[Row]:
    """Each question on its passage, and on near ones of the same language that do not hold its answer."""
    texts = sorted({question.passage for question in asked})
    where = {text: index for index, text in enumerate(texts)}
    languages = {question.passage: question.written for question in asked}
    questions = sorted({question.question for question in asked})
    place = {text: index for index, text in enumerate(questions)}
    embed = student_embedding(space, load_bert(space.file("embedder"), attention="sdpa").eval())
    similarity = embed(questions) @ embed(texts).T
    draw = np.random.default_rng(len(asked))
    rows = []
    for question in asked:
        rows.append(Row("read", question.question, question.passage, True, question.start, question.end))
        answer = question.passage[question.start : question.end].lower()
        order = np.argsort(-similarity[place[question.question]])
        others = [
            texts[index]
            for index in order[: 4 * AMONG]
            if index != where[question.passage]
            and languages[texts[index]] == question.written
            and answer not in texts[index].lower()
        ]
        chosen = draw.permutation(min(AMONG, len(others)))[:NEGATIVES]
        rows += [Row("read", question.question, others[index], False) for index in chosen]
    return rows
