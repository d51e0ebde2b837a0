"""The stretches of articles that the records of a run keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from eval.runs.record import QuestionRecord


class Fragment(NamedTuple):
    """A stretch of an article as the archive held it when the question was asked."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.text)


def fragments(records: Iterable[QuestionRecord]) -> dict[str, set[Fragment]]:
    """Every stretch by article id: around citations, the retrieved passages, the gold evidence."""
    found: dict[str, set[Fragment]] = defaultdict(set)
    for record in records:
        for citation, context in zip(record.shown, record.contexts, strict=False):
            if context.stored is not None:
                text = context.before + context.stored + context.after
                found[citation.article_id].add(Fragment(citation.start - len(context.before), text))
        for hit in record.results:
            found[hit.article_id].add(Fragment(hit.start, hit.text))
        for span, text in record.evidence_of.items():
            found[span.article_id].add(Fragment(span.start, text))
    return {article_id: {f for f in own if f.text} for article_id, own in found.items()}


def joined(parts: Iterable[Fragment]) -> list[Fragment]:
    """Put fragments of one text together where they touch or overlap.

    Args:
        parts: in any order; where they overlap they hold the same characters.

    Returns:
        Fragments in the order of the text, with at least one missing character between two of them.
    """
    whole: list[Fragment] = []
    for part in sorted(parts):
        if whole and part.start <= whole[-1].end:
            last = whole[-1]
            whole[-1] = Fragment(last.start, last.text + part.text[last.end - part.start :])
        else:
            whole.append(part)
    return whole
