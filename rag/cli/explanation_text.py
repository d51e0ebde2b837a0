"""A search and its stages as plain text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby

from index.models import Language
from rag.cli.answer_text import WIDTH, about, interpreted_text
from rag.explanation import (
    Analysis,
    Dropped,
    ExplainedSearch,
    Explanation,
    Filtering,
    LanguageStage,
    Parts,
    Place,
    ScoredPlace,
    Term,
)
from rag.models import SearchResult

TERMS = 8
"""Keywords of a kind that are shown, those that count most first."""

RENDERINGS = 3
_LANGUAGE: dict[Language, str] = {"de": "German", "en": "English"}
_SAID = {"copy": "copy of", "beyond_k": "would be number", "filtered": "left out by the filter"}


def explained_text(search: ExplainedSearch) -> str:
    """Every stage of a search in its order: question, filters, candidates, results, what was dropped."""
    explanation = search.explanation
    blocks = [
        ["Question", *_question(explanation.analysis)],
        *(
            [f"Keywords for {_LANGUAGE[language]} articles", *_keywords(terms)]
            for language, terms in explanation.analysis.keywords.items()
        ),
        ["Filters", *_filters(explanation.filtering)],
        *([f"{_LANGUAGE[stage.language]} articles", *_stage(stage)] for stage in explanation.languages),
        ["Ranking", *_ranking(explanation)],
        ["Results", *_results(search.results, explanation.results)],
        ["Dropped", *(_dropped(one) for one in explanation.dropped)],
    ]
    return "\n\n".join("\n".join(_wrapped(block)) for block in blocks if len(block) > 1)


def _wrapped(block: Sequence[str]) -> Iterable[str]:
    """The heading, and the lines below it indented; a line that is too long goes on further in."""
    yield block[0]
    for line in block[1:]:
        text = line.lstrip()
        indent = "  " + line[: len(line) - len(text)]
        yield textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)


def _question(analysis: Analysis) -> Iterable[str]:
    language = _LANGUAGE[analysis.language]
    if analysis.certainty == "stated":
        yield f"language: {language}, as stated"
    else:
        words = ", ".join(f"{one.word} {one.evidence:+.1f}" for one in analysis.words)
        yield f"language: {language} ({analysis.certainty}: {analysis.evidence:+.1f} nats, German above 0; {words})"
    yield f"times: {interpreted_text(analysis.interpreted) if analysis.interpreted else 'none read'}"
    compared = ", ".join(f"{one.word} {one.weight:.2f}" for one in analysis.compared)
    yield f"compared word by word: {compared or 'nothing'}"
    for translation in analysis.translations:
        into = ", ".join(f"{one.stem} {one.probability:.2f}" for one in translation.into[:RENDERINGS])
        yield f"translated: {translation.word} -> {into or 'unknown, kept as it is'}"


def _keywords(terms: Sequence[Term]) -> Iterable[str]:
    for kind, group in groupby(terms, key=lambda one: one.kind):
        own = sorted(group, key=lambda one: -one.weight * one.rarity)
        shown = ", ".join(f"{one.term} {one.weight:.2f}" for one in own[:TERMS])
        more = f" and {len(own) - TERMS} more" if len(own) > TERMS else ""
        yield f"{kind}: {shown}{more}"


def _filters(filtering: Filtering) -> Iterable[str]:
    yield f"passages in the archive: {filtering.passages}"
    for step in filtering.steps:
        note = " (nothing was published then, so it was disregarded)" if step.disregarded else ""
        yield f"{step.filter} {step.value}: {step.left} left{note}"
    yield f"searched: {filtering.searched}"


def _stage(stage: LanguageStage) -> Iterable[str]:
    yield f"searched: {stage.searched} of {stage.passages} passages"
    for source in stage.sources:
        yield f"{source.name}: {source.found} candidates"
        for one in source.best:
            yield f"  {_place(one)}: {one.raw:.3f}, standardised {one.standardised:+.2f}"
    yield f"together: {stage.candidates} candidates, {stage.compared} of them compared word by word"
    w = stage.weights
    yield f"weights: keyword {w.keyword}, vector {w.vector}, word by word {w.token}"


def _ranking(explanation: Explanation) -> Iterable[str]:
    yield f"candidates: {explanation.candidates}, of which {explanation.copies} are copies of others"
    yield f"read by the model that reranks: {explanation.reranked or 'none'}"


def _results(results: Sequence[SearchResult], scored: Sequence[ScoredPlace]) -> Iterable[str]:
    for result, one in zip(results, scored, strict=True):
        yield f"{one.rank}. {about(result)}"
        yield f"  {_place(one)}"
        yield f"  score {one.score:.2f} = {_sum(one.parts)}"
        read = f", answerable {one.answerable:.2f}" if one.answerable is not None else ""
        yield (
            f"  found by {', '.join(one.found_by)}; BM25 {one.bm25:.2f} ({one.keyword:+.2f}), cosine {one.cosine:.3f} "
            f"({one.vector:+.2f}), word by word {one.token:.3f}{read}"
        )
        if one.matches:
            yield f"  keywords: {', '.join(f'{match.term} {match.part:.2f}' for match in one.matches)}"
        if result.also_in:
            yield f"  also in: {', '.join(result.also_in)}"


def _sum(parts: Parts) -> str:
    """The parts that are not 0, with their signs; those of the fusion always."""
    named = parts.model_dump()
    shown = {name: part for name, part in named.items() if part or name in ("keyword", "vector", "token")}
    text = " ".join(f"{'-' if part < 0 else '+'} {abs(part):.2f} {name}" for name, part in shown.items())
    return text.removeprefix("+ ")


def _dropped(one: Dropped) -> str:
    said = _SAID[one.reason]
    if one.copy_of is not None:
        said = f"{said} {_place(one.copy_of)}"
    elif one.rank is not None:
        said = f"{said} {one.rank}"
    else:
        said = f"{said} {', '.join(one.filters)}"
    return f"{_place(one)}: {said} (score {one.score:.2f})"


def _place(place: Place) -> str:
    return f"{place.article_id} characters {place.start}-{place.end}"
