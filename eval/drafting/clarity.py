"""Whether a question is understood by someone who has not read the article."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable

from eval.drafting.draft import Draft, Source
from index.keywords.analyzer import stem, words
from index.models import Language
from rag.answering.question_words import content_words
from rag.support.names.extraction import names

FEWEST_WORDS, MOST_WORDS = 4, 22
SPECIFIC = 1.4
"""What the content words of a question must tell together; a word that one article alone has tells 1."""

_MANY_CONTENT_WORDS = 6
_LONG_NOUN = 12
_RARE = 0.6

_UNCLEAR: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?i)\b(?:er|sie|es|ihn|ihm|ihr|ihre[nmrs]?|ihnen|sein|seine[nmrs]?|diese[nmrs]?|dies|jene[nmrs]?|man|wir|ich|uns"
        r"|unsere?[nmrs]?|dort|hier|dessen|deren|beide[nrm]?"
        r"|da(?:von|rauf|für|zu|ran|gegen|rin|bei|nach|mit|durch|rüber"
        r"|runter)|heutige[nmrs]?|gestrige[nmrs]?|heute|gestern|morgen|vorgestern|damals|solche[nmrs]?|andere[nmrs]?|weitere[nmrs]?|letztere[nmrs]?"
        r"|vergangene[nmrs]?|letzte[nmrs]? (?:woche|monat|jahr)|kommende[nmrs]?|zuvor|später|so|ebenso"
        r"|selbst|eigene[nmrs]?"
        r"|erneut|wieder|desselben|derselbe[n]?|dieselbe[n]?|selben|zweite[nmrs]? hälfte)\b|:|\.\.\.|…"
    ),
    "en": re.compile(
        r"(?i)\b(?:he|she|it|they|him|her|hers|them|his|their|this|these|those|we|our|us|i|my|there|here|both|such"
        r"|today|yesterday|tomorrow|then|ago|later|earlier|another|others?|former|latter"
        r"|(?:last|next) (?:week|month|year)"
        r"|that day|the same|again|himself|herself|itself|themselves|own|so|instead|yet|ones?|second half)\b|:|\.\.\.|…"
    ),
}
_BROKEN = re.compile(
    r"[;()\[\]|*]|\s[-–—]\s|,\s*$|\b(?:and|or|und|oder|the|der|die|das|dem|den|a|ein|eine|than|als|that|dass|nur|of|said)\s*$"
)
_QUOTED = re.compile(r"[„“\"»«”]")
_WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:in|aus|nach|bei|von) ([A-ZÄÖÜ][\w-]+)")
_TWICE_ASKED = re.compile(r"\b(?:wer|wann|wo|who|when|where) .*\b(?:its)\b")


class Clarity:
    """Judges questions by the words of the archive that they are to be asked of."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Count in how many articles each word stands."""
        held: dict[str, set[str]] = defaultdict(set)
        articles: set[str] = set()
        for source in sources:
            articles.add(source.article_id)
            for word in words(source.text):
                held[stem(word, source.language)].add(source.article_id)
        self._articles = len(articles)
        self._frequency = {term: len(ids) for term, ids in held.items()}

    def accepts(self, draft: Draft) -> bool:
        """Whether the question is of sensible length, whole, about something, and keeps its answer to itself.

        It needs a name, a number or a rare compound of its own, or many content words.
        """
        question, language = draft.question, draft.source.language
        if draft.type == "quote":
            return True
        bare = question.rstrip("?")
        if not FEWEST_WORDS <= len(bare.split()) <= MOST_WORDS or _BROKEN.search(bare) or _QUOTED.search(bare):
            return False
        if (
            _UNCLEAR[language].search(bare)
            or _WEEKDAY.search(bare)
            or _TWICE_ASKED.match(bare.lower())
            or self._tells(draft)
        ):
            return False
        content = content_words(question, language)
        telling = math.fsum(self.rarity(word.text, language) for word in content)
        if self._is_marked(bare, language):
            return len(content) >= 2 and telling >= SPECIFIC
        return len(content) >= _MANY_CONTENT_WORDS

    def rarity(self, word: str, language: Language) -> float:
        """How much a word tells: 1 when one article alone has it, 0 when all have."""
        frequency = self._frequency.get(stem(word, language), 1)
        return math.log((self._articles + 1) / frequency) / math.log(self._articles + 1)

    def _is_marked(self, question: str, language: Language) -> bool:
        """Whether a question names something."""
        inside = question.split(" ", 1)[1]
        # German "der" joins nouns to what only looks like a name ("Mandat der Fachleute").
        named = [name for name in names(f"… {inside}", language) if " der " not in name.text]
        if named or any(character.isdigit() for character in inside):
            return True
        nouns = [word for word in inside.split() if word[0].isupper() and len(word) >= _LONG_NOUN]
        nouns += _PLACED.findall(inside)
        return language == "de" and any(self.rarity(noun.lower(), language) > _RARE for noun in nouns)

    def _tells(self, draft: Draft) -> bool:
        """Whether the question holds its own answer."""
        asked = draft.question.lower()
        return any(re.search(rf"\b{re.escape(answer.lower())}\b", asked) for answer in draft.answers[:2])
