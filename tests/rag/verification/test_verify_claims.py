"""Verdicts with the shipped models: what is said, why, and where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Article, Language, Sentence
from rag.models import Support
from rag.verification import Evidence, Place, cite_missing, verify

MakeEvidence = Callable[..., Evidence]

DAM = (
    "NORDHAGEN - Lange wurde gestritten. Der Damm bei Nordhagen kostete 1,5 Millionen Euro und wurde am 14. September "
    "2023 eröffnet. Die Gemeinde Whitby schickte einen Gruß. Am Abend gab es ein Fest."
)
COUNCIL = (
    "WHITBY - The council of Whitby rejected the plan because the bridge would have blocked the harbour. Mayor Paul "
    "Marsh called the vote “a sad day”. He will not resign."
)


def verdict(passage: Evidence, claim: str, language: Language) -> tuple[Support, tuple[str, ...]]:
    found = verify(claim, language, [passage], reason_language=language)
    return found.support, found.reasons


def quoted(passage: Evidence, places: tuple[Place, ...]) -> list[str]:
    return [passage.article.text[place.start : place.end] for place in places]


@pytest.mark.parametrize(
    ("text", "written", "claim", "language", "support"),
    [
        (DAM, "de", "Die Gemeinde Whitby schickte einen Gruß.", "de", "verbatim"),
        (DAM, "de", "„Die  Gemeinde Whitby\nschickte einen Gruß.“", "de", "verbatim"),
        (DAM, "de", "Der Damm bei Nordhagen kostete 1,5 Mio. Euro.", "de", "supported"),
        (DAM, "de", "The dam near Nordhagen cost 1.5 million euros.", "en", "supported"),
        (COUNCIL, "en", "Der Rat von Whitby lehnte den Plan ab.", "de", "supported"),
        (COUNCIL, "en", "The council of Whitby rejected the plan.", "en", "supported"),
    ],
)
def test_what_is_supported(
    evidence: MakeEvidence, text: str, written: Language, claim: str, language: Language, support: Support
) -> None:
    assert verdict(evidence(text, written), claim, language) == (support, ())


@pytest.mark.parametrize(
    ("text", "written", "claim", "language", "reason"),
    [
        (
            DAM,
            "de",
            "Der Damm bei Nordhagen kostete 2,5 Millionen Euro.",
            "de",
            "2,5 Millionen Euro steht nicht in [1]",
        ),
        (DAM, "de", "The dam near Nordhagen cost 5 per cent.", "en", "5 per cent is not in [1]"),
        (DAM, "de", "Der Damm wurde am 15. September 2023 eröffnet.", "de", "15. September 2023 steht nicht in [1]"),
        (DAM, "de", "Der Damm bei Sinzig kostete 1,5 Millionen Euro.", "de", "Sinzig steht nicht in [1]"),
        (DAM, "de", "The dam near Nordhagen did not cost 1.5 million euros.", "en", "[1] does not say “not”"),
        (COUNCIL, "en", "Der Zoo hat ein Nashorn bekommen.", "de", "[1] sagt das nicht"),
        (COUNCIL, "en", "The mayor called the vote “a happy day”.", "en", "“a happy day” is not word for word in [1]"),
    ],
)
def test_what_is_not_and_why(
    evidence: MakeEvidence, text: str, written: Language, claim: str, language: Language, reason: str
) -> None:
    support, reasons = verdict(evidence(text, written), claim, language)
    assert support in ("unsupported", "partly")
    assert reason in reasons


def test_the_roles_must_be_kept(evidence: MakeEvidence) -> None:
    passage = evidence("Pekka Haavisto übergab Antony Blinken am Dienstag die Urkunde.")
    assert verdict(passage, "Pekka Haavisto handed the document to Antony Blinken.", "en")[0] == "supported"
    support, reasons = verdict(passage, "Antony Blinken übergab Pekka Haavisto am Dienstag die Urkunde.", "de")
    assert support == "unsupported"
    assert reasons == ("In [1] ist es umgekehrt",)


def test_partly_one_of_two_facts_and_one_of_two_clauses(evidence: MakeEvidence) -> None:
    passage = evidence(DAM)
    support, reasons = verdict(passage, "Der Damm kostete 1,5 Millionen Euro und wurde am 15. Mai 2023 eröffnet.", "de")
    assert support == "partly"
    assert "15. Mai 2023 steht nicht in [1]" in reasons
    claim = "Die Gemeinde Whitby schickte einen Gruß, und der Zoo von Leipzig bekam ein Nashorn."
    assert verdict(passage, claim, "de")[0] == "partly"


def test_facts_may_be_spread_over_two_passages(evidence: MakeEvidence) -> None:
    cited = [evidence(DAM), evidence(COUNCIL, "en", 2)]
    claim = "Der Damm bei Nordhagen kostete 1,5 Millionen Euro, und der Rat von Whitby lehnte den Plan ab."
    found = verify(claim, "de", cited, reason_language="de")
    assert found.support == "supported"
    assert [place.number for place in found.places] == [1, 2]
    assert verify(claim, "de", cited[:1], reason_language="de").support == "partly"


def test_places_are_the_sentences_that_carry_the_support(evidence: MakeEvidence) -> None:
    passage = evidence(DAM)
    found = verify("The dam near Nordhagen cost 1.5 million euros.", "en", [passage], reason_language="en")
    assert quoted(passage, found.places) == [
        "Der Damm bei Nordhagen kostete 1,5 Millionen Euro und wurde am 14. September 2023 eröffnet."
    ]


def test_reasons_come_in_the_language_asked_for(evidence: MakeEvidence) -> None:
    claim = "Der Damm bei Nordhagen kostete 7 Euro."
    assert verify(claim, "de", [evidence(DAM)], reason_language="en").reasons[0] == "7 Euro is not in [1]"


def test_without_evidence_nothing_is_supported() -> None:
    empty = Evidence(1, Article(id="a", title="t", text="x", language="de"), ())
    for cited in ([], [empty]):
        found = verify("Der Damm kostete viel.", "de", cited, reason_language="de")
        assert (found.support, found.score, found.places) == ("unsupported", 0.0, ())
        assert found.reasons == ("Der Satz nennt keine Fundstelle",)


def test_a_part_of_a_sentence_is_not_verbatim_where_the_rest_denies_it(evidence: MakeEvidence) -> None:
    passage = evidence("Niemand glaubt, dass der Damm bei Nordhagen gebrochen ist.")
    assert verdict(passage, "Der Damm bei Nordhagen ist gebrochen.", "de")[0] != "verbatim"


def test_a_missing_citation_is_given_only_by_what_truly_supports(evidence: MakeEvidence) -> None:
    passages = [evidence(COUNCIL, "en"), evidence(DAM, number=2)]
    found = cite_missing("Der Damm bei Nordhagen kostete 1,5 Millionen Euro.", "de", passages, reason_language="de")
    assert found is not None
    assert (found.support, [place.number for place in found.places]) == ("supported", [2])
    for claim in ("Der Damm bei Nordhagen kostete 9 Millionen Euro.", "Der Zoo hat ein Nashorn."):
        assert cite_missing(claim, "de", passages, reason_language="de") is None
    assert cite_missing("Der Zoo hat ein Nashorn.", "de", [], reason_language="de") is None


def test_the_same_question_has_the_same_verdict(evidence: MakeEvidence) -> None:
    passage = evidence(COUNCIL, "en")
    claim = "Bürgermeister Paul Marsh nannte die Abstimmung einen traurigen Tag."
    found = [verify(claim, "de", [passage], reason_language="de") for _ in range(3)]
    assert found[0] == found[1] == found[2]


@settings(deadline=None, max_examples=25)
@given(
    st.text(alphabet="abc 12%„“.,", max_size=40),
    st.lists(st.text(alphabet="abc 12.\n", min_size=1, max_size=20), min_size=1, max_size=4),
)
def test_every_place_lies_in_its_passage_and_begins_and_ends_with_a_sentence(claim: str, parts: list[str]) -> None:
    text = "|".join(parts)
    sentences, start = [], 0
    for part in parts:
        sentences.append(Sentence(start=start, end=start + len(part)))
        start += len(part) + 1
    passage = Evidence(7, Article(id="a", title="t", text=text, language="de"), tuple(sentences))
    found = verify(claim, "en", [passage], reason_language="en")
    assert 0.0 <= found.score <= 1.0
    assert (found.support in ("verbatim", "supported")) == (not found.reasons)
    for place in found.places:
        assert place.number == 7
        assert place.start in {sentence.start for sentence in sentences}
        assert place.end in {sentence.end for sentence in sentences}
        assert place.start < place.end
