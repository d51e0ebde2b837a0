from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.verification import Evidence
from rag.verification.sources import Source
from rag.verification.verbatim import verbatim_places

TEXT = "Eins kam.\nZwei  blieb. „Drei“ ging, sagt man."


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Eins kam.", "Eins kam."),
        ("Eins kam", "Eins kam."),
        ("„Eins kam.“", "Eins kam."),
        ("Zwei blieb.", "Zwei  blieb."),
        ("Eins kam. Zwei blieb.", "Eins kam.\nZwei  blieb."),
    ],
)
def test_whole_sentences_are_verbatim(evidence: Callable[..., Evidence], claim: str, expected: str) -> None:
    passage = evidence(TEXT)
    (place,) = verbatim_places(claim, [Source(passage)])
    assert passage.article.text[place.start : place.end] == expected


@pytest.mark.parametrize("claim", ["", "kam.", "Eins kam. „Drei“ ging, sagt man.", "eins kam.", "„Drei“ ging", "Eins"])
def test_nothing_else_is(evidence: Callable[..., Evidence], claim: str) -> None:
    assert verbatim_places(claim, [Source(evidence(TEXT))]) == ()
