"""Follow-ups that name another thing: "Und Lukaschenko?", "What about Germany?", "And in Syria?"."""

from __future__ import annotations

import re

from index.models import Language
from rag.conversation.clause import read_clause
from rag.conversation.follow_up import FollowUp
from rag.conversation.phrases import Phrase, phrases_of
from rag.conversation.references import resolved
from rag.conversation.tokens import capitalised, joined, tokens_of, word_set
from rag.conversation.topic import SEPARATOR
from rag.conversation.words import WORDS

_DATIVE = {"die": "der", "der": "dem", "das": "dem", "den": "dem"}
_CONTRACTED = {"beim": "bei dem", "im": "in dem", "am": "an dem", "zum": "zu dem", "zur": "zu der", "vom": "von dem"}
_PARTICIPATING = word_set("bei beim mit für von vom for with of by to about")
_LONGEST = 7
_LATER = word_set("danach davor später vorher hinterher afterwards afterward later beforehand next then")
_COPULAR: dict[Language, str] = {"de": r"(Wer (?:ist|war|sind|waren))\b", "en": r"(Who (?:is|was|are|were))\b"}


def by_entity(follow: FollowUp) -> str | None:
    """The question before about the thing that this one names; None when this one is more than a name."""
    named = _named(follow)
    if named is None:
        return None
    said, phrase = named
    if not follow.same_language:
        return None
    question = follow.context.question.rstrip()
    if phrase.text.lower() in question.lower():
        return _narrowed(question, phrase, follow.language) or _besides(question, said, follow.language)
    if phrase.text.lower() != said.lower() or any(t.lower in follow.words.possessive for t in follow.tokens):
        copular = re.match(_COPULAR[follow.language], question, re.IGNORECASE)
        if copular and any(t.lower in follow.words.possessive for t in follow.tokens):
            return f"{copular[1]} {said}?"
    slot = _slot(follow, phrase)
    if slot is None:
        return _appended(question, phrase, said, follow.language)
    return capitalised(question[: slot.start] + _fitted(question, slot, phrase, follow.language) + question[slot.end :])


def _named(follow: FollowUp) -> tuple[str, Phrase] | None:
    """The whole follow-up as one thing, pronouns in it resolved; None when it is more, or might be a new topic."""
    words, tokens = follow.words, follow.tokens
    if not tokens or len(tokens) > _LONGEST or any(t.lower in words.asking | words.auxiliaries for t in tokens):
        return None
    if all(t.lower in _LATER for t in tokens):
        return None
    opens = follow.linked or follow.framed
    by_preposition = tokens[0].lower in words.prepositions
    body = resolved(follow.body, follow) if any(t.lower in words.possessive for t in tokens) else follow.body
    # Behind "Was ist mit", so that a first word is told from a name by its capital alone.
    lead = "was ist " if follow.language == "de" else "what of "
    owned = any(t.lower in words.possessive for t in tokens)
    found = [_plain(lead + body, len(lead), follow.language)] if owned else phrases_of(lead + body, follow.language)
    whole = len(found) == 1 and found[0].start <= len(lead) + 4 and found[0].end >= len(lead + body) - 1
    if not whole and len(found) < 2 and (opens or by_preposition) and len(tokens) <= 4:
        found, whole = [_plain(lead + body, len(lead), follow.language)], True
    if not whole:
        return None
    phrase = found[0]
    if not opens and not by_preposition and not _same_kind(follow, phrase):
        return None
    return body, phrase


def _plain(text: str, start: int, language: Language) -> Phrase:
    """A fragment without a capital as one noun phrase: "und im osten", "for women"."""
    words = WORDS[language]
    tokens = tokens_of(text[start:])
    preposition = tokens[0].lower if tokens[0].lower in words.prepositions else ""
    rest = tokens[1:] if preposition and len(tokens) > 1 else tokens
    determiner = rest[0].lower if rest[0].lower in words.determiners else ""
    core = start + rest[0].start
    head = start + rest[1].start if determiner and len(rest) > 1 else core
    return Phrase(start, core, head, len(text), text[head:], preposition, determiner, False, "thing")


def _same_kind(follow: FollowUp, phrase: Phrase) -> bool:
    """Whether a name alone is most likely another one of the same kind: a country after a question about a country."""
    if not phrase.name or phrase.kind == "thing" or not follow.text.rstrip().endswith("?"):
        return False
    return any(other.kind == phrase.kind for other in phrases_of(follow.context.question, follow.context.language))


def _slot(follow: FollowUp, phrase: Phrase) -> Phrase | None:
    """The thing in the question before whose place the new one takes."""
    question = follow.context.question
    offset = question.find(SEPARATOR) + len(SEPARATOR) if SEPARATOR in question else 0
    scored = [
        (_likeness(phrase, other), -number, other)
        for number, other in enumerate(phrases_of(question, follow.language))
        if other.start >= offset and not _is_asked_for(question, other, follow.language)
    ]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] >= 2 else None


def _is_asked_for(question: str, phrase: Phrase, language: Language) -> bool:
    """Whether a noun belongs to the question phrase: "Wie viel Benzin", "which country"."""
    before = [token.lower for token in tokens_of(question[: phrase.head])]
    words = WORDS[language]
    return bool(before) and (before[-1] in words.degree or before[-1] in words.asking or before[-1].startswith("welch"))


def _likeness(new: Phrase, old: Phrase) -> int:
    same_preposition = _plainly(new.preposition) == _plainly(old.preposition)
    score = 3 if new.kind == old.kind and new.kind != "thing" else 0
    score += 2 if new.name and old.name else 0
    score += 2 if same_preposition and new.preposition else 0
    score += 1 if same_preposition or new.preposition in _PARTICIPATING else 0
    score += 1 if bool(new.determiner) == bool(old.determiner) else 0
    score += 1 if new.determiner and old.determiner and not old.preposition else 0
    if {new.kind, old.kind} == {"place", "person"} or {new.kind, old.kind} == {"place", "party"}:
        score -= 2
    if new.preposition and not old.preposition and new.preposition not in _PARTICIPATING:
        score -= 2
    if new.name != old.name and not (new.determiner and old.determiner and not old.preposition):
        score -= 2
    return score


def _plainly(preposition: str) -> str:
    """A preposition without the article in it: "im" is "in"."""
    return _CONTRACTED.get(preposition, preposition).split(" ")[0]


def _fitted(question: str, slot: Phrase, new: Phrase, language: Language) -> str:
    """The new thing in the form that its place asks for: preposition, article, genitive."""
    preposition = question[slot.start : slot.core].strip()
    determiner = new.determiner
    if language == "de":
        if new.preposition and slot.preposition:
            preposition = new.preposition
        elif new.preposition and not slot.preposition and slot.determiner:
            determiner = slot.determiner if new.preposition in _CONTRACTED or new.determiner else ""
        elif determiner and preposition and slot.determiner not in ("", "die", "das", "den"):
            determiner = _DATIVE.get(determiner, determiner)
        if preposition.lower() in _CONTRACTED and (determiner or slot.kind != new.kind):
            preposition = new.preposition or preposition
    elif new.preposition and slot.preposition and new.preposition not in _PARTICIPATING:
        preposition = new.preposition
    ending = re.search(r"['’]s?$", slot.text)
    text = new.text
    if ending and not text.endswith(("'s", "’s")):
        text += "'s"
    elif (
        language == "de"
        and slot.kind == "place"
        and new.kind == "place"
        and _is_genitive(slot)
        and not text.endswith("s")
    ):
        text += "s"
    return joined(preposition, determiner, text)


def _is_genitive(phrase: Phrase) -> bool:
    """Whether a German place has the genitive's ending: "Deutschlands"."""
    return phrase.text.endswith("ands") or (phrase.text.endswith("ens") and not phrase.preposition)


def _narrowed(question: str, phrase: Phrase, language: Language) -> str | None:
    """One of two things that were asked about together: "in der Türkei und Syrien" and "Und in Syrien?"."""
    for other in phrases_of(question, language):
        if phrase.text in other.text and re.search(r" (?:und|and) ", other.text):
            determiner = f"{phrase.determiner} " if phrase.determiner else ""
            return question[: other.core] + determiner + phrase.text + question[other.end :]
    return None


def _within(body: str, said: str) -> str:
    """A German question with a circumstance before the end of its verb: "… in Frankreich abgeschaltet?"."""
    clause = read_clause(body, "de")
    last = tokens_of(clause.rest)[-1] if clause and clause.rest else None
    if last is None or last.capital or not last.lower.endswith(("t", "en")):
        return f"{body} {said}?"
    place = len(body) - len(last.text)
    return f"{body[:place]}{said} {body[place:]}?"


def _besides(question: str, said: str, language: Language) -> str:
    """What is named was in the question already: ask what there is to say about it."""
    body = question.rstrip("?!. ")
    return f"{body}, und was ist mit {said}?" if language == "de" else f"{body}, and what about {said}?"


def _appended(question: str, phrase: Phrase, said: str, language: Language) -> str:
    """No place to take: a place or a circumstance is added to the question, anything else asked for beside it."""
    body = question.rstrip("?!. ")
    if phrase.preposition and phrase.preposition not in _PARTICIPATING:
        return _within(body, said) if language == "de" else f"{body} {said}?"
    copular = re.match(_COPULAR[language], body, re.IGNORECASE)
    if copular:
        return f"{copular[1]} {said}?"
    return _besides(question, said, language)
