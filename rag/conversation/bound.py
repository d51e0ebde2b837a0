"""Pronouns that something before them in the same text explains: "What did Putin say when he met Kim?"."""

from __future__ import annotations

import re

from rag.conversation.follow_up import FollowUp
from rag.conversation.phrases import Phrase, phrases_of
from rag.conversation.tokens import Token, word_set

_OBJECTS = word_set("him her them ihm ihn ihr ihnen")
_COPULAS = word_set("ist war wird wurde sind is was are were will")
_SUBJECTS = word_set("he she they er sie")


def is_bound(follow: FollowUp, place: int, *, possessive: bool = False) -> bool:
    """Whether something before the pronoun in the same text explains it."""
    token = follow.tokens[place]
    before = follow.body[: token.start]
    named = [p for p in phrases_of("– " + follow.body, follow.language) if p.end - 2 <= token.start and p.name]
    named = [phrase for phrase in named if not _is_asked_for(follow, phrase)]
    if token.lower in _SUBJECTS or possessive:
        if any(phrase.kind != "place" or phrase.text.endswith(("'s", "’s")) for phrase in named):
            return True
        if (named and token.lower in ("its", "they", "their", "sie")) or (named and token.lower.startswith("ihr")):
            return True
    clauses = re.split(
        r",|\b(?:when|while|after|before|because|that|if|than|als|wenn|dass|weil|nachdem|bevor|während|obwohl)\b",
        before,
    )
    opener = follow.tokens[0].lower
    if clauses[-1].strip() == "" and (place + 1 == len(follow.tokens) or token.lower in _OBJECTS):
        clauses = clauses[:-2]  # "before him": a preposition, not a clause
    if len(clauses) > 1 and (named or _has_noun(follow, clauses[0]) or opener in ("wer", "who")):
        return True
    if _name_follows_clause(follow, token):
        return True
    if not possessive:
        return False
    inside = follow.tokens[place - 1].lower if place else ""
    owners = [p for p in phrases_of("– " + follow.body, follow.language) if p.end - 2 <= token.start and p.determiner]
    if owners and inside not in ("of", "von") and (inside in follow.words.prepositions or follow.language == "en"):
        return True  # "Was kostete das Ticket bei seiner Einführung?"
    beside = bool(owners) and not follow.body[owners[-1].end - 2 : token.start].strip()
    if beside and not token.lower.endswith(("er", "es")):
        return True  # "Wann nahm die Bahn ihren Betrieb auf?", but not "der Chef seiner Partei"
    second = follow.tokens[1].lower if len(follow.tokens) > 1 else ""
    if opener in ("wer", "who") and second not in _COPULAS:
        return True
    return opener in ("wie", "welche", "welcher", "welches", "how", "which") and _noun_owns(follow, place)


def _is_asked_for(follow: FollowUp, phrase: Phrase) -> bool:
    """Whether a German noun belongs to the question phrase: "Wie viel Strom lieferten sie?"."""
    before = [token.lower for token in follow.tokens if token.end <= phrase.head - 2]
    return bool(before) and before[-1] in follow.words.degree | follow.words.asking


def _has_noun(follow: FollowUp, clause: str) -> bool:
    if follow.language == "de":
        return any(word[0].isupper() for word in clause.split()[1:])
    left_out = follow.words.function | follow.words.verbs | follow.words.degree
    return any(word.lower() not in left_out for word in re.findall(r"\w+", clause))


def _name_follows_clause(follow: FollowUp, token: Token) -> bool:
    """Whether the pronoun stands in an opening clause and the name it stands for behind the comma."""
    comma = follow.body.find(",", token.end)
    if comma < 0 or follow.tokens[0].lower not in follow.words.subordinating | {"als", "nachdem", "bevor"}:
        return False
    return any(phrase.name for phrase in phrases_of("– " + follow.body[comma + 1 :], follow.language))


def _noun_owns(follow: FollowUp, place: int) -> bool:
    """Whether the noun asked for owns what the possessive names: "How many people lost their homes?"."""
    before = follow.tokens[:place]
    if any(token.lower in ("did", "do", "does", "of", "von") for token in before):
        return False
    owners = follow.words.agents
    return any(token.lower in owners for token in before)
