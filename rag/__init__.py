"""Questions to answers: retrieval, extraction, verification, and the doors through which people and programs ask.

from rag import Fundstelle
answer = Fundstelle.open("my-archive").ask("Wie viel Benzin hat Belarus geliefert?")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle
    from rag.models import Answer, AnswerSentence, Citation, Filters, IndexInfo, Interpreted, SearchResult

__all__ = ["Answer", "AnswerSentence", "Citation", "Filters", "Fundstelle", "IndexInfo", "Interpreted", "SearchResult"]


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for.

    `fundstelle --help` need not wait for the libraries behind the archive, and `fundstelle doctor` can run without one.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("rag.fundstelle" if name == "Fundstelle" else "rag.models"), name)
