"""Answered questions in which a name, place, date or number is another's, or a place is added: near misses by rule.

People write near misses that ask about something else; of questions that differ from an answered one in a single name
there are few among them, and a reader that has seen few goes by the other words: where a question about another person
was put to a passage, it took it for answered one time in three. The passage stays the one that answered.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bench.mlqa import LANGUAGES
from eval.perturbation.perturb import Kind, perturb
from index.models import Language
from rag.support.names.extraction import FIRST_NAMES, names
from rag.support.names.places import place_ids, places
from train.reader.rows import Row
from train.reader.written import holding_passage, own_passages

Article = dict[str, Any]
Question = dict[str, Any]

ADDED = 0.08
"""Share of the questions without a place that get one: the article's own and another's as often."""

_KINDS: tuple[Kind, ...] = ("name", "place", "date", "number")
_IN_ITS_TEXT = ("date", "number")
"""Kinds of which only what the article's text says is exchanged: a time may be known from its date alone."""

_OPENING = 200
_WORD = re.compile(r"\w+")


class Changed(NamedTuple):
    """An answered question, changed.

    Attributes:
        article: that which it is about.
        language: in which it is asked.
        text: as it is asked now.
        answer: of the question as it was.
        answered: whether the article still answers.
    """

    article: Article
    language: Language
    text: str
    answer: str
    answered: bool


def changed_questions(articles: Sequence[Article], draw: random.Random) -> Iterator[Changed]:
    """Answered questions changed so that their article does not answer them, and some with the article's own place.

    Args:
        articles: as `train.reader.written.written_articles` returns them.
        draw: chooses what is exchanged, and for what.
    """
    pool = sorted({name for article in articles for question in article["questions"] for name in _names(question)})
    for article in articles:
        for question in article["questions"]:
            for language in LANGUAGES if question["answer"] else ():
                about = article, language
                text = exchanged(question, language, article, pool, draw)
                if text is not None:
                    yield Changed(*about, text, question["answer"], answered=False)
                if draw.random() < ADDED:
                    for placed, own in _placed(question[language], language, article, draw):
                        yield Changed(*about, placed, question["answer"], answered=own)


def exchanged_rows(articles: Sequence[Article], draw: random.Random) -> Iterator[Row]:
    """Changed questions on the passages that answered them.

    Args:
        articles: as `train.reader.written.written_articles` returns them.
        draw: chooses what is exchanged, and for what.
    """
    for _, group in itertools.groupby(changed_questions(articles, draw), key=lambda changed: changed.article["id"]):
        about = list(group)
        passages = own_passages(about[0].article)
        for changed in about:
            holding = holding_passage(passages, changed.answer)
            if holding is not None and changed.answered:
                yield holding.answered_row(changed.text, changed.answer)
            elif holding is not None:
                yield holding.row(changed.text)


def exchanged(
    question: Question, language: Language, article: Article, pool: Sequence[str], draw: random.Random
) -> str | None:
    """A question about somebody, something or some time that its article does not name; None where it names none.

    Args:
        question: in both languages: a name stands in either in the same spelling.
        language: in which it is changed.
        article: that which it is about.
        pool: names to put in a name's place.
        draw: chooses.
    """
    known, asked = _words_of(article), question[language]
    before = _words(asked)
    for kind in draw.sample(_KINDS, len(_KINDS)):
        changed = _renamed(question, language, pool, draw) if kind == "name" else perturb(asked, language, kind, draw)
        after = before if changed is None else _words(changed)
        told = kind not in _IN_ITS_TEXT or before - after <= known
        if after - before and not (after - before) & known and told:
            return changed
    return None


def _renamed(question: Question, language: Language, pool: Sequence[str], draw: random.Random) -> str | None:
    """With one name replaced by another one as long, a person's by a person's."""
    asked: str = question[language]
    found = _names(question)
    if not found:
        return None
    old = draw.choice(found)
    alike = (new for new in draw.sample(pool, min(200, len(pool))) if _alike(old, new))
    new = next(alike, None)
    return asked.replace(old, new) if new else None


def _alike(old: str, new: str) -> bool:
    one, two = old.split(), new.split()
    return len(one) == len(two) and (one[0] in FIRST_NAMES) == (two[0] in FIRST_NAMES) and not set(one) & set(two)


def _names(question: Question) -> list[str]:
    """The English question's names that stand in the German one too, no places: a capital makes no German name."""
    found = [name.text for name in names(question["en"], "en")]
    return [
        name
        for name in found
        if len(name) > 2
        and name.lower() not in place_ids("en")
        and re.search(rf"\b{re.escape(name)}\b", question["de"])
    ]


def _placed(asked: str, language: Language, article: Article, draw: random.Random) -> Iterator[tuple[str, bool]]:
    """The question with its article's place and with another's, and whether it is its own; nothing if it names one."""
    ids = place_ids(language)
    if not asked.endswith("?") or any(word in ids for word in _words(asked)):
        return
    opening = _words(f"{article['title']} {article['text'][:_OPENING]}")
    there = place_ids(article["language"])
    near, named = ({there[word] for word in words if word in there} for words in (opening, _words_of(article)))
    known = [*places("city", language), *places("country", language)]
    own = [place for place in known if ids[place.lower()] in near]
    other = [place for place in known if ids[place.lower()] not in named]
    if own:
        for place, is_own in ((draw.choice(own), True), (draw.choice(other), False)):
            yield f"{asked[:-1].rstrip()} in {place}?", is_own


def _words_of(article: Article) -> set[str]:
    return _words(f"{article['title']} {article['text']} {article['published']}")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
