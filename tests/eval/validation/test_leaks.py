from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.validation.leaks import longest_run

WORDS = st.lists(st.sampled_from("abc"), max_size=8)


def test_the_longest_run_is_found() -> None:
    assert longest_run(["wer", "traf", "kim", "in", "wostotschny"], ["putin", "traf", "kim", "in", "russland"]) == [
        "traf",
        "kim",
        "in",
    ]
    assert longest_run([], ["a"]) == []


@given(one=WORDS, other=WORDS)
def test_it_is_a_run_of_both_and_none_is_longer(one: list[str], other: list[str]) -> None:
    run = list(longest_run(one, other))

    def holds(words: list[str], part: list[str]) -> bool:
        return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))

    assert holds(one, run)
    assert holds(other, run)
    longer = [one[at : at + len(run) + 1] for at in range(len(one) - len(run))]
    assert not any(holds(other, part) for part in longer)
