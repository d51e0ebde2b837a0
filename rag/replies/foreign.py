"""Whether a text is in neither German nor English, however many foreign names and titles a question may hold.

Function words decide, letters help; a capital inside a text is most likely a name's and counts for little, and what
stands in quotation marks is what the question is about, not the language it is asked in.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from importlib import resources

from index.keywords.stop_words import STOP_WORDS
from index.language import word_evidence
from rag.replies.letters import LANGUAGES, letter_score

FILE = "function_words.json"

COMMON = 16.0
"""What a function word adds to its language, as in `index.language`."""
NAME = 0.2
"""The share that a word with a capital inside the text counts."""
MARGIN = 14.0
"""By how much another language must be likelier than German and English."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"[„“”\"«»‚‘].*?[“”\"«»‘’](?!\w)|(?<!\w)'[^']+'(?!\w)")
_LISTED = """
    wer wem wen wessen wann wo woher wohin warum weshalb wieso wie was welche welcher welches welchen welchem wieviel
    who whom whose when where why how what which does did
    """
_ASKING = frozenset(_LISTED.split())
_MOST_WORDS = 60


def is_foreign(text: str) -> bool:
    """Whether a text is in another script or another language than German and English; False in doubt."""
    words = _WORD.findall(unicodedata.normalize("NFC", _QUOTED.sub(" ", text)))[:_MOST_WORDS]
    if len(words) < 2:
        words = _WORD.findall(unicodedata.normalize("NFC", text))[:_MOST_WORDS]
    if not words or (words[0].lower() in _ASKING and not _languages_of(words[0].lower())):
        return False  # most questions are done with here
    own = sum(_is_ours(word.lower()) for word in words)
    letters = "".join(words)
    if sum(_is_latin(character) for character in letters) < len(letters) / 2:
        return own == 0
    telling = _telling(words)
    asked = text.rstrip().endswith(("?", ";"))
    if own > len(telling) + _shared(words) or (len(words) == 1 and not asked):
        return False
    if not telling and (own > 1 or not asked or len(words) < 3):
        return False
    scores = _scores(words)
    ours = max(scores["de"], scores["en"])
    least = MARGIN if telling and (asked or len(telling) > 1) else 3 * MARGIN
    return max(score for language, score in scores.items() if language not in ("de", "en")) - ours > least


def _telling(words: list[str]) -> list[str]:
    """The function words of other languages that ours do not have; none inside names ("Rio de Janeiro")."""
    capital = [word[0].isupper() for word in words]
    return [
        word
        for place, word in enumerate(words)
        if len(word) > 1
        and _languages_of(word.lower())
        and not _is_ours(word.lower())
        and not (0 < place < len(words) - 1 and capital[place - 1] and capital[place + 1] and not capital[place])
        and not (capital[place] and word.isupper())
    ]


def _shared(words: list[str]) -> int:
    """How many are function words of ours and of others too."""
    return sum(_is_ours(word.lower()) and bool(_languages_of(word.lower())) for word in words)


def _scores(words: list[str]) -> dict[str, float]:
    """The evidence for each language."""
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for position, word in enumerate(words):
        lower = word.lower()
        weight = NAME if position > 0 and word[0].isupper() else 1.0
        common = _languages_of(lower)
        for language in LANGUAGES:
            bonus = COMMON if language in common or (language in ("de", "en") and _is_ours(lower)) else 0.0
            scores[language] += weight * (letter_score(lower, language) + bonus)
    return scores


def _is_latin(character: str) -> bool:
    return "LATIN" in unicodedata.name(character, "")


@functools.lru_cache(maxsize=4096)
def _is_ours(word: str) -> bool:
    """Whether a word is a function word, or another very common one, of German or English."""
    if word in _ASKING or word in STOP_WORDS["de"] or word in STOP_WORDS["en"]:
        return True
    # Letters alone add up to anything; exactly so much says that the word is listed.
    return any(abs(evidence) == COMMON for _, evidence in word_evidence(word))


def _languages_of(word: str) -> frozenset[str]:
    """The languages other than ours in which it is a function word."""
    return _table().get(word.replace("’", "'"), frozenset())


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    listed = json.loads((resources.files(__package__) / FILE).read_text(encoding="utf-8"))
    for language, words in listed.items():
        for word in words.split():
            table.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in table.items()}
