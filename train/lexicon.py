"""Learn which words translate each other: `python -m train.lexicon`.

Model 1 of IBM (see `train.alignment`) over the clean parallel sentences, on the stems that the keyword index knows,
without function words. Of the software manuals, which are half of the data, one sentence in six is read: else "Wahl"
would be a selection and never an election. What two words are to each other is the geometric mean of both directions'
probabilities, which is low for whatever merely stands beside something rare. Writes
`index/models/fundstelle-lexicon-de-en/`. Two minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.embedding.default import MODELS
from index.keywords.analyzer import words
from index.keywords.stems import stem
from index.keywords.stop_words import STOP_WORDS
from index.keywords.translation import (
    LEXICON,
    SHARES_FILE,
    STARTS_FILE,
    STEMS_FILE,
    TARGETS_FILE,
    WAYS,
    WHOLE,
    Translations,
)
from index.models import Language
from train.alignment import Chances, Lexicon, Numbers, Side, align
from train.pairs import Pair, read_pairs
from train.workspace import RunLog, open_workspace, parser_of, written

MANUALS = "ms-"
ONE_MANUAL_IN = 6
MOST_WORDS = 30
"""Sentences with more content words align badly and cost the square of their length."""

LEAST = 0.03
"""Least geometric mean of both probabilities."""

MOST_TRANSLATIONS = 6
LEAST_SHARE = 0.03
"""Least part that a translation has in its word's translations."""

EXAMPLES: tuple[tuple[str, Language], ...] = (("wahl", "de"), ("krankenhaus", "de"), ("attack", "en"), ("mayor", "en"))


class Table(NamedTuple):
    """Translations from one language, as they are stored.

    Attributes:
        starts: where the translations of each source word begin, and where the last end.
        targets: numbers of the translations, best first.
        shares: their part in all translations of the word, in units of 1 / `WHOLE`.
    """

    starts: NDArray[np.uint32]
    targets: NDArray[np.uint32]
    shares: NDArray[np.uint8]


def main() -> None:
    """Learn, write and log."""
    parser = parser_of(__doc__)
    parser.add_argument("--out", type=Path, default=MODELS / LEXICON, metavar="DIR", help="the lexicon's folder")
    options = parser.parse_args()
    space = open_workspace(options)
    log = RunLog("lexicon")
    pairs = chosen(read_pairs(space.file("pairs.tsv")))
    stems, sides = read_sides(pairs)
    log.write(pairs=len(pairs), german=len(stems["de"]), english=len(stems["en"]))
    lexicon = align(sides["de"], sides["en"])
    log.write(meetings=int(lexicon.together.sum()), met=len(lexicon.left))
    write(options.out, stems, lexicon)
    size = sum(path.stat().st_size for path in options.out.iterdir())
    translations = Translations(options.out)
    log.write(bytes=size, **{word: str(translations.of(word, language)) for word, language in EXAMPLES})


def chosen(pairs: Sequence[Pair]) -> list[Pair]:
    """All pairs but five in six of those from software manuals."""
    return [pair for i, pair in enumerate(pairs) if i % ONE_MANUAL_IN == 0 or not pair.source.startswith(MANUALS)]


def read_sides(pairs: Sequence[Pair]) -> tuple[dict[Language, list[str]], dict[Language, Side]]:
    """The stems of each language in sorted order, and each side's sentences in their numbers.

    A pair of which one side has no content word, or too many, is left out.
    """
    rows: dict[Language, list[list[str]]] = {"de": [], "en": []}
    for pair in pairs:
        german, english = content_stems(pair.de, "de"), content_stems(pair.en, "en")
        if 0 < len(german) <= MOST_WORDS and 0 < len(english) <= MOST_WORDS:
            rows["de"].append(german)
            rows["en"].append(english)
    stems: dict[Language, list[str]] = {}
    sides: dict[Language, Side] = {}
    for language, sentences in rows.items():
        stems[language] = sorted({one for sentence in sentences for one in sentence})
        numbers = {one: number for number, one in enumerate(stems[language])}
        flat = np.array([numbers[one] for sentence in sentences for one in sentence], np.int32)
        sides[language] = Side(flat, np.array([len(sentence) for sentence in sentences], np.int32))
    return stems, sides


def content_stems(text: str, language: Language) -> list[str]:
    """The distinct stems of a text's words, function words left out, in order."""
    stop = STOP_WORDS[language]
    return list(dict.fromkeys(stem(word, language) for word in words(text) if word not in stop))


def write(folder: Path, stems: dict[Language, list[str]], lexicon: Lexicon) -> None:
    """Prune the lexicon and write what is left, with only the stems that are still in use."""
    worth = np.sqrt(lexicon.right_of_left * lexicon.left_of_right)
    tables: dict[Language, Table] = {
        "de": best(lexicon.left, lexicon.right, worth, len(stems["de"])),
        "en": best(lexicon.right, lexicon.left, worth, len(stems["en"])),
    }
    used: dict[Language, NDArray[np.integer]] = {
        "de": np.union1d(np.flatnonzero(np.diff(tables["de"].starts)), tables["en"].targets),
        "en": np.union1d(np.flatnonzero(np.diff(tables["en"].starts)), tables["de"].targets),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for source, target in WAYS:
        with written(folder / STEMS_FILE.format(source)) as scratch:
            scratch.write_text("\n".join(stems[source][number] for number in used[source].tolist()), encoding="utf-8")
        table = tables[source]
        # Words that are left out translate nothing, so that the others' entries stay where they are.
        starts = np.append(table.starts[used[source]], table.starts[-1]).astype(np.uint32)
        targets = np.searchsorted(used[target], table.targets).astype(np.uint32)
        for name, array in ((STARTS_FILE, starts), (TARGETS_FILE, targets), (SHARES_FILE, table.shares)):
            with written(folder / name.format(source)) as scratch, scratch.open("wb") as file:
                np.save(file, array)


def best(source: Numbers, target: Numbers, worth: Chances, sources: int) -> Table:
    """The best translations of every word, their worth brought to a sum of one.

    Args:
        source: a word a row.
        target: its translation.
        worth: what they are to each other, 0 to 1.
        sources: number of words in the source language.
    """
    kept = np.flatnonzero(worth >= LEAST)
    kept = kept[np.lexsort((-worth[kept], source[kept]))]
    for _ in range(2):  # shares are of what is left: by number first, then by share
        counts = np.bincount(source[kept], minlength=sources)
        rank = np.arange(len(kept)) - np.repeat(np.cumsum(counts) - counts, counts)
        shares = worth[kept] / np.bincount(source[kept], worth[kept], minlength=sources)[source[kept]]
        kept = kept[(rank < MOST_TRANSLATIONS) & (shares >= LEAST_SHARE)]
    shares = worth[kept] / np.bincount(source[kept], worth[kept], minlength=sources)[source[kept]]
    starts = np.concatenate(([0], np.cumsum(np.bincount(source[kept], minlength=sources))))
    rounded = np.maximum(np.rint(shares * WHOLE), 1)
    return Table(starts.astype(np.uint32), target[kept].astype(np.uint32), rounded.astype(np.uint8))


if __name__ == "__main__":
    main()
