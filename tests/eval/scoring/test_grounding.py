"""The embedded verifier, asked by the evaluation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eval.metrics.statement import Text
from eval.scoring.grounding import entails, statements_of, verdicts_of
from index.models import Language
from rag.models import Answer, Citation

Cite = Callable[..., Citation]
Make = Callable[..., Answer]
PORT = "The port holds 60,000 tonnes of grain."


def claim(answer: Answer, text: str) -> Answer:
    return answer.model_copy(update={"sentences": [answer.sentences[0].model_copy(update={"text": text})]})


@pytest.mark.parametrize(
    ("language", "text", "supported"),
    [
        ("en", PORT, True),
        ("en", "The port holds 60,000 tons of grain.", True),
        ("en", "The port holds 90,000 tonnes of grain.", False),
        ("en", "The port holds no grain.", False),
        ("de", "Im Hafen liegen 60.000 Tonnen Getreide.", True),
        ("de", "Im Hafen liegen 90.000 Tonnen Getreide.", False),
        ("en", "Who won the cup is not known.", False),
    ],
)
def test_a_sentence_against_its_citation(
    answer: Make, cite: Cite, language: Language, text: str, supported: bool
) -> None:
    found = claim(answer("?", cite("port", PORT), language=language), text)
    (verdict,) = verdicts_of(found)
    assert (verdict.support in ("verbatim", "supported")) is supported
    assert bool(verdict.reasons) is not supported
    (statement,) = statements_of(found)
    assert entails(statement.claim, statement.evidence) is supported


def test_a_sentence_without_citation_is_unsupported(answer: Make, cite: Cite) -> None:
    found = answer("?", cite("port", PORT))
    bare = found.model_copy(update={"sentences": [found.sentences[0].model_copy(update={"citations": []})]})
    assert verdicts_of(bare)[0].support == "unsupported"
    assert statements_of(bare)[0].evidence == ()


def test_a_quote_speaks_the_language_of_its_article(answer: Make, cite: Cite) -> None:
    found = answer("?", cite("port", PORT), language="de")
    assert statements_of(found)[0].claim.language == "en"
    assert statements_of(claim(found, "Im Hafen liegt Getreide."))[0].claim.language == "de"


def test_evidence_is_read_together() -> None:
    both = [Text("The meeting took place in Vladivostok.", "en"), Text("It lasted five hours.", "en")]
    said = Text("The meeting took place in Vladivostok. It lasted five hours.", "en")
    assert entails(said, both)


def test_a_refusal_states_nothing(refuse: Make, cite: Cite) -> None:
    refused = refuse("?", cite("port", PORT))
    assert verdicts_of(refused) == []
    assert statements_of(refused) == []
