from __future__ import annotations

import pytest

from index.models import Language
from rag.support.figures import exchanged_figures

ENGINE = "Instead of the 84 seconds planned, the engine ran for 127 seconds."
VOTES = "Das Parlament nahm es mit 523 gegen 46 Stimmen an."


@pytest.mark.parametrize(
    ("evidence", "written", "claim", "language", "expected"),
    [
        (ENGINE, "en", "The engine fired for 127 seconds rather than the planned 84.", "en", 0.0),
        (ENGINE, "en", "The engine fired for 84 seconds rather than the planned 127.", "en", 1.0),
        (ENGINE, "en", "Das Triebwerk lief 127 Sekunden statt der geplanten 84.", "de", 0.0),
        (ENGINE, "en", "Das Triebwerk lief 84 Sekunden statt der geplanten 127.", "de", 1.0),
        (VOTES, "de", "523 stimmten dafür und 46 dagegen.", "de", 0.0),
        (VOTES, "de", "46 stimmten dafür und 523 dagegen.", "de", 1.0),
        (VOTES, "de", "523 stimmten dafür.", "de", 0.0),
        ("It was on Aug. 29 and Sept. 3.", "en", "Es war am 3. September und am 29. August.", "de", 0.0),
        ("Es endete 2:1.", "de", "It ended 1-2.", "en", 0.0),
    ],
)
def test_numbers_with_each_others_words(
    evidence: str, written: Language, claim: str, language: Language, expected: float
) -> None:
    assert exchanged_figures(claim, evidence, language, written) == expected
