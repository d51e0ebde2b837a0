"""Sentences of made-up articles, in which people, places and numbers are told as news tells them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eval.drafting.draft import Draft, Source
from eval.drafting.english import english_drafts
from eval.drafting.german import german_drafts
from eval.drafting.people import People
from eval.drafting.quotations import quotation_drafts
from index.models import Article, Language

Ask = Callable[..., dict[str, tuple[str, ...]]]
KNOWN = "Präsident Paul Berger kam. Minister Anna Holm ging."


@pytest.fixture
def ask() -> Ask:
    """Questions that a sentence yields, with their answers."""

    def drafts(sentence: str, language: Language = "de") -> dict[str, tuple[str, ...]]:
        source = Source("a", language, sentence, 0)
        people = People([source, Source("b", "de", KNOWN, 0)])
        capital = frozenset(word for word in sentence.split()[1:] if word[0].isupper())
        rules = german_drafts(source, people) if language == "de" else english_drafts(source, people, capital)
        found: list[Draft] = [*quotation_drafts(source, people), *rules]
        return {draft.question: draft.answers for draft in found}

    return drafts


GERMAN = """Präsident Paul Berger unterzeichnete am 5. Mai 2023 in Husum das Gesetz über den Ausbau der Häfen.

Rund 1.200 Arbeiter der Werft in Flensburg traten im Juni 2023 in den Streik. Das Schiff kostete 45 Millionen Euro.
Norwegen lieferte drei Motoren nach Flensburg. „Wir werden diese Werft nicht aufgeben“, sagte Präsident Paul Berger.
"""
ENGLISH = """Minister Anna Holm opened the new bridge over the River Tay on March 12, 2024, in front of a large crowd.

More than 300 guests from Dundee attended the ceremony. The bridge cost 80 million pounds. Sweden bought two ferries
from the Dundee shipyard in April 2024. “This bridge belongs to the people of Dundee,” Anna Holm said.
"""


@pytest.fixture
def articles() -> list[Article]:
    """Two articles, and a reprint of the first."""
    return [
        Article(id="werft", title="Werft", text=GERMAN, language="de"),
        Article(id="bridge", title="Bridge", text=ENGLISH, language="en"),
        Article(id="werft-nachdruck", title="Werft", text=f"Aus der Region\n\n{GERMAN}", language="de"),
        Article(id="kiew", title="Reise", language="de",
                text="Minister Anna Holm reiste im Juli 2023 nach Kiew. Auch Dänemark und Polen schickten Vertreter."),
    ]  # fmt: skip
