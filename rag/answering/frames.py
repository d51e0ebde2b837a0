"""The few words of Fundstelle's own around the quotes, in the question's language."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Language


@dataclass(frozen=True)
class Frame:
    """Sentences that carry no claim and so need no citation.

    Attributes:
        found: before quotes.
        missing: when the archive does not answer.
        nearest: before the titles of the nearest articles.
        nothing: when not even a near article is left (filters exclude everything).
    """

    found: str
    missing: str
    nearest: str
    nothing: str


FRAMES: dict[Language, Frame] = {
    "de": Frame(
        found="Dazu steht im Archiv:",
        missing="Das Archiv sagt dazu nichts.",
        nearest="Am nächsten kommen:",
        nothing="Kein Artikel passt zu den gewählten Filtern.",
    ),
    "en": Frame(
        found="The archive says:",
        missing="The archive does not say.",
        nearest="The nearest articles are:",
        nothing="No article fits the chosen filters.",
    ),
}
