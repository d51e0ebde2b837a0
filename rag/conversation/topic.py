"""What a question is about, in few words that stand before another one: "Erdbeben in der Türkei: Wie viele Tote?"."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.models import Language
from rag.conversation.exchange import Exchange
from rag.conversation.phrases import phrases_of
from rag.conversation.tokens import Token, capitalised, tokens_of, word_set
from rag.conversation.translate import translated
from rag.conversation.words import WORDS

SEPARATOR = ": "
_BINDING = word_set("in im von vom an am auf mit bei beim zwischen für zur zum über gegen")
_YEAR = re.compile(r" (?:1[89]|20)\d{2}\b")


def topic_of(exchange: Exchange, language: Language, without: Collection[str] = ()) -> str:
    """The noun phrases of an earlier question in order, a preposition kept where it binds two of them.

    Args:
        exchange: with a complete question.
        language: in which to say it; words of the other one are translated as far as they can be.
        without: phrases that are said elsewhere.

    Returns:
        "" when the question names nothing.
    """
    question = exchange.question
    head, separator, tail = question.partition(SEPARATOR)
    if not separator or "?" in head:
        head, tail = "", question
    groups = _german(tail, without) if exchange.language == "de" else _english(tail, without)
    said = list(dict.fromkeys([*(part for part in head.split(", ") if part), *groups]))
    if language != exchange.language:
        said = [translated(part, exchange.language) for part in said]
    return capitalised(", ".join(said))


def _german(question: str, without: Collection[str]) -> list[str]:
    groups: list[tuple[int, int]] = []
    after_name = True
    for phrase in phrases_of(question, "de"):
        if phrase.text in without:
            continue
        gap = question[groups[-1][1] : phrase.start] if groups else "?"
        year = _YEAR.match(question, phrase.end)
        end = year.end() if year else phrase.end
        if groups and phrase.preposition in _BINDING and not after_name and not gap.strip():
            groups[-1] = (groups[-1][0], end)
        else:
            # "die letzten Kraftwerke": an adjective keeps its article.
            groups.append((phrase.core if phrase.text[0].islower() else phrase.head, end))
        after_name = phrase.name
    return [question[start:end] for start, end in groups]


def _english(question: str, without: Collection[str]) -> list[str]:
    """Runs of words that are no function words and no common verbs, "of" and "in" inside them."""
    words = WORDS["en"]
    groups: list[list[Token]] = []
    left_out = {word for phrase in without for word in phrase.lower().split()}
    tokens = tokens_of(question)
    for place, token in enumerate(tokens):
        topical = (
            token.capital and token.lower not in words.asking
        ) or token.lower not in words.function | words.degree | words.verbs
        if place == 0 and token.lower in words.function | words.verbs:
            topical = False
        if not topical or token.lower in left_out or token.bare.lower() in left_out:
            continue
        gap = question[groups[-1][-1].end : token.start].strip().lower() if groups else "?"
        if groups and gap in ("", "of", "of the", "in", "in the", "and", "the", "at", "with"):
            groups[-1].append(token)
        else:
            groups.append([token])
    return [question[group[0].start : group[-1].end] for group in groups]


def with_topic(topic: str, question: str) -> str:
    """A question behind the topic that it is about; alone when the topic is empty or named in it already."""
    missing = [part for part in topic.split(", ") if part and part.lower() not in question.lower()]
    return SEPARATOR.join([", ".join(missing), question]) if missing else question
