"""In which order the cross-encoders learn what was written for them."""

from __future__ import annotations

from train.reader.curriculum import AGAIN, LAST, LATER, REMEMBERED, VERIFIED, WRITTEN, sampled, with_remembered
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
    assert len(lots) == 3
    assert all(lots)
    assert sorted(article["id"] for lot in lots for article in lot) == sorted(article["id"] for article in articles)


def test_the_verifier_starts_before_the_reader_has_learned_to_do_without_claims() -> None:
    assert VERIFIED.after == WRITTEN.name
    assert [stage.after for stage in (AGAIN, LATER, LAST)] == [""] * 3, "each goes on from the one before"
