"""Whether what a claim puts into quotation marks stands word for word in its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.verification.sources import Source

_MARKS = re.compile(
    r"„(?P<a>[^„“”\"]+)[“”\"]|“(?P<b>[^“”]+)”|\"(?P<c>[^\"„“”]+)\"|»(?P<d>[^»«]+)«|«(?P<e>[^»«]+)»"
    r"|(?<!\w)‚(?P<f>[^‚‘’]+)[‘’](?!\w)|(?<!\w)‘(?P<g>[^‘]+?)’(?!\w)|(?<!\w)'(?P<h>[^']{2,}?)'(?!\w)"
)
_LEFT_OUT = re.compile(r"\s*(?:\[?(?:\.\.\.|…)\]?|\([^)]*\)|\[[^\]]*\])\s*")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u00a0": " ", "\u202f": " "})


def quotations(text: str) -> list[str]:
    """What stands between quotation marks of either language, in order, the marks not included."""
    return [next(group for group in match.groups() if group is not None) for match in _MARKS.finditer(text)]


def altered_quotations(claim: str, sources: Sequence[Source]) -> list[str]:
    """The quotations of a claim that none of the passages has word for word.

    White space, the form of apostrophes and the capital of the first letter do not count; a comma or stop before the
    closing mark neither. What "..." or brackets leave out must leave parts that follow each other in one passage.
    """
    texts = [_plain(source.text) for source in sources]
    return [quoted for quoted in quotations(claim) if not any(_stands_in(quoted, text) for text in texts)]


def _stands_in(quoted: str, text: str) -> bool:
    position = 0
    for part in _LEFT_OUT.split(_plain(quoted)):
        wanted = part.strip().rstrip(".,;:!?").strip()
        if not wanted:
            continue
        places = [text.find(form, position) for form in (wanted, _other_case(wanted))]
        found = min((place for place in places if place >= 0), default=-1)
        if found < 0:
            return False
        position = found + len(wanted)
    return True


def _plain(text: str) -> str:
    return " ".join(text.translate(_APOSTROPHES).split())


def _other_case(text: str) -> str:
    return text[0].swapcase() + text[1:]
