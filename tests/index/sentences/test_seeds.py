"""A few sure facts about the real articles the product was conceived for, where they lie beside the repository."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

from index.sentences import sentence_kind, split_sentences, trim

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"

# Where the first part is followed by the second one, a sentence ends between them.
ENDS = [
    *(("Su-57. ", "Laut"), ("Uhr\n\n", "Nordkorea"), ("seit 2019. ", "Auch"), ("voran.", "/bal")),
    *(("gekommen. ", "(Kim)"), ("werden. ", "Wladimir Putin\n"), ("Grigorov\n\n", "Nach")),
    *(("waehrend\n", "SEOUL:"), ("decken.\n\n", "toi-")),
]
# These stand within one sentence.
WITHIN = ["60.000 Tonnen", "14.09.2023 07:12", "(dpa-AFX) - Nordkoreas", "SEOUL: Nord", "Korea)“, sagte", "al.“ (dpa)"]
KINDS = {
    "Alte Freunde": "heading",
    "Krabben und Teigtaschen": "heading",
    "Waffenlieferungen aus Nordkorea für Russland?": "heading",
    "/bal/DP/ngu": "signature",
    "toi-allgemeines": "signature",
    "Wladimir Putin": "signature",
}


def seeds() -> list[str]:
    """The texts, or none in a checkout without them."""
    return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def test_seeds_are_tiled() -> None:
    for text in seeds():
        spans = split_sentences(text, "de")
        assert "".join(text[start:end] for start, end in spans) == text
        assert spans == split_sentences(text)


def test_sure_boundaries_and_sure_sentences() -> None:
    for text in seeds():
        starts = {start for start, _ in split_sentences(text)}
        for before, after in ENDS:
            place = text.find(before + after)
            assert place < 0 or place + len(before) in starts, before + after
        for within in WITHIN:
            place = text.find(within)
            assert place < 0 or not starts & set(range(place + 1, place + len(within))), within


def test_sure_kinds() -> None:
    for text in seeds():
        for start, end in split_sentences(text):
            first, last = trim(text, start, end)
            content = text[first:last]
            assert sentence_kind(text, start, end) == KINDS.get(content, sentence_kind(text, start, end)), content
            if "© REUTERS" in content:
                assert sentence_kind(text, start, end) == "caption"


def test_wrapping_the_lines_changes_no_boundary() -> None:
    for paragraph in [paragraph for text in seeds() for paragraph in text.split("\n\n")]:
        wrapped = "\n".join(wrap(paragraph, 72, break_long_words=False, break_on_hyphens=False))
        if "\n" not in paragraph and wrapped.count("\n") > 1 and len(wrapped) == len(paragraph):
            assert split_sentences(wrapped, "de") == split_sentences(paragraph, "de")
