"""Clean the parallel sentences: `python -m train.pairs [--with-wmt]`.

Reads `parallel/permissive.tsv.gz` (columns en, de, set, kind) and writes `pairs.tsv`, the same columns without the rows
that would teach something wrong, and `pairs.report.json`, how many rows of each set went and why. `--with-wmt` adds
`wmt-research-use.tsv.gz` for the ablation; a model trained with it must not be shipped. Ten minutes on one core.

Every 200th row of each set (by hash of its text) is held out as `held-out.tsv` and never trained on.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from index.language import german_score
from train.workspace import Workspace, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

HELD_OUT_SHARE = 200
MOST_CHARACTERS = 600
LEAST_LENGTH_RATIO = 0.45
_RATIO_FROM = 20
"""Shorter texts differ in length without being wrong ("Bye." / "Auf Wiedersehen.")."""
SURE = 12.0
"""Nats of evidence for the wrong language from which a side counts as untranslated."""

_SPEAKER = re.compile(r"^\((?:[A-Z]{2})\)\s*")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


class Pair(NamedTuple):
    """An English text and its German translation.

    Attributes:
        en: the English side.
        de: the German side.
        source: the data set.
        kind: how it was translated (human, mt, mixed, titles, dict), as the data set says.
    """

    en: str
    de: str
    source: str
    kind: str


def main() -> None:
    """Write the clean pairs, the held-out ones and the report."""
    parser = parser_of(__doc__)
    parser.add_argument("--with-wmt", action="store_true", help="add the WMT rows (ablation, not for shipping)")
    options = parser.parse_args()
    space = open_workspace(options)
    files = ["permissive.tsv.gz"] + (["wmt-research-use.tsv.gz"] if options.with_wmt else [])
    removed: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    seen: set[bytes] = set()
    with (
        written(space.work / "pairs.tsv") as train,
        written(space.work / "held-out.tsv") as held,
        train.open("w", encoding="utf-8") as train_rows,
        held.open("w", encoding="utf-8") as held_rows,
    ):
        for row in tqdm(_rows(space, files), unit=" pairs", unit_scale=True):
            pair = tidy(row)
            digest = hashlib.blake2b(f"{pair.en}\t{pair.de}".lower().encode(), digest_size=8).digest()
            reason = "repeated" if digest in seen else flaw(pair)
            seen.add(digest)
            if reason:
                removed[f"{pair.source}: {reason}"] += 1
                continue
            kept[pair.source] += 1
            rows = held_rows if int.from_bytes(digest, "big") % HELD_OUT_SHARE == 0 else train_rows
            rows.write("\t".join(pair) + "\n")
    report = {"kept": dict(sorted(kept.items())), "removed": dict(sorted(removed.items()))}
    (space.work / "pairs.report.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    logger.info("kept %d pairs, removed %d", kept.total(), removed.total())


def read_pairs(path: Path) -> list[Pair]:
    """Read a file that this step wrote."""
    with path.open(encoding="utf-8") as lines:
        return [Pair(*line.rstrip("\n").split("\t")) for line in lines]


def tidy(pair: Pair) -> Pair:
    """Compose characters, collapse white space, drop Europarl's "(PT) " before a translated speech."""
    en, de = (_SPACE.sub(" ", unicodedata.normalize("NFC", side)).strip() for side in (pair.en, pair.de))
    return Pair(_SPEAKER.sub("", en), _SPEAKER.sub("", de), pair.source, pair.kind)


def flaw(pair: Pair) -> str:
    """Why a pair must not be trained on: a word for the report, empty for a sound pair."""
    if not pair.en or not pair.de or not any(character.isalpha() for character in pair.en + pair.de):
        return "no text"
    if max(len(pair.en), len(pair.de)) > MOST_CHARACTERS:
        return "too long"
    shorter, longer = sorted((len(pair.en), len(pair.de)))
    if longer >= _RATIO_FROM and shorter / longer < LEAST_LENGTH_RATIO and pair.kind != "titles":
        return "lengths differ"
    if pair.kind not in ("titles", "dict"):
        if sorted(_DIGITS.findall(pair.en)) != sorted(_DIGITS.findall(pair.de)) and not _numbers_in_words(pair):
            return "numbers differ"
        if pair.en == pair.de and len(pair.en.split()) > 3:
            return "untranslated"
        if german_score(pair.de) < -SURE or german_score(pair.en) > SURE:
            return "wrong language"
    return ""


def _numbers_in_words(pair: Pair) -> bool:
    """Whether one side may spell a number ("zwei", "five") or reckon it otherwise ("8 pm", "20 Uhr"): Tatoeba does."""
    return pair.source.startswith(("tatoeba", "aligned-books"))


def _rows(space: Workspace, files: list[str]) -> Iterator[Pair]:
    for name in files:
        with gzip.open(space.data / "parallel" / name, "rt", encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            next(rows)
            for row in rows:
                yield Pair(*row)


if __name__ == "__main__":
    main()
