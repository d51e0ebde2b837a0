"""In which order the cross-encoders learn what was written for them."""

from __future__ import annotations

import pytest

from train.reader.curriculum import (
    AGAIN,
    AGAIN_AND_FURTHER,
    AGENCY,
    ASKED,
    BESIDE_AGENCY,
    BESIDE_ASKED,
    BESIDE_REPORTED,
    BESIDE_RETOLD,
    BESIDE_STATED,
    EXCHANGED,
    FURTHER,
    LAST,
    LATER,
    LATEST,
    MORE,
    NEWEST,
    OVER,
    REMEMBERED,
    REPORTED,
    STATED,
    VERIFIED,
    beside,
    gone_over,
    sampled,
    with_remembered,
)
from train.reader.rows import Row
from train.reader.written import in_the_order_written, written_articles


def _rows(name: str, number: int) -> list[Row]:
    return [Row("read", f"{name} {n}?", name, False) for n in range(number)]


def test_later_lots_come_with_some_of_what_was_learned_before() -> None:
    first, second, third = _rows("first", 100), _rows("second", 50), _rows("third", 10)
    lots = with_remembered([first, second, third])
    assert lots[0] == first
    assert lots[1][:50] == second
    assert lots[2][:10] == third
    assert len(lots[1]) == 50 + int(REMEMBERED * 100)
    assert len(lots[2]) == 10 + int(REMEMBERED * 150)
    assert {row.second for row in lots[2][10:]} <= {"first", "second"}


def test_a_sample_is_the_same_each_time() -> None:
    rows = _rows("first", 100)
    assert sampled(rows, 10) == sampled(rows, 10)
    assert len(sampled(rows, 1000)) == 100


def test_every_article_is_in_one_lot() -> None:
    articles = written_articles("train")
    lots = in_the_order_written(articles)
    assert len(lots) == 7
    assert all(lots)
    assert sorted(article["id"] for lot in lots for article in lot) == sorted(article["id"] for article in articles)


def test_which_stages_do_not_go_on_from_the_one_before() -> None:
    assert VERIFIED.after == {MORE.name: 1.0}
    assert not any(stage.after for stage in (AGAIN, LATER, LAST, MORE, NEWEST)), "each goes on from the one before"
    assert OVER.after == {AGAIN.name: 0.5, LAST.name: 0.5}
    for stage in (FURTHER, LATEST, AGENCY, STATED, REPORTED):
        assert sum(stage.after.values()) == pytest.approx(1.0), stage.name
    assert not EXCHANGED.after
    assert not ASKED.after
    assert len(AGAIN_AND_FURTHER) == 8


def test_all_known_articles_are_gone_over_in_two_stages_and_the_newest_come_last() -> None:
    *lots, _, _, _ = in_the_order_written(written_articles("train"))
    over, more, newest = ({article["id"] for article in part} for part in gone_over(lots))
    known = {article["id"] for lot in lots[:-1] for article in lot}
    assert over | more == known
    assert {article["id"] for article in lots[-1]} <= newest
    assert newest - known == {article["id"] for article in lots[-1]}


@pytest.mark.parametrize("counts", [BESIDE_STATED, BESIDE_REPORTED, BESIDE_RETOLD, BESIDE_AGENCY, BESIDE_ASKED])
def test_later_stages_repeat_some_of_each_source(counts: dict[str, int]) -> None:
    found = {source: _rows(source, count + 5) for source, count in counts.items()}
    repeated = beside(counts, found)
    assert {source: sum(row.second == source for row in repeated) for source in found} == counts
