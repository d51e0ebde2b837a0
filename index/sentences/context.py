"""What stands around a mark that may end a sentence, cut out once and read by all rules."""

import re
from dataclasses import dataclass
from functools import cached_property

from index.sentences.characters import CLOSERS, OPENERS, WHITE

# Characters looked at before and after a mark. Constant, so that no text can make a decision expensive.
BACK, AHEAD = 64, 96

# A run of marks, what closes it, a closing quotation mark set apart by a space, and the white space that follows.
MARK = re.compile(
    rf"(?P<mark>[.!?…]+)(?P<closers>[{CLOSERS}]*+(?:[ \u00a0\u202f][\"“”»«](?=[{WHITE}]))?)(?P<gap>[{WHITE}]*+)"
)
_OPENING = OPENERS.replace("\\", "")
_NEXT = re.compile(
    rf"(?P<dash>[-–—]+[{WHITE}]+)?(?P<open>[{OPENERS}]*[ \u00a0\u202f]?)(?P<word>[^\W\d_]+|\d+)?(?P<tail>.?)", re.DOTALL
)


@dataclass(frozen=True)
class Context:
    """A mark and its surroundings.

    Attributes:
        before: up to 64 characters before the mark, not reaching back over the start of its sentence.
        complete: whether ``before`` is all of the sentence so far.
        mark: the run of stops, question and exclamation marks, dots.
        closers: quotation marks and brackets that close directly after it.
        attached: whether an agency, a credit, a footnote or an emoji follows them, which are passed over.
        gap: the white space after all that.
        after: up to 96 characters after the gap, within the unit.
    """

    before: str
    complete: bool
    mark: str
    closers: str
    attached: bool
    gap: str
    after: str

    @cached_property
    def token(self) -> str:
        """The last run of non-white characters before the mark, without what opens it; may be empty."""
        if not self.before or self.before[-1].isspace():
            return ""
        return self.before.rsplit(None, 1)[-1].lstrip(_OPENING)

    @property
    def parenthesised(self) -> bool:
        """Whether a bracket opens directly before the token."""
        return self.before[: len(self.before) - len(self.token)].endswith("(")

    @cached_property
    def previous(self) -> list[str]:
        """The words before the token, the nearest last."""
        return self.before.split()[:-1]

    @cached_property
    def _next(self) -> re.Match[str]:
        match = _NEXT.match(self.after)
        assert match is not None, "every part of the pattern is optional"
        return match

    @property
    def dash(self) -> str:
        """A dash with white space that stands before the next word, or ""."""
        return self._next["dash"] or ""

    @property
    def opening(self) -> str:
        """Quotation marks and brackets that open before the next word, or ""."""
        return self._next["open"]

    @property
    def word(self) -> str:
        """The next word (letters only) or number (digits only), or "" when something else follows."""
        return self._next["word"] or ""

    @property
    def tail(self) -> str:
        """The character after the next word, or ""."""
        return self._next["tail"]
