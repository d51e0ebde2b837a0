from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.normalise import clean, normalise, one_line

# Text that is likely to break the rules: line ends, invisible characters, marks that combine, spaces of all kinds.
tricky = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "\r\n\t\v\f\0\x85\u2028\u2029\u00ad\u200b\u200d\ufeff\u0308\u0301 \u00a0\u2009aouAOU\u212b\u1100\u1161"
        ),
        st.characters(),
    )
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("eins\r\nzwei\rdrei\nvier", "eins\nzwei\ndrei\nvier"),
        ("eins\u2028zwei\u2029drei\x85vier\x0cfünf", "eins\nzwei\ndrei\nvier\nfünf"),
        ("Zusam\u00admen\u200barbeit\ufeff", "Zusammenarbeit"),
        ("u\u0308ber", "über"),
        ("u\u00ad\u0308ber", "über"),
        ("a\0b\x07c\td", "abc\td"),
        ("\n\n  Kopf  \n\n\n  Rumpf \t\n", "Kopf\n\n\n  Rumpf"),
        ("10\u00a0000\u2009Euro", "10\u00a0000\u2009Euro"),
        ("links\u202erechts\u2066", "linksrechts"),
        ("halb\ud83d", "halb"),
        ("ganz \U0001f600", "ganz \U0001f600"),
        (" \n\t\n", ""),
    ],
)
def test_normalise(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@pytest.mark.parametrize("quote", ["„so“", "“so”", "»so«", "‚so‘", "it’s", "–", "…", "ß", "ﬁ", "½"])
def test_typography_stays(quote: str) -> None:
    assert normalise(quote) == quote


def test_one_line_joins_lines_and_runs_of_blanks() -> None:
    assert one_line(" Putin\r\n  trifft\u00a0 Kim\t") == "Putin trifft Kim"


@given(tricky)
def test_normalise_is_idempotent_and_keeps_its_promises(raw: str) -> None:
    text = normalise(raw)
    assert normalise(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\r\v\f\0\x85\u2028\u2029\u00ad\u200b\ufeff")
    assert text == text.strip()
    assert all(line == line.rstrip() for line in text.split("\n"))
    text.encode()


@given(tricky)
def test_normalise_loses_no_visible_character(raw: str) -> None:
    def visible(text: str) -> str:
        kept = (c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))
        return unicodedata.normalize("NFC", "".join(kept))

    assert visible(normalise(raw)) == visible(raw)


@given(tricky)
def test_clean_and_one_line_are_idempotent(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)
    assert one_line(one_line(raw)) == one_line(raw)
    assert "\n" not in one_line(raw)
