"""Tell sentences from what only looks like one: headings, list items, table rows, captions, datelines, signatures."""

import re
from typing import Literal

from index.sentences.attachments import MEDIUM, SIGN
from index.sentences.characters import CLOSERS, EMOJI, LINE_BREAK, is_white, trim
from index.sentences.lines import is_table_row, is_terminated, list_marker

SentenceKind = Literal["sentence", "heading", "list_item", "table_row", "caption", "dateline", "signature"]

# A line without a full stop that is longer than this is a sentence whose stop is missing, not a heading.
LONGEST_HEADING = 160
_LONGEST_QUESTION = 100
_MOST_NAME_WORDS = 8

_OPENS_CREDIT = re.compile(rf"©|\({MEDIUM}:|(?:Quellen?|Sources?|{MEDIUM}(?: credit)?): ")
_ENDS_IN_CREDIT = re.compile(rf"(?:©[^.!?]{{0,80}}|\({MEDIUM}:[^()]{{1,80}}\)|[.!?]\s+{MEDIUM}: [^.!?]{{1,80}})\Z")
_LONGEST_CAPTION = 300

_MONTH = r"[A-ZÄÖÜ][a-zäöü]{2,8}\.?"
_DATE = (
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d{2}(?:-\d{2})?"
    rf"|\d{{1,2}}\.? {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}})"
)
_TIME = r"\d{1,2}[:.]\d{2}(?: (?:Uhr|[A-Z]{2,4}|[ap]\.?m\.?))?"
_STAMP = r"(?:Stand|Published|Updated|Posted|Last updated|Aktualisiert|Veröffentlicht|Erstellt|Datum|[Dd]ate):? "
_DATELINE = re.compile(
    rf"(?:{_STAMP})?(?:[A-ZÄÖÜ][\w/ .-]{{1,40}}, (?:(?:den|am) )?)?{_DATE}(?:,? {_TIME})?\Z"
    r"|[A-ZÄÖÜ][A-ZÄÖÜ/., -]{2,40}(?:\([\w/ -]{2,30}\))?\s*[-–—:]\Z"
    r"|[A-ZÄÖÜ][\w/., -]{2,40}\([\w/ -]{2,30}\)\s*[-–—]\Z"
)

_SIGNATURE = re.compile(
    rf"(?:{SIGN}"
    r"|[a-zäöü]{2,12}(?:[-/]\w{2,20})+(?: \([^()]{2,40}\))?"  # "toi-allgemeines", "hf/fab (dpa, afp)"
    r"|\([A-Za-z][\w/, .:-]{1,60}(?<![.!?])\)"
    r"|dpa|afp|apa|reuters|sid)\Z"
)
_BYLINE = re.compile(r"(?:Von|By) [A-ZÄÖÜ]")
_NAME = re.compile(r"[A-ZÄÖÜ][\w’'-]+ (?:(?:von|van|de|der|[A-Z]\.) )*[A-ZÄÖÜ][\w’'-]+(?:,? .+)?\Z")
# What may follow a full stop within the sentence: an agency, a footnote, a pictograph.
_TRAILING = re.compile(rf"(?:\s*+\([^()]{{1,80}}\)|\[\d+\]|\s*+[{EMOJI}]++)++\Z")
_TAIL = 200  # characters in which that is looked for


def sentence_kind(text: str, start: int, end: int) -> SentenceKind:
    """Classify one span of ``split_sentences`` by the text alone.

    Args:
        text: the whole text.
        start: first code point of the span, 0-based.
        end: one past its last code point; white space around the sentence does not matter.

    Returns:
        "sentence" unless the span is clearly an item of a list or something that should not be quoted as an answer.
        A sentence that opens with a dateline ("SEOUL: Der ...") or closes with an agency ("... (dpa)") remains one.

    Raises:
        ValueError: the span does not lie in the text.
    """
    first, last = trim(text, start, end)
    content = text[first:last]
    opens_line, closes_line = _line_starts_at(text, first), _line_ends_at(text, last)
    if opens_line and is_table_row(LINE_BREAK.split(content, maxsplit=1)[0]):
        return "table_row"
    if _SIGNATURE.match(content) or (opens_line and _is_byline(content)):
        return "signature"
    if _OPENS_CREDIT.match(content) or _ENDS_IN_CREDIT.search(_line_around(text, first, last)):
        return "caption"
    if opens_line and closes_line and _DATELINE.match(content):
        return "dateline"
    if opens_line and list_marker(content):
        return "list_item"
    if is_terminated(_TRAILING.sub("", content[-_TAIL:])):
        question = opens_line and closes_line and last < len(text) and content.rstrip(CLOSERS).endswith("?")
        return "heading" if question and len(content) <= _LONGEST_QUESTION else "sentence"
    if opens_line:
        return "heading" if closes_line and len(content) <= LONGEST_HEADING else "sentence"
    return "signature" if closes_line and _is_attribution(content) else "sentence"


def _line_starts_at(text: str, position: int) -> bool:
    while position > 0 and is_white(text[position - 1]):
        position -= 1
        if LINE_BREAK.match(text[position]):
            return True
    return position == 0


def _line_ends_at(text: str, position: int) -> bool:
    while position < len(text) and is_white(text[position]):
        if LINE_BREAK.match(text[position]):
            return True
        position += 1
    return position == len(text)


def _line_around(text: str, first: int, last: int) -> str:
    """The line that a span stands in, or "" when it is too long for a caption."""
    before = LINE_BREAK.split(text[max(0, first - _LONGEST_CAPTION) : first])[-1]
    after = LINE_BREAK.split(text[last : last + _LONGEST_CAPTION], maxsplit=1)[0]
    line = before + text[first:last] + after
    return line.strip() if len(line) <= _LONGEST_CAPTION else ""


def _is_byline(content: str) -> bool:
    few_words = len(content.split()) <= _MOST_NAME_WORDS
    return few_words and _BYLINE.match(content) is not None and not is_terminated(content)


def _is_attribution(content: str) -> bool:
    """Whether what trails a quotation on its line is the name of who said it."""
    return len(content.split()) <= _MOST_NAME_WORDS and _NAME.match(content) is not None
