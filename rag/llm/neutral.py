"""Article text as a prompt may carry it: one line of plain words in which nothing looks like a part of the prompt."""

from __future__ import annotations

import re

from rag.llm.hidden import without_hidden

REFUSAL = "NOT_IN_ARCHIVE"
"""What the model replies when the passages do not answer."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_ANGLES = str.maketrans({"<": "‹", ">": "›", "\uff1c": "‹", "\uff1e": "›"})
# "[7]", "【7】", "[INST]", "[/INST]", "[Passage 7]": brackets around a number or around words in capitals.
_BRACKETS = re.compile(r"[\[【［]([^\[\]【】［］]{0,40}?(?:\d|\b[A-Z]{3,}\b)[^\[\]【】［］]{0,40})[\]】］]")
_REFUSAL = re.compile(r"NOT[\s_-]*IN[\s_-]*ARCHIVE", re.IGNORECASE)
_RULERS = re.compile(r"([=#*~_|`+-])\1{2,}")


def neutral(text: str) -> str:
    """A text whose words are those of the article, and whose signs cannot be taken for those of a prompt.

    White space becomes single spaces, so that no line of the article can pass for one of the prompt; hidden characters,
    HTML comments, scripts and styles go; angle brackets and numbers in brackets are replaced; rulers are shortened.
    """
    plain = _UNSEEN.sub(" ", _COMMENT.sub(" ", without_hidden(text)))
    plain = plain.translate(_ANGLES)
    while (rounder := _BRACKETS.sub(r"(\1)", plain)) != plain:
        plain = rounder  # once more: brackets nest
    plain = _REFUSAL.sub("not in the archive", _RULERS.sub(r"\1", plain))
    return " ".join(plain.split())
