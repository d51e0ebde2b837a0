"""Plain sentences with two exchanged."""

from __future__ import annotations

from train.support.turned import pairs, taken_for_exchanged


def test_rules_find_more_exchanged_sentences_than_they_doubt_faithful_ones() -> None:
    found = {"true": 0, "turned": 0}
    asked = {"true": 0, "turned": 0}
    for told, language, record in pairs():
        asked[told] += 1
        found[told] += taken_for_exchanged(record[told][language], language, record)
    assert asked == {"true": 320, "turned": 320}
    assert found["turned"] >= 0.4 * asked["turned"]
    assert found["true"] <= 0.04 * asked["true"]
