"""Made-up sentences about who did what to whom, told in many ways: true claims and ones with the parties exchanged.

The order of the names tells nothing: active, passive, object first, as a noun, from the other side, in either language,
all stand for true and for false claims alike, so that only reading helps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from index.models import Language
from train.support.deeds import Deed
from train.support.parties import Party, party
from train.support.rows import DIRECTIONS, Row

SECOND_EVENT = 0.35
"""Share of evidence that tells of a second deed among the same and a third party."""
AROUND = 0.4
"""Share of evidence with a sentence that is about something else."""
CONTRACTED = 0.8
"""How often German writes "vom" for "von dem"""
_DAYS = (
    ("on Monday", "am Montag"),
    ("on Friday", "am Freitag"),
    ("in May", "im Mai"),
    ("last year", "im vergangenen Jahr"),
    ("in 2021", "2021"),
    ("on Sunday evening", "am Sonntagabend"),
    ("in the end", "am Ende"),
)
DATED = 0.7
"""How often it is said when something happened."""
_NOUN_FRAMES = (
    ("{} was the talk of the day", "{} war das Gespräch des Tages"),
    ("{} surprised many observers", "{} überraschte viele Beobachter"),
    ("{} made headlines", "{} sorgte für Schlagzeilen"),
    ("the report mentions {}", "der Bericht erwähnt {}"),
    ("nobody had expected {}", "{} hatte niemand erwartet"),
)
_ASIDES = (
    ("The weather stayed fine.", "Das Wetter blieb schön."),
    ("Nobody was available for comment at first.", "Zunächst war niemand für eine Stellungnahme zu erreichen."),
    ("Details are to follow in the coming days.", "Einzelheiten sollen in den kommenden Tagen folgen."),
    ("About 300 people had come.", "Rund 300 Menschen waren gekommen."),
    ("The matter had been open for months.", "Die Sache war seit Monaten offen."),
)


@dataclass(frozen=True)
class Event:
    """Somebody does something to somebody, with what follows the verb and when, as numbers of their alternatives."""

    deed: Deed
    who: Party
    whom: Party
    tail: tuple[str, str]
    day: tuple[str, str]

    def exchanged(self) -> Event:
        """The same with the parties exchanged."""
        return Event(self.deed, self.whom, self.who, self.tail, self.day)


def role_rows(deeds: Sequence[Deed], count: int, draw: Random) -> Iterator[Row]:
    """Claims, true and false by turns, within and across both languages.

    Args:
        deeds: what may happen.
        count: how many.
        draw: all that is random.
    """
    for number in range(count):
        written, stated = DIRECTIONS[number % 4]
        label = number // 4 % 2
        events = _events(deeds, draw)
        evidence = _evidence(events, written, draw)
        event = draw.choice(events)
        told = _as_told(event if label else _false(event, events, draw), evidence, written, draw)
        yield Row(evidence, tell(told, stated, draw), label, "role", written, stated, "made up")


def _events(deeds: Sequence[Deed], draw: Random) -> list[Event]:
    deed = draw.choice(deeds)
    kinds = draw.choice(deed.kinds)
    who, whom = _two(kinds, draw)
    events = [Event(deed, who, whom, draw.choice(deed.tails), _day(draw))]
    if draw.random() < SECOND_EVENT:
        third = party(draw.choice(kinds), draw)
        other = draw.choice(deeds)
        pair = draw.choice(((third, who), (whom, third), (who, third), (third, whom), (whom, who)))
        if third.english not in (who.english, whom.english) and other is not deed:
            events.append(Event(other, *pair, draw.choice(other.tails), _day(draw)))
    return events


def _day(draw: Random) -> tuple[str, str]:
    return draw.choice(_DAYS) if draw.random() < DATED else ("", "")


def _two(kinds: tuple[str, str], draw: Random) -> tuple[Party, Party]:
    named = draw.random() < 0.5
    one, two = party(kinds[0], draw, named=named), party(kinds[1], draw, named=named)
    while one.english == two.english:
        two = party(kinds[1], draw, named=named)
    return one, two


def _false(event: Event, events: Sequence[Event], draw: Random) -> Event:
    """The parties exchanged, or one of another event in the place of its actor."""
    others = {p.english: p for other in events for p in (other.who, other.whom)}
    strangers = [p for name, p in others.items() if name not in (event.who.english, event.whom.english)]
    if strangers and draw.random() < 0.4:
        stranger = draw.choice(strangers)
        pair = draw.choice(((stranger, event.whom), (event.who, stranger)))
        return Event(event.deed, *pair, event.tail, event.day)
    return event.exchanged()


def _as_told(event: Event, evidence: str, language: Language, draw: Random) -> Event:
    """Without what the evidence leaves out, and perhaps without more: a claim must not add to it."""
    side = language == "de"
    parts = (part if part[side] in evidence and draw.random() < 0.6 else ("", "") for part in (event.tail, event.day))
    return Event(event.deed, event.who, event.whom, *parts)


def _evidence(events: Sequence[Event], language: Language, draw: Random) -> str:
    sentences = [tell(event, language, draw) for event in events]
    if draw.random() < AROUND:
        aside = draw.choice(_ASIDES)[language == "de"]
        sentences.insert(draw.randrange(len(sentences) + 1), aside)
    return " ".join(sentences)


def tell(event: Event, language: Language, draw: Random) -> str:
    """One sentence about an event, in one of the ways that there are."""
    ways = _told_in_german(event) if language == "de" else _told_in_english(event)
    words = " ".join(draw.choice([*ways, *_patterns(event, language, draw)]).split()).replace(" ,", ",")
    if draw.random() < CONTRACTED:
        words = words.replace("von dem ", "vom ")
    return words[0].upper() + words[1:] + "."


def _patterns(event: Event, language: Language, draw: Random) -> list[str]:
    """As a noun, and from the other side: both want names, which have no cases."""
    if not (event.who.named and event.whom.named):
        return []
    side = language == "de"
    noun, converse = event.deed.nouns[side], event.deed.converses[side]
    ways = [draw.choice(_NOUN_FRAMES)[side].format(_filled(noun, event, language))] if noun else []
    return [*ways, *[_filled(converse, event, language)] * 2] if converse else ways


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
        f"it was {a} {event.who.relative} {past} {b} {tail}",
        f"{a}, {event.who.relative} {past} {b} {tail} {day}, declined to comment",
        f"according to the report, {a} {past} {b} {tail} {day}",
    ]
    if not done:
        return ways
    return [
        *ways,
        f"{b} was {done} by {a} {tail} {day}",
        f"{b} was {done} {tail} by {a} {day}",
        f"{first}{b} was {done} by {a} {tail}",
        f"{b}, {event.whom.relative} was {done} by {a} {tail} {day}, declined to comment",
        f"it is said that {b} was {done} by {a} {tail}",
        f"{b} has been {done} by {a} {tail}",
    ]


def _told_in_german(event: Event) -> list[str]:
    past, prefix, done = event.deed.german
    nominative = event.whom.called("de")
    whom = event.whom.called("de", "accusative" if event.deed.case == "acc" else "dative")
    a, b = event.who.called("de"), f"von {whom}" if event.deed.case == "von" else whom
    tail, day = event.tail[1], event.day[1]
    ways = [
        f"{a} {past} {b} {day} {tail} {prefix}",
        f"{day or 'zuletzt'} {past} {a} {b} {tail} {prefix}",
        f"dem Bericht zufolge {past} {a} {b} {day} {tail} {prefix}",
    ]
    if whom != nominative:
        ways += [f"{b} {past} {a} {day} {tail} {prefix}"] * 2
    if done:
        ways += [
            f"{a} hat {b} {day} {tail} {done}",
            f"{day or 'dabei'} hat {a} {b} {tail} {done}",
            f"es heißt, dass {a} {b} {day} {tail} {done} habe",
        ]
    if done and event.deed.case == "acc":
        by = f"von {event.who.called('de', 'dative')}"
        ways += [
            f"{nominative} wurde {by} {day} {tail} {done}",
            f"{nominative} wurde {day} {tail} {by} {done}",
            f"{day or 'zuletzt'} wurde {nominative} {by} {tail} {done}",
            f"{by} wurde {nominative} {day} {tail} {done}",
            f"{nominative} ist {by} {tail} {done} worden",
            f"wie es heißt, wurde {nominative} {day} {by} {tail} {done}",
        ]
    return ways
