"""English questions: a question word for the answer at the front, "did" or the auxiliary before the subject."""

from __future__ import annotations

import random
from collections.abc import Iterator

from train.questions.candidates import Candidate
from train.questions.drafts import Draft
from train.questions.english_clauses import Clause, clauses, doubled
from train.questions.english_verbs import IRREGULAR_PAST, did
from train.questions.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COPULAS,
    COUNTRIES,
    PREPOSITIONS,
    TITLES,
)
from train.questions.names import THINGS
from train.questions.tokens import Token, bare, made, outside, overlaps
from train.questions.wordbook import WordBook

_GAP = Token("")
_HAVE = frozenset(["have", "has", "had"])


def english_drafts(
    tokens: list[Token], candidates: list[Candidate], book: WordBook, chance: random.Random
) -> Iterator[Draft]:
    """Drafts for the candidates that stand in a main clause, and for what a copula or "because" tells."""
    if any(token.text in '“”"?!„' for token in tokens) or doubled(tokens):
        return
    for clause, tail in clauses(bare(tokens), candidates, book):
        for candidate in candidates:
            yield from _ask(clause, candidate, tokens, book, chance)
        yield from _why(clause, tail, book)
        yield from _what(clause, candidates, tokens)


def _inverted(clause: Clause, rest: list[Token], book: WordBook) -> list[Token] | None:
    """Auxiliary, subject, full verb and the rest; None where the verb is not understood."""
    verb = clause.verb.text
    whole = bool(rest) and (
        rest[0].text.endswith(("ed", "en", "n"))
        or rest[0].text in IRREGULAR_PAST
        or rest[0].low in ADVERBS["en"] | {"been", "to"}
    )
    if verb in AUXILIARIES["en"] and not (verb in _HAVE and not whole) and verb not in ("do", "does"):
        return [clause.verb, *clause.subject, *rest]
    if verb in _HAVE:
        auxiliary = {"have": "do", "has": "does", "had": "did"}[verb]
        return [*made(auxiliary), *clause.subject, *made("have"), *rest]
    support = did(verb, book)
    return None if support is None else [*made(support[0]), *clause.subject, *made(support[1]), *rest]


def _ask(
    clause: Clause, candidate: Candidate, tokens: list[Token], book: WordBook, chance: random.Random
) -> Iterator[Draft]:
    """A question for one candidate, if it stands in the clause as a whole."""
    phrase = tokens[candidate.first : candidate.last]
    start, end = phrase[0].start, phrase[-1].end
    kind = candidate.kind
    if clause.subject and overlaps(clause.subject, start, end):
        subject = _asking_subject(clause, candidate, tokens, chance)
        if subject is not None:
            rest = [*subject[1], clause.verb, *clause.rest]
            yield Draft(candidate, subject[0], rest, [_GAP, *rest])
        return
    in_front = overlaps(clause.front, start, end)
    if not in_front and (not overlaps(clause.rest, start, end) or phrase[-1].end > clause.rest[-1].end):
        return
    if in_front and (kind in ("person", "name") or start > clause.front[0].end + 1):
        return
    asked = _asking(clause, candidate, tokens, in_front, chance)
    if asked is None:
        return
    asking, gap_start = asked
    rest = outside(clause.rest, gap_start, end)
    if kind == "place" and clause.verb.text in COPULAS["en"] and rest and rest[0].low in ("a", "an", "the"):
        rest = made(chance.choice(("located", "", "situated")))
    question = _inverted(clause, rest, book)
    share = kind == "percent" and tokens[candidate.last].low == "of"
    if question is None or share or _coordinated(candidate, tokens):
        return
    before = [t for t in clause.rest if t.end <= gap_start]
    after = [t for t in clause.rest if t.start >= end]
    statement = [
        *clause.subject,
        clause.verb,
        *(clause.rest if in_front else before),
        _GAP,
        *([] if in_front else after),
    ]
    yield Draft(candidate, asking, question, statement)


def _coordinated(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether a name is one of several ("Dane and Estefania"): asking for one of them is asking wrongly."""
    near = tokens[max(0, candidate.first - 1) : candidate.first] + tokens[candidate.last : candidate.last + 1]
    return candidate.kind in ("person", "name", "place") and any(t.low in ("and", "or", "&", "-") for t in near)


def _asking_subject(
    clause: Clause, candidate: Candidate, tokens: list[Token], chance: random.Random
) -> tuple[str, list[Token]] | None:
    """The question word for a subject, and what of the subject stays behind it."""
    phrase = tokens[candidate.first : candidate.last]
    start, end = phrase[0].start, phrase[-1].end
    left = [t for t in outside(clause.subject, start, end) if t.low not in TITLES | {"the", "former"}]
    before_end = clause.subject[-1].end
    if candidate.kind in ("person", "name", "place"):
        if left or candidate.preposition:
            return None
        if candidate.kind == "person":
            return "who", []
        if clause.verb.text in COPULAS["en"] and clause.rest and clause.rest[0].low in ("a", "an"):
            return None
        return _who_or_which(candidate, tokens, clause.verb.text not in COPULAS["en"]), []
    if clause.subject[0].start != start or candidate.preposition:
        return None
    if candidate.kind == "count" and (end == before_end or (left[:1] and left[0].low in PREPOSITIONS["en"])):
        return f"how many {candidate.noun}", left
    if candidate.kind == "percent" and left and left[0].low == "of":
        return chance.choice(("what percentage", "what share", "how many percent")), left
    return None


def _asking(
    clause: Clause, candidate: Candidate, tokens: list[Token], in_front: bool, chance: random.Random
) -> tuple[str, int] | None:
    """The question phrase, and from which offset on the clause is replaced (a preposition may stay behind)."""
    start = tokens[candidate.first].start
    preposition = candidate.preposition
    direct = bool(clause.rest) and start == clause.rest[0].start
    if candidate.kind == "time":
        if preposition in ("since", "until"):
            return f"{preposition} when", start
        choices = ["when", "when", "in which year" if candidate.noun == "year" else "on which day"]
        return chance.choice([*choices, *(["what year"] if candidate.noun == "year" else ["when exactly"])]), start
    if candidate.kind == "place":
        if preposition in ("from", "to"):
            return "where", tokens[candidate.first + 1].start
        if preposition == "in" and chance.random() < 0.4:
            return ("in which country" if tokens[candidate.last - 1].low in COUNTRIES else "where exactly"), start
        return ("where", start) if preposition in ("in", "at", "near") else None
    if candidate.kind == "duration":
        return "how long", start
    if candidate.kind == "measure":
        return (f"how {candidate.noun}", start) if direct and clause.verb.text in COPULAS["en"] else None
    if candidate.kind in ("person", "name"):
        word = _who_or_which(candidate, tokens, candidate.kind == "person")
        if preposition == "by" and clause.verb.text in COPULAS["en"]:
            return chance.choice(("by whom", "who")), start
        if preposition and preposition not in ("of", "as"):
            return word, tokens[candidate.first + 1].start
        return (word, start) if direct and not preposition and clause.verb.text not in COPULAS["en"] else None
    return _asking_number(candidate, start, direct, clause)


def _who_or_which(candidate: Candidate, tokens: list[Token], acting: bool) -> str:
    """Ask "which river" for a name that says what it names, "what" for one with an article or that does nothing."""
    last = tokens[candidate.last - 1].low
    if candidate.kind != "person" and last in THINGS and candidate.last - candidate.first > 1:
        return f"which {last}"
    article = tokens[candidate.first].low == "the"
    return "who" if candidate.kind == "person" or (acting and not article) else "what"


def _asking_number(candidate: Candidate, start: int, direct: bool, clause: Clause) -> tuple[str, int] | None:
    preposition = f"{candidate.preposition} " if candidate.preposition else ""
    if candidate.preposition not in ("", "for", "at", "with", "in", "on") or not (direct or preposition):
        return None
    if candidate.kind == "count":
        return f"{preposition}how many {candidate.noun}", start
    if candidate.kind == "percent":
        return f"{preposition}what percentage", start
    return (f"{preposition}how much", start) if candidate.kind == "money" else None


def _why(clause: Clause, tail: list[Token], book: WordBook) -> Iterator[Draft]:
    """Ask "Why ...?" for what follows "because", "because of" or "due to"."""
    rest = clause.rest
    for number, token in enumerate(rest):
        if (token.low, rest[number + 1].low if number + 1 < len(rest) else "") == ("due", "to"):
            tail, rest = rest[number:], rest[:number]
            break
    if len(tail) < 4 or (tail[0].low not in ("because", "due") and (tail[0].text != "," or tail[1].low != "because")):
        return
    answer = tail[1:] if tail[0].text != "," else tail[2:]
    answer = answer[1:] if answer[0].low in ("of", "to") else answer
    question = _inverted(clause, rest, book)
    if question is not None and answer:
        candidate = Candidate("reason", answer[0].start, answer[-1].end, 0, 0)
        yield Draft(candidate, "why", question, [*clause.subject, clause.verb, *rest, _GAP])


def _what(clause: Clause, candidates: list[Candidate], tokens: list[Token]) -> Iterator[Draft]:
    """Ask "What is X?" for a name and the noun phrase behind a copula."""
    rest = clause.rest
    if clause.verb.text not in ("is", "was") or not 2 <= len(rest) <= 14 or rest[0].low not in ("a", "an", "the"):
        return
    for candidate in candidates:
        if candidate.kind not in ("person", "name", "place") or candidate.preposition:
            continue
        left = [t for t in outside(clause.subject, candidate.start, candidate.end) if t.low not in ("the", *TITLES)]
        if not left and overlaps(clause.subject, candidate.start, candidate.end):
            answer = Candidate("what", rest[0].start, rest[-1].end, 0, 0)
            word = "who" if candidate.kind == "person" else "what"
            yield Draft(answer, word, [clause.verb, *clause.subject], [*clause.subject, clause.verb, _GAP])
