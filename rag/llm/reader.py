"""A reply cut into sentences while it comes, the same ones however it is cut into pieces on its way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.models import Language
from index.sentences import split_sentences, trim
from rag.llm.visible import Visible, visible

LONGEST_SENTENCE = 1500
"""Characters after which a sentence is taken as it is, for a reply that never ends one."""

WORDS_AHEAD = 2
"""Words of the next sentence that must have come before one counts as ended: "14." may go on with "September"."""

_LOOSE = re.compile(r" +([.,;:!?]+)(?=\s|$)")
"""White space before a punctuation mark: what stood between them was taken out."""

_DOUBLED = re.compile(r"(?<!\.)([.!?…])\.(?=\s|$)")
"""Two stops in a row, of "Er hebt 60 t. [1]. Er ist neu."; not three."""

_WORD_END = re.compile(r"\S(?=\s)")


@dataclass(frozen=True)
class ReplySentence:
    """A sentence of a reply.

    Attributes:
        text: its words, on one line.
        numbers: of the passages that it cites, in its order, each once.
        paragraph: whether it begins a line.
    """

    text: str
    numbers: tuple[int, ...]
    paragraph: bool


class ReplyReader:
    """Cuts a reply into sentences.

    Attributes:
        pending: what may be shown of the sentence that is being written.
        paragraph: whether that sentence begins a line.
    """

    def __init__(self, language: Language) -> None:
        """Read replies in a language."""
        self.pending = ""
        self.paragraph = False
        self._language = language
        self._reply = ""  # from the beginning of the sentence being written
        self._seen = 0  # how much of it was looked at: whole words

    def feed(self, piece: str) -> Iterator[ReplySentence]:
        """Take a piece of the reply; yields the sentences that it ends.

        A reply is looked at word by word, so that the pieces it came in change nothing.
        """
        self._reply += piece
        while (word := _WORD_END.search(self._reply, self._seen)) is not None:
            self._seen = word.end()
            yield from self._look(WORDS_AHEAD)

    def finish(self) -> Iterator[ReplySentence]:
        """The reply has come to its end; yields the sentences that are left."""
        self._reply += "\n"
        self._seen = len(self._reply)
        yield from self._look(0)
        self.pending = ""

    def _look(self, ahead: int) -> Iterator[ReplySentence]:
        """Yield the sentences that have ended by what was seen, and set what is pending."""
        while True:
            seen = visible(self._reply[: self._seen], complete=ahead == 0)
            spans = _sentences(seen.text, self._language)
            if not spans or not self._ended(seen.text, spans, ahead):
                self.pending = _one_line(seen.text[slice(*spans[0])]) if spans else ""
                return
            cut = self._cut(seen, spans, ahead)
            yield self._sentence(seen, spans[0], cut)
            self.paragraph = len(spans) > 1 and "\n" in seen.text[spans[0][1] : spans[1][0]]
            self._reply, self._seen = self._reply[cut:], self._seen - cut

    def _ended(self, text: str, spans: list[tuple[int, int]], ahead: int) -> bool:
        if ahead == 0 or len(spans) > 2 or spans[0][1] - spans[0][0] > LONGEST_SENTENCE:
            return True
        return len(spans) > 1 and len(text[slice(*spans[1])].split()) >= ahead

    def _cut(self, seen: Visible, spans: list[tuple[int, int]], ahead: int) -> int:
        """Where the next sentence begins in the reply; the markers before that place belong to the first one."""
        if len(spans) > 1:
            return seen.places[spans[1][0]]
        return self._seen if ahead == 0 else seen.places[-1] + 1

    def _sentence(self, seen: Visible, span: tuple[int, int], cut: int) -> ReplySentence:
        numbers = [number for place, named in seen.markers if place < cut for number in named]
        return ReplySentence(_one_line(seen.text[slice(*span)]), tuple(dict.fromkeys(numbers)), self.paragraph)


def _sentences(text: str, language: Language) -> list[tuple[int, int]]:
    """The sentences that say something, without the white space around them."""
    spans = [trim(text, start, end) for start, end in split_sentences(text, language)]
    return [(start, end) for start, end in spans if any(character.isalnum() for character in text[start:end])]


def _one_line(text: str) -> str:
    return _DOUBLED.sub(r"\1", _LOOSE.sub(r"\1", " ".join(text.split())))
