"""What a model's sentence may not bring with it: addresses that no article names, and the prompt itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.verification import Evidence

LONGEST_SHARED = 6
"""Words in a row that a sentence may not share with the rules of the prompt; ordinary ones share three or four."""

SHARED_SHARE = 0.6
SHORT_SHARED = 4
"""A shorter sentence gives the rules away when so many of its words, and so large a share, are a run of theirs."""

HELD = 3
"""Words in a row that the end of an unfinished sentence may share with the rules before they are held back."""

CODE_PIECE = 6
"""Characters of the delimiter that must not be shown."""

LONGEST_BLOB = 40
"""Characters of letters, digits and signs without a word in them that are shown only where an article holds them."""

_WORD = re.compile(r"[^\W_]+")
_DOMAIN = re.compile(
    r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.@-])(?:[^\W_][\w-]*\.)+(?-i:[a-z]{2,24})(?![\w.-]*\w)(?:[/?#]\S*)?"
)
_ADDRESS = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+|/)\S*")
_BLOB = re.compile(rf"[A-Za-z0-9+/=_-]{{{LONGEST_BLOB},}}")


class Guard:
    """Looks at sentences of one reply."""

    def __init__(self, rules: str, code: str) -> None:
        """Guard a prompt.

        Args:
            rules: all its words but passages and question.
            code: its delimiter.
        """
        self._code = code.lower()
        words = _words(rules)
        self._rules = f" {' '.join(words)} "

    def clean(self, sentence: str, evidence: Iterable[Evidence]) -> str:
        """A sentence without addresses and blobs that its passages do not hold; "" when it gives the prompt away."""
        if self.leaks(sentence):
            return ""
        known = [text for passage in evidence for text in _texts(passage)]

        def kept(match: re.Match[str]) -> str:
            return match[0] if any(match[0] in text for text in known) else ""

        for pattern in (_DOMAIN, _ADDRESS, _BLOB):
            sentence = pattern.sub(kept, sentence)
        return " ".join(sentence.split())

    def leaks(self, sentence: str) -> bool:
        """Whether a sentence repeats the delimiter or the rules."""
        squeezed = re.sub(r"[\W_]", "", sentence.lower())
        pieces = (self._code[place : place + CODE_PIECE] for place in range(len(self._code) - CODE_PIECE + 1))
        if any(piece in squeezed for piece in pieces):
            return True
        words = _words(sentence)
        shared = max((self._run(words[place:]) for place in range(len(words))), default=0)
        return shared >= LONGEST_SHARED or (shared >= SHORT_SHARED and shared >= SHARED_SHARE * len(words))

    def unsuspicious(self, beginning: str) -> str:
        """The beginning of an unfinished sentence up to where it may be about to repeat the rules or the delimiter."""
        if self.leaks(beginning):
            return ""
        words = list(_WORD.finditer(beginning))
        for place in range(max(0, len(words) - LONGEST_SHARED), len(words)):
            run = [word[0].lower() for word in words[place:]]
            if len(run) >= HELD and f" {' '.join(run)} " in self._rules:
                return beginning[: words[place].start()].rstrip()
        return beginning

    def _run(self, words: list[str]) -> int:
        """How many words from the first one on stand in the rules in a row."""
        length = 0
        while length < len(words) and f" {' '.join(words[: length + 1])} " in self._rules:
            length += 1
        return length


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _texts(passage: Evidence) -> list[str]:
    """What a passage holds: its sentences, and the title that the model was shown with them."""
    first, last = passage.sentences[0], passage.sentences[-1]
    return [passage.article.text[first.start : last.end], passage.article.title, passage.article.source or ""]
