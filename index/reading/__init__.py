"""Files to articles: find them, decode them, take off their format, settle text, title, date and language.

Encoding and Unicode are settled here and nowhere else: `Article.text` is what every later offset refers to.
"""

from __future__ import annotations

from index.reading.files import KNOWN_ENDINGS, SourceFile, absolute, find_files
from index.reading.reader import READER_VERSION, FileReading, read_file

__all__ = ["KNOWN_ENDINGS", "READER_VERSION", "FileReading", "SourceFile", "absolute", "find_files", "read_file"]
