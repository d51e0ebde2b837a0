"""Evidence hit: whether the answer cites the place that the gold points to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.gold_set import GoldSpan
from rag.models import Citation


def evidence_hit(citations: Sequence[Citation], spans: Iterable[GoldSpan]) -> float:
    """1 when a cited quote shares a character with an evidence span of its article; otherwise 0.

    Definition: with quotes that are sentences and spans that are answer phrases, the sentence hit rate: how often the
    sentence that holds the answer was cited, whichever words of it were marked.
    Source: sentence selection of Wang et al. 2007, "What is the Jeopardy Model?", EMNLP (accuracy of the first
    sentence), on the sentences that are cited.
    Range: 0 or 1, higher is better; its mean over questions is the hit rate.
    Missing: a refusal or an error of an answerable question scores 0; undefined for questions without spans.
    """
    places = list(spans)
    return float(any(_touches(citation, span) for citation in citations for span in places))


def _touches(citation: Citation, span: GoldSpan) -> bool:
    return citation.article_id == span.article_id and citation.start < span.end and span.start < citation.end
