"""Perfect records: every case found, answered or refused as it should be."""

from __future__ import annotations

from collections.abc import Sequence

from eval.gold_set import GoldQuestion, GoldSpan
from eval.runs.record import Context, Hit, QuestionRecord
from eval.selftest.cases import Case, Evidence
from rag.models import Answer, AnswerSentence, Citation, IndexInfo

RESULTS = 10
SECOND = 6
"""The rank of the second relevant article."""
SURE, UNSURE = 0.95, 0.05

_INDEX = IndexInfo(generation="self-test", articles=0, passages=0)
_MS = 100.0


def perfect(cases: Sequence[Case]) -> list[QuestionRecord]:
    """The record of each case, scored by nobody yet. Two articles are relevant: the first rank and rank SECOND."""
    shown = list({case.evidence.article_id: case.evidence for case in cases if case.evidence}.values())
    return [_record(case, _others(case, shown, place)) for place, case in enumerate(cases)]


def cite(n: int, evidence: Evidence, phrase: tuple[int, int] | None = None) -> Citation:
    """Cite a whole piece of evidence under a number."""
    return Citation(
        n=n,
        article_id=evidence.article_id,
        title=evidence.title,
        language=evidence.language,
        quote=evidence.text,
        start=0,
        end=len(evidence.text),
        highlight=phrase,
    )


def contexts_of(answer: Answer) -> list[Context]:
    """What stands where the answer's citations point, when all of them are exact."""
    return [Context(stored=citation.quote) for citation in (*answer.citations, *answer.nearest)]


def answered(case: Case, evidence: Evidence) -> Answer:
    """A one-sentence answer: the claim, or the evidence word for word."""
    text = case.claim or evidence.text
    sentence = AnswerSentence(text=text, start=0, end=len(text), citations=[1], support="supported", score=SURE)
    return Answer(
        question=case.question,
        language=case.language,
        status="answered",
        text=f"{text} [1]",
        confidence=SURE,
        sentences=[sentence],
        citations=[cite(1, evidence, None if case.claim else case.phrase)],
        index=_INDEX,
    )


def refused(question: str, case_language: str, nearest: Sequence[Citation] = ()) -> Answer:
    """A refusal that shows what is nearest."""
    return Answer(
        question=question,
        language="de" if case_language == "de" else "en",
        status="not_in_corpus",
        text="Das Archiv sagt dazu nichts." if case_language == "de" else "The archive does not say.",
        confidence=UNSURE,
        nearest=list(nearest),
        index=_INDEX,
    )


def _others(case: Case, shown: Sequence[Evidence], place: int) -> list[Evidence]:
    """Other articles, different ones for each case; at least RESULTS of them."""
    own = case.evidence.article_id if case.evidence else None
    turned = [*shown[place % len(shown) :], *shown[: place % len(shown)]]
    return [evidence for evidence in turned if evidence.article_id != own][:RESULTS]


def _record(case: Case, others: Sequence[Evidence]) -> QuestionRecord:
    """The record of a case whose answer and ranking are as good as they can be."""
    second = others[0]
    ranking = list(others)
    if case.evidence:
        ranking = [case.evidence, *others[1 : SECOND - 1], second, *others[SECOND - 1 :]]
        answer = answered(case, case.evidence)
    else:
        answer = refused(case.question, case.language, [cite(1, second)])
    return QuestionRecord(
        id=case.id,
        direction=f"{case.language}>{case.evidence.language}" if case.evidence else None,
        question=case.question,
        expected=_gold(case, second),
        answer=answer,
        results=[_hit(rank, evidence) for rank, evidence in enumerate(ranking[:RESULTS])],
        failures=[],
        search_ms=_MS,
        ask_ms=_MS,
        contexts=contexts_of(answer),
        evidence=[case.evidence.text] if case.evidence else [],
    )


def _gold(case: Case, second: Evidence) -> GoldQuestion:
    """What is expected; of a claim only what is relevant to it."""
    if case.evidence is None:
        return GoldQuestion(id=case.id, question=case.question, language=case.language, answerable=False)
    first = case.evidence.article_id
    return GoldQuestion(
        id=case.id,
        question=case.question,
        language=case.language,
        answerable=True,
        answers=case.answers,
        articles=(first, second.article_id),
        relevance={} if case.answers else {first: 1},
        spans=(GoldSpan(article_id=first, start=0, end=len(case.evidence.text)),),
    )


def _hit(rank: int, evidence: Evidence) -> Hit:
    return Hit(
        article_id=evidence.article_id,
        start=0,
        end=len(evidence.text),
        score=1.0 - rank / 100,
        text=evidence.text,
    )
