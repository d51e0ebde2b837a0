"""German or English: by common words and by the letter sequences of the two languages.

The letter statistics are the `de` and `en` profiles of langdetect, in a factory of our own. langdetect itself draws
some of a text's sequences at random and stops when it feels sure; here all of them count, which gives the same verdict
every time and a better one on short texts. Common words decide questions such as "Wo ist Washington?", in which
the letters of a name speak for the wrong language.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache
from importlib import resources

from index.models import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_UMLAUT = re.compile(r"[äöüß]", re.IGNORECASE)

# Weights in nats, like the letter evidence they are added to.
_COMMON_WORD = 16.0
_SHARED_WORD = 8.0
_UMLAUT_WORD = 4.0
_NAME_SHARE = 0.5  # a capital inside a sentence: often a name, whose letters say little

# langdetect's own smoothing: alpha 0.5 over a base frequency of 10,000.
_SMOOTHING = 0.5 / 10_000

_MOST_CHARACTERS = 1_000
"""How much of a long text is looked at: more changes nothing."""

_GERMAN = """
aber abkommen alle allen als am angriff ans arbeitslose auch auf aufs aus außenminister bei beim besser besuch bis
bundesregierung bundestag dann darf das dass daß dein dem den denn der des deutschland dich diese diesem diesen dieser
dieses dir dort du durch durfte dürfen ein eine einem einen einer eines einigung entscheidung er erdbeben ergebnis es
etwa euch euro europa festnahme folgen forscher frankreich frieden fuer für gab gegen geht gericht gesetz gespräch
gespräche gewesen geworden gibt ging gipfel grund habe haben hatte hatten haushalt heißt heute hier hieß hinter hätte
hätten ich ihm ihn ihnen ihr ihre ihren ihrer ihres im immer ins ist italien jahr jahre jahren jede jeder jedes jetzt
kam kann kein keine keinen keiner koennen kommt konnte konnten krieg kritik können könnte laut leute macht mag mann
mehr mein meine mich ministerpräsident mir mit monat morgen moskau munition muss musste mussten möchte müssen nach
neben neue neuer neues nicht nichts nie noch nordkorea nur ob oder ohne opfer partei passiert passierte polizei preis
preise prozent präsident rakete raketen regierung reise rund russland rücktritt sagt sagte schaden schon schweiz sehr
sei seien sein seine seinem seinen seiner seines seit sich sie sieg sind soll sollen sollte sondern spiel stadt streik
südkorea tage tod tote treffen trotz türkei uhr um umfrage und unfall uns unser unsere unter unternehmen ursache urteil
verbot verletzte vertrag viel viele vielen vom von vor vorwurf waffen wahl wahlen wann war waren warum wegen weil
welche welchem welchen welcher welches wem wen wenige wenn wer werden weshalb wessen wie wieder wieso wieviel wir wird
wirtschaft wo woche wodurch wofür woher wohin womit woran worauf worden worin worüber wozu wurde wurden während wäre
wären würde würden zahl zinsen zu zum zur zwischen österreich über
"""
_ENGLISH = """
about above after against agreement all ammunition and any are army arrest as at attack ban be became because become
been before being below between billion but by can cannot cause chancellor city company could country court crash
crisis damage day days dead deal death decision defence defense did didn't do does doesn't doing don't done down during
each earthquake economy election elections europe every few fire first for france from germany get got government had
has have having he her here his how if injured interest into is isn't it it's italy its just king law leader made make
many may me meeting might million missile missiles money month more most much must my new no nor north not now of off
office on once one only onto or other others our out over own parliament party peace people percent police president
price prices prime prison queen rates report research result results russia said same say says scientists shall she
should since south state strike such summit survey switzerland take talks than that the their them then there these
they this those three through to today tomorrow too took treaty trial trip turkey two under until up us very victims
visit vote wasn't we weapons week were what when where whether which while who whom whose why win with without won't
work world would year years yes yesterday you your
"""
_GERMAN_WORDS = frozenset(_GERMAN.split())
_ENGLISH_WORDS = frozenset(_ENGLISH.split())
_SHARED_WORDS = frozenset({"brand", "die", "gut", "hat", "land", "tag", "was"})
"""German words that are English words too (to die, a hat, it was), but rarer there."""


NO_EVIDENCE = 0.5
"""Nats of evidence below which a text says nothing about its language."""

SURE = 10.0
"""Nats of evidence from which a verdict can be relied on; below it there was a name or two without a common word."""


def detect_language(text: str, default: Language = "en") -> Language:
    """Say whether a text is German or English; a question of two words is enough, its case matters.

    Deterministic, safe to call from several threads, and free of errors: `default` is what a text without evidence
    gets (empty, digits only, another script, "Brexit?").
    """
    score = german_score(text)
    if abs(score) < NO_EVIDENCE:
        return default
    return "de" if score > 0 else "en"


def german_score(text: str) -> float:
    """The evidence for German (above 0) against English (below 0) in nats; 0 when there is none.

    Below `SURE` on either side the verdict is uncertain.
    """
    return sum(evidence for _, evidence in word_evidence(text))


def word_evidence(text: str) -> list[tuple[str, float]]:
    """What each word of a text says for German (above 0) or English (below 0), in nats, in reading order."""
    opening = unicodedata.normalize("NFC", text[:_MOST_CHARACTERS])
    words = _WORD.findall(opening)
    return [(word, _word_score(word, inside=position > 0)) for position, word in enumerate(words)]


def _word_score(word: str, *, inside: bool) -> float:
    """The evidence of one word; `inside` is False for the text's first."""
    lower = word.lower().replace("’", "'")
    if lower in _GERMAN_WORDS:
        return _COMMON_WORD
    if lower in _ENGLISH_WORDS:
        return -_COMMON_WORD
    if lower in _SHARED_WORDS:
        return _SHARED_WORD
    score = _letter_score(lower if word.isupper() else word)
    if inside and word[0].isupper():
        score *= _NAME_SHARE
    return score + (_UMLAUT_WORD if _UMLAUT.search(word) else 0.0)


def _letter_score(word: str) -> float:
    """The log ratio of the word's sequences of one to three letters, its borders included, in German to English."""
    weights = _sequence_weights()
    padded = f" {word} "
    return sum(
        weights.get(padded[start : start + length], 0.0)
        for length in (1, 2, 3)
        for start in range(len(padded) - length + 1)
    )


@cache
def _sequence_weights() -> dict[str, float]:
    """How much each letter sequence speaks for German (above 0) or for English, from langdetect's two profiles."""
    from langdetect.detector_factory import DetectorFactory

    profiles = resources.files("langdetect") / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(profiles / language).read_text(encoding="utf-8") for language in ("de", "en")])
    return {
        sequence: math.log((_SMOOTHING + german) / (_SMOOTHING + english))
        for sequence, (german, english) in factory.word_lang_prob_map.items()
        if sequence != " "
    }
