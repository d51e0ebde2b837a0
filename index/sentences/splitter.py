"""Split a text into sentences whose spans tile it."""

import re
from collections.abc import Iterator

from index.sentences.abbreviated import Rules, rules_for
from index.sentences.attachments import attached_end, signature_start
from index.sentences.characters import QUOTES, is_white
from index.sentences.context import AHEAD, BACK, MARK, Context
from index.sentences.language import guess_language
from index.sentences.lines import Unit, blocks
from index.sentences.quotes import closes
from index.sentences.stops import ends_sentence


def split_sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Split a text into sentences.

    The spans tile the text: the first starts at 0, each starts where the one before it ends, the last ends at
    ``len(text)``. White space after a sentence belongs to it, white space before the first one to the first; see
    ``trim``. Headings, list items, table rows, captions and signatures are spans of their own, see ``sentence_kind``.

    Args:
        text: any text; line breaks of all kinds are understood.
        language: "de" or "en", also with a region ("de-AT", "en_GB"). None or any other language: guessed for each
            paragraph, and the union of both rules where the guess is undecided.

    Returns:
        ``(start, end)`` in Unicode code points, 0-based, end exclusive. A text without any visible character has no
        sentence and gives ``[]``.
    """
    known = language.replace("_", "-").split("-")[0].lower() if language else None
    fixed = rules_for(known) if known in ("de", "en") else None
    starts: list[int] = []
    for units in blocks(text):
        rules = fixed or rules_for(guess_language(text, units[0].start, units[-1].end))
        for unit in units:
            starts.append(unit.start)
            if not unit.is_row:
                starts.extend(_inner_starts(text, unit, rules))
    if not starts:
        return []
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _inner_starts(text: str, unit: Unit, rules: Rules) -> Iterator[int]:
    """Yield where the second and the following sentences of a unit start."""
    floor = position = unit.start
    while (match := MARK.search(text, position, unit.end)) is not None:
        position = match.end()
        following = signature_start(text, match.end("closers"), unit.end)
        if following is None:
            following = _start_after(text, floor, match, unit, rules)
        if following is not None:
            yield following
            floor = position = following


def _start_after(text: str, floor: int, match: re.Match[str], unit: Unit, rules: Rules) -> int | None:
    """Return where the next sentence starts when the one from ``floor`` ends with the mark that matched, else None."""
    start, end = unit.start, unit.end
    close = match.end("closers")
    if close - 1 == match.end("mark") and text[close : close + 1].isalnum() and text[close - 1] in QUOTES:
        close = close if closes(text, start, close - 1) else match.end("mark")
    attached = attached_end(text, close, end)
    following = attached
    while following < end and is_white(text[following]):
        following += 1
    if following == end:
        return None
    mark = match.start()
    context = Context(
        before=text[max(floor, mark - BACK) : mark],
        complete=mark - floor <= BACK,
        mark=match["mark"],
        closers=text[match.end("mark") : close],
        attached=attached > close,
        gap=text[attached:following],
        after=text[following : min(end, following + AHEAD)],
    )
    return following if ends_sentence(context, rules, own_parenthesis=text[floor] in "([") else None
