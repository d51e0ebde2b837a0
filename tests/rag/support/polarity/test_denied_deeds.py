from __future__ import annotations

import pytest

from index.models import Language
from rag.support.polarity.denied_deeds import says_it_is_done


@pytest.mark.parametrize(
    ("clause", "language", "text", "other", "expected"),
    [
        ("The chancellor did not lose the vote.", "en", "Der Kanzler hatte die Abstimmung verloren.", "de", True),
        ("Die Universität Riga hatte Berzins nicht herabgestuft.", "de", "Berzins was demoted by Riga.", "en", True),
        ("The ship was not freed.", "en", "The ship was freed because hardly anyone was on board.", "en", True),
        ("The bank did not sign the contract.", "en", "The bank refused to sign the contract.", "en", False),
        (
            "Der Minister unterschrieb den Vertrag nicht.",
            "de",
            "Der Minister weigerte sich, den Vertrag zu unterschreiben.",
            "de",
            False,
        ),
        ("The bank did not sign.", "en", "The bank did not sign.", "en", False),
        ("The bank did not sign.", "en", "A dog barked in the yard.", "en", False),
        ("Die Stadt hat ihm nicht verziehen.", "de", "Verziehen hat ihm die Stadt.", "de", True),
        ("He had not been abroad since April.", "en", "It was his first journey abroad since April.", "en", False),
    ],
)
def test_what_is_denied_is_done(clause: str, language: Language, text: str, other: Language, expected: bool) -> None:
    assert says_it_is_done(clause, text, language, other) is expected
