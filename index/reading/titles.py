"""A title for a text that came without one: found on a line of its own, or derived from the first sentence.

Nothing is invented: every word of a title stands at the opening of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.reading.normalise import one_line
from index.reading.opening import has_dateline, is_byline, without_dateline, without_stated_date

_MOST_CHARACTERS = 150
"""The longest line that is taken for a title; headlines of agencies reach about 120."""

_MOST_DERIVED_CHARACTERS = 100
_SEARCHED_CHARACTERS = 200
_MOST_TITLE_LINES = 4
_UNWRAPPED_LINE = 120
"""A line this long was not broken by a typewriter's margin, so the other breaks of its paragraph are meant."""

_CLOSED = re.compile(r"[.:;,][\"“”»«’]?$")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$|\.\.\.$")
_BULLET = re.compile(r"[-*•·–] ")
_LETTER = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"(?P<word>[^\W\d_]*)(?P<stop>[.!?…])[\"“”»«]?(?= [\"„“»«]?[A-ZÄÖÜ0-9])")
_SHORT_FORMS = "bzw ca corp etc evtl geb ggf inkl max min prof rd sept sog usw vgl vs"
_ABBREVIATIONS = frozenset(_SHORT_FORMS.split())


def find_title(text: str) -> str | None:
    """The title on the first line or lines of a normalised text; None when the story begins at once.

    A title has a line of its own, is not closed like a sentence and has more text after it. Author and date lines
    below it are no part of it; a first line broken by a margin, or opened by a dateline, is no title.
    """
    opening, _, rest = text.partition("\n\n")
    lines = opening.split("\n")
    if rest and len(lines) <= _MOST_TITLE_LINES:
        candidate = " ".join(line for line in map(_headline, lines) if line)
        if _is_title(candidate):
            return one_line(candidate)
    if len(lines) > 1 and _is_break_meant(lines) and _is_title(_headline(lines[0])):
        return one_line(_headline(lines[0]))
    return None


def derive_title(text: str) -> str:
    """The opening of a normalised text as its title: the first sentence, cut after 100 characters with an ellipsis.

    Dateline, authors and date are left out. Not empty as long as the text is not.
    """
    for block in text.split("\n\n"):
        story = " ".join(line for line in map(_headline, block.split("\n")) if line)
        story = without_dateline(_BULLET.sub("", story, count=1) if _BULLET.match(story) else story)
        if _LETTER.search(story):
            return _shorten(_first_sentence(one_line(story)[:_SEARCHED_CHARACTERS]))
    return _shorten(one_line(text))


def _headline(line: str) -> str:
    """The line without its date; empty when it names authors or only rules off what is above it."""
    line = without_stated_date(line.strip())
    return "" if is_byline(line) or not _LETTER.search(line) else line


def _is_title(line: str) -> bool:
    """Whether a line reads like a headline rather than like a sentence, a list item or a table row."""
    return (
        0 < len(line) <= _MOST_CHARACTERS
        and (not _CLOSED.search(line) or _INITIALS.search(line) is not None)
        and not has_dateline(line)
        and not _BULLET.match(line)
        and "\t" not in line
        and " | " not in line
        and not any(match["stop"] == "." for match in _sentence_ends(line))
    )


def _is_break_meant(lines: list[str]) -> bool:
    """Whether the first line ends because its author ended it, not because the next word did not fit."""
    width = max(map(len, lines))
    next_word = lines[1].split(" ", 1)[0]
    return width >= _UNWRAPPED_LINE or (not next_word[:1].islower() and len(lines[0]) + 1 + len(next_word) <= width)


def _first_sentence(story: str) -> str:
    """The first sentence without its full stop, or the whole when no end is found."""
    end = next(_sentence_ends(story), None)
    sentence = story if end is None else story[: end.end()]
    return sentence[:-1] if sentence.endswith(".") and not _INITIALS.search(sentence) else sentence


def _sentence_ends(text: str) -> Iterator[re.Match[str]]:
    """Where sentences surely end: better to miss an end, for a title's purpose, than to stop after "Dr." or "14."."""
    for match in _STOP.finditer(text):
        word = match["word"]
        shortest = 2 if word.islower() else 4
        if match["stop"] != "." or (len(word) >= shortest and word.lower() not in _ABBREVIATIONS):
            yield match


def _shorten(sentence: str) -> str:
    """At most 100 characters, cut between words and marked as cut."""
    if len(sentence) <= _MOST_DERIVED_CHARACTERS:
        return sentence
    words = sentence[: _MOST_DERIVED_CHARACTERS + 1].rpartition(" ")[0] or sentence[:_MOST_DERIVED_CHARACTERS]
    return words.rstrip(" ,;:–—-") + " …"
