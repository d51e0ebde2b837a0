"""German questions: the answer becomes a question word at the front, the finite verb stays in second place."""

from __future__ import annotations

from collections.abc import Iterator

from eval.drafting import patterns_german as patterns
from eval.drafting.clause import Clause, main_clause
from eval.drafting.draft import Draft, QuestionType, Source
from eval.drafting.numbers import number_forms
from eval.drafting.people import People, name_forms
from eval.drafting.things import is_country, is_organisation
from eval.drafting.verbs_german import PRESENT_VERBS, german_verb, is_singular, is_weak_past
from eval.drafting.wording import as_question, without_asides
from rag.answering.question_words import content_words
from rag.support.names.places import place_ids


def german_drafts(source: Source, people: People) -> Iterator[Draft]:
    """Questions about a German sentence.

    Args:
        source: the sentence.
        people: who is a person.
    """
    yield from _role(source, people)
    text = main_clause(source.text, "de")
    clause = german_clause(text) if text else None
    if clause is None or (clause.verb in patterns.NEED_PARTICIPLE and not _is_whole(clause.rest)):
        return
    when = patterns.TIME_FRONT.fullmatch(clause.front)
    where = patterns.PLACE_FRONT.fullmatch(clause.front)
    counted = patterns.COUNT_FRONT.fullmatch(clause.front)
    rest = without_asides(clause.rest, "de")
    if when:
        if not _opens_with_object(clause.rest):
            yield from _draft(source, f"wann {clause.verb} {rest}", "when", (when["when"],))
    elif where:
        known = where["where"].lower() in place_ids("de")
        if known and clause.verb not in PRESENT_VERBS and not _opens_with_object(clause.rest):
            yield from _draft(
                source,
                f"wo {clause.verb} {without_asides(patterns.ANY_TIME.sub('', ' ' + rest), 'de')}",
                "where",
                (where["where"],),
            )
    elif counted:
        if counted["noun"].split()[-1] not in patterns.UNCOUNTED and not is_singular(clause.verb):
            noun, tail = counted["noun"], counted["tail"]
            ask = f"wie viele {noun}{tail} {clause.verb} {rest}"
            yield from _draft(source, ask, "how_much", number_forms(counted["number"], noun, "de"))
    else:
        yield from _about_subject(source, clause, people)
        yield from _behind_subject(source, clause)
    yield from _subject_behind(source, clause, people)


def german_clause(text: str) -> Clause | None:
    """Split a clause at its finite verb; None where it is not certain which word that is."""
    words = text.split()
    for number in range(1, min(len(words), patterns.LONGEST_FRONT + 1)):
        word, before = words[number], words[number - 1]
        if not german_verb(word):
            continue
        if not (before[0].isupper() or before[0].isdigit()):
            return None
        if (
            is_weak_past(word)
            and number + 1 < len(words)
            and words[number + 1][0].isupper()
            and words[0] in patterns.SMALL_FIRST
            and number == 1
        ):
            return None  # an adjective: "Die geplante Reform"
        return Clause(" ".join(words[:number]), word, " ".join(words[number + 1 :]))
    return None


def _is_whole(rest: str) -> bool:
    """Whether the second half of the predicate stands at the end ("... gemessen")."""
    last = rest.split()[-1] if rest else ""
    return last.islower() and last.endswith(("t", "en", "ern", "eln", "n"))


def _opens_with_object(rest: str) -> bool:
    """Whether something else than a subject follows the verb ("hatte ihn")."""
    return rest.split(" ", 1)[0] in ("den", "dem", "sich", "einen", "einem", "ihn", "ihm", "es", "er", "sie")


def _role(source: Source, people: People) -> Iterator[Draft]:
    """Ask who is the head of something where "Simon Stiell, der Leiter des ...," opens the sentence."""
    match = patterns.ROLE.match(source.text)
    name = people.named(match["name"], "de") if match else None
    if match and name and " " in name:
        yield from _draft(source, f"wer ist {match['role']}", "definition", name_forms(name))


def _about_subject(source: Source, clause: Clause, people: People) -> Iterator[Draft]:
    """Who or which country did something."""
    if not is_singular(clause.verb):
        return
    rest = without_asides(clause.rest, "de")
    name = people.named(clause.front, "de")
    if is_country(clause.front, "de"):
        yield from _draft(source, f"welches Land {clause.verb} {rest}", "which", (clause.front,))
    elif name:
        yield from _draft(source, f"wer {clause.verb} {rest}", "who", name_forms(name))
    elif is_organisation(clause.front):
        yield from _draft(source, f"welche Organisation {clause.verb} {rest}", "which", (clause.front,))


def _subject_behind(source: Source, clause: Clause, people: People) -> Iterator[Draft]:
    """Ask who, where time or place come first ("Am Neujahrstag reiste Ursula von der Leyen an")."""
    first, _, others = clause.front.partition(" ")
    if not is_singular(clause.verb) or first not in patterns.ADVERBIAL_STARTS or not others:
        return
    words = clause.rest.split()
    for length in range(min(5, len(words)), 0, -1):
        name = people.named(" ".join(words[:length]), "de")
        if name is None or (length < len(words) and (words[length][0].isupper() or words[length] == "und")):
            continue
        rest = " ".join(words[length:])
        front = "" if first in ("Laut", "Nach") else f"{first.lower()} {others}"
        ask = without_asides(f"wer {clause.verb} {front} {rest}", "de")
        yield from _draft(source, ask, "who", name_forms(name))
        return


def _behind_subject(source: Source, clause: Clause) -> Iterator[Draft]:
    """When something happened, and how many or how much, where a subject stands before the verb."""
    front = patterns.SUBJECT_FRONT.fullmatch(clause.front)
    following = clause.rest.split(" ", 1)[0]
    if front is None or (
        front["article"] in ("Die", "Das", "Ein", "Eine", None) and following in ("der", "ein", "er", "sie")
    ):
        return
    if not content_words(clause.front, "de"):
        return  # "Nun", "Oft"
    if not front["article"] and not all(word[0].isupper() or word == "und" for word in clause.front.split()):
        return
    subject = (
        clause.front[0].lower() + clause.front[1:] if clause.front.split()[0] in patterns.SMALL_FIRST else clause.front
    )
    when = patterns.TIME_INSIDE.search(clause.rest)
    if when and not patterns.HELD_BY_NOUN.search(clause.rest[: when.start()]):
        rest = without_asides(f"{clause.rest[: when.start()]} {clause.rest[when.end() :]}", "de")
        yield from _draft(source, f"wann {_placed(clause.verb, subject, rest)}", "when", (when["when"],))
    rest = without_asides(clause.rest, "de")
    money = patterns.MONEY.match(rest)
    if money and clause.verb in ("kostet", "kostete", "kosten", "kosteten"):
        ask = f"wie viel {clause.verb} {subject} {money['tail']}"
        yield from _draft(source, ask, "how_much", (money["sum"],))
        return
    lasted = patterns.LASTED.match(rest)
    if lasted and clause.verb in ("dauerte", "dauerten", "dauert"):
        yield from _draft(
            source, f"wie lange {_placed(clause.verb, subject, lasted['tail'])}", "how_much", (lasted["time"],)
        )
        return
    counted = patterns.COUNT_OBJECT.match(rest)
    if counted and counted["noun"].split()[-1] not in patterns.UNCOUNTED:
        ask = f"wie viele {counted['noun']} {_placed(clause.verb, subject, counted['tail'])}"
        yield from _draft(source, ask, "how_much", number_forms(counted["number"], counted["noun"], "de"))


def _placed(verb: str, subject: str, rest: str) -> str:
    """Verb, subject and rest; "sich" goes before the subject."""
    if rest.startswith("sich "):
        return f"{verb} sich {subject} {rest.removeprefix('sich ')}"
    return f"{verb} {subject} {rest}"


def _draft(source: Source, words: str, kind: QuestionType, answers: tuple[str, ...]) -> Iterator[Draft]:
    """The draft, if its answer stands in the sentence as it is."""
    if answers[0] in source.text:
        yield Draft(source, as_question(words), kind, answers)
