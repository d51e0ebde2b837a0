"""Pronouns of a follow-up, put back into the words they stand for: "Was sagte er dazu?", "How much did it cost?"."""

from __future__ import annotations

import re
from dataclasses import replace

from index.models import Language
from rag.conversation.antecedents import Candidate, answer_name, candidates
from rag.conversation.follow_up import FollowUp
from rag.conversation.free import Reference, free_references
from rag.conversation.phrases import phrases_of
from rag.conversation.tokens import capitalised, tokens_of, word_set
from rag.conversation.topic import SEPARATOR, topic_of, with_topic
from rag.conversation.translate import translated
from rag.conversation.words import WORDS

_LOCAL = word_set("in im at bei beim on auf an am")
_SAYING = re.compile(
    r"\b(?:sagt|sagte|sagten|gesagt|meint|meinte|erklärte|äußerte|forderte|versprach|kündigte|say|said|says|tell|told|think|announce"
    r"|promise|demand|mean|reply|answer)\b",
    re.IGNORECASE,
)


def by_reference(follow: FollowUp) -> str | None:
    """The follow-up with its pronouns resolved; None when it has none that points back."""
    found = free_references(follow)
    if not found:
        return None
    text = _replace(follow.body, found, follow)
    said = capitalised(text) + "?"
    if text == follow.body or _thin(text, follow):
        return with_topic(topic_of(follow.context, follow.language), said)
    return said


def resolved(text: str, follow: FollowUp) -> str:
    """A fragment with its possessives resolved: "his deputy" is "Starmer's deputy"."""
    return _replace(text, free_references(follow), follow)


def _thin(text: str, follow: FollowUp) -> bool:
    """Whether too little is left to search for: "Was sagte Putin?" about what was asked before."""
    return bool(_SAYING.search(text)) and len(phrases_of("– " + text, follow.language)) <= 1 and SEPARATOR not in text


def _replace(text: str, found: list[Reference], follow: FollowUp) -> str:
    used: dict[str, Candidate] = {}
    # What stands for the whole topic comes last: it leaves out what the other pronouns stand for.
    ordered = sorted(found, key=lambda reference: reference.kind == "about")
    said = {reference: _words_for(reference, follow, used) for reference in ordered}
    for reference in reversed(found):
        if said[reference]:
            text = text[: reference.start] + said[reference] + text[reference.end :]
    return text


def _words_for(reference: Reference, follow: FollowUp, used: dict[str, Candidate]) -> str:
    """What a pronoun is replaced by; "" where nothing fits."""
    if reference.kind == "about":
        topic = topic_of(follow.context, follow.language, [c.text for c in used.values()])
        frame = {"de": "zum Thema {}", "en": reference.preposition + " {}"}[follow.language]
        return frame.format(_inside(topic, follow)) if topic else ""
    if reference.kind == "there":
        return _place(follow)
    candidate = _antecedent(reference, follow, [c.text for c in used.values()])
    if candidate is None:
        return ""
    used[reference.text] = candidate
    if reference.kind == "possessive":
        return _possessive(candidate, follow.language)
    return candidate.text


def _inside(topic: str, follow: FollowUp) -> str:
    """A topic in the middle of a sentence: its article, if it opens with one, is small again."""
    first = topic.split()[0].lower()
    return topic[:1].lower() + topic[1:] if first in follow.words.determiners else topic


def _place(follow: FollowUp) -> str:
    """Where the exchange before took place, with its preposition; "" when it does not say."""
    context = follow.context
    if context.language == follow.language:
        for phrase in phrases_of(context.question, context.language):
            if phrase.preposition in _LOCAL and (phrase.name or phrase.determiner):
                return context.question[phrase.start : phrase.end]
            if phrase.preposition in ("nach", "to", "into") and phrase.kind == "place":
                return f"in {context.question[phrase.core : phrase.end]}"
    asked = tokens_of(context.question)
    if asked and asked[0].lower in ("wo", "where") and answer_name(context):
        return f"in {answer_name(context)}"
    return ""


def _antecedent(reference: Reference, follow: FollowUp, taken: list[str]) -> Candidate | None:
    """The likeliest thing that a pronoun may stand for, in the exchanges from the newest to the oldest."""
    for exchange in follow.earlier[:4]:
        found = [
            candidate
            for candidate in candidates(exchange)
            if (exchange.language == follow.language or candidate.kind != "thing" or follow.language == "en")
            and candidate.text not in taken
            and candidate.text.lower() not in follow.body.lower()
        ]
        fitting = [candidate for candidate in found if _fits(reference, candidate)]
        fitting.sort(key=lambda candidate: _distance(reference, candidate))
        if fitting:
            return _said(fitting[0], exchange.language, follow.language)
    return None


def _distance(reference: Reference, candidate: Candidate) -> tuple[bool, bool, bool]:
    """How far a candidate is from what a pronoun asks for: certain ones first, things before places for "it"."""
    person = reference.gender == "m" and candidate.kind == "person"
    exact = not reference.gender or candidate.gender == reference.gender or person
    place = not reference.person and candidate.kind in ("place", "party")
    return (not candidate.sure, place or not exact, candidate.kind == "thing" and not candidate.sure)


def _said(candidate: Candidate, source: Language, target: Language) -> Candidate:
    """A candidate in the words of the other language, as far as they are known."""
    if source == target:
        return candidate
    if candidate.kind != "thing":
        return replace(candidate, text=translated(candidate.text, source))
    noun = " ".join(word for word in candidate.text.split() if word not in WORDS[source].determiners)
    return replace(candidate, text=f"the {translated(noun, source)}")


def _fits(reference: Reference, candidate: Candidate) -> bool:
    if reference.plural:
        # A single name of unknown kind may be that of a party, a team or a country.
        body = candidate.kind == "person" and not candidate.sure and " " not in candidate.text
        return candidate.plural or candidate.kind == "party" or body
    if candidate.plural:
        return False
    if candidate.kind == "person":
        return reference.person and (
            not candidate.gender or not reference.gender or candidate.gender == reference.gender
        )
    if candidate.kind == "place":
        return reference.place and candidate.sure
    if not reference.thing or not (candidate.sure or reference.person):
        return False
    if not reference.gender:
        return True
    return candidate.gender == reference.gender or (not candidate.gender and reference.loose)


def _possessive(candidate: Candidate, language: Language) -> str:
    if language == "en":
        return candidate.text + ("'" if candidate.text.endswith("s") and candidate.plural else "'s")
    last = candidate.text.split()[-1]
    if candidate.text[:1].islower():  # "der Kran": a name takes the genitive without an article, a noun does not
        return ""
    return candidate.text + ("’" if last.endswith(("s", "x", "z", "ß")) else "s")
