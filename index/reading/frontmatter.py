"""The YAML block between two `---` lines at the head of a Markdown file."""

from __future__ import annotations

import logging
import re

import yaml

from index.errors import SourceError
from index.reading.metadata import KNOWN_FIELDS, Metadata, check_metadata

_logger = logging.getLogger(__name__)

_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_OPENED = re.compile(r"---[ \t]*\n\w+:")
_NULLS = ("", "~", "null", "Null", "NULL")
_REMEDY = "Write one `name: value` a line between two lines of ---, values with a colon in quotation marks."


def split_front_matter(text: str, place: str) -> tuple[Metadata, str]:
    """Take the front matter off a Markdown text whose line ends are line feeds.

    Unknown names are logged and ignored. A text without front matter comes back whole, with empty metadata.

    Raises:
        SourceError: the block is not closed, is no YAML mapping, or a value in it is wrong.
    """
    match = _BLOCK.match(text)
    if match is None:
        if _OPENED.match(text):
            raise SourceError(f"{place}:1", "the front matter is not closed", _REMEDY)
        return Metadata(), text
    fields = _parse(match["yaml"], place)
    unknown = sorted(fields.keys() - set(KNOWN_FIELDS))
    if unknown:
        _logger.warning("%s: front matter %s ignored; known are %s", place, ", ".join(unknown), ", ".join(KNOWN_FIELDS))
    return check_metadata(fields, place), text[match.end() :]


def _parse(block: str, place: str) -> dict[str, object]:
    """The names and values; None for an empty value.

    BaseLoader leaves every value the string it was written as: a date stays `2023-09`, a title `No` stays a word, and
    no tag can make an object.
    """
    try:
        fields = yaml.load(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = 2 if mark is None else mark.line + 2
        reason = f"the front matter is no YAML: {getattr(error, 'problem', None) or 'not readable'}"
        raise SourceError(f"{place}:{line}", reason, _REMEDY) from error
    except RecursionError as error:
        raise SourceError(f"{place}:2", "the front matter is nested too deeply", _REMEDY) from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise SourceError(f"{place}:2", "the front matter has no names, only text", _REMEDY)
    return {str(name): None if value in _NULLS else value for name, value in fields.items()}
