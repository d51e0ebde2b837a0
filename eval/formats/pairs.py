"""Judged pairs of a question and a passage: what is relevant to one question stands in several rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from eval.formats.passage_set import PassageSet
from index.errors import SourceError

_RELEVANT = {"1": True, "true": True, "0": False, "false": False}


@dataclass
class Pairs:
    """The judgements by question, in the order in which the questions come."""

    _places: dict[str, str] = field(default_factory=dict)
    _relevant: dict[str, list[str]] = field(default_factory=dict)

    def add(self, place: str, question: str, article_id: str, label: object) -> None:
        """Add one judgement.

        Raises:
            SourceError: the label is neither 0 nor 1.
        """
        relevant = _RELEVANT.get(str(label).strip().lower())
        if relevant is None:
            reason = f"the field 'label' is {label!r}"
            raise SourceError(place, reason, "Write 1 for a relevant passage, else 0.")
        text = question.strip()
        self._places.setdefault(text, place)
        self._relevant.setdefault(text, []).extend([article_id] if relevant else [])

    def ask(self, gathered: PassageSet) -> None:
        """Ask each question for which something is relevant."""
        for number, (question, relevant) in enumerate(self._relevant.items(), start=1):
            if relevant:
                gathered.ask_relevant(self._places[question], f"q{number}", question, list(dict.fromkeys(relevant)))

    def notes(self, path: Path) -> list[str]:
        """Say how many questions were left out."""
        without = sum(not relevant for relevant in self._relevant.values())
        if not without:
            return []
        return [f"{path}: {without} questions have no relevant passage and are left out: that is no proof of none."]
