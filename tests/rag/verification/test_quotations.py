from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.verification import Evidence
from rag.verification.quotations import altered_quotations, quotations
from rag.verification.sources import Source

TEXT = "„Wir stellen für niemanden\neine Bedrohung dar“, sagte Putin. Er sprach von einem 'klaren Preis' und lachte."


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Er sagte: „Ja, so ist es.“", ["Ja, so ist es."]),
        ('He said "so be it" and left.', ["so be it"]),
        ("He said “so be it” and left.", ["so be it"]),
        ("Er nannte es »einen Skandal«.", ["einen Skandal"]),
        ("He called it 'a disgrace' at once.", ["a disgrace"]),
        ("Mary's dog and Tom's cat don't fight.", []),
        ("„Eins“ und „zwei“", ["Eins", "zwei"]),
    ],
)
def test_what_stands_between_marks(claim: str, expected: list[str]) -> None:
    assert quotations(claim) == expected


@pytest.mark.parametrize(
    "quoted",
    [
        "Wir stellen für niemanden eine Bedrohung dar",
        "wir stellen für niemanden eine Bedrohung dar.",
        "eine Bedrohung",
        "Wir stellen … eine Bedrohung dar",
        "Wir stellen [...] dar",
    ],
)
def test_the_very_words_are_not_altered(evidence: Callable[..., Evidence], quoted: str) -> None:
    assert altered_quotations(f"Putin sagte: „{quoted}“", [Source(evidence(TEXT))]) == []


@pytest.mark.parametrize(
    "quoted",
    ["Wir stellen für jeden eine Bedrohung dar", "eine Bedrohung … Wir stellen", "We are no threat", "keine Bedrohung"],
)
def test_other_words_are(evidence: Callable[..., Evidence], quoted: str) -> None:
    assert altered_quotations(f"Putin sagte: „{quoted}“", [Source(evidence(TEXT))]) == [quoted]


def test_one_of_several_passages_is_enough_and_a_quotation_does_not_span_two(
    evidence: Callable[..., Evidence],
) -> None:
    sources = [Source(evidence("Es war kalt.")), Source(evidence("Es war nass.", number=2))]
    assert altered_quotations("Es „war nass“.", sources) == []
    assert altered_quotations("Es war „kalt. Es war nass“.", sources) == ["kalt. Es war nass"]


@given(st.text(alphabet="abcäß ,.\n", min_size=1, max_size=60), st.data())
def test_every_run_of_the_text_is_a_true_quotation(text: str, data: st.DataObject) -> None:
    from index.models import Article, Sentence

    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Evidence(1, Article(id="a", title="t", text=text, language="de"), (Sentence(start=0, end=len(text)),))
    assert altered_quotations(f"„{text[start:end]}“", [Source(passage)]) == []
