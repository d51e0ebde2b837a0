from __future__ import annotations

import pytest

from index.models import Language
from rag.support.numbers.figures import exchanged_figures

ENGINE = "Instead of the 84 seconds planned, the engine ran for 127 seconds."
VOTES = "Das Parlament nahm es mit 523 gegen 46 Stimmen an."


@pytest.mark.parametrize(
    ("evidence", "written", "claim", "language", "expected"),
    [
        (ENGINE, "en", "The engine fired for 127 seconds rather than the planned 84.", "en", False),
        (ENGINE, "en", "The engine fired for 84 seconds rather than the planned 127.", "en", True),
        (ENGINE, "en", "Das Triebwerk lief 127 Sekunden statt der geplanten 84.", "de", False),
        (ENGINE, "en", "Das Triebwerk lief 84 Sekunden statt der geplanten 127.", "de", True),
        (VOTES, "de", "523 stimmten dafür und 46 dagegen.", "de", False),
        (VOTES, "de", "46 stimmten dafür und 523 dagegen.", "de", True),
        (
            "Er verhängte für drei Monate den Notstand über zehn Provinzen.",
            "de",
            "In zehn Provinzen gilt er drei Monate.",
            "de",
            False,
        ),
        (VOTES, "de", "523 stimmten dafür.", "de", False),
        ("It was on Aug. 29 and Sept. 3.", "en", "Es war am 3. September und am 29. August.", "de", False),
        ("Es endete 2:1.", "de", "It ended 1-2.", "en", False),
    ],
)
def test_numbers_with_each_others_words(
    evidence: str, written: Language, claim: str, language: Language, expected: bool
) -> None:
    assert exchanged_figures(claim, evidence, language, written) is expected
