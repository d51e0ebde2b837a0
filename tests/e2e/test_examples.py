"""The questions that the chat suggests are answered by the demo articles, and answered right."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag import Fundstelle
from ui.texts import EXAMPLES

EXPECTED = {
    "Wie viel Benzin und Diesel hat Belarus an Russland geliefert?": "60.000 Tonnen",
    "How many seats did Labour win in the general election?": "411 of the 650 seats",
    "Wie viel kostet das Deutschlandticket ab Januar 2025?": "58 Euro",
    "When did Finland join NATO?": "4. April 2023",
}


@pytest.mark.parametrize(("language", "question"), EXAMPLES)
def test_an_example_is_answered(demo: Path, language: str, question: str) -> None:
    with Fundstelle.open(demo) as archive:
        answer = archive.ask(question)
    assert answer.status == "answered"
    assert answer.language == language
    assert any(EXPECTED[question] in citation.quote for citation in answer.citations)
