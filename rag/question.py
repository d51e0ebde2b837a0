"""A question as the pipeline sees it: checked, with its language and what the search is restricted to."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, get_args

from pydantic import ValidationError

from index.dates import first_day, last_day, parse_published
from index.errors import UsageError
from index.language import detect_language
from index.models import Language
from rag.dates import NOTHING, Interpretation, interpret
from rag.dates.clock import day_of
from rag.models import Dates, Filters

MAX_CHARACTERS = 2000

QuestionLanguage = Literal["de", "en", "auto"]


class FilterOptions(TypedDict, total=False):
    """The fields of `Filters`, as keyword arguments."""

    date_from: str | None
    date_to: str | None
    languages: Sequence[Language]
    sources: Sequence[str]
    dates: Dates
    now: str | date | None


@dataclass(frozen=True)
class Question:
    """What was asked.

    Attributes:
        text: the question, NFC, without white space around it.
        language: the language it is asked in, which is the language of the answer's frame.
        filters: what the search is restricted to.
        dates: what it says about time; nothing where that is to be ignored.
        now: the day that it is.
        typed: what was typed, where the text is another one: a follow-up that was completed; else None.
    """

    text: str
    language: Language
    filters: Filters
    dates: Interpretation = NOTHING
    now: date = date.min
    typed: str | None = None

    @property
    def asked(self) -> str:
        """What was typed."""
        return self.text if self.typed is None else self.typed

    @property
    def rewritten(self) -> str | None:
        """What is searched for instead of it; None where that is the same."""
        return None if self.typed is None else self.text


def read_question(text: str, language: str, filters: Mapping[str, object]) -> Question:
    """Check a question and its filters.

    Args:
        text: 1 to 2,000 characters.
        language: "de", "en", or "auto" to detect it.
        filters: fields of `Filters`.

    Raises:
        UsageError: the text is empty or too long, a filter is unknown, a date is none or the range is empty.
    """
    cleaned = clean_text(text)
    if not cleaned:
        raise UsageError("the question is empty.", "Ask something, in German or in English.")
    known = known_language(language) or detect_language(cleaned)
    checked = read_filters(filters)
    now = day_of(checked.now)
    return Question(cleaned, known, checked, _read_dates(cleaned, known, checked, now), now)


def clean_text(text: str) -> str:
    """What was typed, in NFC and without white space around it; it may be empty.

    Raises:
        UsageError: it is too long, or no text.
    """
    cleaned = unicodedata.normalize("NFC", text).strip()
    if any("\ud800" <= character <= "\udfff" for character in cleaned):
        raise UsageError("the question holds bytes that are no text.", "Write it in UTF-8.")
    if len(cleaned) > MAX_CHARACTERS:
        message = f"the question has {len(cleaned)} characters, {MAX_CHARACTERS} are allowed."
        raise UsageError(message, "Shorten it to what you want to know.")
    return cleaned


def read_filters(values: Mapping[str, object]) -> Filters:
    """Check filters; dates are brought into the form YYYY, YYYY-MM or YYYY-MM-DD.

    Raises:
        UsageError: a name is unknown, a value is of the wrong kind, or the range of dates is empty.
    """
    checked = dict(values)
    for name in ("date_from", "date_to", "now"):
        if checked.get(name) not in (None, ""):
            try:
                checked[name] = parse_published(checked[name])
            except ValueError as error:
                raise UsageError(f"{name}: {error}.", "Write YYYY, YYYY-MM or YYYY-MM-DD.") from error
        else:
            checked.pop(name, None)
    try:
        filters = Filters.model_validate(checked)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        known = ", ".join(Filters.model_fields)
        raise UsageError(f"filter {name}: {first['msg']}.", f"Known filters: {known}.") from error
    if filters.date_from and filters.date_to and first_day(filters.date_from) > last_day(filters.date_to):
        message = f"the range of dates is empty: from {filters.date_from} to {filters.date_to}."
        raise UsageError(message, "Swap the two dates.")
    return filters


def _read_dates(text: str, language: Language, filters: Filters, now: date) -> Interpretation:
    """What the question says about time, as far as the filters leave it a say."""
    if filters.dates == "ignore":
        return NOTHING
    read = interpret(text, language, now)
    return read.without_periods() if filters.date_from or filters.date_to else read


def known_language(language: str) -> Language | None:
    """The language that is stated; None for "auto".

    Raises:
        UsageError: it is none of ours.
    """
    if language == "auto":
        return None
    known: tuple[Language, ...] = get_args(Language)
    for candidate in known:
        if language == candidate:
            return candidate
    raise UsageError(f"the language {language!r} is not supported.", "Use de, en or auto.")
