from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.reading.memory import ReadingMemory
from rag.reading.reader import Reader, Reading

QUESTION, PASSAGE = "Wie viel hebt der Kran?", "Der Kran hebt 60 Tonnen. Er steht in Husum."


def _reading(answerable: float) -> Reading:
    empty = np.zeros(0, dtype=np.float32)
    return Reading(answerable, np.zeros((0, 2), dtype=np.int64), empty, empty)


@given(size=st.integers(0, 4), passages=st.lists(st.sampled_from("abcdef"), max_size=20))
def test_the_last_used_pairs_are_remembered(size: int, passages: list[str]) -> None:
    memory = ReadingMemory(size)
    for number, passage in enumerate(passages):
        memory.keep("q", ("t", passage), _reading(number))
    last = list(dict.fromkeys(reversed(passages)))
    assert [memory.recall("q", ("t", passage)) is not None for passage in last] == [
        place < size for place in range(len(last))
    ]
    assert memory.recall("other", ("t", "a")) is None


def test_a_recalled_pair_stays() -> None:
    memory = ReadingMemory(2)
    for passage in "ab":
        memory.keep("q", ("t", passage), _reading(0.5))
    memory.recall("q", ("t", "a"))
    memory.keep("q", ("t", "c"), _reading(0.5))
    assert memory.recall("q", ("t", "a")) is not None
    assert memory.recall("q", ("t", "b")) is None


def test_a_reader_that_remembers_reads_a_pair_once_and_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader()
    fresh = reader.read(QUESTION, [PASSAGE])[0]
    reader.remember(8)
    first = reader.read(QUESTION, [PASSAGE]) + reader.read(QUESTION, [PASSAGE])
    monkeypatch.setattr(reader, "_run", None)  # a further run of the model would fail
    again = reader.read(QUESTION, [PASSAGE])[0]
    assert again is first[0] is first[1]
    assert again.answerable == fresh.answerable
    assert np.array_equal(again.starts, fresh.starts)
    reader.remember(0)
    with pytest.raises(TypeError):
        reader.read(QUESTION, [PASSAGE])
