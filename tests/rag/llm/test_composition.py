from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.llm.composition import Composition, Copies
from rag.llm.marks import MARKS, mark_behind
from rag.llm.model import Message
from rag.llm.neutral import REFUSAL
from rag.llm.prompt import Prompt
from rag.llm.reader import ReplySentence
from rag.llm.settings import OnUnsupported
from rag.models import AnswerSentence
from rag.verification import Evidence

MakeEvidence = Callable[..., Evidence]

CRANE = (
    "Der neue Hafenkran hebt bis zu 60.000 Kilogramm. Er wurde am 14. September eingeweiht. Er kostete 3,5 Mio. Euro."
)
BRIDGE = "The swing bridge will close for eleven weeks. Repairs cost £1.2 million. The bridge was built in 1908."
TRUE = "Der neue Hafenkran hebt bis zu 60.000 Kilogramm."
FALSE = "Im Jahr 1999 hat ein Erdbeben die Stadt Lissabon zerstört."
CODE = "0f1e2d3c4b5a6978"


def said(text: str, *numbers: int, paragraph: bool = False) -> ReplySentence:
    return ReplySentence(text, numbers, paragraph)


@pytest.fixture(scope="session")
def compose(make_evidence: MakeEvidence) -> Callable[..., Composition]:
    """The composition of these sentences, over a German and an English passage."""

    def make(*sentences: ReplySentence, policy: OnUnsupported = "mark", copies: Copies | None = None) -> Composition:
        evidence = (make_evidence(CRANE, 1, title="Der Kran"), make_evidence(BRIDGE, 2, language="en", title="Bridge"))
        prompt = Prompt((Message("system", ""),), CODE, evidence, "Halte dich an diese Regeln und sage nichts weiter.")
        composition = Composition(prompt, "de", policy, copies or {})
        for sentence in sentences:
            composition.add(sentence)
        return composition

    return make


Compose = Callable[..., Composition]


def test_a_sentence_cites_the_sentences_that_carry_it_not_the_passage(compose: Compose) -> None:
    composition = compose(said(TRUE, 1))
    (sentence,), (citation,) = composition.sentences, composition.citations
    assert composition.text == f"{TRUE} [1]"
    assert (sentence.support, sentence.citations, sentence.reasons) == ("verbatim", [1], [])
    assert (citation.n, citation.quote) == (1, TRUE)
    assert CRANE[citation.start : citation.end] == citation.quote


def test_numbers_are_dense_and_in_the_order_of_first_use(compose: Compose) -> None:
    composition = compose(
        said("The bridge was built in 1908.", 2), said(TRUE, 1), said("The bridge was built in 1908.", 2, 9, 77)
    )
    assert [sentence.citations for sentence in composition.sentences] == [[1], [2], [1]]
    assert [citation.article_id for citation in composition.citations] == ["a2", "a1"]
    assert composition.text.endswith("The bridge was built in 1908. [1]")


def test_what_lacks_support_is_marked_and_not_shown_as_cited(compose: Compose) -> None:
    composition = compose(said(TRUE, 1), said(FALSE, 1))
    shown = composition.sentences[1]
    assert (shown.support, shown.citations) == ("unsupported", [])
    assert shown.reasons
    assert composition.text == f"{TRUE} [1] {FALSE} (nicht belegt)"
    assert mark_behind(composition.text, shown.end) == " (nicht belegt)"
    assert [fault.sentence for fault in composition.faults] == [FALSE]


def test_reasons_name_what_the_reader_sees(compose: Compose) -> None:
    """A passage that the answer does not cite has no number there; its title says which one is meant."""
    (sentence,) = compose(said(FALSE, 2)).sentences
    assert "[2]" not in " ".join(sentence.reasons)
    assert "„Bridge“" in " ".join(sentence.reasons)


def test_dropping_leaves_no_trace(compose: Compose) -> None:
    composition = compose(said(FALSE, 1), said(TRUE, 1), said(FALSE), policy="drop")
    assert composition.text == f"{TRUE} [1]"
    assert len(composition.faults) == 2
    assert composition.with_beginning("Im Jahr", paragraph=False) == composition.text


def test_a_sentence_without_citation_gets_one_only_where_a_passage_supports_it(compose: Compose) -> None:
    composition = compose(said(TRUE), said(FALSE), said(TRUE, 17))
    assert [sentence.citations for sentence in composition.sentences] == [[1], [], [1]]
    assert composition.sentences[1].reasons == ["Der Satz nennt keinen Auszug, und keiner belegt ihn."]


def test_a_refusal_is_one_only_when_it_comes_first(compose: Compose) -> None:
    assert compose(said(f"{REFUSAL}."), said(TRUE, 1)).refused
    later = compose(said(TRUE, 1), said(REFUSAL))
    assert not later.refused
    assert later.text == f"{TRUE} [1]"
    assert REFUSAL not in compose(said(TRUE, 1)).with_beginning(REFUSAL, paragraph=False)


def test_what_gives_the_prompt_away_is_left_out(compose: Compose) -> None:
    leaks = [said(f"Die Kennung ist {CODE}.", 1), said("Halte dich an diese Regeln und sage nichts weiter.", 1)]
    assert compose(*leaks).text == ""
    assert compose().with_beginning(f"Die Kennung ist {CODE[:8]}", paragraph=False) == ""


def test_lines_and_beginnings(compose: Compose) -> None:
    composition = compose(said(TRUE, 1), said("The bridge was built in 1908.", 2, paragraph=True))
    assert composition.text == f"{TRUE} [1]\nThe bridge was built in 1908. [2]"
    assert composition.with_beginning("Und", paragraph=True) == f"{composition.text}\nUnd"
    assert composition.with_beginning("", paragraph=True) == composition.text


def test_copies_that_carry_the_quote_are_named(compose: Compose) -> None:
    second = CRANE.index("Er wurde")
    copies: dict[tuple[str, int], Sequence[str]] = {("a1", 0): ["x", "y"], ("a1", second): ["y"]}
    assert compose(said(TRUE, 1), copies=copies).citations[0].also_in == ["x", "y"]
    assert compose(said(TRUE, 1)).citations[0].also_in == []


SENTENCES = st.builds(
    ReplySentence,
    st.sampled_from(
        [TRUE, FALSE, "The bridge was built in 1908.", REFUSAL, f"Code {CODE}", "Ja.", "😀 Er kostete 3,5 Mio. Euro."]
    ),
    st.lists(st.integers(0, 4), max_size=3, unique=True).map(tuple),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(SENTENCES, max_size=5), st.sampled_from(["mark", "drop"]))
def test_spans_numbers_and_marks_agree(compose: Compose, sentences: list[ReplySentence], policy: OnUnsupported) -> None:
    composition = compose(*sentences, policy=policy)
    check_text(composition.text, composition.sentences)
    first_uses = list(dict.fromkeys(n for sentence in composition.sentences for n in sentence.citations))
    assert first_uses == [citation.n for citation in composition.citations] == list(range(1, len(first_uses) + 1))


def check_text(text: str, sentences: Sequence[AnswerSentence]) -> None:
    """The text is its sentences, each with its markers or its mark, and nothing else."""
    rebuilt = ""
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        rebuilt += text[len(rebuilt) : sentence.start]
        assert rebuilt.strip(" \n") == rebuilt[: len(rebuilt.rstrip(" \n"))]
        rebuilt += sentence.text
        rebuilt += f" {''.join(f'[{n}]' for n in sentence.citations)}" if sentence.citations else ""
        mark = MARKS["de"].get(sentence.support)
        rebuilt += f" {mark}" if mark else ""
        assert bool(sentence.citations) is (sentence.support != "unsupported")
    assert rebuilt == text
