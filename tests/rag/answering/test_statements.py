from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.generation import Generation
from index.layout import current_generation, generation_folder
from rag.answering.statements import carriers, same_statement

FIRE = "Bei dem Brand einer Lagerhalle im Hafen von Emden sind nach Angaben der Feuerwehr elf Menschen verletzt worden."
COPIES = ["de-brand-agentur", "de-brand-tagblatt", "de-brand-update", "de-wald"]


@pytest.fixture
def generation(facts_data: Path) -> Iterator[Generation]:
    opened = Generation(generation_folder(facts_data, str(current_generation(facts_data))))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (FIRE, True),
        (FIRE.replace("nach Angaben der", "laut der"), True),
        (FIRE.replace("elf", "zwölf"), False),
        ("Die Halle brannte völlig aus.", False),
    ],
)
def test_an_updated_toll_is_a_new_statement(other: str, same: bool) -> None:
    assert same_statement(FIRE, other) is same


def test_only_articles_that_carry_the_sentence_are_named(generation: Generation) -> None:
    assert carriers(generation, FIRE, COPIES) == ["de-brand-agentur", "de-brand-tagblatt"]
    assert carriers(generation, "Die Halle brannte völlig aus.", COPIES) == ["de-brand-agentur"]
    assert carriers(generation, FIRE, []) == []
