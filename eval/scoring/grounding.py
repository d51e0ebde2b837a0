"""Answers held against what they cite, by the embedded verifier and not by what they say of themselves."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from eval.metrics.statement import Statement, Text
from eval.runs.record import SentenceVerdict
from index.models import Article, Language, Sentence
from index.sentences import split_sentences, trim
from rag.models import Answer, AnswerSentence, Citation
from rag.support.verifier import default_verifier
from rag.verification import Evidence, verify

_REMEMBERED = 8192


def verdicts_of(answer: Answer) -> list[SentenceVerdict]:
    """Ask the verifier about each sentence of an answer and the spans that it cites; nothing for a refusal."""
    if answer.status == "not_in_corpus":
        return []
    return [_verdict(sentence, _cited(answer, sentence), answer.language) for sentence in answer.sentences]


def statements_of(answer: Answer) -> list[Statement]:
    """The sentences of an answer with the spans they cite, as ALCE's metrics want them; nothing for a refusal."""
    if answer.status == "not_in_corpus":
        return []
    return [
        Statement(
            Text(sentence.text, _language(sentence, cited, answer.language)),
            tuple(Text(citation.quote, citation.language) for citation in cited),
        )
        for sentence in answer.sentences
        for cited in [_cited(answer, sentence)]
    ]


def entails(claim: Text, evidence: Sequence[Text]) -> bool:
    """Whether the embedded entailment model takes the evidence, read one after the other, to support the claim."""
    joined = " ".join(text.text for text in evidence)
    if claim.text in joined:
        return True
    return _judged(claim.text, joined, claim.language, evidence[0].language)


@functools.lru_cache(maxsize=_REMEMBERED)
def _judged(claim: str, evidence: str, claim_language: Language, evidence_language: Language) -> bool:
    """What the model thinks; remembered, because precision asks again what recall has asked."""
    return default_verifier().judge(claim, evidence, claim_language, evidence_language).supported


def _verdict(sentence: AnswerSentence, cited: Sequence[Citation], language: Language) -> SentenceVerdict:
    """The verdict on one sentence."""
    evidence = [_evidence(citation) for citation in cited if citation.quote.strip()]
    spoken = _language(sentence, cited, language)
    verdict = verify(sentence.text, spoken, evidence, reason_language="en")
    return SentenceVerdict(support=verdict.support, score=round(verdict.score, 4), reasons=list(verdict.reasons))


def _evidence(citation: Citation) -> Evidence:
    """The cited span and nothing around it."""
    article = Article(
        id=citation.article_id,
        title=citation.title,
        text=citation.quote,
        language=citation.language,
        published=citation.published,
    )
    spans = [trim(citation.quote, *span) for span in split_sentences(citation.quote, citation.language)]
    return Evidence(citation.n, article, tuple(Sentence(start=start, end=end) for start, end in spans))


def _cited(answer: Answer, sentence: AnswerSentence) -> list[Citation]:
    """The citations that a sentence names."""
    return [citation for citation in answer.citations if citation.n in sentence.citations]


def _language(sentence: AnswerSentence, cited: Sequence[Citation], language: Language) -> Language:
    """A quote speaks the language of its article, any other sentence that of the answer."""
    return next((citation.language for citation in cited if sentence.text in citation.quote), language)
