"""The marked words, measured on one small article through the product's own pipeline."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from train.answering import cases, highlights

ARTICLE: dict[str, Any] = {
    "id": "w-de-001",
    "language": "de",
    "title": "Streik am Hafen",
    "published": "2024-03-21",
    "text": "Am Hafen von Arn wurde gestreikt. Die Gewerkschaft verlangt 11 Prozent mehr Lohn. Niemand wurde verletzt.",
    "questions": [
        {"de": "Wie viel Prozent mehr Lohn verlangt sie?", "en": "How many percent more pay?", "answer": "11 Prozent"},
        {"de": "Wie heißt der Reeder?", "en": "What is the owner's name?", "answer": None},
    ],
}


def test_the_figures_are_of_the_right_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "written_articles", lambda part: {"held-out": [ARTICLE]}[part])
    monkeypatch.setattr(highlights, "RESULTS", tmp_path / "highlights.json")
    monkeypatch.setattr(sys, "argv", ["train.answering.highlights"])
    highlights.main()
    figures = json.loads((tmp_path / "highlights.json").read_text(encoding="utf-8"))
    assert set(figures) == {"de>de", "en>de", "all"}
    assert figures["all"]["questions"] == 2, "what is not answered has no right sentence"
    assert figures["all"]["sentence"] == pytest.approx(2 * 2 / (7 + 2), abs=0.001)
    assert figures["all"]["marked"] > figures["all"]["sentence"]
