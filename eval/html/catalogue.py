"""The metrics as readers meet them: in which group, and what each of them means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_BY_ARTICLE = {
    "Recall": "share of the gold articles among the first k articles retrieved",
    "Success": "1 when a gold article is among the first k, else 0",
    "nDCG": "gain of the ranking, discounted by rank, relative to the best order (Järvelin and Kekäläinen 2002)",
    "RR": "1 / rank of the first gold article; 0 when none was retrieved",
    "AP": "mean of the precision at each gold article; one that is missing adds 0",
}
_BY_PASSAGE = {
    "passage_Recall": "share of the gold's evidence passages among the first k passages",
    "passage_nDCG": "nDCG of the evidence passages instead of the articles",
}
_ANSWERS = {
    "answer_accuracy": "1 when the quotes hold an acceptable string for every fact asked for, else 0",
    "EM": "1 when the answer phrase is an acceptable string after SQuAD's normalisation, else 0",
    "F1": "words that the answer phrase shares with the acceptable string that is nearest (Rajpurkar et al. 2016)",
    "similarity": "cosine of the answer phrase and the acceptable string that is closest in meaning",
    "nuggets_strict": "share of the vital facts that the answer states in full (TREC RAG 2024)",
    "nuggets_partial": "weighted share of all facts, where half a fact earns half",
}
_GROUNDING = {
    "evidence_hit": "1 when a quote touches a place that the gold points to, else 0",
    "faithfulness": "share of the sentences that their cited spans support, judged anew by the embedded verifier",
    "citation_recall": "share of the sentences that all their citations together entail (ALCE, Gao et al. 2023)",
    "citation_precision": "share of the citations that are needed or enough for their sentence (ALCE)",
    "citation_exactness": "share of the citations whose span holds exactly the quote; it must be 1",
}
_REFUSAL = {"refusal_accuracy": "1 when an answerable question was answered or an unanswerable one refused, else 0"}

GROUPS: Mapping[str, Mapping[str, str]] = {
    "Retrieval, by article": _BY_ARTICLE,
    "Retrieval, by evidence passage": _BY_PASSAGE,
    "Answers": _ANSWERS,
    "Grounding": _GROUNDING,
    "Refusal": _REFUSAL,
}
"""By title of the group: what each metric means, by its name without the cut-off."""

_REST = "Further"


def grouped(metrics: Iterable[str]) -> dict[str, list[str]]:
    """Sort metrics into the groups, in the order of the catalogue, unknown ones last; empty groups are left out."""
    order = [(title, name) for title, meanings in GROUPS.items() for name in meanings]
    places = {name: (number, title) for number, (title, name) in enumerate(order)}
    known = sorted(metrics, key=lambda metric: places.get(_name(metric), (len(order), _REST))[0])
    titles: dict[str, list[str]] = {}
    for metric in known:
        titles.setdefault(places.get(_name(metric), (0, _REST))[1], []).append(metric)
    return titles


def meaning_of(metric: str) -> str:
    """What a metric says; empty for one that is not in the catalogue."""
    return next((meanings[_name(metric)] for meanings in GROUPS.values() if _name(metric) in meanings), "")


def _name(metric: str) -> str:
    """The name without the cut-off: "Recall" for "Recall@5"."""
    return metric.partition("@")[0]
