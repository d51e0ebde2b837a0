from __future__ import annotations

from collections.abc import Callable

from rag.models import Answer, Citation
from ui.copy_text import copy_text


def test_everything_needed_to_check_the_answer(
    make_answer: Callable[..., Answer], make_citation: Callable[..., Citation]
) -> None:
    citation = make_citation(1, "Er hebt 60 Tonnen.", start=50, url="https://example.org/a")
    assert copy_text(make_answer([citation]), "de") == (
        "Was hebt der Kran?\n\n"
        "Dazu steht im Archiv:\nEr hebt 60 Tonnen. [1]\n\n"
        "Belege:\n"
        "[1] Neuer Hafenkran. Küstenbote, September 2023. https://example.org/a\n"
        "    „Er hebt 60 Tonnen.“\n"
        "    hafen, Zeichen 50 bis 68"
    )


def test_unknown_fields_and_unsafe_addresses(
    make_answer: Callable[..., Answer], make_citation: Callable[..., Citation]
) -> None:
    citation = make_citation(1, source=None, published=None, url="javascript:alert(1)")
    lines = copy_text(make_answer([citation]), "en").splitlines()
    assert "[1] Neuer Hafenkran. outlet unknown, undated." in lines


def test_a_refusal_has_no_sources(make_refusal: Callable[..., Answer]) -> None:
    assert copy_text(make_refusal([]), "de") == "Was hebt der Kran?\n\nDas Archiv sagt dazu nichts."
