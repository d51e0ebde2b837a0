"""What is measured about a sentence as an answer to a question. All features lie between -1 and 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.embedding.interface import Vectors
from index.keywords.analyzer import fold, grams, stem, words
from index.models import Article, Language, Sentence
from rag.answering.evidence_types import evidence_spans
from rag.answering.question_words import AnswerType, ContentWord, answer_type, content_words
from rag.question import Question
from rag.retrieval import Hit

SOFT_MATCH = 0.45
"""Least Dice overlap of 4-grams for two words to count as forms of each other ("Nordkoreas", "nordkoreanische")."""

OTHER_LANGUAGE = 0.85
"""Scores in two languages are not quite on one scale: the best passage of the weaker language is measured against this
share of the best score overall. Chosen on the demo archive's gold: less favours the question's own language, more hides
it."""

FEATURES = (
    "coverage",
    "context",
    "missing",
    "numbers",
    "cosine",
    "typed",
    "relative",
    "passage_cosine",
    "length",
    "similar_title",
)


@dataclass(frozen=True)
class Candidate:
    """A sentence that may answer.

    Attributes:
        article: where it stands.
        sentence: its span.
        hit: the passage that brought it in.
        rank: that passage's place in the ranking, from 0.
        values: one value a name in `FEATURES`.
    """

    article: Article
    sentence: Sentence
    hit: Hit
    rank: int
    values: Vectors

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.article.text[self.sentence.start : self.sentence.end]


@dataclass(frozen=True)
class Target:
    """What the answer to a question should look like.

    Attributes:
        words: the question's content words.
        weights: how much each matters: its rarity in the archive; aligned with `words`.
        kind: what is asked for.
        embedding: the question's unit vector.
        best_scores: by language, the fused score that passages in it are seen in relation to: scores themselves grow
            with the archive.
    """

    words: Sequence[ContentWord]
    weights: Sequence[float]
    kind: AnswerType
    embedding: Vectors
    best_scores: Mapping[Language, float]


def make_target(question: Question, embedding: Vectors, hits: Sequence[Hit], rarity: Callable[[str], float]) -> Target:
    """Say what to look for: the question's words weighed by their rarity, the kind of thing, the best of the hits."""
    asked = content_words(question.text, question.language)
    overall = max((hit.fused for hit in hits), default=0.0)
    best: dict[Language, float] = {}
    for hit in hits:
        language = hit.article.language
        best[language] = max(best.get(language, OTHER_LANGUAGE * overall), hit.fused)
    return Target(asked, [rarity(word.term) for word in asked], answer_type(question.text), embedding, best)


@dataclass(frozen=True)
class Surroundings:
    """A passage with how well the question's words are found around its sentences; the same for each of them.

    Attributes:
        hit: the passage, with its retrieval scores.
        context: match of each word with title, passage and date.
        title: match of each word with the title alone.
    """

    hit: Hit
    context: Vectors
    title: Vectors


def look_around(target: Target, hit: Hit) -> Surroundings:
    """Match the question's words with what stands around the sentences of a passage."""
    article = hit.article
    passage = article.text[hit.passage.start : hit.passage.end]
    context = match_words(target.words, f"{article.title} {passage} {article.published or ''}", article.language)
    return Surroundings(hit, context, match_words(target.words, article.title, article.language))


def features(target: Target, surroundings: Surroundings, sentence: Sentence, vector: Vectors) -> Vectors:
    """Measure one sentence.

    Args:
        target: what is asked.
        surroundings: the passage around the sentence.
        sentence: its span in the article.
        vector: its unit vector.

    Returns:
        float32 array of shape (len(FEATURES),), in that order.
    """
    hit, around, title = surroundings.hit, surroundings.context, surroundings.title
    article = hit.article
    text = article.text[sentence.start : sentence.end]
    own = match_words(target.words, text, article.language)
    weights = np.asarray(target.weights, dtype=np.float32)
    total = float(weights.sum()) or 1.0
    numbers = [found for word, found in zip(target.words, around, strict=True) if word.is_number]
    values = {
        "coverage": float(weights @ own) / total if len(own) else 0.0,
        "context": float(weights @ around) / total if len(around) else 0.0,
        "missing": float((weights * (1.0 - around)).max()) / max(float(weights.max()), 1e-6) if len(around) else 0.0,
        "numbers": 1.0 - float(np.mean(numbers)) if numbers else 0.0,
        "cosine": float(target.embedding @ vector),
        "typed": _typed(target, text),
        "relative": _relative(hit.fused, target.best_scores.get(article.language, 0.0)),
        "passage_cosine": hit.cosine,
        "length": min(1.0, len(words(text)) / 40.0),
        "similar_title": float(weights @ title) / total if len(title) else 0.0,
    }
    return np.array([values[name] for name in FEATURES], dtype=np.float32)


def match_words(wanted: Sequence[ContentWord], text: str, language: Language) -> Vectors:
    """How well each content word is found in a text: 1 for the same stem or number, else the 4-gram overlap, or 0."""
    present = list(dict.fromkeys(words(text)))
    stems = {"=" + stem(word, language) for word in present}
    present_grams = [frozenset(grams(fold(word))) for word in present if not word[0].isdigit()]
    found = []
    for word in wanted:
        if word.term in stems or word.text in present:
            found.append(1.0)
        elif word.is_number:
            found.append(0.0)
        else:
            overlap = max((_dice(word.grams, other) for other in present_grams), default=0.0)
            found.append(overlap if overlap >= SOFT_MATCH else 0.0)
    return np.array(found, dtype=np.float32)


def _relative(score: float, best: float) -> float:
    return max(-1.0, min(1.0, score / best)) if best > 0.0 else 0.0


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2.0 * len(one & other) / (len(one) + len(other))


def _typed(target: Target, text: str) -> float:
    """1 when the sentence holds a thing of the kind asked for that the question does not name itself, -1 when not."""
    if target.kind == "other":
        return 0.0
    known = {word.text for word in target.words}
    for start, end in evidence_spans(text, target.kind):
        if any(word not in known for word in words(text[start:end]) if len(word) > 1 or word.isdigit()):
            return 1.0
    return -1.0
