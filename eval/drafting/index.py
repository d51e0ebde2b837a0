"""Sentences of an archive by their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from eval.drafting.draft import Draft, Source
from index.keywords.analyzer import stem, words
from index.models import Language
from rag.answering.question_words import content_words


class SentenceIndex:
    """Finds the sentences that hold given words, in whatever form."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Read the whole archive once."""
        self._sources = sources
        self._terms = [{stem(word, source.language) for word in words(source.text)} for source in sources]
        self._holders: dict[str, set[int]] = defaultdict(set)
        self._of_article: dict[str, set[str]] = defaultdict(set)
        self._copies: dict[str, list[Source]] = defaultdict(list)
        for number, (source, terms) in enumerate(zip(sources, self._terms, strict=True)):
            for term in terms:
                self._holders[term].add(number)
            self._of_article[source.article_id].update(words(source.text))
            self._copies[source.text].append(source)

    def copies(self, source: Source) -> list[Source]:
        """The same sentence wherever it stands, in the order of the archive."""
        return self._copies[source.text]

    def with_all(self, wanted: Iterable[str], language: Language) -> list[int]:
        """The numbers of the sentences that hold all words."""
        held = [self._holders.get(stem(word, language), set()) for word in wanted]
        return sorted(set.intersection(*held)) if held else []

    def shared(self, number: int, wanted: Set[str], language: Language) -> set[str]:
        """Those of the words that a sentence holds."""
        return {word for word in wanted if stem(word, language) in self._terms[number]}

    def mentions(self, name: str, draft: Draft) -> bool:
        """Whether the article of a draft holds a part of a name."""
        return any(word in self._of_article[draft.source.article_id] for word in words(name))

    def best_known(self, names: Iterable[str]) -> list[str]:
        """Names, those first that most sentences hold."""
        held = {name: len(self.with_all(words(name), "en")) for name in names}
        return sorted(held, key=lambda name: (-held[name], name))

    def is_ambiguous(self, draft: Draft) -> bool:
        """Whether another sentence holds all that the question speaks of: it may have another answer."""
        language = draft.source.language
        wanted = {word.text for word in content_words(draft.question, language)}
        return any(self._sources[number].text != draft.source.text for number in self.with_all(wanted, language))
