"""Passages with questions about them, gathered from whatever file tells them: each passage becomes an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from eval.formats.dataset import Dataset
from eval.formats.majority import language_among, majority_language
from eval.formats.offsets import only_span, stored_span
from eval.gold_set import GoldQuestion, to_question
from index.errors import SourceError
from index.models import Article, Language
from index.reading.normalise import normalise, one_line
from index.reading.titles import derive_title


class RawAnswer(NamedTuple):
    """An answer as the file has it; `start` is its offset in the passage, None when the file does not tell."""

    text: str
    start: int | None


class _Asked(NamedTuple):
    """A question about a passage, before its language is known; no answers stand for a passage that does not say."""

    place: str
    identifier: str
    text: str
    article_ids: list[str]
    spans: list[tuple[int, int]]
    answers: list[str]
    answerable: bool


@dataclass
class PassageSet:
    """Gathers passages and questions; the same passage twice is one article.

    Attributes:
        name: ids of the articles begin with it.
        problems: what was wrong with single answers and questions.
    """

    name: str
    problems: list[SourceError] = field(default_factory=list)
    _titles: dict[str, str | None] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)
    _asked: list[_Asked] = field(default_factory=list)
    _moved: int = 0
    _unknown: int = 0

    def add_passage(self, place: str, text: str, title: str | None = None) -> str:
        """Add a passage if it is new, and say which article it is.

        Raises:
            SourceError: nothing visible is in it.
        """
        stored = normalise(text)
        if not stored:
            raise SourceError(place, "the passage is empty", "Remove it, or add its text.")
        if stored not in self._ids:
            self._ids[stored] = f"{self.name}-{len(self._ids) + 1:05}"
            self._titles[stored] = one_line(title) if title and title.strip() else None
        return self._ids[stored]

    def ask(self, place: str, identifier: str, question: str, passage: str, answers: Sequence[RawAnswer]) -> None:
        """Add a question about a passage that was added.

        Args:
            place: where it stands, for errors.
            identifier: its id in the file.
            question: as asked.
            passage: the text as the file has it.
            answers: empty when the passage does not say; an answer without text is one that the file keeps back.

        Raises:
            SourceError: an answer does not stand in the passage.
        """
        stored = normalise(passage)
        given = [answer for answer in answers if answer.text.strip()]
        spans = [span for answer in given if (span := self._span(place, passage, stored, answer)) is not None]
        texts = list(dict.fromkeys(normalise(answer.text) for answer in given))
        self._unknown += bool(answers) and not given
        found = list(dict.fromkeys(spans))
        asked = _Asked(place, identifier, one_line(question), [self._ids[stored]], found, texts, bool(answers))
        self._asked.append(asked)

    def ask_relevant(self, place: str, identifier: str, question: str, article_ids: list[str]) -> None:
        """Add a question of which only the relevant articles are known."""
        self._unknown += 1
        self._asked.append(_Asked(place, identifier, one_line(question), article_ids, [], [], answerable=True))

    def _span(self, place: str, passage: str, stored: str, answer: RawAnswer) -> tuple[int, int] | None:
        """Where an answer stands in the stored text; None when that cannot be told."""
        if answer.start is None:
            return only_span(stored, answer.text)
        span = stored_span(passage, stored, answer.start, answer.text)
        if span is None:
            reason = f"the answer {answer.text!r} does not stand in its passage"
            raise SourceError(place, reason, "Copy the answer from the passage word for word.")
        self._moved += passage[answer.start : answer.start + len(answer.text)] != answer.text
        return span

    def dataset(self, language: Language | None, source: Path) -> Dataset:
        """All that was gathered, each text in the language of most of its kind.

        Args:
            language: of the questions; None detects it.
            source: the file, for what is said about it.
        """
        asked_in = language or majority_language(asked.text for asked in self._asked)
        written_in = majority_language(self._ids)
        articles = [self._article(text, identifier, written_in) for text, identifier in self._ids.items()]
        problems = list(self.problems)
        questions: dict[str, GoldQuestion] = {}
        for asked in self._asked:
            try:
                question = to_question(asked.place, _record(asked, asked_in))
                if question.id in questions:
                    reason = f"the id {question.id!r} is used twice"
                    raise SourceError(asked.place, reason, "Give every question an id of its own.")
                questions[question.id] = question
            except SourceError as problem:
                problems.append(problem)
        return Dataset(list(questions.values()), articles, problems, self._notes(source, asked_in, written_in))

    def _article(self, text: str, identifier: str, others: Language) -> Article:
        title = self._titles[text] or derive_title(text)
        language = language_among(text, others)
        return Article(id=identifier, title=title, text=text, language=language, source=self.name)

    def _notes(self, source: Path, asked_in: Language, written_in: Language) -> list[str]:
        notes = [f"{source}: taken as {asked_in} questions about {written_in} passages."]
        if self._moved:
            notes.append(f"{source}: {self._moved} answers were not at their offset; the nearest place was taken.")
        if self._unknown:
            notes.append(
                f"{source}: {self._unknown} questions come without their answer; only retrieval is scored for them."
            )
        return notes


def _record(asked: _Asked, language: Language) -> dict[str, Any]:
    """The gold line of a question."""
    record: dict[str, Any] = {"id": asked.identifier, "question": asked.text, "language": language}
    if not asked.answerable:
        return record | {"answerable": False, "about": asked.article_ids}
    record |= {"answerable": True, "articles": asked.article_ids}
    if not asked.answers:
        return record | {"relevance": dict.fromkeys(asked.article_ids, 1)}
    spans = [{"article_id": asked.article_ids[0], "start": start, "end": end} for start, end in asked.spans]
    return record | {"answers": asked.answers, "spans": spans}
