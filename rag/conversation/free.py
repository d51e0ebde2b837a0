"""Which pronouns of a follow-up point back into the conversation, and what each can stand for."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rag.conversation.antecedents import Gender
from rag.conversation.bound import is_bound
from rag.conversation.empty import is_empty
from rag.conversation.follow_up import FollowUp
from rag.conversation.phrases import phrases_of
from rag.conversation.tokens import Token, word_set


class Reference(NamedTuple):
    """A pronoun that points back.

    Attributes:
        start: where it begins in the body of the follow-up.
        end: where it ends.
        text: in lower case.
        kind: what it is.
        gender: what it stands for has; empty for any.
        plural: whether it stands for many.
        person: whether it may stand for a person.
        thing: whether it may stand for a thing.
        place: whether it may stand for a place.
        loose: whether a noun of unknown gender will do.
        preposition: of an English "about it".
    """

    start: int
    end: int
    text: str
    kind: Literal["personal", "possessive", "pointing", "there", "about"]
    gender: Gender = ""
    plural: bool = False
    person: bool = True
    thing: bool = True
    place: bool = False
    loose: bool = False
    preposition: str = ""


_ENGLISH: dict[str, tuple[Gender, bool, bool, bool]] = {
    # gender, plural, person, thing
    "he": ("m", False, True, False),
    "him": ("m", False, True, False),
    "his": ("m", False, True, False),
    "she": ("f", False, True, False),
    "her": ("f", False, True, False),
    "hers": ("f", False, True, False),
    "it": ("", False, False, True),
    "its": ("", False, False, True),
    "they": ("", True, True, True),
    "them": ("", True, True, True),
    "their": ("", True, True, True),
    "theirs": ("", True, True, True),
}
_PLURAL_VERBS = word_set(
    "sind waren haben hatten werden wurden können konnten wollen wollten sollen sollten müssen mussten"
)


def free_references(follow: FollowUp) -> list[Reference]:
    """The pronouns that no name or noun before them in the same text explains, in order."""
    found = (_read(follow, place) for place in range(len(follow.tokens)))
    return [reference for reference in found if reference is not None]


def _read(follow: FollowUp, place: int) -> Reference | None:
    token, words = follow.tokens[place], follow.words
    lower = token.lower
    if token.capital and place > 0 and follow.language == "de" and lower.startswith(("sie", "ihr", "ihn")):
        return None  # "Sie" is who is spoken to
    if lower in words.there and _points_to_place(follow, place) and not _names_place(follow, token):
        return Reference(token.start, token.end, lower, "there", place=True)
    if lower in words.about and follow.language == "de":
        if place and follow.tokens[place - 1].lower in words.degree:  # "Wie viele davon"
            return Reference(token.start, token.end, lower, "pointing", person=False, thing=False)
        return _about_german(follow, token)
    if lower in words.possessive and lower not in ("hers", "theirs") and _is_possessive(follow, place):
        return None if is_bound(follow, place, possessive=True) else _make(follow, place, "possessive")
    if _points_with_noun(follow, place):
        return Reference(token.start, token.end, lower, "pointing", person=False, thing=False)
    if lower in words.pointing and _stands_alone(follow, place):
        return _pointing(follow, place)
    if lower in words.personal and not is_empty(follow, lower):
        return None if is_bound(follow, place) else _personal(follow, place)
    return None


def _personal(follow: FollowUp, place: int) -> Reference:
    if follow.language == "en":
        before = follow.tokens[place - 1] if place else None
        lower = follow.tokens[place].lower
        if (
            lower == "it"
            and before is not None
            and before.lower in ("about", "to", "with", "for", "of", "on", "by", "against")
        ):
            return Reference(before.start, follow.tokens[place].end, "it", "about", preposition=before.lower)
    return _make(follow, place, "personal")


def _make(follow: FollowUp, place: int, kind: Literal["personal", "possessive"]) -> Reference:
    token = follow.tokens[place]
    lower = token.lower
    if follow.language == "en":
        gender, plural, person, thing = _ENGLISH[lower]
        return Reference(
            token.start, token.end, lower, kind, gender, plural, person, thing, place=thing and not person, loose=True
        )
    if lower.startswith("sein") or lower in ("er", "ihn", "ihm", "dessen"):
        return Reference(token.start, token.end, lower, kind, "m", place=kind == "possessive")
    if lower == "es":
        return Reference(token.start, token.end, lower, kind, "n", person=False, loose=False, place=True)
    plural = lower in ("ihnen", "denen") or (lower in ("sie", "ihre", "ihr", "deren") and _plural_verb(follow, place))
    return Reference(token.start, token.end, lower, kind, "" if plural else "f", plural)


def _plural_verb(follow: FollowUp, place: int) -> bool:
    """Whether the verb beside "sie" is in the plural: "Was sagten sie?"."""
    beside = [follow.tokens[n].lower for n in (place - 1, place + 1) if 0 <= n < len(follow.tokens)]
    return any(word in _PLURAL_VERBS or (word.endswith("ten") and len(word) > 4) for word in beside)


def _is_possessive(follow: FollowUp, place: int) -> bool:
    """Whether a noun follows: "ihr Mann", "his deputy"; else "her" and "ihr" are personal."""
    if place + 1 >= len(follow.tokens):
        return False
    following = follow.tokens[place + 1]
    if follow.language == "de":
        rest = follow.tokens[place + 1 : place + 3]
        return any(token.capital for token in rest) or (
            following.lower not in follow.words.function and follow.body.islower()
        )
    return following.lower not in follow.words.function


def _stands_alone(follow: FollowUp, place: int) -> bool:
    """Whether a demonstrative has no noun: "Wo war das?", "Why did that happen?"."""
    tokens, words = follow.tokens, follow.words
    if place + 1 == len(tokens):
        return True
    following = tokens[place + 1]
    if follow.language == "de":
        if follow.tokens[place].lower not in ("das", "dies"):
            return False
        if follow.body[: tokens[place].start].rstrip().endswith(",") or _opens_noun(follow, place + 1):
            return False
        return not follow.body.islower() or following.lower in words.function | words.happening | words.verbs
    if tokens[place].lower == "that":
        before = tokens[place - 1].lower if place else ""
        if following.lower in words.determiners | words.personal | words.possessive:
            return False
        if place and before not in words.auxiliaries | words.prepositions | words.verbs | words.asking:
            return False  # "the match that made them champions"
    return following.lower in words.function | words.happening | words.verbs and not following.capital


# "das von Russland gepachtete Kosmodrom": what stands between article and noun.
_ATTRIBUTE = re.compile(
    r"(?:von|vom|in|im|am|aus|bei|durch|für|mit)\s[^,]*?\b[a-zäöüß]+(?:te|ene|ete|ten|enen)\s+[A-ZÄÖÜ]"
)


def _opens_noun(follow: FollowUp, place: int) -> bool:
    """Whether a noun follows with nothing but adjectives before it: "das älteste bekannte Lied"."""
    if follow.tokens[place].lower.startswith("wieviel") or _ATTRIBUTE.match(follow.body, follow.tokens[place].start):
        return True
    for token in follow.tokens[place:]:
        if token.capital:
            return True
        if token.lower in follow.words.function:
            return False
    return False


def _names_place(follow: FollowUp, token: Token) -> bool:
    """Whether the same text names a place before "there"."""
    return any(p.kind == "place" and p.end - 2 <= token.start for p in phrases_of("– " + follow.body, follow.language))


_NOW = word_set("jahr woche monat tage tagen sommer winter year week month morning evening summer winter days season")
_BACK = word_set("day night time meeting deal summit treaty agreement event war election visit law plan bridge crash")


def _points_with_noun(follow: FollowUp, place: int) -> bool:
    """Whether a demonstrative and its noun point back: "an diesem Tag", "that meeting"; "dieses Jahr" is now."""
    lower = follow.tokens[place].lower
    following = follow.tokens[place + 1] if place + 1 < len(follow.tokens) else None
    if following is None or following.lower in _NOW:
        return False
    if follow.language == "de":
        return lower in ("dieser", "diese", "dieses", "diesem", "diesen") and following.capital
    if lower == "that":
        return following.lower in _BACK
    return lower in ("this", "these", "those") and following.lower not in follow.words.function | follow.words.verbs


def _pointing(follow: FollowUp, place: int) -> Reference | None:
    token = follow.tokens[place]
    before = follow.tokens[place - 1] if place else None
    if token.lower == "it":
        return None if is_empty(follow, "it") or is_bound(follow, place) else _personal(follow, place)
    if follow.language == "en" and before is not None and before.lower in follow.words.prepositions:
        return Reference(before.start, token.end, token.lower, "about", preposition=before.lower)
    return Reference(
        token.start,
        token.end,
        token.lower,
        "pointing",
        "n" if follow.language == "de" else "",
        person=False,
        loose=False,
    )


def _about_german(follow: FollowUp, token: Token) -> Reference | None:
    # What follows behind a comma says what is meant: "Wer sorgt dafür, dass …?".
    if "," in follow.body[token.end :]:
        return None
    if token.lower in ("damit", "dabei", "danach", "darum", "dadurch", "darunter", "davor", "dafür", "dagegen"):
        return Reference(token.start, token.end, token.lower, "pointing", person=False, thing=False)
    return Reference(token.start, token.end, token.lower, "about")


def _points_to_place(follow: FollowUp, place: int) -> bool:
    lower = follow.tokens[place].lower
    if follow.language == "de":
        return lower in ("dort", "dorthin", "dorther") or (lower in ("da", "hier") and place + 1 == len(follow.tokens))
    before = follow.tokens[place - 1].lower if place else ""
    following = follow.tokens[place + 1].lower if place + 1 < len(follow.tokens) else ""
    if lower == "here" or (before in follow.words.auxiliaries and following in follow.words.determiners | {"any", "a"}):
        return False
    # "How many were there?" asks for what there was, "What did he do there?" for a place.
    return not (
        before in ("are", "were", "is", "was", "be", "been")
        and not any(t.lower in ("who", "what") for t in follow.tokens)
    )
