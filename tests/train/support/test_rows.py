"""Rows from a small file of pairs: balance, separation of the pools, truth of the rewrites."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from random import Random

import pytest

from eval.perturbation.rewrites import renumber, reword, shorten
from index.models import Language
from train.support.rows import make_rows
from train.support.sources import Pool, read_pools

NAMES = ("Tom", "Peter", "Anna", "Laura")
TOWNS = (("Munich", "München"), ("Vienna", "Wien"), ("Paris", "Paris"), ("Rome", "Rom"))

QUESTION = {
    "en1": "Rome beat Paris {} at home.",
    "en2": "Paris beat Rome {} at home.",
    "de1": "Rom schlug Paris {} daheim.",
    "de2": "Paris schlug Rom {} daheim.",
    "label": "0",
}


@pytest.fixture(scope="module")
def pools(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pool, Pool]:
    folder = tmp_path_factory.mktemp("data")
    sets = ("tatoeba-challenge-test", "mlqe-pe", "europarl-sample", "ms-learn")
    lines = []
    for number in range(600):
        name, (english, german) = NAMES[number % 4], TOWNS[number // 4 % 4]
        year, count, source = 1900 + number % 100, 3 + number, sets[number % 4]
        en = f"In {english} {name} might have met Mary with {count} big dogs on 3 May {year}."
        de = f"In {german} könnte {name} Maria mit {count} großen Hunden am 3. Mai {year} getroffen haben."
        lines.append(f"{en}\t{de}\t{source}\thuman\n")
        en, de = f"He told Mary story {count} in {english}.", f"Er hat Maria Geschichte {count} in {german} erzählt."
        lines.append(f"{en}\t{de}\t{source}\thuman\n")
    (folder / "pairs.tsv").write_text("".join(lines), encoding="utf-8")
    with gzip.open(folder / "paws.gz", "wt", encoding="utf-8") as rows:
        for number in range(20):
            question = {key: text.format(number) for key, text in QUESTION.items()}
            rows.write(json.dumps(question) + "\n")
    return read_pools(folder / "pairs.tsv", folder / "paws.gz")


def test_labels_balance_in_every_direction(pools: tuple[Pool, Pool]) -> None:
    rows = list(make_rows(pools[0], 400, Random(1)))
    assert len(rows) == 400
    for direction in (("de", "de"), ("en", "en"), ("de", "en"), ("en", "de")):
        labels = Counter(r.label for r in rows if (r.evidence_language, r.claim_language) == direction)
        assert 0.4 < labels[1] / labels.total() < 0.55


def test_the_pools_share_no_sentence(pools: tuple[Pool, Pool]) -> None:
    sides = [
        {side for items in pool.groups.values() for item in items for side in (item.en, item.de)} for pool in pools
    ]
    assert min(map(len, sides)) > 10
    assert not sides[0] & sides[1]


def test_rows_are_reproducible(pools: tuple[Pool, Pool]) -> None:
    assert list(make_rows(pools[0], 60, Random(2))) == list(make_rows(pools[0], 60, Random(2)))


def test_an_unsupported_claim_is_never_the_evidence(pools: tuple[Pool, Pool]) -> None:
    rows = [row for row in make_rows(pools[0], 300, Random(3)) if not row.label]
    assert len(rows) > 100
    assert all(row.claim not in row.evidence for row in rows)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He came on 14 September 2023.", "en", "He came on September 14, 2023."),
        ("He came on September 14, 2023.", "en", "He came on 14 September 2023."),
        ("Er kam am 14. September 2023.", "de", "Er kam am 14.9.2023."),
        ("He saw five dogs.", "en", "He saw 5 dogs."),
        ("Er sah 5 Hunde.", "de", "Er sah fünf Hunde."),
        ("Es kostet 3 Millionen Euro.", "de", "Es kostet 3 Mio. Euro."),
    ],
)
def test_renumber(text: str, language: Language, expected: str) -> None:
    assert expected in {renumber(text, language, Random(seed)) for seed in range(12)}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In 2004, the firm moved.", "en", "The firm moved."),
        ("Er hat das Haus gestern verkauft.", "de", "Er hat das Haus verkauft."),
        ("The mayor opened the bridge, and he left the town.", "en", "The mayor opened the bridge."),
        ("In 2004, the firm did not move.", "en", None),
        ("If it rains, he really stays.", "en", None),
        ("Wenn es regnet, bleibt er wirklich.", "de", None),
    ],
)
def test_shorten(text: str, language: Language, expected: str | None) -> None:
    assert shorten(text, language, Random(1)) == expected


def test_reword_keeps_the_case() -> None:
    assert reword("Quickly he left.", "en", Random(1)) == "Rapidly he left."
    assert reword("Das Foto ist neu.", "de", Random(1)) == "Das Bild ist neu."
