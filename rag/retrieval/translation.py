"""A question as keywords of the other language: its words translated, its names and numbers as they are.

Structured queries with probabilities (Darwish & Oard 2003, Probabilistic structured query methods): every word of the
question stands for all its translations, each counting as much as it is likely, so that a sum of BM25 over them is its
expected value. The question's untranslated words would add nothing to it: what both languages share is in it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from index.keywords.analyzer import grams, word_terms, words
from index.keywords.folding import fold
from index.keywords.question import Kind, question_terms
from index.keywords.stop_words import STOP_WORDS
from index.keywords.translation import default_translations
from index.models import Language

UNTRANSLATED = 0.3
"""How far a word with translations still stands for itself ("Trojaner", "Handy", names that are words). A word without
any stands for nothing else."""

UNTOUCHED: Mapping[Kind, float] = {"name": 2.0, "exonym": 2.0, "number": 2.0}
"""Weights of what needs no translation, against 1 for a word."""


def keyword_terms(text: str, asked: Language, written: Language) -> dict[str, float]:
    """What to look for in articles of a language, for `KeywordIndex.weighted_scores`.

    Args:
        text: the question.
        asked: its language.
        written: the articles' language.

    Returns:
        Term to weight.

    Raises:
        ModelError: the lexicon cannot be loaded.
    """
    if asked == written:
        return question_terms(text, asked, written)
    terms = defaultdict(float, question_terms(text, asked, written, UNTOUCHED))
    for word in words(text):
        if word not in STOP_WORDS[asked]:
            for term, weight in translated_terms(word, asked, written).items():
                terms[term] += weight
    return dict(terms)


def translated_terms(word: str, asked: Language, written: Language) -> dict[str, float]:
    """The terms of a word's translations and its own, with their weights.

    Args:
        word: in lower case.
        asked: its language.
        written: the other one.
    """
    translations = default_translations().of(word, asked)
    own = UNTRANSLATED if translations else 1.0
    terms: defaultdict[str, float] = defaultdict(float)
    for term in word_terms(word, written):
        terms[term] += own
    for stemmed, chance in translations:
        for term in _stem_terms(stemmed):
            terms[term] += (1.0 - own) * chance
    return terms


def _stem_terms(stemmed: str) -> list[str]:
    """A stem's own term, and its 4-grams but the one that says where the word ends: an ending may follow."""
    found = grams(fold(stemmed))
    return ["=" + stemmed, *(found[:-1] if len(found) > 1 else found)]
