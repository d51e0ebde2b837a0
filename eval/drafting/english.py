"""English questions: the answer gives way to a question word, "did" or an auxiliary goes before the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from eval.drafting import patterns_english as patterns
from eval.drafting.clause import Clause, main_clause
from eval.drafting.draft import Draft, QuestionType, Source
from eval.drafting.numbers import number_forms
from eval.drafting.people import People, name_forms
from eval.drafting.things import is_country, is_organisation
from eval.drafting.verbs_english import BASE_OF_PARTICIPLE, BASE_OF_PAST, ENGLISH_AUXILIARIES, PAST_OF_BASE
from eval.drafting.wording import as_question, without_asides
from rag.support.names.places import place_ids


def english_drafts(source: Source, people: People, capital: Set[str]) -> Iterator[Draft]:
    """Questions about an English sentence.

    Args:
        source: the sentence.
        people: who is a person.
        capital: words that the archive writes with a capital inside sentences.
    """
    yield from _role(source, people)
    text = patterns.DAY_FRONT.sub("", source.text)
    front = patterns.TIME_FRONT.match(text)
    body = text[front.end() :] if front else patterns.OPENING.sub("", text)
    main = main_clause(body[:1].upper() + body[1:], "en")
    if main is None:
        return
    counted = patterns.COUNT_FRONT.match(main)
    clause = None if counted else english_clause(main)
    if counted and (verb := english_clause(f"They{counted['tail']}")) and verb.front == "They":
        noun = re.sub(rf"^{patterns.NUMBER} ", "", counted["noun"])
        ask = f"how many {noun} {verb.verb} {without_asides(verb.rest, 'en')}"
        yield from _draft(source, ask, "how_much", number_forms(counted["number"], counted["noun"], "en"))
    if clause is None or clause.front.split()[0].lower() in patterns.NO_SUBJECT:
        return
    subject = _subject(clause.front, capital)
    if front and clause.verb != "has":
        yield from _draft(
            source, f"when {inverted(subject, clause.verb, _plain(clause.rest))}", "when", (front["when"],)
        )
        return
    yield from _about_subject(source, clause, people)
    if clause.verb != "has":
        yield from _about_time_and_place(source, clause, subject)
        yield from _about_numbers(source, clause, subject)


def english_clause(text: str) -> Clause | None:
    """Split a clause at its finite verb; None where it is not certain which word that is."""
    words = text.split()
    for number in range(1, min(len(words), patterns.LONGEST_SUBJECT + 1)):
        word, before = words[number], words[number - 1].lower()
        if word in ("has", "have", "had"):
            return _perfect(words, number)
        auxiliary = word in ENGLISH_AUXILIARIES
        if not auxiliary and word not in BASE_OF_PAST:
            continue
        if before in (
            "to",
            "the",
            "a",
            "an",
            "of",
            "in",
            "by",
            "with",
            "and",
            "for",
            "on",
            "at",
            "from",
            "not",
            "never",
        ):
            return None
        later = [
            other
            for other in words[number + 1 : number + 7]
            if other in ENGLISH_AUXILIARIES or other in ("has", "had", "have")
        ]
        if not auxiliary and later:
            return None  # "the ship called X was": the first word is a participle
        if number + 1 < len(words) and words[number + 1] in ("to", "n't"):
            return None
        return Clause(" ".join(words[:number]), word, " ".join(words[number + 1 :]))
    return None


def _perfect(words: list[str], number: int) -> Clause | None:
    """Ask about "had passed" as about "passed", and about "has passed" as it is."""
    following = words[number + 1] if number + 1 < len(words) else ""
    if words[number] == "had" and following in BASE_OF_PARTICIPLE:
        past = PAST_OF_BASE.get(BASE_OF_PARTICIPLE[following])
        return Clause(" ".join(words[:number]), past, " ".join(words[number + 2 :])) if past else None
    if words[number] == "has" and following in BASE_OF_PARTICIPLE:
        return Clause(" ".join(words[:number]), "has", " ".join(words[number + 1 :]))
    return None


def inverted(subject: str, verb: str, rest: str) -> str:
    """The clause as a question has it behind its question word."""
    if verb in ENGLISH_AUXILIARIES:
        return f"{verb} {subject} {rest}"
    return f"did {subject} {BASE_OF_PAST[verb]} {rest}"


def _role(source: Source, people: People) -> Iterator[Draft]:
    """Ask who is the chief executive of Boskalis where "Peter Berdowski, the chief executive of Boskalis," opens."""
    match = patterns.ROLE.match(source.text)
    name = people.named(match["name"], "en") if match else None
    if match and name and " " in name:
        yield from _draft(source, f"who is {match['role']}", "definition", name_forms(name))


def _about_subject(source: Source, clause: Clause, people: People) -> Iterator[Draft]:
    """Who or which country did something."""
    rest = without_asides(clause.rest, "en")
    if clause.verb in ("are", "were"):
        return
    name = people.named(clause.front, "en")
    if name:
        yield from _draft(source, f"who {clause.verb} {rest}", "who", name_forms(name))
    elif is_country(clause.front, "en"):
        yield from _draft(source, f"which country {clause.verb} {rest}", "which", (clause.front,))
    elif is_organisation(clause.front):
        yield from _draft(source, f"which organisation {clause.verb} {rest}", "which", (clause.front,))


def _about_time_and_place(source: Source, clause: Clause, subject: str) -> Iterator[Draft]:
    """When or where something happened, where the clause ends with that."""
    when = patterns.TIME_END.search(clause.rest)
    if when:
        rest = _plain(clause.rest[: when.start()])
        yield from _draft(source, f"when {inverted(subject, clause.verb, rest)}", "when", (when["when"],))
        return
    plain = without_asides(_plain(clause.rest), "en")
    where = patterns.PLACE_END.search(" " + plain)
    happened = {clause.verb, *plain.split()[:2]} & patterns.HAPPENED
    if where and happened and where["where"].lower() in place_ids("en"):
        rest = (" " + plain)[: where.start()].strip()
        yield from _draft(source, f"where {inverted(subject, clause.verb, rest)}", "where", (where["where"],))


def _about_numbers(source: Source, clause: Clause, subject: str) -> Iterator[Draft]:
    """How many, how much and how long."""
    rest = without_asides(clause.rest, "en")
    money = patterns.MONEY.match(rest)
    if money and clause.verb == "cost":
        yield from _draft(source, f"how much did {subject} cost {money['tail']}", "how_much", (money["sum"],))
        return
    lasted = patterns.LASTED.match(rest)
    if lasted and clause.verb == "lasted":
        yield from _draft(source, f"how long did {subject} last {lasted['tail']}", "how_much", (lasted["time"],))
        return
    measure = patterns.MEASURE.match(rest)
    if measure and clause.verb in ("is", "was"):
        size = measure["size"].strip()
        yield from _draft(source, f"how {measure['how']} {clause.verb} {subject}", "how_much", (size,))
    counted = patterns.COUNT_OBJECT.match(rest)
    if counted and clause.verb in BASE_OF_PAST:
        ask = f"how many {counted['noun']} {inverted(subject, clause.verb, counted['tail'])}"
        yield from _draft(source, ask, "how_much", number_forms(counted["number"], counted["noun"], "en"))


def _subject(front: str, capital: Set[str]) -> str:
    """The subject as it is written inside a question; a thing told for the first time is known by then."""
    first, _, others = front.partition(" ")
    if first in ("A", "An", "The"):
        return f"the {others}"
    if first in capital or not first.isalpha():
        return front
    return f"{first.lower()} {others}".strip()


def _plain(rest: str) -> str:
    """What follows the verb without any time."""
    return without_asides(patterns.ANY_TIME.sub("", rest), "en")


def _draft(source: Source, words: str, kind: QuestionType, answers: tuple[str, ...]) -> Iterator[Draft]:
    """The draft, if its answer stands in the sentence as it is."""
    if answers[0] in source.text:
        yield Draft(source, as_question(words), kind, answers)
