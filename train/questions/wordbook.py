"""What the texts themselves tell about words: names, finite verbs, base forms, surnames, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from index.models import Language
from train.questions.exonyms import spellings
from train.questions.lexicon import ADVERBS, AUXILIARIES, DETERMINERS, FIRST_NAMES, PREPOSITIONS, PRONOUNS, word_set
from train.questions.tokens import Token, tokens_of

_SUBJECTS = word_set("he she they it tom mary er sie es maria")
_BEFORE_BASE = word_set("to will can could would should must may not didn't don't can't won't doesn't")
_LEAST = 2
_MOSTLY = 4
"""A word counts as a name when it has a capital inside sentences this many times as often as not."""


@dataclass
class WordBook:
    """Counts over both sides of the parallel text.

    Attributes:
        capital: lower-cased English words written with a capital inside a sentence.
        small: lower-cased words of each language written small inside a sentence.
        finite: words of each language that stand right after a subject.
        base: English words that stand after "to" or a modal verb.
        surnames: words that follow a first name, lower-cased.
        places: words that follow a preposition of place, lower-cased.
    """

    capital: Counter[str] = field(default_factory=Counter)
    small: dict[Language, Counter[str]] = field(default_factory=lambda: {"de": Counter(), "en": Counter()})
    finite: dict[Language, Counter[str]] = field(default_factory=lambda: {"de": Counter(), "en": Counter()})
    base: Counter[str] = field(default_factory=Counter)
    surnames: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)

    def read(self, sentence: str, language: Language) -> None:
        """Count the words of one sentence."""
        tokens = [token for token in tokens_of(sentence) if token.is_word]
        for number, token in enumerate(tokens):
            before = tokens[number - 1].low if number else ""
            if not token.capital:
                self._count_small(token, before, number, language)
            elif number and language == "en":
                self.capital[token.low] += 1
                self._count_name(token, before)

    def _count_small(self, token: Token, before: str, number: int, language: Language) -> None:
        if number:
            self.small[language][token.text] += 1
        if number == 1 and before in _SUBJECTS:
            self.finite[language][token.text] += 1
        if language == "en" and before in _BEFORE_BASE:
            self.base[token.text] += 1

    def _count_name(self, token: Token, before: str) -> None:
        if before in FIRST_NAMES and token.low not in FIRST_NAMES:
            self.surnames[token.low] += 1
        elif before in ("in", "at", "near"):
            self.places[token.low] += 1

    def is_name(self, word: str) -> bool:
        """Whether English text writes the word with a capital wherever it stands."""
        low = word.lower()
        return self.capital[low] > _MOSTLY * self.small["en"][low]

    def is_place(self, word: str) -> bool:
        """Whether the word follows "in", "at" or "near" more often than a first name."""
        low = word.lower()
        return any(self.places[name] > max(1, self.surnames[name]) for name in (low, *spellings(low)))

    def is_surname(self, word: str) -> bool:
        """Whether the word follows first names, and more often so than prepositions of place."""
        return self.surnames[word.lower()] > self.places[word.lower()]

    def is_finite(self, word: str, language: Language) -> bool:
        """Whether a small word may be a finite verb: it follows subjects in the texts, or ends like a past tense."""
        if word in AUXILIARIES[language]:
            return True
        if word in _NO_VERBS[language] or not word.islower() or not word[0].isalpha() or len(word) < 3:
            return False
        if language == "en":
            return (self.finite["en"][word] >= _LEAST or word.endswith("ed")) and not word.endswith(("ly", "ing"))
        return self.finite["de"][word] >= _LEAST or word.endswith(("ierte", "ierten", "iert", "ichte", "elte", "igte"))

    def starts_small(self, token: Token, language: Language) -> str:
        """The first word of a sentence as it is written inside one."""
        if language == "de":
            return token.low if self.small["de"][token.low] > 0 and token.low in _FUNCTION["de"] else token.text
        small = token.low in _FUNCTION["en"] or (self.small["en"][token.low] > 0 and not self.is_name(token.text))
        return token.low if small else token.text


_FUNCTION = {
    language: DETERMINERS[language] | PREPOSITIONS[language] | PRONOUNS[language] | ADVERBS[language]
    for language in DETERMINERS
}
_NO_VERBS = {
    "de": _FUNCTION["de"] | word_set("und oder aber nie niemals beide etwas alles nichts ihre seine"),
    "en": _FUNCTION["en"] | word_set("and or but all both not never ever else who whom indeed need"),
}


def read_words(pairs: Iterable[tuple[str, str]]) -> WordBook:
    """Count the words of (English, German) pairs."""
    book = WordBook()
    for english, german in pairs:
        book.read(english, "en")
        book.read(german, "de")
    return book
