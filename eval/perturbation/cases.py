"""Claims, true and false, each with the passage that it cites: what a verifier is tried on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from eval.perturbation.claims import TrueClaim, locate_claim
from eval.perturbation.generate import Perturbation, variants
from eval.perturbation.hints import hints_of
from index.embedding import Embedder, default_embedder
from index.models import Language, Passage
from index.reading import find_files, read_file
from index.split import split_article
from index.store.archive import SplitArticle
from rag.verification.records import Evidence

Half = Literal["tuning", "report"]

_LANGUAGES: tuple[Language, ...] = ("de", "en")


@dataclass(frozen=True)
class Case:
    """A claim and the passage that it cites.

    Attributes:
        source: id of the true claim that it comes from.
        claim: what is said, and how it came about.
        evidence: the cited passage, as number 1.
        span: where in the article the evidence of the true claim stands; outside the passage for a wrong citation.
        half: which half of the articles it belongs to; verification was never tuned on "report".
    """

    source: str
    claim: Perturbation
    evidence: Evidence
    span: tuple[int, int]
    half: Half

    @property
    def direction(self) -> str:
        """Language of the claim > language of the evidence."""
        return f"{self.claim.language}>{self.evidence.article.language}"


def read_articles(folder: Path, embedder: Embedder | None = None) -> dict[str, SplitArticle]:
    """The articles of a folder by id, split into sentences and passages as indexing splits them.

    Args:
        folder: with articles in any format that can be indexed.
        embedder: sets the length of the passages; None takes the one that Fundstelle comes with.

    Raises:
        SourceError: there is no such folder.
        ModelError: the embedder cannot be loaded.
    """
    counter = embedder or default_embedder()
    articles = [article for file in find_files([folder]) for article in read_file(file.path).articles]
    return {article.id: split_article(article, counter) for article in articles}


def make_cases(claims: Sequence[TrueClaim], articles: Mapping[str, SplitArticle], seed: int = 0) -> Iterator[Case]:
    """Every claim in both languages with all its variants.

    Args:
        claims: true ones.
        articles: those that the claims are about, by id; claims about others are left out.
        seed: the same one gives the same cases.

    Raises:
        SourceError: a claim's evidence is not in its article.
    """
    for language in _LANGUAGES:
        hints = hints_of(claims, language)
        for claim in claims:
            split = articles.get(claim.article)
            if split is None:
                continue
            span = locate_claim(claim, split.article)
            for variant in variants(claim, language, split.article.language, seed, hints[claim.id]):
                wrong = variant.kind == "wrong_citation"
                passage = _other(split, span, f"{seed} {claim.id} {language}") if wrong else _around(split, span)
                if passage is not None:
                    yield Case(claim.id, variant, evidence_of(split, passage), span, half_of(claim.article))


def evidence_of(split: SplitArticle, passage: Passage, number: int = 1) -> Evidence:
    """A passage as evidence."""
    inside = tuple(s for s in split.sentences if passage.start <= s.start and s.end <= passage.end)
    return Evidence(number, split.article, inside)


def half_of(article_id: str) -> Half:
    """Which half an article belongs to."""
    return "report" if hashlib.blake2b(article_id.encode(), digest_size=1).digest()[0] % 2 else "tuning"


def _around(split: SplitArticle, span: tuple[int, int]) -> Passage | None:
    """The passage that holds the beginning of the evidence."""
    return next((p for p in split.passages if p.start <= span[0] < p.end), None)


def _other(split: SplitArticle, span: tuple[int, int], seed: str) -> Passage | None:
    """Another passage of the same article."""
    others = [p for p in split.passages if p.end <= span[0] or span[1] <= p.start]
    return Random(seed).choice(others) if others else None
