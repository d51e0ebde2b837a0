"""German main clauses: what stands before the finite verb, the verb, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from train.questions.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COPULAS,
    DETERMINERS,
    NOMINATIVE_STARTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    word_set,
)
from train.questions.tokens import Token
from train.questions.wordbook import WordBook

_LONGEST_FRONT = 8
_NUMBER_STARTS = "0123456789"


@dataclass(frozen=True)
class Clause:
    """A main clause with its verb in second place.

    Attributes:
        front: what stands before the verb.
        role: what that is.
        verb: the finite verb.
        rest: what follows up to the next clause.
    """

    front: list[Token]
    role: Literal["subject", "adverbial"]
    verb: Token
    rest: list[Token]


def clauses(tokens: list[Token], names: frozenset[int], book: WordBook) -> Iterator[tuple[Clause, list[Token]]]:
    """The main clauses of a sentence that share its front, and what stands behind each.

    Args:
        tokens: the bare sentence.
        names: offsets of the tokens of names.
        book: what the texts tell about words.
    """
    if not tokens or any(token.text in '.;:–—„“”"«»?!' for token in tokens):
        return
    parts = _parts(tokens)
    body, following = _main(parts, book)
    found = _find_verb(body, book)
    if found is None:
        return
    front = [token for token in body[:found] if token.low != "jedoch"]
    role = _role(front, names, book)
    if role is None:
        return
    front = [replace(front[0], text=book.starts_small(front[0], "de")), *front[1:]]
    start: int | None = found
    while start is not None:
        end, another = _clause_end(body, start + 1, book)
        if _torn(body[start], body[start + 1 : end], body[end:] + following):
            return
        yield Clause(front, role, body[start], body[start + 1 : end]), body[end:] + following
        start = another if role == "subject" else None


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """The sentence cut at its commas; the comma opens the part behind it."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == ",":
            parts.append([])
        parts[-1].append(token)
    return parts


def _main(parts: list[list[Token]], book: WordBook) -> tuple[list[Token], list[Token]]:
    """The tokens of the main clause, without an inserted clause or apposition, and what follows it."""
    body = parts[0]
    if _find_verb(body, book) is not None or not body or body[0].low in SUBORDINATORS["de"]:
        return body, [token for part in parts[1:] for token in part]
    for number, part in enumerate(parts[1:], 1):
        if len(part) > 1 and book.is_finite(part[1].text, "de") and part[1].low not in RELATIVES and number > 1:
            return body + part[1:], [token for later in parts[number + 1 :] for token in later]
    return [], []


def _find_verb(tokens: list[Token], book: WordBook) -> int | None:
    """The finite verb in second place."""
    if len(tokens) > 2 and tokens[0].low in DETERMINERS["de"] and tokens[1].low in PREPOSITIONS["de"]:
        return None
    for number in range(1, min(len(tokens), _LONGEST_FRONT + 1)):
        before, token = tokens[number - 1], tokens[number]
        if not book.is_finite(token.text, "de"):
            continue
        if before.low in DETERMINERS["de"] | PREPOSITIONS["de"] and not (number == 1 and before.low in ("das", "dies")):
            continue
        attribute = number + 1 < len(tokens) and tokens[number + 1].capital and token.text not in AUXILIARIES["de"]
        if attribute and not before.capital:
            continue
        return number
    return None


def _role(front: list[Token], names: frozenset[int], book: WordBook) -> Literal["subject", "adverbial"] | None:
    """Whether the front is the subject or an adverbial; None for an object or something else."""
    if not front or front[0].low in SUBORDINATORS["de"] - {"seit", "bis", "während"}:
        return None
    if any(book.is_finite(token.text, "de") for token in front[1:]):
        return None
    first = front[0].low
    if first in PREPOSITIONS["de"] or (first in ADVERBS["de"] and len(front) == 1):
        return "adverbial"
    if first in ("dem", "den", "des", "einem", "einen", "einer", "zu", "und", "aber", "oder"):
        return None
    noun = front[0].capital and len(front) <= 4 and not book.small["de"][first]
    starts = first in NOMINATIVE_STARTS or first[0] in _NUMBER_STARTS or front[0].start in names
    if starts or first in PRONOUNS["de"] or noun:
        return "subject"
    return None


def _clause_end(tokens: list[Token], first: int, book: WordBook) -> tuple[int, int | None]:
    """Where the clause ends, and the verb of a next clause with the same subject ("und gewann ...")."""
    for number in range(first, len(tokens)):
        if tokens[number].low not in ("und", "aber", "sowie", "sondern", "doch"):
            continue
        following = tokens[number + 1 :]
        if not following:
            return number, None
        if book.is_finite(following[0].text, "de"):
            last = len(following) == 1
            return (len(tokens), None) if last else (number, number + 1)
        if any(token.text in AUXILIARIES["de"] for token in following[:4]):
            return number, None
    return len(tokens), None


_OBJECT_CLAUSES = word_set("dass daß ob wie was wo wer warum wann wem wen")
_PARTICLES = word_set(
    "an ab auf aus ein statt zurück vor zu um teil fest hin her weg bei nach mit los durch bevor wieder heraus "
    "heran hinzu"
)


def _torn(verb: Token, rest: list[Token], following: list[Token]) -> bool:
    """Whether the second half of the predicate stands behind the cut ("hatte fünf Anträge, ..., akzeptiert")."""
    if not following or (following[0].text == "," and len(following) < 2):
        return False
    if following[0].text == "," and following[1].low in _OBJECT_CLAUSES:
        return True
    if following[-1].low in _PARTICLES:
        return True
    subordinate = following[0].text == "," and following[1].low in RELATIVES | SUBORDINATORS["de"] | PREPOSITIONS["de"]
    closed = bool(rest) and rest[-1].text.islower() and rest[-1].text.endswith(("t", "en", "ern", "eln"))
    whole = verb.text in COPULAS["de"] or verb.text not in AUXILIARIES["de"]
    return not (subordinate and following[1].low not in PREPOSITIONS["de"]) and not closed and not whole
