"""A follow-up as the rules see it: its words, without what links it to the conversation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.models import Language
from rag.conversation.exchange import Exchange
from rag.conversation.tokens import Token, tokens_of
from rag.conversation.words import WORDS, Words

_FRAMES: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:und |aber )?(?:was (?:ist|war) mit|wie (?:ist|war|sieht|sah) (?:es|das) (?:mit|bei|in|für)(?= )"
        r"|wie steht es (?:um|mit)|was (?:ist|war) (?:denn )?(?:bei|in)(?= )"
        r"|gilt das auch (?:für|in)|und wie (?:ist|war) (?:es|das) (?:bei|mit))\s+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:and |but )?(?:(?:what|how) about|what of|how is it (?:in|with|for)(?= )|what was it like (?:in|for)(?= )"
        r"|is (?:it|that) the same (?:for|in)(?= )|and what(?:'s| is) (?:it )?with)\s+",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class FollowUp:
    """What was typed.

    Attributes:
        text: without courtesies.
        language: its language.
        linked: whether it opens with "und", "but" and the like.
        framed: whether it opens with "What about" and the like.
        body: without that opening and without the mark at its end.
        tokens: the words of the body.
        context: the exchange before it.
        earlier: all exchanges, the newest first.
    """

    text: str
    language: Language
    linked: bool
    framed: bool
    body: str
    tokens: tuple[Token, ...]
    context: Exchange
    earlier: tuple[Exchange, ...]

    @property
    def words(self) -> Words:
        """The lists of its language."""
        return WORDS[self.language]

    @property
    def same_language(self) -> bool:
        """Whether the exchange before was in the same language."""
        return self.language == self.context.language

    def content(self) -> list[Token]:
        """Its words that are neither function words nor degrees of a question word."""
        left_out = self.words.function | self.words.degree
        return [token for token in self.tokens if token.lower not in left_out or _is_abbreviation(token)]


def _is_abbreviation(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1


def read_follow_up(text: str, language: Language, earlier: tuple[Exchange, ...]) -> FollowUp:
    """Look at a text as a follow-up.

    Args:
        text: without courtesies.
        language: its language.
        earlier: the exchanges before it, newest first, at least one.
    """
    body = text.strip().rstrip("?!.… ").strip()
    framed = _FRAMES[language].match(body + " ")
    linked = False
    if framed:
        body = body[framed.end() :].strip()
    else:
        opening = tokens_of(body)
        while len(opening) > 1 and opening[0].lower in WORDS[language].linking:
            linked = True
            body = body[opening[1].start :]
            opening = tokens_of(body)
    return FollowUp(text, language, linked, framed is not None, body, tuple(tokens_of(body)), earlier[0], earlier)
