"""Questions of which only the relevant articles are known: what BEIR and TREC collections amount to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from eval.formats.trec import Judgement
from eval.gold_set import GoldQuestion, to_question
from index.errors import SourceError
from index.models import Language


def judged_questions(
    questions: Mapping[str, tuple[str, dict[str, Any]]], judgements: Sequence[Judgement], language: Language
) -> tuple[list[GoldQuestion], list[SourceError], list[str]]:
    """Join questions and judgements.

    Args:
        questions: by id: where it stands, and its gold fields (`question` at least).
        judgements: of any questions.
        language: of questions that do not state theirs.

    Returns:
        The questions, what was wrong, and notes on what was left out.
    """
    grades: dict[str, dict[str, int]] = {}
    for question, article, grade in judgements:
        if grade > 0:
            grades.setdefault(question, {})[article] = grade
    kept: list[GoldQuestion] = []
    problems: list[SourceError] = []
    for identifier, (place, fields) in questions.items():
        if identifier not in grades and "answerable" not in fields:
            continue
        try:
            kept.append(to_question(place, _line(identifier, fields, grades.get(identifier, {}), language)))
        except SourceError as problem:
            problems.append(problem)
    notes = []
    if without := sum(i not in grades and "answerable" not in fields for i, (_, fields) in questions.items()):
        notes.append(f"{without} questions have no relevant article and are left out.")
    if unknown := len(grades.keys() - questions.keys()):
        notes.append(f"{unknown} judged questions are not among the questions and are left out.")
    return kept, problems, notes


def judgements_of(questions: Iterable[GoldQuestion]) -> Iterator[Judgement]:
    """The relevant articles of each answerable question with their grades."""
    for question in questions:
        for article in question.articles if question.answerable else ():
            yield Judgement(question.id, article, question.relevance.get(article, 1))


def _line(identifier: str, fields: dict[str, Any], grades: dict[str, int], language: Language) -> dict[str, Any]:
    """A gold line; articles go by grade, the best first, unless the fields name them."""
    line = {"id": identifier, "language": language, "answerable": True, **fields}
    if grades and line["answerable"] and "articles" not in line:
        line |= {"articles": sorted(grades, key=lambda article: -grades[article]), "relevance": grades}
    return line
