"""Capitalised words in a row, and which of them are names."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.keywords.analyzer import fold, stem
from index.keywords.compounds import LEAST_PART
from index.keywords.exonyms import exonym_terms
from index.keywords.name_key import name_key
from index.keywords.stop_words import STOP_WORDS
from index.keywords.translation import default_translations
from index.models import Language
from index.readings.words import MONTHS, NUMBER_WORDS, SCALES, WEEKDAYS
from rag.support.names.extraction import FIRST_NAMES
from rag.support.names.german_nouns import is_noun
from rag.support.names.nations import nations_called
from rag.support.names.places import place_ids

SURE = 0.8
"""A known word is a name when its translations are itself with at least this probability."""
BACK = 0.9
"""The same for what it is called when translated back."""
LIKELY = 0.3
"""The same inside a row of capitalised words, most of which are names."""

_TOKEN = re.compile(r"[^\W_]+(?:['’-](?!s\b)[^\W_]+)*\.?")
_ENDS = re.compile(r"[.!?:\"„“”»«]\s*$")
_ROMAN = re.compile(r"[IVX]+\.?")
_MEASURES = """
ostern easter weihnachten christmas pfingsten euro euros dollar dollars prozent percent pfund pound pounds tonnen
kilometer meter kilogramm gramm uhr us-dollar
"""
_CONTRACTED = re.compile(r"['’](?:ve|m|re|ll|d|s|t)$")
_TITLE_LIST = """
Mr Mrs Ms Dr Prof Sir Lord Lady King Queen Prince Princess Pope President Minister Chancellor Secretary General Gen Gov
Governor Adm Admiral Captain Coach Sen Rep Mayor Herr Herrn Frau Präsident Präsidentin Premier Kanzler Kanzlerin
Ministerin König Königin Prinz Prinzessin Papst Gouverneur Bürgermeister Bürgermeisterin Kapitän Trainer Trainerin
Inspector Detective Sergeant Lieutenant Colonel Bishop Archbishop Cardinal Professor Doctor Sheriff Councillor
Ambassador Commissioner Director Mediator Familie Ehepaar Bruder Schwester Mutter Tochter Tante Onkel Bischof Kardinal
Erzbischof Direktor Direktorin Inspektor Professorin Doktor Minister Senator Senatorin
"""
_TITLES = frozenset(_TITLE_LIST.split())
_COUNTED = re.compile(
    r"\b(?:(?:[EeKk]|[MmDdSs])?ein(?:e[nmrs]?)?|[Ii]hre?[nmrs]?|[Uu]nsere?[nmrs]?|eigene[nmrs]?|[Jj]ede[nmrs]?"
    r"|[^\W\d_]{2,}(?:lich|bar|sam|haft|los|ig|er)e[rms]?)\s$"
)
"""What stands before a common noun; with -en the adjectives would be verbs ("beschuldigen")."""
_PREFIX_LIST = "ur rück vize ab an auf aus be bei ein ent er hin mit nach um un ver vor zer zu über unter wider"
_PREFIXES = frozenset(_PREFIX_LIST.split())


class NameRun(NamedTuple):
    """Capitalised words in a row.

    Attributes:
        text: as written.
        words: its parts.
        opens: whether it opens a sentence, where every word has a capital.
        counted: whether an indefinite article or the like stands before it, or an adjective that no name has.
    """

    text: str
    words: tuple[str, ...]
    opens: bool
    counted: bool = False


def name_runs(text: str, language: Language) -> list[NameRun]:
    """Capitalised words in a row, function words, months and days not among them."""
    runs: list[list[re.Match[str]]] = []
    for token in _TOKEN.finditer(text):
        word = token.group().rstrip(".")
        if not _capital(word, language):
            continue
        if runs and text[runs[-1][-1].end() : token.start()] == " " and not _full_stop(runs[-1][-1].group()):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [_run(text, run, language) for run in runs]


def is_name(word: str, language: Language, least: float = SURE) -> bool:
    """Whether a capitalised word is rather a name than a common word: the lexicon has no other word for it.

    Args:
        word: as written.
        language: of the text.
        least: least probability, among its translations, of those that are the word itself.
    """
    lower = word.lower()
    if len(word) > 1 and _sure(word, language):
        return True
    if language == "de" and is_noun(word):
        return False
    translations = default_translations()
    if translations.of(lower, language):
        back: Language = "en" if language == "de" else "de"
        # A noun of both languages ("Hotel") has compounds in German; a name is nothing but itself both ways.
        return _share(word, language) >= least and (least < SURE or _share(word, back) >= BACK)
    return language == "en" or not _is_compound(lower, lambda part: bool(translations.of(part, language)))


def _is_citizen(word: str, language: Language) -> bool:
    """Whether a word is made of a city: "Londoner"."""
    return any(word.endswith(end) and word[: -len(end)] in place_ids(language) for end in ("er", "ern", "erin", "ers"))


def _share(word: str, language: Language) -> float:
    """How likely a word of a language is called the same in the other."""
    called = default_translations().of(word.lower(), language)
    return sum(share for text, share in called if _is_itself(text, word, language)) if called else 1.0


def _is_common(word: str, language: Language) -> bool:
    """Whether the lexicon has another word for it."""
    return bool(default_translations().of(word.lower(), language)) and not some_name(word, language, LIKELY)


def _is_itself(text: str, word: str, language: Language) -> bool:
    """Whether a translation is the word as the other language writes it: "kamchatka" for "Kamtschatka"."""
    other: Language = "en" if language == "de" else "de"
    own = fold(word.lower())
    if text in (own, stem(own, other)):
        return True
    return bool(key := name_key(word, language)) and key == name_key(text, other)


def _is_compound(word: str, known: Callable[[str], bool]) -> bool:
    """Whether a German word ends in a known one, and opens with another or a prefix."""
    cuts = range(2, len(word) - LEAST_PART + 1)
    return any(known(word[cut:]) and (word[:cut] in _PREFIXES or (cut > 2 and known(word[:cut]))) for cut in cuts)


def names_of(run: NameRun, language: Language) -> list[list[str]]:
    """The names in a run, each as its words; titles and common words before a name are left out.

    A row of common words is a name in English, where nouns have no capitals, and none in German.
    """
    words = [word.rstrip(".") for word in run.words]
    if run.counted and "-" not in words[0] and not _sure(words[0], language):
        words = words[1:]
    if not words:
        return []
    if len(words) == 1:
        sure = language == "en" and not run.opens
        return [words] if sure or some_name(words[0], language, SURE) else []
    if language == "en" and not any(some_name(word, language, LIKELY) for word in words):
        return [words]
    if language == "de" and (behind := _behind_noun(words)):
        return [behind]
    found = []
    while rest := list(itertools.dropwhile(lambda word: not _opens_name(word, language), words)):
        length = _length(rest, language)
        named = [part for part in rest[:length] if len(part) > 1 and not _ROMAN.fullmatch(part)]
        found.append(named or rest[:length])
        words = rest[length:]
    return found


def _behind_noun(words: list[str]) -> list[str]:
    """The name of two words behind a noun ("Außenminister Bart Claessens"), or the word behind one that is no noun.

    German sets no two nouns side by side but for what is counted or given ("dem Vater Geld").
    """
    noun, *rest = words
    if noun in _TITLES or _opens_name(noun, "de") or noun.endswith("s"):
        return []
    if any(is_noun(word) for word in rest):
        return []
    met = len(rest) == 1 and default_translations().of(rest[0].lower(), "de")
    return rest if len(rest) <= 2 and not met else []


def _sure(word: str, language: Language) -> bool:
    """Whether a word is a name wherever it stands: a first name, a place, a people, an acronym."""
    lower = word.lower()
    known = word in FIRST_NAMES or lower in place_ids(language) or bool(exonym_terms([word], language))
    return known or word.isupper() or bool(nations_called(word, language)) or _is_citizen(lower, language)


def _opens_name(word: str, language: Language) -> bool:
    return word not in _TITLES and some_name(word, language, LIKELY)


def _length(words: list[str], language: Language) -> int:
    """How many words the name has that a row opens with: "Lukaschenkos Treffen" and "Shawnee Council" have one.

    A common word is part of a name only behind a first name ("Anna Weber"), and as the second of two words behind a
    name that is no place and no genitive.
    """
    for number, (word, following) in enumerate(itertools.pairwise(words), start=1):
        if language == "de" and nations_called(word, language):
            return number
        place = word.lower() in place_ids(language) or bool(exonym_terms([word], language))
        pair = len(words) == 2 and not place and not (language == "de" and word.endswith("s"))
        surname = word in FIRST_NAMES or pair
        if not surname and (_is_common(following, language) or (language == "de" and is_noun(following))):
            return number
    return len(words)


def some_name(word: str, language: Language, least: float) -> bool:
    """Whether a word, or a part of it between hyphens, is a name; see `is_name`."""
    return any(is_name(part, language, least) for part in word.split("-") if part)


def _run(text: str, run: Sequence[re.Match[str]], language: Language) -> NameRun:
    start, end = run[0].start(), run[-1].end() - run[-1].group().endswith(".")
    opens = start == 0 or _ENDS.search(text[:start]) is not None
    counted = language == "de" and _COUNTED.search(text[:start]) is not None
    return NameRun(text[start:end], tuple(token.group() for token in run), opens, counted)


def _full_stop(token: str) -> bool:
    """A stop after one or two letters abbreviates ("J. Smith", "Dr. Weber"), after a longer word it ends a sentence."""
    return token.endswith(".") and len(token) > len("St.")


def _capital(word: str, language: Language) -> bool:
    if not word[:1].isupper() or word in ("I", "II", "III"):
        return False
    return _CONTRACTED.sub("", word).lower() not in _ordinary(language)


@functools.cache
def _ordinary(language: Language) -> frozenset[str]:
    """Words that are no names whatever their first letter: function words, months, days, numbers and measures."""
    calendar = [word.lower() for word in (*MONTHS[language], *WEEKDAYS[language])]
    return STOP_WORDS[language].union(calendar, NUMBER_WORDS[language], SCALES, _MEASURES.split())
