"""What a model wants to see before a question and before a passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

PASSAGE_NAMES = ("document", "passage", "corpus")
"""What sentence-transformers calls a passage's prompt, in the order in which it looks."""

_REPRESENT = "Represent this sentence for searching relevant passages: "
_INSTRUCT = "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: "


class Prompts(NamedTuple):
    """Put before a question and before a passage; empty for most models."""

    query: str = ""
    passage: str = ""


_KNOWN = (
    # The first that occurs in a model's name counts. Sources: the models' cards on the hub.
    (r"\be5-[\w-]*instruct", Prompts(_INSTRUCT)),
    (r"\be5-(small|base|large)\b", Prompts("query: ", "passage: ")),
    (r"\bbge-(small|base|large)-en\b", Prompts(_REPRESENT)),
    (r"\bnomic-embed-text-", Prompts("search_query: ", "search_document: ")),
    (r"\bmxbai-embed-de-large-v1\b", Prompts("query: ", "passage: ")),
    (r"\bmxbai-embed-", Prompts(_REPRESENT)),
    (r"\bsnowflake-arctic-embed-\w+-v2\.0", Prompts("query: ")),
    (r"\bsnowflake-arctic-embed-", Prompts(_REPRESENT)),
    (r"\buae-large-v1\b", Prompts(_REPRESENT)),
)


def declared_prompts(prompts: Mapping[str, str | None]) -> Prompts:
    """The prompts that a model's own configuration declares, by the names that sentence-transformers looks for.

    sentence-transformers adds an empty "document" to every model and stops there, so that a "passage" beside it is
    not applied; here the first that is not empty counts.
    """
    passage = next((text for name in PASSAGE_NAMES if (text := prompts.get(name))), "")
    return Prompts(prompts.get("query") or "", passage)


def known_prompts(names: Iterable[str]) -> Prompts:
    """The prompts of a well-known model that is called by one of the names; empty for all others."""
    for name in names:
        for pattern, prompts in _KNOWN:
            # Copies are often called owner_model or owner--model.
            if re.search(pattern, name.lower().replace("_", "/")):
                return prompts
    return Prompts()
