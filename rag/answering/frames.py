"""The few words of Fundstelle's own around the quotes, in the question's language."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Language


@dataclass(frozen=True)
class Frame:
    """Sentences that carry no claim and so need no citation.

    Attributes:
        found: before quotes.
        differing: before quotes that give different figures, each under its date.
        undated: instead of a date, where the article has none.
        part_missing: behind the quotes, when a part of the question (`{}`) has no answer.
        missing: when the archive does not answer.
        nothing_then: instead, when it holds nothing of the time that the question demands.
        nearest: before the titles of the nearest articles.
        nothing: when not even a near article is left (filters exclude everything).
    """

    found: str
    differing: str
    undated: str
    part_missing: str
    missing: str
    nothing_then: str
    nearest: str
    nothing: str


FRAMES: dict[Language, Frame] = {
    "de": Frame(
        found="Dazu steht im Archiv:",
        differing="Die Angaben im Archiv unterscheiden sich, die neueste zuerst:",
        undated="Ohne Datum:",
        part_missing="Auf „{}“ gibt es im Archiv keine Antwort.",
        missing="Das Archiv sagt dazu nichts.",
        nothing_then="Aus der Zeit, nach der gefragt ist, liegt im Archiv nichts vor.",
        nearest="Am nächsten kommen:",
        nothing="Kein Artikel passt zu den gewählten Filtern.",
    ),
    "en": Frame(
        found="The archive says:",
        differing="The archive's figures differ, the newest first:",
        undated="Undated:",
        part_missing="The archive has no answer to “{}”.",
        missing="The archive does not say.",
        nothing_then="The archive holds nothing from the time asked about.",
        nearest="The nearest articles are:",
        nothing="No article fits the chosen filters.",
    ),
}
