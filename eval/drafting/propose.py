"""All drafts of an archive, and a choice of them that is as mixed as the archive allows."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from eval.drafting.clarity import Clarity
from eval.drafting.draft import Draft, Source
from eval.drafting.english import english_drafts
from eval.drafting.german import german_drafts
from eval.drafting.gold_lines import answerable_line, unanswerable_line
from eval.drafting.index import SentenceIndex
from eval.drafting.near_miss import NearMiss, near_misses
from eval.drafting.people import People
from eval.drafting.quotations import quotation_drafts
from eval.drafting.shortening import shortened
from eval.drafting.sources import sources_of
from eval.gold_set import GoldQuestion
from eval.metrics.normalise import normalise
from index.models import Article

UNANSWERABLE = 0.2
"""Share of near misses among what is proposed."""


def propose(
    articles: Iterable[Article], count: int, seed: int, known: Sequence[GoldQuestion] = ()
) -> list[GoldQuestion]:
    """Propose questions about an archive.

    Args:
        articles: the archive.
        count: how many; fewer come where the rules find no more.
        seed: the same seed over the same articles proposes the same questions.
        known: questions that exist already; what they ask is not proposed again.
    """
    sources = list(sources_of(articles))
    people, index = People(sources), SentenceIndex(sources)
    chance = random.Random(seed)
    drafts = all_drafts(index, people, sources, known)
    wanted_misses = round(count * UNANSWERABLE)
    answerable = choose(drafts, count - wanted_misses, chance)
    taken = {draft.question for draft in answerable}
    others = [draft for draft in drafts if draft.question not in taken] + answerable
    misses = [miss for draft in others for miss in near_misses(draft, people, index, chance)]
    chosen = _spread(misses, wanted_misses)
    lines = [answerable_line(draft, index.copies(draft.source)) for draft in answerable]
    return lines + [unanswerable_line(miss) for miss in chosen]


def all_drafts(
    index: SentenceIndex, people: People, sources: Sequence[Source], known: Sequence[GoldQuestion] = ()
) -> list[Draft]:
    """Every clear and unambiguous draft, each question once.

    Args:
        index: the sentences by their words.
        people: who is a person.
        sources: the sentences.
        known: questions that exist already.
    """
    clarity = Clarity(sources)
    capital = _names_by_capital(sources)

    def accepts(draft: Draft) -> bool:
        return clarity.accepts(draft) and not index.is_ambiguous(draft)

    asked = {normalise(question.question) for question in known}
    spans = {(span.article_id, span.start) for question in known for span in question.spans}
    found: list[Draft] = []
    for source in sources:
        if (source.article_id, source.start) in spans:
            continue
        rules = german_drafts(source, people) if source.language == "de" else english_drafts(source, people, capital)
        for draft in (*quotation_drafts(source, people), *rules):
            if not accepts(draft):
                continue
            short = shortened(draft, accepts)
            key = normalise(short.question)
            if key not in asked:
                asked.add(key)
                found.append(short)
    return found


def choose(drafts: Sequence[Draft], count: int, chance: random.Random) -> list[Draft]:
    """Take turns through languages and types, and from each the article that has been asked about least."""
    groups: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.source.language, draft.type].append(draft)
    for members in groups.values():
        chance.shuffle(members)
    used: Counter[str] = Counter()
    asked: set[tuple[str, int]] = set()
    chosen: list[Draft] = []
    while len(chosen) < count and any(groups.values()):
        for key in sorted(groups):
            members = [d for d in groups[key] if (d.source.article_id, d.source.start) not in asked]
            groups[key] = members
            if not members or len(chosen) == count:
                continue
            best = min(members, key=lambda draft: used[draft.source.article_id])
            chosen.append(best)
            used[best.source.article_id] += 1
            asked.add((best.source.article_id, best.source.start))
    return chosen


def _spread(misses: Sequence[NearMiss], count: int) -> list[NearMiss]:
    """As many near misses as wanted, in both languages where there are some, each replaced name once."""
    chosen: list[NearMiss] = []
    replaced: Counter[str] = Counter()
    left = list(misses)
    while left and len(chosen) < count:
        spoken = Counter(miss.draft.source.language for miss in chosen)
        best = min(left, key=lambda miss: (replaced[miss.now] + replaced[miss.was], spoken[miss.draft.source.language]))
        left.remove(best)
        chosen.append(best)
        replaced.update((best.now, best.was))
    return chosen


def _names_by_capital(sources: Sequence[Source]) -> frozenset[str]:
    """English words that stand with a capital inside sentences more often than without."""
    counted = Counter(
        word.strip(".,;:") for s in sources if s.language == "en" for word in s.text.split()[1:] if word[:1].isalpha()
    )
    return frozenset(word for word, times in counted.items() if word[0].isupper() and times > counted[word.lower()])
