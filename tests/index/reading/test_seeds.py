"""The real articles beside the repository, where they are there; what is expected of them holds for any such folder."""

from __future__ import annotations

import re
from pathlib import Path

from index.language import detect_language
from index.reading import read_file
from index.reading.normalise import normalise

LEADING_DATE = re.compile(r"\s*date (\d{4}-\d{2}) ")

# What a reader of these files would note down: the title line if there is one, and the day if it is stated.
NOTED = {
    "000_256eeb71aa291573": ("derived", "2023-09"),
    "001_a05d8c91f093345a": ("derived", "2023-09"),
    "002_0f7219830353d287": ("derived", "2024-06"),
    "003_02e3b49544db5f33": ("found", "2023-09-14"),
    "004_8a8a08b18d8903a1": ("found", None),
}


def test_the_seeds_read_without_a_problem_and_without_a_loss(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        raw = path.read_text(encoding="utf-8")
        reading = read_file(path)
        assert reading.problems == []
        [article] = reading.articles
        assert article.id == path.stem
        assert article.text == normalise(LEADING_DATE.sub("", raw, count=1))
        assert article.language == detect_language(raw) == "de"
        if path.stem in NOTED:
            assert (article.title_origin, article.published) == NOTED[path.stem]
        words = article.title.removesuffix(" …")
        assert words in " ".join(article.text.split())
        assert not words.startswith(("SEOUL", "ZIOLKOWSKI"))
        assert "Stand:" not in words
