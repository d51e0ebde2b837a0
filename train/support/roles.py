"""Made-up sentences about who did what to whom, told in many ways: true claims and ones with the parties exchanged.

The order of the names tells nothing: active, passive, object first, as a noun and from the other side, in either
language, stand for true and for false claims alike. Nor does what is usual: half of the deeds are done by the party
that they are rather done to. Evidence may say more than a claim does; a claim adds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from index.models import Language
from train.support.deeds import Deed
from train.support.parties import Party, party
from train.support.rows import DIRECTIONS, Row

SECOND_EVENT = 0.4
"""Share of evidence, at most, that tells of a second deed among the same and a third party."""
AROUND = 0.4
"""Share of evidence with a sentence that is about something else."""
UNUSUAL = 0.5
"""How often the parties stand against what is natural for the deed."""
DATED = 0.7
"""How often it is said when something happened, where nothing else follows the verb."""
KEPT = 0.6
"""How often a claim repeats what the evidence says besides who did what to whom."""
CONTRACTED = 0.8
"""How often German writes "vom" for "von dem"."""

Both = tuple[str, str]
"""The same words in English and in German."""

_DAYS: tuple[Both, ...] = (
    ("on Monday", "am Montag"),
    ("on Friday", "am Freitag"),
    ("in May", "im Mai"),
    ("last year", "im vergangenen Jahr"),
    ("in 2021", "2021"),
    ("on Sunday evening", "am Sonntagabend"),
    ("in the end", "am Ende"),
)
# In German the noun is an object in both, so that a masculine article shows it.
_NOUN_FRAMES: tuple[Both, ...] = (
    ("the report mentions {}", "der Bericht erwähnt {}"),
    ("nobody had expected {}", "{} hatte niemand erwartet"),
)
_ASIDES: tuple[Both, ...] = (
    ("The weather stayed fine.", "Das Wetter blieb schön."),
    ("Nobody was available for comment at first.", "Zunächst war niemand für eine Stellungnahme zu erreichen."),
    ("Details are to follow in the coming days.", "Einzelheiten sollen in den kommenden Tagen folgen."),
    ("About 300 people had come.", "Rund 300 Menschen waren gekommen."),
    ("The matter had been open for months.", "Die Sache war seit Monaten offen."),
)
_NOTHING: Both = ("", "")


@dataclass(frozen=True)
class Event:
    """Somebody does something to somebody, with what follows the verb, or when it was."""

    deed: Deed
    who: Party
    whom: Party
    tail: Both = _NOTHING
    day: Both = _NOTHING

    def exchanged(self) -> Event:
        """The same with the parties exchanged."""
        return replace(self, who=self.whom, whom=self.who)


def role_rows(deeds: Sequence[Deed], count: int, draw: Random) -> Iterator[Row]:
    """Claims within and across both languages, as many false as true ones.

    Args:
        deeds: what may happen.
        count: how many.
        draw: all that is random.
    """
    for number in range(count):
        written, stated = DIRECTIONS[number % 4]
        label = number // 4 % 2
        events = _events(deeds, draw)
        told = [tell(event, written, draw, claim=False) for event in events]
        chosen = draw.randrange(len(events))
        event = _as_told(events[chosen], told[chosen], written, draw)
        if not label:
            event = _false(event, events, draw)
        yield Row(_evidence(told, written, draw), tell(event, stated, draw), label, "role", written, stated, "made up")


def _events(deeds: Sequence[Deed], draw: Random) -> list[Event]:
    deed = draw.choice(deeds)
    kinds = draw.choice(deed.kinds)
    who, whom = _two(kinds, draw)
    first = _event(deed, who, whom, draw)
    if draw.random() >= SECOND_EVENT:
        return [first]
    third, other = party(draw.choice(kinds), draw), draw.choice(deeds)
    pair = draw.choice(((third, who), (whom, third), (who, third), (third, whom)))
    if other is deed or third.last_word in (who.last_word, whom.last_word):
        return [first]
    return [first, _event(other, *pair, draw)]


def _event(deed: Deed, who: Party, whom: Party, draw: Random) -> Event:
    """What follows the verb may be a time: then it is not said again when it was."""
    tail = draw.choice(deed.tails)
    dated = tail == _NOTHING and draw.random() < DATED
    return Event(deed, who, whom, tail, draw.choice(_DAYS) if dated else _NOTHING)


def _two(kinds: tuple[str, str], draw: Random) -> tuple[Party, Party]:
    named = draw.random() < 0.5
    one, two = party(kinds[0], draw, named=named), party(kinds[1], draw, named=named)
    while one.last_word == two.last_word:
        two = party(kinds[1], draw, named=named)
    return (two, one) if draw.random() < UNUSUAL else (one, two)


def _as_told(event: Event, sentence: str, language: Language, draw: Random) -> Event:
    """Without what the sentence about it leaves out, and perhaps without more."""
    side = language == "de"
    tail, day = (
        part if part[side].lower() in sentence.lower() and draw.random() < KEPT else _NOTHING
        for part in (event.tail, event.day)
    )
    return replace(event, tail=tail, day=day)


def _false(event: Event, events: Sequence[Event], draw: Random) -> Event:
    """The parties exchanged, or one of another event in the place of either."""
    others = {p.english: p for other in events for p in (other.who, other.whom)}
    strangers = [p for name, p in others.items() if name not in (event.who.english, event.whom.english)]
    if strangers and draw.random() < 0.4:
        stranger = draw.choice(strangers)
        return draw.choice((replace(event, who=stranger), replace(event, whom=stranger)))
    return event.exchanged()


def _evidence(told: Sequence[str], language: Language, draw: Random) -> str:
    sentences = list(told)
    if draw.random() < AROUND:
        sentences.insert(draw.randrange(len(sentences) + 1), draw.choice(_ASIDES)[language == "de"])
    return " ".join(sentences)


def tell(event: Event, language: Language, draw: Random, *, claim: bool = True) -> str:
    """One sentence about an event, in one of the ways that there are.

    Args:
        event: what happened.
        language: of the sentence.
        draw: which way.
        claim: whether it may say less than the deed does (as from the other side: who was arrested was also stopped),
            and must not say more (as that it is in a report).
    """
    ways = _told_in_german(event) if language == "de" else _told_in_english(event)
    ways += _from_the_other_side(event, language) if claim else _framed(event, language)
    words = " ".join(draw.choice(ways).split()).replace(" ,", ",")
    if draw.random() < CONTRACTED:
        words = words.replace("von dem ", "vom ")
    return words[0].upper() + words[1:] + "."


def _from_the_other_side(event: Event, language: Language) -> list[str]:
    """Patterns want names, which have no cases."""
    converse = event.deed.converses[language == "de"]
    named = event.who.named and event.whom.named
    return [_filled(converse, event, language)] * 2 if named and converse else []


def _framed(event: Event, language: Language) -> list[str]:
    """What says more than the deed: that it is in a report, say, or what somebody did not want to say about it."""
    side = language == "de"
    noun = event.deed.nouns[side]
    ways = []
    if noun and event.who.named and event.whom.named:
        told = _filled(noun, event, language)
        ways += [frame[side].format(re.sub(r"^der ", "den ", told)) for frame in _NOUN_FRAMES]
    if side:
        return ways
    past, done = event.deed.english
    a, b, tail = event.who, event.whom, event.tail[0]
    ways.append(f"{a.english}, {a.relative} {past} {b.english} {tail}, declined to comment")
    if done:
        ways.append(f"{b.english}, {b.relative} was {done} by {a.english} {tail}, declined to comment")
    return ways


def _filled(pattern: str, event: Event, language: Language) -> str:
    """A pattern with the parties in the places of A and B."""
    names = {"A": event.who.called(language), "B": event.whom.called(language)}
    return re.sub(r"\b[AB]\b", lambda found: names[found.group()], pattern)


def _told_in_english(event: Event) -> list[str]:
    past, done = event.deed.english
    a, b, tail, day = event.who.english, event.whom.english, event.tail[0], event.day[0]
    first = f"{day}, " if day else ""
    ways = [
        f"{a} {past} {b} {tail} {day}",
        f"{first}{a} {past} {b} {tail}",
        f"it was {a} {event.who.relative} {past} {b} {tail} {day}",
    ]
    if done:
        ways += [
            f"{b} was {done} by {a} {tail} {day}",
            f"{b} was {done} {tail} by {a} {day}",
            f"{first}{b} was {done} by {a} {tail}",
            f"it was {b} {event.whom.relative} was {done} by {a} {tail} {day}",
        ]
    return ways


def _told_in_german(event: Event) -> list[str]:
    past, prefix, done = event.deed.german
    nominative = event.whom.called("de")
    whom = event.whom.called("de", "accusative" if event.deed.case == "acc" else "dative")
    a, b = event.who.called("de"), f"von {whom}" if event.deed.case == "von" else whom
    tail, day = event.tail[1], event.day[1]
    ways = [f"{a} {past} {b} {day} {tail} {prefix}"]
    if day:
        ways.append(f"{day} {past} {a} {b} {tail} {prefix}")
    if whom != nominative:
        ways += [f"{b} {past} {a} {day} {tail} {prefix}"] * 2
    if done:
        ways.append(f"{a} hat {b} {day} {tail} {done}")
    if done and event.deed.case == "acc":
        by = f"von {event.who.called('de', 'dative')}"
        ways += [
            f"{nominative} wurde {by} {day} {tail} {done}",
            f"{nominative} wurde {day} {by} {tail} {done}",
            f"{by} wurde {nominative} {day} {tail} {done}",
            f"{nominative} ist {by} {day} {tail} {done} worden",
        ]
        ways += [f"{day} wurde {nominative} {by} {tail} {done}"] if day else []
    return ways
