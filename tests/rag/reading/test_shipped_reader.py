"""The reader that Fundstelle comes with: its files, and answers nobody would miss."""

from __future__ import annotations

import re

import pytest

from index.embedding.export import MODEL_FILE
from rag.reading.reader import FOLDER, Reader, default_reader

CRANE = (
    "Husum hat einen neuen Hafenkran. Er hebt bis zu 60.000 Kilogramm und wurde am Donnerstag von Bürgermeisterin "
    "Anke Petersen eingeweiht. Gebaut hat ihn eine Werft aus Kiel."
)
BRIDGE = (
    "The swing bridge of Whitby was built in 1908. Boats may still pass twice a day. The county paid half of the "
    "repair, the rest came from the harbour board."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return default_reader()


@pytest.mark.parametrize(
    ("question", "passage", "answer"),
    [
        ("Wer weihte den Hafenkran in Husum ein?", CRANE, "Bürgermeisterin Anke Petersen"),
        ("Who opened the new harbour crane in Husum?", CRANE, "Bürgermeisterin Anke Petersen"),
        ("When was the swing bridge built?", BRIDGE, "1908"),
        ("Wann wurde die Drehbrücke von Whitby gebaut?", BRIDGE, "1908"),
    ],
)
def test_it_finds_the_answer(reader: Reader, question: str, passage: str, answer: str) -> None:
    best = reader.read(question, [passage])[0].best()
    assert best is not None
    place = passage.index(answer)
    assert place <= best.start < place + len(answer)


@pytest.mark.parametrize("question", ["Wer weihte den Hafenkran in Husum ein?", "Who opened the crane in Husum?"])
def test_another_passage_answers_less(reader: Reader, question: str) -> None:
    right, wrong = reader.read(question, [CRANE, BRIDGE])
    assert right.answerable > 5 * wrong.answerable


def test_the_file_is_small_enough_and_its_card_says_what_must_be_said() -> None:
    assert (FOLDER / MODEL_FILE).stat().st_size <= 45_000_000
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    for word in ("CC BY-SA 3.0", "PAWS-X", "MLQA", "Limits", "license: cc-by-sa-3.0"):
        assert word in card
    assert not re.search(r"/(home|work|tmp)/", card)
