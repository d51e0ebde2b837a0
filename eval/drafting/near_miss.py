"""Questions that the archive does not answer although it seems to: another name or year in a good question."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.drafting.draft import Draft
from eval.drafting.index import SentenceIndex
from eval.drafting.people import People
from eval.drafting.things import countries, is_country
from index.models import Language
from rag.answering.question_words import content_words
from rag.support.names.extraction import names
from rag.support.names.places import places

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TRIES = 12
"""Of the possible names only the best known ones: a question about somebody nobody has heard of is easy to refuse."""
_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "im", "am", "vom", "zum", "zur", "beim", "the"])
_OVERLAP = 0.5
"""Share of the other content words that a sentence with the new name may have; with more it may be an answer."""


@dataclass(frozen=True)
class NearMiss:
    """A question about what the article does not tell.

    Attributes:
        draft: the question that it was made from.
        question: with another name or year.
        was: what stood there.
        now: what stands there instead.
    """

    draft: Draft
    question: str
    was: str
    now: str


def near_misses(draft: Draft, people: People, index: SentenceIndex, chance: random.Random) -> Iterator[NearMiss]:
    """One near miss at most: the first exchange that nothing in the archive seems to answer.

    Args:
        draft: an answerable question.
        people: whose names may be exchanged.
        index: the sentences of the archive.
        chance: draws the replacements; the same seed, the same near misses.
    """
    if draft.type == "quote":
        return
    for was, others in _exchanges(draft, people, index):
        likely = others[:_TRIES]
        for now in chance.sample(likely, len(likely)):
            question = draft.question.replace(was, now)
            if not _is_told(question, now, draft, index):
                yield NearMiss(draft, question, was, now)
                return


def _exchanges(draft: Draft, people: People, index: SentenceIndex) -> Iterator[tuple[str, Sequence[str]]]:
    """What of the question may be exchanged, and for what."""
    language = draft.source.language
    first, _, inside = draft.question.partition(" ")
    del first
    for year in _YEAR.findall(inside):
        yield year, [str(int(year) + step) for step in (-3, -2, -1, 1, 2, 3)]
    for name in names(f"… {inside}", language):
        before = f"… {inside}"[: name.start].rstrip().rsplit(" ", 1)[-1]
        if before[:1].isupper() or before in _ARTICLES:
            continue  # an office, which the new name does not hold; "den Iran"
        others = [other for other in _like(name.text, language, people) if other != name.text]
        yield name.text, index.best_known([other for other in others if not index.mentions(other, draft)])


def _like(name: str, language: Language, people: People) -> Sequence[str]:
    """Names of the same kind."""
    if is_country(name, language):
        return countries(language)
    if name in places("city", language):
        return places("city", language)
    return sorted(people.full_names) if name in people.full_names else ()


def _is_told(question: str, now: str, draft: Draft, index: SentenceIndex) -> bool:
    """Whether a sentence of the archive speaks of the new name and of most of the rest."""
    language = draft.source.language
    new = {word.text for word in content_words(now, language)}
    rest = {word.text for word in content_words(question, language)} - new
    for sentence in index.with_all(new or {now.lower()}, language):
        if len(index.shared(sentence, rest, language)) > _OVERLAP * len(rest):
            return True
    return False
