from __future__ import annotations

import random
import re
from typing import Any

from train.reader.exchanged import changed_questions, exchanged, exchanged_rows

TEXT = "Bürgermeisterin Rosa Lindqvist eröffnete 2019 in Wien eine Brücke. Sie kostete 40 Millionen Euro."


def _article(*questions: tuple[str, str, str | None], text: str = TEXT, number: int = 1) -> dict[str, Any]:
    asked = [{"de": german, "en": english, "answer": answer} for german, english, answer in questions]
    return {
        "id": f"w-de-{number:03}",
        "language": "de",
        "title": "Brücke",
        "published": "2019-05-02",
        "text": text,
        "questions": asked,
    }


OTHER = _article(("Wen traf Olof Bergström?", "Whom did Olof Bergström meet?", "Ada"), text="Ada war dort.", number=2)


def test_another_name_in_the_question_makes_it_one_that_its_passage_does_not_answer() -> None:
    own = _article(("Was eröffnete Rosa Lindqvist?", "What did Rosa Lindqvist open?", "eine Brücke"))
    rows = [row for row in exchanged_rows([own, OTHER], random.Random(1)) if TEXT in row.second and not row.label]
    assert {row.first for row in rows} == {"Was eröffnete Olof Bergström?", "What did Olof Bergström open?"}
    assert all(row.second == f"Brücke\n{TEXT}" for row in rows)
    assert all(row.start is row.end is None for row in rows)


def test_another_year_takes_the_place_of_one() -> None:
    own = _article(("Was wurde 2019 eröffnet?", "What was opened in 2019?", "eine Brücke"))
    for seed in range(20):
        changed = exchanged(own["questions"][0], "de", own, [], random.Random(seed))
        assert changed is not None
        assert re.fullmatch(r"Was wurde (?!2019)\d{4} eröffnet\?", changed), changed


def test_a_time_known_from_the_date_alone_is_left() -> None:
    own = _article(("Was wurde 2020 eröffnet?", "What was opened in 2020?", "eine Brücke"), text=TEXT)
    changed = [c for seed in range(20) for c in changed_questions([own], random.Random(seed))]
    assert all("2020" in c.text for c in changed)


def test_the_articles_own_place_leaves_a_question_answered() -> None:
    own = _article(("Was kostete die Brücke?", "What did the bridge cost?", "40 Millionen Euro"))
    found = [row for seed in range(40) for row in exchanged_rows([own], random.Random(seed))]
    assert {row.first for row in found if row.label} == {
        "Was kostete die Brücke in Wien?",
        "What did the bridge cost in Vienna?",
    }
    assert all(row.second[row.start : row.end] == "40 Millionen Euro" for row in found if row.label)
    others = [row.first for row in found if not row.label]
    assert len(others) == len([row for row in found if row.label])
    assert not any("Wien" in asked or "Vienna" in asked for asked in others)


def test_a_question_without_name_or_answer_is_left() -> None:
    own = _article(("Warum?", "Why", None))
    assert list(changed_questions([own], random.Random(1))) == []
