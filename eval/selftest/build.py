"""Write the cases of the self-test: `python -m eval.selftest.build --data DIR`, with the demo archive in DIR.

Questions are taken from the gold of the demo archive, evenly over the directions; statements from the true claims of
`eval.perturbation`, each in both languages. Rerun it when the articles or the claims have changed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from eval.gold_set import GoldQuestion, load_gold
from eval.options import DEFAULT_GOLD
from eval.perturbation import TrueClaim, load_claims, locate_claim
from eval.runs.files import write_whole
from eval.selftest.cases import CASES, Case, Evidence
from index.models import Article, Language
from index.sentences import split_sentences
from rag import Fundstelle

QUESTIONS = 8
"""A direction; half as many unanswerable ones a language."""
CLAIMS, TURNED = 14, 10
"""A language of the article; of the latter, each has a counterpart with its roles exchanged."""
_LONGEST = 320


def main(arguments: Sequence[str] | None = None) -> None:
    """Write them."""
    parser = argparse.ArgumentParser(prog="python -m eval.selftest.build", description=__doc__)
    parser.add_argument("--data", metavar="DIR", help="the data folder with the demo archive")
    with Fundstelle.open(parser.parse_args(arguments).data) as archive:
        cases = [*_questions(archive, load_gold(DEFAULT_GOLD)), *_claims(archive, load_claims())]
    write_whole(CASES, "".join(f"{case.model_dump_json(exclude_defaults=True)}\n" for case in cases))


def _questions(archive: Fundstelle, gold: Iterable[GoldQuestion]) -> Iterator[Case]:
    """Questions with one fact and one sentence that states it in so many words; and questions without an answer."""
    taken: Counter[str] = Counter()
    for question in gold:
        case = _question(archive, question)
        if case is None or question.now:
            continue
        kind = f"{case.language}>{case.evidence.language}" if case.evidence else case.language
        if taken[kind] < (QUESTIONS if case.evidence else QUESTIONS // 2):
            taken[kind] += 1
            yield case


def _question(archive: Fundstelle, gold: GoldQuestion) -> Case | None:
    """The case that a gold question makes; None when it does not lend itself."""
    if not gold.answerable:
        return Case(id=gold.id, question=gold.question, language=gold.language)
    if len(gold.facts) != 1 or not gold.spans or gold.spans[0].article_id != gold.articles[0]:
        return None
    evidence = _sentence(archive.article(gold.articles[0]), gold.spans[0].start)
    answer = next((string for string in gold.facts[0] if evidence and string in evidence.text), None)
    if evidence is None or answer is None:
        return None
    start = evidence.text.index(answer)
    return Case(
        id=gold.id,
        question=gold.question,
        language=gold.language,
        answers=gold.facts[0],
        evidence=evidence,
        phrase=(start, start + len(answer)),
    )


def _claims(archive: Fundstelle, claims: Sequence[TrueClaim]) -> Iterator[Case]:
    """True claims about both languages' articles, in both languages: some that can be turned, the others spread."""
    languages: tuple[Language, ...] = ("de", "en")
    for language in languages:
        own = [claim for claim in claims if archive.article(claim.article).language == language]
        turned = [claim for claim in own if claim.turned][:TURNED]
        others = [claim for claim in own if not claim.turned]
        for claim in (*turned, *others[:: max(1, len(others) // CLAIMS)][:CLAIMS]):
            article = archive.article(claim.article)
            evidence = _sentence(article, locate_claim(claim, article)[0])
            if evidence is not None:
                yield from (_claim(claim, evidence, spoken) for spoken in languages)


def _claim(claim: TrueClaim, evidence: Evidence, language: Language) -> Case:
    return Case(
        id=f"{claim.id}-{language}",
        question=f"({claim.id})",
        language=language,
        evidence=evidence,
        claim=claim.text(language),
        turned=claim.turned.text(language) if claim.turned else None,
    )


def _sentence(article: Article, start: int) -> Evidence | None:
    """The sentence of an article that holds a character; None when it is too long to be a good example."""
    spans = split_sentences(article.text, article.language)
    first, end = next((span for span in spans if span[0] <= start < span[1]), (start, start))
    text = article.text[first:end].strip()
    if not 20 <= len(text) <= _LONGEST:
        return None
    return Evidence(article_id=article.id, title=article.title, language=article.language, text=text)


if __name__ == "__main__":
    main()
