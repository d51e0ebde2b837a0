"""Where "it" and "es" stand for nothing."""

from __future__ import annotations

import re

from rag.conversation.follow_up import FollowUp

# "Gibt es …", "How long did it take to …", "Is it true that …": nothing is meant by "es" and "it".
_EMPTY_IT = re.compile(
    r"\bit (?:\w+ )?(?:take|takes|took|taken|cost|costs|need|require)\b.*\bto\b"
    r"|\b(?:is|was) it (?:\w+ )?(?:true|possible|known|that|to)\b"
    r"|\bit (?:\w+ )?(?:likely|unlikely|possible|impossible|necessary|true|clear|important|difficult|hard|easy)"
    r" (?:that|to|for)\b"
    r"|\b(?:do|did|done) it$|\bma[kd]e it\b|\bit (?:rain|snow)|\bhow long (?:did|does|will) it take [A-Z]"
    r"|\bhow is it\b|\b(?:what|who|when|where) (?:is|was) it that\b",
    re.IGNORECASE,
)
_EMPTY_ES = re.compile(
    r"\b(?:gibt|gab|geht|ging|handelt|handelte|kam|kommt|dauerte|dauert|heißt|hieß|stimmt|steht|stand|bedarf|fehlt"
    r"|fehlte|regnete|schneite) es\b|\bes (?:gibt|gab|geht|ging|sich)\b"
    r"|\bist es (?:wahr|richtig|möglich|so|erlaubt)\b|\bes (?:zu|zum|zur|um)\b",
    re.IGNORECASE,
)


def is_empty(follow: FollowUp, lower: str) -> bool:
    """Whether a pronoun (lower case) is only there for the grammar: "Gibt es …?", "Is it true that …?"."""
    if lower == "it":
        return bool(_EMPTY_IT.search(follow.body))
    if lower != "es":
        return False
    return bool(
        _EMPTY_ES.search(follow.body) or re.search(r"\bes\b[^,]*(?:,.*\b(?:zu|dass|wenn|ob)\b|geschafft)", follow.body)
    )
