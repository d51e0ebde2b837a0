from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.embedding.late_interaction import late_interaction
from index.embedding.token_vectors import default_token_vectors
from index.store.words import LENGTHS_FILE, NORMS_FILE, PassageWords, write_words

TEXTS = ["Der Hafenkran in Husum hebt 60.000 Kilogramm.", "", "???", "The swing bridge of Whitby was built in 1908."]


def test_words_come_back_as_they_were_in_any_order(tmp_path: Path) -> None:
    written = default_token_vectors().encode_all(TEXTS)
    write_words(tmp_path, written)
    rows = [3, 0, 2, 3, 1]
    for row, words in zip(rows, PassageWords(tmp_path, len(TEXTS)).of(rows), strict=True):
        assert words.pieces.tolist() == written[row].pieces.tolist()
        assert words.starts.tolist() == written[row].starts.tolist()
        assert words.norms == pytest.approx(written[row].norms, rel=1e-3)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=60), max_size=6))
def test_any_texts_survive(tmp_path: Path, texts: list[str]) -> None:
    written = default_token_vectors().encode_all(texts)
    write_words(tmp_path, written)
    for before, after in zip(written, PassageWords(tmp_path, len(texts)).of(range(len(texts))), strict=True):
        assert before.pieces.tolist() == after.pieces.tolist()
        assert before.starts.tolist() == after.starts.tolist()


def test_stored_words_score_like_fresh_ones(tmp_path: Path) -> None:
    table = default_token_vectors()
    written = table.encode_all(TEXTS)
    write_words(tmp_path, written)
    question = table.encode("How much can the crane in Husum lift?")
    stored = late_interaction(table, question, PassageWords(tmp_path, len(TEXTS)).of(range(len(TEXTS))))
    assert stored == pytest.approx(late_interaction(table, question, written), abs=1e-3)
    assert stored.argmax() == 0


@pytest.mark.parametrize("name", [LENGTHS_FILE, NORMS_FILE])
def test_incomplete_files_are_noticed(tmp_path: Path, name: str) -> None:
    write_words(tmp_path, default_token_vectors().encode_all(TEXTS))
    with pytest.raises(ValueError, match="rows"):
        PassageWords(tmp_path, len(TEXTS) + 1)
    np.save(tmp_path / name, np.load(tmp_path / name)[:-1])
    with pytest.raises(ValueError, match="incomplete"):
        PassageWords(tmp_path, len(TEXTS))
