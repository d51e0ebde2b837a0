from __future__ import annotations

import random
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from index.errors import SourceError
from index.reading.pdf import read_pdf

MakePdf = Callable[..., bytes]

LINES = [
    "Kim in Russland",
    "",
    "Nordkorea und Russland wollen ihre Beziehungen vertiefen: Kim hat bei seinem Be-",
    "such eine Gegeneinladung ausgesprochen. „Größer als gedacht“, hieß es in Seoul. Nord-",
    "und Südkorea schwiegen (zunächst) dazu.",
    "Am Freitag folgte eine zweite Meldung.",
]


def test_lines_become_paragraphs(make_pdf: MakePdf) -> None:
    text = read_pdf(make_pdf(LINES), "a.pdf").text
    assert "bei seinem Besuch eine Gegeneinladung ausgesprochen. „Größer als gedacht“, hieß es" in text
    assert "Nord- und Südkorea schwiegen (zunächst) dazu." in text
    assert text.startswith("Kim in Russland\n\n")
    assert text.endswith("dazu.\nAm Freitag folgte eine zweite Meldung.")


def test_a_sentence_goes_on_over_the_page_and_its_number(make_pdf: MakePdf) -> None:
    first = ["Der Präsident sprach am Montag in der Hauptstadt lange über die", "1"]
    second = ["Lage im Land und die Preise für Getreide und andere Güter.", "Seite 2 von 2"]
    text = read_pdf(make_pdf(first, second), "a.pdf").text
    assert (
        text
        == "Der Präsident sprach am Montag in der Hauptstadt lange über die Lage im Land und die Preise für "
        + ("Getreide und andere Güter.")
    )


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Putin trifft Kim", "Putin trifft Kim"),
        (None, None),
        ("", None),
        ("Microsoft Word - entwurf.docx", None),
        ("artikel_final.indd", None),
        ("Untitled", None),
        ("(anonymous)", None),
        ("Dokument1", None),
    ],
)
def test_a_title_counts_when_an_author_gave_it(make_pdf: MakePdf, written: str | None, title: str | None) -> None:
    draft = read_pdf(make_pdf(LINES, title=written), "a.pdf")
    assert draft.metadata.title == title
    assert draft.metadata.published is None


def encrypted(data: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_password_is_asked_for_by_name_and_remedy(make_pdf: MakePdf) -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: the PDF is encrypted\. Save a copy without a password"):
        read_pdf(encrypted(make_pdf(LINES), "geheim"), "a.pdf")


def test_a_pdf_that_is_only_protected_against_changes_can_be_read(make_pdf: MakePdf) -> None:
    assert "Gegeneinladung" in read_pdf(encrypted(make_pdf(LINES), ""), "a.pdf").text


def test_a_scan_needs_text_recognition(make_pdf: MakePdf) -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: the PDF has no text, only images of it\. Run text recognition"):
        read_pdf(make_pdf([]), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"kein PDF", b"%PDF-1.7 \xff\xfe" + b"\0" * 100])
def test_a_damaged_pdf_is_reported(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: the PDF is damaged .* Open it in a PDF viewer"):
        read_pdf(data, "a.pdf")


def test_no_damage_escapes_as_another_error(make_pdf: MakePdf) -> None:
    whole, rng = make_pdf(LINES, LINES, title="T"), random.Random(3)
    refused = 0
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(rng.choice([1, 10, 100])):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        try:
            read_pdf(bytes(broken), "a.pdf")
        except SourceError:
            refused += 1
    assert 0 < refused < 300
