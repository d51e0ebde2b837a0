"""Classes of characters, written for use inside ``[...]`` of a regular expression, and what counts as white space."""

import re

# Zero-width space, word joiner and byte order mark are invisible: a "sentence" of nothing else would be empty.
INVISIBLE = "\u200b\u2060\ufeff"
WHITE = rf"\s{INVISIBLE}"

# A mark at the end of a sentence may be closed by these; “ « ‘ also open, which what follows them tells apart.
QUOTES = "\"'„“”‚‘’«»‹›"
CLOSERS = r"\"'“”‘’«»‹›)\]}"
OPENERS = r"\"'„“”‚‘’«»‹›(\[¿¡"

BULLETS = "•·‣▪▫●○◦■□►▶✓✔➤"

# Pictographs; arrows are left out, they announce what follows ("→ Mehr dazu").
EMOJI = "\u2600-\u2712\u2715-\u27bf\U0001f000-\U0001faff\ufe0f\u200d"

LINE_BREAK = re.compile(r"\r\n?|[\n\u2028\u2029\x85\x0b\x0c]")


def is_white(character: str) -> bool:
    """Whether a character is Unicode white space or one of the three invisible ones."""
    return character.isspace() or character in INVISIBLE


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space around it.

    Args:
        text: the text that the span points into.
        start: first code point of the span, 0-based.
        end: one past its last code point; ``0 <= start <= end <= len(text)``.

    Returns:
        The tight span; ``(start, start)`` when there is nothing but white space.

    Raises:
        ValueError: the span does not lie in the text.
    """
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span {start}:{end} does not lie in a text of {len(text)} characters")
    first, last = start, end
    while first < last and is_white(text[first]):
        first += 1
    if first == last:
        return start, start
    while is_white(text[last - 1]):
        last -= 1
    return first, last
