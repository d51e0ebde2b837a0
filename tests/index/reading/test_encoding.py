from __future__ import annotations

import codecs
import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SourceError
from index.reading.encoding import decode

GERMAN = "„Niemand muss sich vor uns fürchten“, sagte Putin – größer wäre übertrieben."
SHORT = ["Tür", "Öl", "Größe", "„Ja“, sagte er", "Ärger über Zölle", "it’s “fine”", "Café – 10 °C"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_german_typography_survives(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "a.txt") == GERMAN


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_both_byte_orders(mark: bytes) -> None:
    encoding = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"
    assert decode(mark + GERMAN.encode(encoding), "a.txt") == GERMAN


@pytest.mark.parametrize("text", SHORT)
def test_a_few_words_are_enough_for_windows_text(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize("encoding", ["latin_1", "iso8859_15", "cp850"])
def test_umlauts_from_unix_and_dos(encoding: str) -> None:
    text = "Die Tür am Übergang ist größer, ähnlich schön und öffnet früh."
    assert decode(text.encode(encoding), "a.txt") == text


def test_the_euro_sign_tells_latin_9_from_windows() -> None:
    assert decode("Für 5 € mehr".encode("iso8859_15"), "a.txt") == "Für 5 € mehr"


def test_a_declared_encoding_decides_where_bytes_are_ambiguous() -> None:
    polish = "zażółć gęślą jaźń"
    assert decode(polish.encode("iso8859_2"), "a.html", declared="ISO-8859-2") == polish


@pytest.mark.parametrize("declared", ["iso-8859-1", "no-such-thing", "base64", "ascii"])
def test_a_declaration_that_is_none_or_means_windows_does_no_harm(declared: str) -> None:
    assert decode(GERMAN.encode("cp1252"), "a.html", declared=declared) == GERMAN


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(GERMAN.encode(), "a.html", declared="iso-8859-1") == GERMAN


def test_damaged_utf8_is_reported_with_its_line_instead_of_becoming_gibberish() -> None:
    data = f"{GERMAN}\n{GERMAN}\n".encode() + b"f\xfcr\n" + GERMAN.encode()
    with pytest.raises(SourceError, match=r"a\.txt: line 3 holds bytes that are not UTF-8"):
        decode(data, "a.txt")


def test_a_cut_utf16_file_is_reported() -> None:
    with pytest.raises(SourceError, match="the file says it is utf-16"):
        decode(GERMAN.encode("utf-16")[:-1], "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0",
        "ohne Marke".encode("utf-16-le"),
        bytes(range(32)) * 4,
        random.Random(7).randbytes(2_000),
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt: this is no text but binary data\. Remove the file"):
        decode(data, "a.txt")


def test_one_stray_control_character_is_forgiven() -> None:
    assert decode(b"ein Wort\0 zu viel", "a.txt") == "ein Wort\0 zu viel"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "a.txt") == text


@given(st.binary(max_size=200))
def test_whatever_the_bytes_text_without_binary_rubbish_or_a_source_error(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        text = decode(data, "a.txt")
        assert sum(character < " " and not character.isspace() for character in text) <= 1
