"""What sentences say to a question for what something is. The reader seldom sees it where it is said in passing."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rag.answering.definitions import asked_to_define, defining
from rag.answering.places import Place
from rag.question import Question
from rag.reading.reader import Reading, certain_reading

SURE = 0.9
"""How likely the words beside a name say what it is: 274 written questions ask it, of 63 hits on
the answered ones 57 lie in the sentence that answers, on the 40 others there are none."""


def read_definitions(question: Question, places: Sequence[Place], readings: Sequence[Reading]) -> list[Reading]:
    """The readings of sentences, with those replaced that say what the question asks to be told what it is.

    "What is Yonhap?" is answered by "laut der Nachrichtenagentur Yonhap", whatever else the sentence is about.

    Args:
        question: what is asked.
        places: the sentences.
        readings: what is made of each so far.

    Returns:
        a reading for each sentence; that of one which defines lies wholly on the words that do.
    """
    name = asked_to_define(question.text)
    if name is None:
        return list(readings)
    return [_read(name, question, place, reading) for place, reading in zip(places, readings, strict=True)]


def _read(name: str, question: Question, place: Place, reading: Reading) -> Reading:
    span = defining(name, question.language, place.text, place.hit.article.language)
    if span is None:
        return reading
    start = place.inside[0]
    return certain_reading(start + span[0], start + span[1], math.log(SURE), SURE)
