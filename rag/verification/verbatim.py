"""Claims that are sentences of their evidence, word for word: no model is asked."""

from __future__ import annotations

from collections.abc import Sequence

from rag.verification.records import Place
from rag.verification.sources import Source

_MARKS = "„“”\"»«‚‘’'"


def verbatim_places(claim: str, sources: Sequence[Source]) -> tuple[Place, ...]:
    """Where one or several whole sentences of a passage are the claim.

    White space, quotation marks around the claim and its final stop do not count. A part of a sentence is not enough:
    what it leaves out may be "he denied that".

    Returns:
        One place; empty when the claim is in no passage.
    """
    wanted = _plain(claim)
    if not wanted:
        return ()
    for source in sources:
        evidence = source.evidence
        texts = [_plain(evidence.text(sentence)) for sentence in evidence.sentences]
        for first, text in enumerate(texts):
            if not wanted.startswith(text) or not text:
                continue
            last = _last(wanted, [evidence.text(s) for s in evidence.sentences[first:]])
            if last is not None:
                end = evidence.sentences[first + last].end
                return (Place(evidence.number, evidence.sentences[first].start, end),)
    return ()


def _last(wanted: str, texts: Sequence[str]) -> int | None:
    """Number of the sentence with which those from the first on are the wanted words; None if they are not."""
    joined = ""
    for number, text in enumerate(texts):
        joined = f"{joined} {text}".strip()
        plain = _plain(joined)
        if plain == wanted:
            return number
        if len(plain) > len(wanted):
            return None
    return None


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(_MARKS + " ").rstrip(".").strip(_MARKS + " ")
