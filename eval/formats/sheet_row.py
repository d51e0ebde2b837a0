"""One row of a spreadsheet as a gold question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eval.formats.dataset import ReadOptions
from eval.formats.evidence import EvidenceFinder
from eval.formats.sheet_columns import Column
from eval.gold_set import GoldQuestion, to_question
from index.errors import SourceError
from index.language import detect_language
from index.models import Language

_YES = frozenset(["ja", "j", "yes", "y", "true", "wahr", "1", "x"])
_NO = frozenset(["nein", "n", "no", "false", "falsch", "0"])
_LANGUAGES: dict[str, Language] = {
    "de": "de", "deutsch": "de", "german": "de", "ger": "de", "en": "en", "englisch": "en", "english": "en", "eng": "en"
}  # fmt: skip


class SheetReader:
    """Makes gold questions of rows; opens the archive when the first row names an article or a quote."""

    def __init__(self, options: ReadOptions) -> None:
        """Remember what the reader was told."""
        self._language = options.language
        self._finder = EvidenceFinder(options.archive)

    def question(self, place: str, default_id: str, cells: Mapping[Column, str]) -> GoldQuestion:
        """Make a question of a row.

        Args:
            place: file and line, for errors.
            default_id: of a row that states none.
            cells: what stands in the known columns.

        Raises:
            SourceError: a cell is wrong, or a quote is not in the archive.
        """
        text = cells.get("question", "")
        if not text:
            raise SourceError(place, "the question is empty", "Write the question, or remove the row.")
        answers = parts(cells.get("answers", ""))
        answerable = _answerable(place, cells.get("answerable", ""), default=bool(answers))
        line: dict[str, Any] = {
            "id": cells.get("id") or default_id,
            "question": text,
            "language": self._language_of(place, cells.get("language", ""), text),
            "answerable": answerable,
            "answers": answers if answerable else _none(place, answers),
            "tags": parts(cells.get("tags", "")),
            "type": cells.get("type") or None,
            "now": cells.get("now") or None,
        }
        named = [self._finder.article(place, name) for name in parts(cells.get("articles", ""))]
        quotes = parts(cells.get("quotes", ""))
        if not answerable:
            near = [self._finder.article(place, name) for name in parts(cells.get("about", ""))]
            return to_question(place, line | {"about": list(dict.fromkeys(named + near))})
        spans = [self._finder.span(place, quote, named) for quote in quotes]
        line["articles"] = list(dict.fromkeys([*named, *(span.article_id for span in spans)]))
        line["spans"] = [span.model_dump() for span in spans]
        return to_question(place, line)

    def _language_of(self, place: str, written: str, question: str) -> Language:
        if not written:
            return self._language or detect_language(question)
        language = _LANGUAGES.get(written.lower())
        if language is None:
            raise SourceError(place, f"the language {written!r} is not known", "Write de or en.")
        return language


def parts(cell: str) -> list[str]:
    """What a cell lists, separated by "|"."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def _answerable(place: str, written: str, *, default: bool) -> bool:
    word = written.lower()
    if not word:
        return default
    if word not in _YES | _NO:
        raise SourceError(place, f"whether it is answerable says {written!r}", "Write yes or no (ja or nein).")
    return word in _YES


def _none(place: str, answers: list[str]) -> list[str]:
    if answers:
        reason = f"not answerable, yet it has the answer {answers[0]!r}"
        raise SourceError(place, reason, "Empty one of the two cells.")
    return answers
