"""Words of a question with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[-.,:'’&/][^\W_]+)*")
_GENITIVE = re.compile(r"['’]s?$")


class Token(NamedTuple):
    """A word.

    Attributes:
        text: as it is written.
        start: where it begins.
        end: where it ends.
    """

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """In lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it opens with a capital or a digit, as names and German nouns do."""
        return self.text[0].isupper() or self.text[0].isdigit()

    @property
    def bare(self) -> str:
        """Without an English possessive."""
        return _GENITIVE.sub("", self.text)


def word_set(words: str) -> frozenset[str]:
    """Words with white space between them, as a set."""
    return frozenset(words.split())


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order; "Su-57", "60.000" and "Putin's" are one each."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def capitalised(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


def joined(*parts: str) -> str:
    """Parts with one space between them; empty ones leave none, and no space stands before a comma."""
    return re.sub(r"\s+([,;:])", r"\1", " ".join(part.strip() for part in parts if part.strip()))
