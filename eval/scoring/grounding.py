"""Answers held against what they cite, by the embedded verifier and not by what they say of themselves."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from eval.metrics.faithfulness import FULL
from eval.metrics.statement import Statement, Text
from eval.runs.record import SentenceVerdict
from index.models import Article, Language, Sentence
from index.sentences import split_sentences, trim
from rag.models import Answer, AnswerSentence, Citation
from rag.verification import Evidence, Verdict, verify

_REMEMBERED = 8192


def verdicts_of(answer: Answer) -> list[SentenceVerdict]:
    """Ask the verifier about each sentence of an answer and the spans that it cites; nothing for a refusal."""
    return [_shown(judged(statement.claim, statement.evidence)) for statement in statements_of(answer)]


def statements_of(answer: Answer) -> list[Statement]:
    """The sentences of an answer with the spans that they cite; nothing for a refusal."""
    if answer.status == "not_in_corpus":
        return []
    return [
        Statement(
            Text(sentence.text, _language(sentence, cited, answer.language)),
            tuple(Text(c.quote, c.language, c.n) for c in cited if c.quote.strip()),
        )
        for sentence in answer.sentences
        for cited in [[citation for citation in answer.citations if citation.n in sentence.citations]]
    ]


def entails(claim: Text, evidence: Sequence[Text]) -> bool:
    """Whether the verifier takes the evidence as a whole to support all of the claim."""
    return judged(claim, tuple(evidence)).support in FULL


@functools.lru_cache(maxsize=_REMEMBERED)
def judged(claim: Text, evidence: tuple[Text, ...]) -> Verdict:
    """What the verifier says; remembered, because citation precision asks again what faithfulness has asked."""
    return verify(claim.text, claim.language, [_evidence(text) for text in evidence], reason_language="en")


def _evidence(text: Text) -> Evidence:
    """The cited span and nothing around it."""
    article = Article(id=f"[{text.number}]", title=f"[{text.number}]", text=text.text, language=text.language)
    spans = [trim(text.text, *span) for span in split_sentences(text.text, text.language)]
    return Evidence(text.number, article, tuple(Sentence(start=start, end=end) for start, end in spans))


def _shown(verdict: Verdict) -> SentenceVerdict:
    """A verdict as the record keeps it."""
    return SentenceVerdict(support=verdict.support, score=round(verdict.score, 4), reasons=list(verdict.reasons))


def _language(sentence: AnswerSentence, cited: Sequence[Citation], language: Language) -> Language:
    """A quote speaks the language of its article, any other sentence that of the answer."""
    return next((citation.language for citation in cited if sentence.text in citation.quote), language)
