"""PDF files written by hand, so that the tests need no library that makes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

MakePdf = Callable[..., bytes]


def _text_object(lines: Sequence[str]) -> bytes:
    """A page's content: the lines one below the other, in the encoding of Western text."""
    shown = b""
    for line in lines:
        escaped = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown += b"(" + escaped + b") Tj T*\n"
    return b"BT /F1 11 Tf 14 TL 50 780 Td\n" + shown + b"ET"


def _make_pdf(*pages: Sequence[str], title: str | None = None) -> bytes:
    """A PDF with the given lines on its pages, and a title in its metadata."""
    count = len(pages)
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number in range(count):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + count + number} 0 R "
        objects.append((page + "/Resources << /Font << /F1 3 0 R >> >> >>").encode())
    for lines in pages:
        content = _text_object(lines)
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    information = b""
    if title is not None:
        objects.append(b"<< /Title <FEFF" + title.encode("utf-16-be").hex().encode() + b"> >>")
        information = f" /Info {len(objects)} 0 R".encode()
    return _assemble(objects, information)


def _assemble(objects: Sequence[bytes], information: bytes) -> bytes:
    """Header, numbered objects, table of their offsets, trailer."""
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R".encode() + information + b" >>\n"
    head = f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    return data + head + table + trailer + f"startxref\n{len(data)}\n%%EOF\n".encode()


@pytest.fixture
def make_pdf() -> MakePdf:
    """A function from the lines of pages, and a title, to the bytes of a PDF."""
    return _make_pdf
