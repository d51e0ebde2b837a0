"""PDF files with a text layer."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from index.errors import SourceError
from index.reading.draft import Draft
from index.reading.metadata import Metadata
from index.reading.normalise import clean, one_line
from index.reading.reflow import reflow

if TYPE_CHECKING:
    from pypdf import PdfReader

# Titles that programs fill in by themselves: "Dokument1", "(anonymous)", "Microsoft Word - entwurf.doc".
_NO_TITLE = re.compile(
    r"\(?(?:untitled|unbenannt|anonymous|unspecified|dokument ?\d*|document ?\d*|microsoft word\b.*|.*\.\w{2,4})\)?",
    re.IGNORECASE,
)

# pypdf lets the faults of a damaged file come through as whatever they cause.
_CAUSED_BY_DAMAGE = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError),
    *(struct.error, zlib.error),
)

# pypdf mends small faults silently; what it cannot mend is reported by us, by the file's name.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes, place: str) -> Draft:
    """Read the text layer of a PDF, its lines put together to paragraphs again.

    The title comes from the document's metadata where its author gave one. The dates in there are the file's, not the
    article's, and are not used.

    Raises:
        SourceError: the file is damaged, asks for a password, or has no text layer.
    """
    from pypdf import PdfReader  # late: most archives have no PDF
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        pages = [clean(page.extract_text()) for page in reader.pages]
        title = _title_of(reader)
    except (FileNotDecryptedError, DependencyError) as error:
        raise SourceError(place, "the PDF is encrypted", "Save a copy without a password and index that.") from error
    except (PyPdfError, *_CAUSED_BY_DAMAGE) as error:
        reason = f"the PDF is damaged ({type(error).__name__}: {one_line(str(error))})"
        raise SourceError(place, reason, "Open it in a PDF viewer and save it again.") from error
    if not any(page.strip() for page in pages):
        remedy = "Run text recognition (OCR) on it first, for example with ocrmypdf."
        raise SourceError(place, "the PDF has no text, only images of it", remedy)
    return Draft(reflow(pages), Metadata(title=title))


def _title_of(reader: PdfReader) -> str | None:
    """The title in the document's metadata, None when there is none or a program made it up."""
    written = reader.metadata.title if reader.metadata is not None else None
    title = one_line(written or "")
    return None if not title or _NO_TITLE.fullmatch(title) else title
