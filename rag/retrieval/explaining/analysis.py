"""What a question was taken to be: its language, its times, and what is looked for in articles of either language."""

from __future__ import annotations

from typing import Literal

from index.columns import LANGUAGES
from index.keywords.analyzer import words
from index.keywords.question import kind_of
from index.keywords.stop_words import STOP_WORDS
from index.keywords.translation import default_translations
from index.language import NO_EVIDENCE, SURE, word_evidence
from index.models import Language
from rag.explanation import Analysis, Rendering, Term, Translation, WordEvidence, WordWeight
from rag.question import Question
from rag.retrieval.asked import Asked
from rag.retrieval.dates import interpreted
from rag.retrieval.explaining.numbers import short
from rag.retrieval.translation import keyword_terms


def analysis_of(asked: Asked, stated: bool) -> Analysis:
    """The analysis of a question; `stated`: whether its language was given, not detected."""
    question = asked.question
    evidence = word_evidence(question.text)
    total = sum(nats for _, nats in evidence)
    return Analysis(
        language=question.language,
        certainty=_certainty(total, stated),
        evidence=short(total),
        words=[WordEvidence(word=word, evidence=short(nats)) for word, nats in evidence],
        interpreted=interpreted(asked.generation.columns, question),
        keywords={written: _terms(asked, written) for written in LANGUAGES},
        translations=_translations(question),
        compared=[
            WordWeight(word=question.text[start:end], weight=short(weight))
            for (start, end), weight in zip(asked.words.offsets.tolist(), asked.words.weights.tolist(), strict=True)
        ],
    )


def _certainty(evidence: float, stated: bool) -> Literal["stated", "sure", "unsure", "none"]:
    if stated:
        return "stated"
    if abs(evidence) < NO_EVIDENCE:
        return "none"
    return "sure" if abs(evidence) >= SURE else "unsure"


def _terms(asked: Asked, written: Language) -> list[Term]:
    question, keywords = asked.question, asked.generation.keywords
    terms = [
        Term(term=term, kind=kind_of(term), weight=short(weight), rarity=short(keywords.rarity(term)))
        for term, weight in keyword_terms(question.text, question.language, written).items()
    ]
    return sorted(terms, key=lambda one: (one.kind, -one.weight))


def _translations(question: Question) -> list[Translation]:
    lexicon, asked = default_translations(), question.language
    return [
        Translation(
            word=word,
            into=[Rendering(stem=stem, probability=short(chance)) for stem, chance in lexicon.of(word, asked)],
        )
        for word in dict.fromkeys(words(question.text))
        if word not in STOP_WORDS[asked]
    ]
