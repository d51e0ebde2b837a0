"""English main clauses: an adverbial before a comma, the subject, the finite verb, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from train.questions.candidates import Candidate
from train.questions.english_verbs import IRREGULAR_PAST, did
from train.questions.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    word_set,
)
from train.questions.tokens import Token
from train.questions.wordbook import WordBook

_LONGEST_SUBJECT = 9
_OBJECT_CLAUSES = word_set("that what how whether why where if who when")


@dataclass(frozen=True)
class Clause:
    """A main clause: an adverbial before it, subject, finite verb, and what follows up to the next clause."""

    front: list[Token]
    subject: list[Token]
    verb: Token
    rest: list[Token]


def doubled(tokens: list[Token]) -> bool:
    """Whether two dashes stand for a long one."""
    return any(one.text == "-" == two.text for one, two in pairwise(tokens))


def clauses(tokens: list[Token], candidates: list[Candidate], book: WordBook) -> Iterator[tuple[Clause, list[Token]]]:
    """The clauses of one subject, and what stands behind each."""
    if any(token.text in ".;:–—" for token in tokens):
        return
    front, body = _front(tokens, candidates)
    found = _find_verb(body, book)
    if found is None:
        return
    subject = [token for token in body[:found] if token.low not in ADVERBS["en"] and not token.low.endswith("ly")]
    if not subject or subject[0].low in PREPOSITIONS["en"] | SUBORDINATORS["en"] or not _is_noun_phrase(subject, book):
        return
    if front and front[0].is_word:
        lowered = book.starts_small(front[0], "en")
        front = [replace(front[0], text=lowered), *front[1:]]
    else:
        if subject[0].low in DETERMINERS["en"] or len(subject) < 2 or not subject[1].capital:
            subject = [replace(subject[0], text=book.starts_small(subject[0], "en")), *subject[1:]]
    start: int | None = found
    while start is not None:
        end, following = _clause_end(body, start + 1, candidates, book)
        rest, tail = body[start + 1 : end], body[end:]
        if not (tail and len(rest) < 3 and tail[0].low in _OBJECT_CLAUSES):
            yield Clause(front, subject, body[start], rest), tail
        front = []
        start = following


def _front(tokens: list[Token], candidates: list[Candidate]) -> tuple[list[Token], list[Token]]:
    """The adverbial before the first comma ("In 1999, ..."), and the rest of the sentence."""
    inner = _inner_commas(candidates, tokens)
    for number, token in enumerate(tokens[:9]):
        if token.text == "," and token.start not in inner:
            if tokens[0].low in PREPOSITIONS["en"] | ADVERBS["en"] or tokens[0].low.endswith("ly"):
                return tokens[:number], tokens[number + 1 :]
            break
    return [], tokens


def _inner_commas(candidates: list[Candidate], tokens: list[Token]) -> set[int]:
    """Offsets of commas that belong to an answer ("April 5, 1990")."""
    return {token.start for token in tokens for c in candidates if token.text == "," and c.start < token.start < c.end}


def _find_verb(tokens: list[Token], book: WordBook) -> int | None:
    """The first finite verb behind a possible subject; a participle gives way to an auxiliary that comes later."""
    for number in range(1, min(len(tokens), _LONGEST_SUBJECT + 2)):
        before, token = tokens[number - 1], tokens[number]
        if token.text == "," or token.low in SUBORDINATORS["en"]:
            return None
        if not book.is_finite(token.text, "en") or before.low in DETERMINERS["en"] - {"this", "that", "these"}:
            continue
        if before.low in PREPOSITIONS["en"] or before.text == "-":
            continue
        if token.text not in AUXILIARIES["en"] and (token.text.endswith("ed") or token.text in IRREGULAR_PAST):
            later = tokens[number + 1 : number + 8]
            stops = [
                n for n, t in enumerate(later) if t.text in ",and" or t.low in SUBORDINATORS["en"] or t.low == "to"
            ]
            seen = later[: stops[0]] if stops else later
            if any(t.text in AUXILIARIES["en"] for t in seen):
                continue
        if did(token.text, book) is None and token.text not in AUXILIARIES["en"]:
            continue
        return number
    return None


def _is_noun_phrase(tokens: list[Token], book: WordBook) -> bool:
    if len(tokens) > _LONGEST_SUBJECT or any(t.text in ",'" for t in tokens):
        return False
    if any(t.text in AUXILIARIES["en"] for t in tokens):
        return False
    return tokens[-1].low not in DETERMINERS["en"] | PREPOSITIONS["en"] and tokens[-1].low != "and"


def _clause_end(tokens: list[Token], first: int, candidates: list[Candidate], book: WordBook) -> tuple[int, int | None]:
    """Where the clause ends, and the verb of a next clause with the same subject ("and offered ...")."""
    inner = _inner_commas(candidates, tokens)
    for number in range(first, len(tokens)):
        token = tokens[number]
        comma = token.text == "," and token.start not in inner
        joins = token.low in ("and", "but")
        if joins and number + 1 < len(tokens):
            following = tokens[number + 1].text
            if following in AUXILIARIES["en"] or following in IRREGULAR_PAST or _is_predicate(following, book):
                return number, number + 1
            if tokens[number + 1].low in PRONOUNS["en"] or token.low == "but":
                return number, None
        ends = token.low in SUBORDINATORS["en"] and token.low not in ("before", "after", "as", "so", "or", "that", "if")
        if (
            comma
            or ends
            or (token.low in ("before", "after", "as", "that", "if") and _opens_clause(tokens, number, book))
        ):
            return number, None
    return len(tokens), None


def _is_predicate(word: str, book: WordBook) -> bool:
    support = did(word, book) if word.endswith(("ed", "s")) else None
    return support is not None and support[0] != "do"


def _opens_clause(tokens: list[Token], number: int, book: WordBook) -> bool:
    return any(book.is_finite(t.text, "en") or t.text.endswith("ing") for t in tokens[number + 1 : number + 6])
