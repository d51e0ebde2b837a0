from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.keywords.vocabulary import COLUMNS_FILE, Vocabulary, hashes_of, write_vocabulary

# What cannot be encoded is no text: no article and no question has it.
HASHES = [10290037814607693044, 5301736039029610835]
TERMS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@given(st.dictionaries(TERMS, st.integers(0, 10**6)), st.lists(TERMS, max_size=20))
def test_it_answers_like_a_dictionary(known: dict[str, int], others: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_vocabulary(Path(folder), known.items())
        vocabulary = Vocabulary(Path(folder))
    assert len(vocabulary) == len(known)
    asked = [*others, *known, *others]
    assert vocabulary.columns(asked) == [known.get(term) for term in asked]


def test_hashes_are_the_same_everywhere() -> None:
    """They are written to disk. RFC 7693's own function, 8 bytes, the first one lowest."""
    assert hashes_of(["=kran", "ß"]).tolist() == HASHES
    assert hashes_of([]).tolist() == []


def test_halves_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    write_vocabulary(tmp_path, [("a", 0), ("b", 1)])
    np.save(tmp_path / COLUMNS_FILE, np.zeros(1, dtype=np.int32))
    with pytest.raises(ValueError, match="incomplete"):
        Vocabulary(tmp_path)
