"""The time grows with the text, not with its square, whatever the text consists of."""

from __future__ import annotations

import time

import pytest

from index.sentences import sentence_kind, split_sentences

PATTERNS = {
    "no stops": "Wort ",
    "one word": "x",
    "dots": ".",
    "spaced dots": ". ",
    "initials": "A. ",
    "abbreviations": "z. B. usw. ",
    "numbers": "1. 2 ",
    "sentences": "Der Rat tagt am 3. Mai. ",
    "quotes": '"',
    "closed quotes": '."',
    "glued quotes": '."A',
    "opening quotes": ".„A",
    "brackets": "(",
    "stops in brackets": "a.) ",
    "parentheses": ". (a) ",
    "footnotes": ".[1]",
    "emoji": "🎉",
    "stops and emoji": ".🎉",
    "white space": " ",
    "stop and white space": ".\u00a0\u200b ",
    "lines": "Wort\n",
    "wrapped lines": "ein langer Satz der in die\nnächste Zeile reicht und noch weiter geht als\n",
    "blank lines": "a\n\n",
    "list": "- a\n",
    "numbered list": "1. A\n",
    "table": "a | b | c\n",
    "pipes": "|",
    "credits": "a. © ",
    "signatures": "a./ab/cd",
    "labels": "a... A ",
    "mixed marks": "?!",
}


def seconds(text: str) -> float:
    """The best of two, because the machine has other work to do."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        for span in split_sentences(text)[:1000]:
            sentence_kind(text, *span)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS.keys())
def test_time_grows_with_the_length(pattern: str) -> None:
    short = pattern * (10_000 // len(pattern))
    long = pattern * (80_000 // len(pattern))
    # Eight times the text: linear work takes 8 times as long, quadratic work 64 times.
    assert seconds(long) < 24 * max(seconds(short), 0.002)


@pytest.mark.parametrize("pattern", ["Wort ", ".", ". "])
def test_a_megabyte_without_structure_is_no_problem(pattern: str) -> None:
    text = pattern * (1_000_000 // len(pattern))
    assert split_sentences(text, "de")[-1][1] == len(text)
