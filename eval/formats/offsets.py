"""Offsets into a text as a file has it become offsets into the text as an archive stores it."""

from __future__ import annotations

from eval.anchor import locate
from index.reading.normalise import clean, normalise


def stored_span(original: str, stored: str, start: int, answer: str) -> tuple[int, int] | None:
    """Where an answer stands in the stored text.

    Storing a text composes characters (NFC), drops invisible ones and white space at its ends, so that offsets move.
    Data sets also count in bytes or UTF-16 now and then: the occurrence nearest to the offset is meant.

    Args:
        original: the text as the file has it.
        stored: the same text as `index.reading.normalise.normalise` leaves it.
        start: where the answer begins in `original`, in code points.
        answer: as the file has it.

    Returns:
        (start, end) in `stored`, end exclusive; None when the answer does not stand there at all.
    """
    wanted = clean(answer).strip()
    places = locate(stored, wanted)
    if not places:
        return None
    lead = len(answer) - len(answer.lstrip())
    # The sentinel keeps the white space before the answer from being stripped as if the text ended there.
    expected = len(normalise(original[: start + lead] + "x")) - 1
    best = min(places, key=lambda place: abs(place - expected))
    return best, best + len(wanted)


def only_span(stored: str, answer: str) -> tuple[int, int] | None:
    """Where an answer without an offset stands, if it stands in one place only: elsewhere it may mean anything."""
    wanted = clean(answer).strip()
    places = locate(stored, wanted)
    return (places[0], places[0] + len(wanted)) if len(places) == 1 else None
