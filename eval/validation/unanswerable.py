"""Unanswerable questions that the archive seems to answer."""

from __future__ import annotations

from collections.abc import Iterator, Set

from eval.gold_set import GoldQuestion
from eval.validation.finding import Remark, warning
from eval.validation.library import Library
from index.keywords.analyzer import stem, words
from index.models import Language
from index.sentences import split_sentences, trim
from rag.answering.evidence_types import evidence_spans
from rag.answering.question_words import answer_type, content_words
from rag.support.names.extraction import names

COVERAGE = 0.75
"""Share of the question's words from which on a sentence seems to speak of the same; names and numbers must all be in
it, for another name makes a near miss."""

_DEPTH = 5


def check_unanswerable(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """No sentence that search finds speaks of what is asked and holds a new thing of the kind that is asked for."""
    if question.answerable:
        return
    wanted = {word.text for word in content_words(question.question, question.language)}
    marks = {word for name in names(question.question, question.language) for word in words(name.text)}
    marks |= {word for word in wanted if word[0].isdigit()}
    kind = answer_type(question.question)
    if len(wanted) < 2 or kind == "other":
        return
    for result in library.search(question.question, _DEPTH, question.now):
        for start, end in split_sentences(result.text, result.language):
            start, end = trim(result.text, start, end)
            sentence = result.text[start:end]
            if not _speaks_of(sentence, wanted, marks & wanted, result.language):
                continue
            things = (sentence[first:last] for first, last in evidence_spans(sentence, kind))
            new = [thing for thing in things if wanted.isdisjoint(words(thing))]
            if new:
                yield warning("unanswerable", f"{result.article_id!r} may answer it with {new[0]!r}: {sentence!r}")
                return


def _speaks_of(sentence: str, wanted: Set[str], marks: Set[str], language: Language) -> bool:
    """Whether a sentence holds most of the words, and all of the marks."""
    held = {stem(word, language) for word in words(sentence)}
    missing = {word for word in wanted if stem(word, language) not in held}
    return len(missing) <= (1 - COVERAGE) * len(wanted) and not missing & marks
