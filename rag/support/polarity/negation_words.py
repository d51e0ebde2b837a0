"""Words of negation in both languages."""

from __future__ import annotations

from index.models import Language

_NEGATIONS: dict[Language, str] = {
    "de": """
    nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo kein keine keinen keinem keiner keines
    keinerlei keinesfalls keineswegs weder ohne
    """,
    "en": """
    not no never nobody nothing none nowhere neither nor cannot without n't isn't aren't wasn't weren't don't doesn't
    didn't won't wouldn't can't couldn't shouldn't mustn't hasn't haven't hadn't needn't
    """,
}
NEGATIONS: dict[Language, frozenset[str]] = {
    language: frozenset(listed.split()) for language, listed in _NEGATIONS.items()
}
"""Lower-case words that deny."""
