"""Questions that give away their answer: it stands in them, or they were copied from the text that answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eval.gold_set import GoldQuestion
from eval.metrics.normalise import contains, normalise
from eval.validation.finding import Remark, error, warning
from eval.validation.library import Library

LONGEST_COPY = 7
"""So many words in a row may come from the evidence; names and titles are long."""

_LEAST_WORDS = 5
_QUOTED = re.compile(r"[„“\"»«].{3,}?[“”\"«»]")
_CHOICE = re.compile(r"\b(?:oder|or)\b", re.IGNORECASE)


def check_own_answer(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """The question does not contain its answer; choices ("A or B?") may."""
    del library
    if _CHOICE.search(question.question):
        return
    for fact in question.facts:
        held = [string for string in fact if contains(question.question, string)]
        if held:
            yield warning("leak", f"the question contains its answer {held[0]!r}; ask without it, or drop the string")


def check_copy(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """The question is worded by a person: no long run of words is copied from the evidence. Quotations may be."""
    asked = normalise(_QUOTED.sub(" … ", question.question)).split()
    for span in question.spans:
        article = library.articles.get(span.article_id)
        if article is None:
            continue
        run = longest_run(asked, normalise(article.text[span.start : span.end]).split())
        if len(run) > LONGEST_COPY:
            yield warning("leak", f"{len(run)} words in a row are copied from the evidence: {' '.join(run)!r}; reword")
            return


def check_verbatim(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """The question does not stand in the archive word for word, as on a page of questions and answers."""
    asked = normalise(question.question)
    if len(asked.split()) < _LEAST_WORDS:
        return
    found = [article_id for article_id in library.articles if f" {asked} " in library.normalised(article_id)]
    if found:
        yield error("leak", f"the question stands word for word in {found[0]!r}; reword it, or take the article out")


def longest_run(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """The longest run of words that both sequences share; the first of equals in `one`."""
    best, length = 0, 0
    before = [0] * (len(other) + 1)
    for i, word in enumerate(one, start=1):
        row = [0] * (len(other) + 1)
        for j, another in enumerate(other, start=1):
            if word == another:
                row[j] = before[j - 1] + 1
                if row[j] > length:
                    best, length = i, row[j]
        before = row
    return one[best - length : best]
