"""Words of a sentence with their places in it, and words put together to a question again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from train.questions.calendar import MONTHS

_TOKEN = re.compile(
    rf"\d{{1,2}}\.(?=\s(?:{'|'.join(MONTHS)})\b)"
    r"|(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Capt|Sen|Gov|Rev|Sgt|Maj|Prof|Jr|Sr|No|Nr|Mio|Mrd|ca|Art)\.(?!\w)"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]\.(?=\s[^\W\d_])"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|er|ern|ers)?(?!\w)"
    r"|\w+n['’]t\b"
    r"|\w+(?:['’]?[-–&/]\w+)*"
    r"|['’](?:s|t|re|ve|ll|d)\b"
    r"|\.{3}|\S"
)
_NO_SPACE_BEFORE = frozenset(".,;:!?)%’'")


@dataclass(frozen=True)
class Token:
    """A word, number or punctuation mark.

    Attributes:
        text: as written.
        start: offset in the sentence; -1 for a word that a rule put in.
        end: offset behind it, exclusive.
    """

    text: str
    start: int = -1
    end: int = -1

    @property
    def low(self) -> str:
        """In lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it is a word that starts with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it starts with a letter."""
        return self.text[0].isalpha()


def tokens_of(sentence: str) -> list[Token]:
    """The tokens of a sentence, in order."""
    return [Token(match[0], *match.span()) for match in _TOKEN.finditer(sentence)]


def made(words: str) -> list[Token]:
    """Tokens for words that a rule puts in."""
    return [Token(word) for word in words.split()]


def joined(tokens: Iterable[Token]) -> str:
    """Write tokens as text: glued where they were glued, spaced where a rule put them together."""
    text = ""
    before = Token("")
    for token in tokens:
        glued = token.start >= 0 and token.start == before.end
        if text and not glued and not (token.start < 0 and token.text in _NO_SPACE_BEFORE):
            text += " "
        text += token.text
        before = token
    return text


def overlaps(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether any of the tokens touches a span of the sentence."""
    return any(token.start < end and start < token.end for token in tokens)


def outside(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """The tokens that do not touch a span of the sentence."""
    return [token for token in tokens if not (token.start < end and start < token.end)]


def bare(tokens: list[Token]) -> list[Token]:
    """The sentence without brackets and without its full stop."""
    kept, depth = [], 0
    for token in tokens:
        depth += token.text in "(["
        if not depth:
            kept.append(token)
        depth -= token.text in ")]" and depth > 0
    return kept[:-1] if kept and kept[-1].text == "." else kept
