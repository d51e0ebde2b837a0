from __future__ import annotations

import pytest

from index.models import Language
from rag.support.polarity.contraries import meanings
from rag.support.polarity.contrary import Clash, contrary


@pytest.mark.parametrize(
    ("claim", "language", "evidence", "written", "expected"),
    [
        (
            "The council lowered the water rates in March.",
            "en",
            "Im März hat der Stadtrat die Wassergebühren erhöht.",
            "de",
            Clash("lowered", "erhöht"),
        ),
        (
            "Die Bürger lehnten den neuen Tunnel ab.",
            "de",
            "The citizens approved the new tunnel.",
            "en",
            Clash("lehnten den neuen Tunnel ab", "approved"),
        ),
        (
            "Das Museum wurde vor dem Brand verkauft.",
            "de",
            "Das Museum wurde nach dem Brand verkauft.",
            "de",
            Clash("vor", "nach"),
        ),
        (
            "Er sprach von höchstens 900 Booten.",
            "de",
            "He spoke of at least 900 boats.",
            "en",
            Clash("höchstens", "at least"),
        ),
        (
            "Two weeks later the council sold the bridge.",
            "en",
            "Zwei Wochen zuvor hatte der Stadtrat die Brücke verkauft.",
            "de",
            Clash("later", "zuvor"),
        ),
        ("The storm killed 40 people.", "en", "The storm cost 40 lives.", "en", None),
        ("Anna Weber won the race.", "en", "Anna Weber lost the race.", "en", Clash("won", "lost")),
        ("Kiel is larger than Lübeck.", "en", "Kiel is smaller than Lübeck.", "en", Clash("larger", "smaller")),
        ("Lübeck is larger than Kiel.", "en", "Kiel is smaller than Lübeck.", "en", None),
        ("The price did not rise.", "en", "Der Preis sank.", "de", None),
        ("The price rose.", "en", "The price fell in May, before it rose in June.", "en", None),
        ("The bridge was opened in May.", "en", "The minister closed the debate.", "en", None),
        ("The old bridge was closed.", "en", "The old bridge was closed.", "en", None),
    ],
)
def test_a_word_clashes_with_its_contrary_said_of_the_same(
    claim: str, language: Language, evidence: str, written: Language, expected: Clash | None
) -> None:
    assert contrary(claim, evidence, language, written) == expected


def test_a_sentence_may_repeat_itself() -> None:
    sentence = "und weil er stieg, nein, kam weil Anna Preis: weil Anna Preis: Anna"
    assert contrary("Anna sank.", sentence, "de", "de") == Clash("sank", "stieg")


def test_no_word_says_its_own_contrary() -> None:
    words = {"de": "stieg sank erlaubte verbot gewann verlor", "en": "rose fell allowed banned won lost"}
    for meaning in meanings():
        for language, (one, other) in meaning.sides.items():
            assert not any(one.fullmatch(word) and other.fullmatch(word) for word in words[language].split())
