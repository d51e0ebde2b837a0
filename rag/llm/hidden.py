"""Characters that a reader does not see: they may carry orders to a model, or orders of it past a reader."""

from __future__ import annotations

import re
import unicodedata

# What is blank without being of a category for it: fillers of Hangul, the Braille blank, the combining joiner.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_VARIANTS = "\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_FORMAT = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
)
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd\ud800-\udfff"

HIDDEN = re.compile(f"[{_BLANK}{_VARIANTS}{_FORMAT}{_CONTROL}{_PRIVATE}]")
"""One hidden character: zero width, direction marks, tags, variation selectors, controls, private use."""


def is_hidden(character: str) -> bool:
    """Whether a reader does not see a character; white space is seen."""
    category = unicodedata.category(character)
    return category in ("Cf", "Co", "Cs") or HIDDEN.match(character) is not None


def without_hidden(text: str) -> str:
    """A text with what a reader sees of it."""
    return HIDDEN.sub("", text)
