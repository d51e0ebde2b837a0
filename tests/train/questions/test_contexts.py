from __future__ import annotations

import random

from index.models import Language
from train.questions.candidates import Kind
from train.questions.contexts import Shelf, context_for, occurrences, shelves_of
from train.questions.material import Item
from train.questions.misses import Pools, other_circumstance, other_entity, other_predicate
from train.questions.seeds import Reading, Seed


def _shelf(texts: list[str]) -> Shelf:
    items = [Item(number, {"en": text}, "pawsx") for number, text in enumerate(texts)]
    readings: dict[Language, Reading] = {"en": Reading([], [], [])}
    return shelves_of((item, readings) for item in items)["pawsx", "en"]


def _seed(text: str, question: str, answer: str, kind: Kind, asking: str) -> Seed:
    start = text.index(answer)
    item = Item(0, {"en": text}, "pawsx")
    return Seed(item, "en", "en", question, "wh", kind, start, start + len(answer), asking, (("Siemens", "name"),))


BANK = "Siemens bought the bank in 1990."
WHEN = _seed(BANK, "When did Siemens buy the bank?", "1990", "time", "when")
OTHERS = [
    f"The {word} was sold in {1991 + n}." for n, word in enumerate(("park", "ship", "farm", "mill", "car", "hut"))
]


def test_the_sentence_stands_where_the_context_says() -> None:
    shelf = _shelf([BANK, *OTHERS])
    for number in range(20):
        context = context_for(WHEN, shelf, keep=True, chance=random.Random(number))
        assert context is not None
        assert context.at is not None
        assert context.text[context.at :].startswith(BANK)


def test_what_holds_the_answer_or_answers_too_is_no_distractor() -> None:
    shelf = _shelf([BANK, "The mill burnt in 1990.", "Siemens buys a bank once more in 2015.", *OTHERS])
    contexts = [context_for(WHEN, shelf, keep=False, chance=random.Random(number)) for number in range(40)]
    texts = [context.text for context in contexts if context is not None]
    assert len(texts) > 20
    assert not any("1990" in text or "2015" in text for text in texts)


def test_occurrences_are_whole_words() -> None:
    assert occurrences("5", "1985, 5 and 5.") == 2
    assert occurrences("Zürich", "zurich") == 1


def test_another_entity_is_new_to_the_passage() -> None:
    pools = Pools({("en", "name"): ["Bosch", "Siemens", "Volvo"]}, {})
    assert other_entity(WHEN, BANK + " Bosch too.", pools, random.Random(1)) == "When did Volvo buy the bank?"


def test_another_predicate_is_new_to_the_passage() -> None:
    found = {other_predicate(WHEN, BANK + " It will sell it.", Pools({}, {}), random.Random(n)) for n in range(10)}
    assert found == {"When did Siemens rent the bank?"} or found == {
        "When did Siemens rent the bank?",
        "When did Siemens leave the bank?",
        "When did Siemens reach the bank?",
    }


def test_another_circumstance_is_not_stated() -> None:
    found = {other_circumstance(WHEN, BANK, Pools({}, {}), random.Random(n)) for n in range(20)}
    assert found == {
        "Where did Siemens buy the bank?",
        "In which city did Siemens buy the bank?",
        "Why did Siemens buy the bank?",
    }
    placed = _seed("Siemens bought the bank in Rome.", WHEN.question.replace("When", "Where"), "Rome", "place", "where")
    assert other_circumstance(placed, "", Pools({}, {}), random.Random(1)) is not None


def test_a_circumstance_that_is_stated_is_not_asked_for() -> None:
    both = _seed("Siemens bought the bank in Rome in 1990.", WHEN.question, "1990", "time", "when")
    found = {other_circumstance(both, "", Pools({}, {}), random.Random(n)) for n in range(20)}
    assert found == {"Why did Siemens buy the bank?"}
