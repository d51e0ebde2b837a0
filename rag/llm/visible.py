"""What of a model's reply may be seen: its words. Markers are read and taken out, so are links, markup and the hidden.

Nothing is ever put in: what is visible is the reply with pieces left out, so that each character keeps its place in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.llm.hidden import HIDDEN
from rag.llm.markers import MARKER, numbers_of

_UNSEEN = "script|style|template|noscript|iframe|svg|object|head|title|textarea|think|thinking"
_STOP = r"\s<>\"'„“”‚‘’«»()\[\]{}"
_PARENTHESIS = r"\((?:[^()]|\([^()]*\))*\)"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|quot|apos|nbsp|lbrack|rbrack|colon|sol);?"
# In this order; of a group `keep`, what is inside stays.
_PATTERNS = (
    rf"(?P<hidden>{HIDDEN.pattern})",
    r"(?P<escape>\\(?=[^\w\s]))",
    r"(?P<comment><!--(?:(?!-->).)*(?:-->|\Z))",
    rf"(?P<unseen><(?P<name>{_UNSEEN})\b[^<>]*>(?:(?!</(?P=name)\b).)*(?:</(?P=name)\s*>|\Z))",
    r"(?P<tag></?[a-zA-Z!?][^<>]*>|<\|[^<>]*>|<<[^<>]*>>)",
    rf"(?P<entity>{_ENTITY})",
    rf"(?P<image>!\[[^\[\]]*\](?:{_PARENTHESIS}|\[[^\[\]]*\])?)",
    rf"(?P<bracketed>\s*\((?:\s*[,;]?\s*{MARKER})+\s*\)(?:{_PARENTHESIS})?)",
    rf"(?P<marker>\s*{MARKER}(?:{_PARENTHESIS})?)",
    rf"(?P<link>\[(?P<keep>[^\[\]]*)\](?:{_PARENTHESIS}|\[(?!\s*[#^]?\d)[^\[\]]*\]))",
    rf"(?P<url>(?:(?:[^\W\d_][\w+.-]{{0,20}})?:[/⁄∕]{{2}}|(?<![:\w])//(?=[^{_STOP}]*\.)|\bwww\d?\.(?=\w)"
    rf"|(?:javascript|vbscript|mailto|\b(?:data|tel|sms|file|ftp|https?)):(?=[^{_STOP}]))(?:[^{_STOP}]*[^{_STOP}.,;:!?…])?)",
    r"(?P<emphasis>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|_{2,}|~{2,}|`+|(?m:^[ \t]{0,3}(?:#{1,6}|>+|[-+•‣▪])[ \t]+))",
)
_ANY = re.compile("|".join(_PATTERNS), re.DOTALL | re.IGNORECASE)
_LONE = re.compile(r"(?P<word>\[[^\[\]【】［］⟦⟧〔〕<>\d]{1,80}\](?![(\[:]))|[\[\]【】［］⟦⟧〔〕]|<(?=[a-zA-Z!?/|<])|`")
# What may go on to become one of the above.
_OPEN = re.compile(
    rf"<(?:{_UNSEEN})\b(?:(?!</(?:{_UNSEEN})\b).)*\Z|<!--(?:(?!-->).)*\Z|<[a-zA-Z!?/|<][^<>]*\Z|<\Z"
    r"|!?[\[【［⟦〔][^\[\]【】［］⟦⟧〔〕]*(?:[\]】］⟧〕](?:\((?:[^()]|\([^()]*\))*)?)?\Z|\((?=[^()]*[\[【［])[^()]*\Z|&[#\w]{0,8}\Z",
    re.DOTALL | re.IGNORECASE,
)
LONGEST_OPEN = 400
"""Characters after which what began like a link or a tag is no longer waited for."""


@dataclass(frozen=True)
class Visible:
    """A reply, or a part of one, as a reader may see it.

    Attributes:
        text: what is seen.
        places: for each character of it, where it stands in the reply.
        markers: (place in the reply, numbers) of each marker, in order.
    """

    text: str
    places: list[int]
    markers: list[tuple[int, list[int]]]


def visible(reply: str, *, complete: bool) -> Visible:
    """Take out of a reply what must not be seen.

    Args:
        reply: what the model wrote.
        complete: False while more may come: what could become a marker, a link or a tag is then left out at the end.
    """
    end = len(reply) if complete else _settled(reply)
    text, places = reply[:end], list(range(end))
    markers: list[tuple[int, list[int]]] = []
    # What is taken out can bring together what then has to go too: "<scr<b>ipt>", "[1[2]3]".
    while pieces := list(_removed(text)) or list(_lone(text)):
        if len(text) == end:
            markers = [
                (places[start], numbers_of(text[start:stop])) for start, stop, name in pieces if name == "marker"
            ]
        text, places = _without(text, places, pieces)
    return Visible(text, places, markers)


def _settled(reply: str) -> int:
    """How much of a reply has a meaning that what follows cannot change."""
    window = max(0, len(reply) - LONGEST_OPEN)
    opened = _OPEN.search(reply, window)
    return opened.start() if opened else len(reply)


def _removed(text: str) -> Iterator[tuple[int, int, str]]:
    """The pieces to be taken out: where they begin and end, and what they are."""
    for match in _ANY.finditer(text):
        name = "marker" if match["marker"] or match["bracketed"] else "other"
        if match["link"] is not None:
            yield match.start(), match.start("keep"), name
            yield match.end("keep"), match.end(), name
        elif match.end() > match.start():
            yield match.start(), match.end(), name


def _lone(text: str) -> Iterator[tuple[int, int, str]]:
    """Brackets that belong to nothing, but could to what is written after them; "[sic]" stays."""
    for match in _LONE.finditer(text):
        if match["word"] is None:
            yield match.start(), match.end(), "other"


def _without(text: str, places: list[int], pieces: list[tuple[int, int, str]]) -> tuple[str, list[int]]:
    kept: list[str] = []
    kept_places: list[int] = []
    position = 0
    for start, end, _ in pieces:
        kept.append(text[position:start])
        kept_places += places[position:start]
        position = end
    return "".join([*kept, text[position:]]), [*kept_places, *places[position:]]
