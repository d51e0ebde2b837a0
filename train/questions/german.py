"""German questions: the answer becomes a question word at the front, the finite verb stays in second place."""

from __future__ import annotations

import random
from collections.abc import Iterator

from train.questions.candidates import Candidate
from train.questions.drafts import Draft
from train.questions.german_clauses import Clause, clauses
from train.questions.lexicon import (
    COPULAS,
    COUNTRIES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TITLES,
    word_set,
)
from train.questions.tokens import Token, bare, outside, overlaps
from train.questions.wordbook import WordBook

_GAP = Token("")
_ARTICLES = word_set("der die das dem den")
_INDEFINITE = frozenset(["ein", "eine", "der", "die", "das"])
_ACCUSATIVE = word_set("für gegen durch ohne um über")
_ASK_THINGS = {
    "mit": "womit",
    "von": "von wem",
    "durch": "wodurch",
    "für": "wofür",
    "gegen": "gegen wen",
    "über": "worüber",
}
_PLACES = {"in": "wo", "im": "wo", "bei": "wo", "nach": "wohin", "aus": "woher", "ins": "wohin", "nahe": "wo"}


def german_drafts(
    tokens: list[Token], candidates: list[Candidate], book: WordBook, chance: random.Random
) -> Iterator[Draft]:
    """Drafts for the candidates that stand in a main clause, and for what a copula or "weil" tells."""
    names = frozenset(
        token.start
        for candidate in candidates
        if candidate.kind in ("person", "name", "place")
        for token in tokens
        if candidate.start <= token.start < candidate.end
    )
    for clause, tail in clauses(bare(tokens), names, book):
        for candidate in candidates:
            yield from _ask(clause, candidate, tokens, chance)
        yield from _why(clause, tail)
        yield from _what(clause, candidates)


def _ask(clause: Clause, candidate: Candidate, tokens: list[Token], chance: random.Random) -> Iterator[Draft]:
    """A question for one candidate, if it stands in the clause as a whole."""
    phrase = tokens[candidate.first : candidate.last]
    start, end = phrase[0].start, phrase[-1].end
    if overlaps(clause.front, start, end):
        yield from _ask_front(clause, candidate, tokens, chance)
        return
    if not clause.rest or not overlaps(clause.rest, start, end) or end > clause.rest[-1].end:
        return
    direct = start == clause.rest[0].start
    asking = _asking(tokens, candidate, chance) or _asking_name(clause, candidate, direct)
    if asking is None or _coordinated(candidate, tokens):
        return
    before = [t for t in clause.rest if t.end <= start]
    after = [t for t in clause.rest if t.start >= end]
    if clause.role == "subject":
        rest = _around_subject(clause, [*before, *after])
    else:
        rest = [clause.verb, *before, *after]
        if chance.random() < 0.5 and clause.front[0].low in PREPOSITIONS["de"]:
            rest = _inserted(rest, clause.front)
    if candidate.kind == "place" and clause.verb.text in COPULAS["de"] and clause.rest[0].low in _INDEFINITE:
        rest = [clause.verb, *clause.front] if clause.role == "subject" else rest
    yield Draft(candidate, asking, rest, [*clause.front, clause.verb, *before, _GAP, *after])


def _around_subject(clause: Clause, rest: list[Token]) -> list[Token]:
    """The verb, the subject behind it, and the rest; "sich" goes before the subject."""
    if rest and rest[0].low == "sich":
        return [clause.verb, rest[0], *clause.front, *rest[1:]]
    return [clause.verb, *clause.front, *rest]


def _coordinated(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether a name is one of several ("Anna und Paul"): asking for one of them is asking wrongly."""
    near = tokens[max(0, candidate.first - 1) : candidate.first] + tokens[candidate.last : candidate.last + 1]
    return candidate.kind in ("person", "name", "place") and any(t.low in ("und", "oder", "&", "-") for t in near)


def _ask_front(clause: Clause, candidate: Candidate, tokens: list[Token], chance: random.Random) -> Iterator[Draft]:
    """The answer stands before the verb: the question keeps the order of the sentence."""
    start, end = tokens[candidate.first].start, tokens[candidate.last - 1].end
    left = [t for t in outside(clause.front, start, end) if t.low not in TITLES | _ARTICLES]
    rest = [clause.verb, *clause.rest]
    if clause.role == "adverbial":
        asking = _asking(tokens, candidate, chance) if start == clause.front[0].start and not left else None
        asking = asking or (_asking_name(clause, candidate, False) if not left and candidate.preposition else None)
        if asking is not None:
            yield Draft(candidate, asking, rest, [_GAP, *rest])
        return
    if candidate.kind in ("person", "name", "place") and not left and not candidate.preposition:
        article = clause.front[0].low in _ARTICLES
        if (
            candidate.kind != "person"
            and clause.verb.text in COPULAS["de"]
            and clause.rest[:1]
            and clause.rest[0].low in ("ein", "eine")
        ):
            return
        who = candidate.kind == "person" or (clause.verb.text not in COPULAS["de"] and not article)
        yield Draft(candidate, "wer" if who else "was", rest, [_GAP, *rest])
    elif candidate.kind in ("count", "percent") and clause.front[0].start == start:
        asking = (
            f"wie viele {candidate.noun}" if candidate.kind == "count" else f"wie viel Prozent {candidate.noun}".strip()
        )
        behind = [t for t in clause.front if t.start >= end]
        yield Draft(candidate, asking, [*behind, *rest], [_GAP, *behind, *rest])


def _asking(tokens: list[Token], candidate: Candidate, chance: random.Random) -> str | None:
    """The question phrase for a time, a place or a number, which does not depend on the clause."""
    preposition, kind = candidate.preposition, candidate.kind
    if kind == "time":
        if preposition in ("seit", "bis", "ab"):
            return f"{preposition} wann"
        if preposition in ("von", "vom"):
            return None
        exact = "in welchem Jahr" if candidate.noun == "year" else "an welchem Tag"
        return chance.choice(["wann", "wann", exact])
    if kind == "place":
        name = tokens[candidate.last - 1].low
        if preposition == "in" and chance.random() < 0.4:
            return "in welchem Land" if name in COUNTRIES else "an welchem Ort"
        return _PLACES.get(preposition)
    if kind == "duration":
        return "seit wie vielen Jahren" if preposition == "seit" else "wie lange"
    if kind == "measure":
        return f"wie {candidate.noun}"
    if kind in ("count", "percent", "money"):
        return _asking_number(candidate)
    return None


def _asking_number(candidate: Candidate) -> str | None:
    preposition = candidate.preposition
    dative = bool(preposition) and preposition not in _ACCUSATIVE
    many = {
        "count": f"wie viele{'n' if dative else ''} {candidate.noun}",
        "percent": f"wie viel Prozent {candidate.noun}".strip(),
    }
    asking = many.get(candidate.kind, f"wie viel {candidate.noun.capitalize()}".strip())
    if preposition in ("im", "am", "zum", "zur", "vom", "beim", "auf", "um", "vor"):
        return None
    return f"{preposition} {asking}".strip()


def _asking_name(clause: Clause, candidate: Candidate, direct: bool) -> str | None:
    """The question word for a person or thing that is no subject before the verb."""
    if candidate.kind not in ("person", "name"):
        return None
    preposition = candidate.preposition
    person = candidate.kind == "person"
    if preposition in _CONTRACTED:
        return None
    if preposition:
        if person:
            return f"{preposition} {'wen' if preposition in _ACCUSATIVE else 'wem'}"
        return _ASK_THINGS.get(preposition)
    if not direct:
        return None
    if clause.role == "adverbial" or clause.verb.text in COPULAS["de"]:
        return "wer" if person else "was"
    if clause.front[0].low in PRONOUNS["de"] or clause.rest[-1].end == candidate.end:
        return "wen" if person else "was"
    return "wen" if person else "was"


_CONTRACTED = word_set("im am zum zur vom beim ans ins seit bis ab während wegen laut")


def _inserted(rest: list[Token], adverbial: list[Token]) -> list[Token]:
    """Put an adverbial that stood before the verb behind it, before a participle at the end."""
    last = rest[-1]
    if len(rest) > 2 and last.text.islower() and last.text.endswith(("t", "en", "ern", "eln")):
        return [*rest[:-1], *adverbial, last]
    return [*rest, *adverbial]


def _why(clause: Clause, tail: list[Token]) -> Iterator[Draft]:
    """Ask "Warum ...?" for a clause with "weil" or "da", or for what "wegen" names."""
    if clause.role != "subject":
        return
    if len(tail) > 4 and tail[0].text == "," and tail[1].low in ("weil", "da"):
        answer = tail[2:]
        stop = next((n for n, t in enumerate(answer) if t.text == ","), len(answer))
        more = stop + 1 < len(answer) and answer[stop + 1].low not in RELATIVES | SUBORDINATORS["de"]
        if stop > 2 and not more:
            candidate = Candidate("reason", answer[0].start, answer[stop - 1].end, 0, 0)
            rest = _around_subject(clause, clause.rest)
            yield Draft(candidate, "warum", rest, [*clause.front, clause.verb, *clause.rest, _GAP])
        return
    for number, token in enumerate(clause.rest):
        if token.low in ("wegen", "aufgrund"):
            last = number + 1
            while last < len(clause.rest) and not clause.rest[last].capital and last < number + 4:
                last += 1
            if last >= len(clause.rest) or not clause.rest[last].capital:
                return
            candidate = Candidate("reason", clause.rest[number + 1].start, clause.rest[last].end, 0, 0)
            before, after = clause.rest[:number], clause.rest[last + 1 :]
            rest = _around_subject(clause, [*before, *after])
            yield Draft(candidate, "warum", rest, [*clause.front, clause.verb, *before, _GAP, *after])
            return


def _what(clause: Clause, candidates: list[Candidate]) -> Iterator[Draft]:
    """Ask "Was ist X?" for a name and the noun phrase behind a copula."""
    rest = clause.rest
    if clause.role != "subject" or clause.verb.text not in ("ist", "war") or not 2 <= len(rest) <= 14:
        return
    if (
        rest[0].low not in ("ein", "eine", "der", "die", "das")
        or not any(t.capital for t in rest)
        or rest[-1].text.islower()
    ):
        return
    for candidate in candidates:
        if candidate.kind not in ("person", "name", "place") or candidate.preposition:
            continue
        left = [t for t in outside(clause.front, candidate.start, candidate.end) if t.low not in TITLES | _ARTICLES]
        if not left and overlaps(clause.front, candidate.start, candidate.end):
            answer = Candidate("what", rest[0].start, rest[-1].end, 0, 0)
            word = "wer" if candidate.kind == "person" else "was"
            yield Draft(answer, word, [clause.verb, *clause.front], [*clause.front, clause.verb, _GAP])
