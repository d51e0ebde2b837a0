"""The terms of a question, and how much each kind counts in articles of either language.

In the question's own language whole words tell passages apart and 4-grams only help out; in the other language shared
words are accidents, and names, numbers and what has a name in both languages are all there is to go by. The weights
were chosen on MLQA dev and the demo archive's gold; a date is several numbers, hence their low weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from index.keywords.analyzer import cased_words, word_terms
from index.keywords.name_terms import asked_name_terms
from index.keywords.number_terms import number_terms
from index.models import Language

Kind = Literal["gram", "stem", "name", "exonym", "number"]

SAME: Mapping[Kind, float] = {"gram": 0.7, "stem": 1.0, "name": 0.7, "exonym": 0.7, "number": 0.5}
"""Weights in articles of the question's own language."""

CROSS: Mapping[Kind, float] = {"gram": 1.0, "stem": 0.5, "name": 2.0, "exonym": 4.0, "number": 1.0}
"""Weights in articles of the other language."""

_MARKS: Mapping[str, Kind] = {"=": "stem", "~": "name", "@": "exonym", "#": "number"}


def question_terms(
    text: str, language: Language, target: Language, weights: Mapping[Kind, float] | None = None
) -> dict[str, float]:
    """What to look for in articles of a language, for `KeywordIndex.weighted_scores`.

    Args:
        text: the question.
        language: its language.
        target: the articles' language.
        weights: of the kinds; by default `SAME` or `CROSS`. A kind without a weight is left out.

    Returns:
        Term to weight; a term that the question repeats counts as often.
    """
    chosen = weights if weights is not None else SAME if language == target else CROSS
    written = cased_words(text)
    terms = Counter(term for word in written for term in word_terms(word.lower(), language))
    terms.update(asked_name_terms(written, language))
    terms.update(number_terms(text, language))
    return {term: count * chosen[kind] for term, count in terms.items() if (kind := kind_of(term)) in chosen}


def kind_of(term: str) -> Kind:
    """The kind of a term, told by its mark."""
    return _MARKS.get(term[0], "gram")
