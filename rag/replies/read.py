"""What a text is, if it is no question for the archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.models import Language
from rag.models import Reply
from rag.replies.about import About, asked_about
from rag.replies.courtesies import strip_courtesies
from rag.replies.foreign import is_foreign
from rag.replies.unclear import is_unclear


@dataclass(frozen=True)
class Small:
    """A text to which a short reply is fitting.

    Attributes:
        kind: what it is.
        language: in which to reply; None where that cannot be told.
        about: what is asked about Fundstelle, for "about".
        farewell: whether the greeting is one of parting.
    """

    kind: Reply
    language: Language | None = None
    about: About | None = None
    farewell: bool = False


def core_of(text: str) -> str:
    """A text without greetings and thanks around it; the text itself where nothing else is left."""
    visible = "".join(character for character in text if character.isprintable() or character.isspace()).strip()
    core = strip_courtesies(visible).core
    return core[:1].upper() + core[1:] if core and core != visible else text.strip()


def read_courtesy(text: str) -> Small | None:
    """What a text is, whatever was said before: nothing at all, a greeting, thanks, a question about us; else None."""
    visible = "".join(character for character in text if character.isprintable() or character.isspace()).strip()
    if not visible:
        return Small("empty")
    polite = strip_courtesies(visible)
    if not polite.core:
        kind = polite.courtesies[-1]
        return Small("thanks" if kind == "thanks" else "greeting", polite.language, farewell=kind == "farewell")
    about = asked_about(polite.core)
    return Small("about", about[1], about=about[0]) if about else None


def read_noise(text: str, known: Callable[[str], bool]) -> Small | None:
    """What a text is that cannot be searched for: another language, or nothing that anybody could understand.

    Args:
        text: without courtesies.
        known: whether a word (lower case) occurs in the archive.
    """
    if is_foreign(text):
        return Small("other_language")
    return Small("unclear") if is_unclear(text, known) else None


def read_small(text: str, known: Callable[[str], bool]) -> Small | None:
    """What a text without a conversation before it is, if a short reply is fitting; None for a question."""
    return read_courtesy(text) or read_noise(core_of(text), known)
