"""Another question word for the same question: "Wie viel Benzin hat Belarus geliefert?" and "Wann?"."""

from __future__ import annotations

from index.models import Language
from rag.conversation.clause import Clause
from rag.conversation.tokens import Token, capitalised, joined, tokens_of
from rag.conversation.words import WORDS

_STANDING: dict[Language, dict[str, str]] = {
    "de": {"wer": "jemand", "wem": "jemandem", "wen": "jemanden", "was": "das"},
    "en": {"who": "someone", "whom": "someone", "what": "something"},
}
_THIS = {"welche": "diese", "welcher": "dieser", "welches": "dieses", "welchem": "diesem", "welchen": "diesen"}


def ask_anew(clause: Clause, new: str, language: Language, phrase: str = "") -> str:
    """Ask a question with another question phrase.

    Args:
        clause: the question in its parts.
        new: the new question phrase ("Wann genau", "By whom").
        language: of both.
        phrase: the answer to the old question, where it is a name: it takes the place of what was asked for.

    Returns:
        The new question, with a question mark.
    """
    asking = _german if language == "de" else _english
    return capitalised(asking(clause, new, phrase)) + "?"


def _german(clause: Clause, new: str, phrase: str) -> str:
    if clause.role == "none":
        return joined(new, clause.verb.lower(), clause.rest)
    if clause.role == "adverb" or (not clause.noun and clause.word == "wie"):
        return joined(new, clause.verb, clause.rest)
    standing = _standing_german(clause, phrase)
    if clause.role == "subject":
        return joined(new, clause.verb, standing, clause.rest)
    place = object_place(clause.rest, "de")
    return joined(new, clause.verb, clause.rest[:place], standing, clause.rest[place:])


def _standing_german(clause: Clause, phrase: str) -> str:
    """What stands for the thing that was asked for."""
    if clause.word.startswith(("welch", "was")) and clause.noun:
        return phrase or (
            f"{_THIS.get(clause.word, '')} {clause.noun}".strip() if clause.word in _THIS else clause.noun
        )
    if clause.noun:
        return clause.noun
    if clause.word in ("wer", "wen", "wem") and phrase:
        return phrase
    return _STANDING["de"].get(clause.word, "das")


def object_place(rest: str, language: Language) -> int:
    """Where an object goes in what follows the verb: behind the subject, before the next preposition."""
    words = WORDS[language]
    tokens = tokens_of(rest)
    for token in tokens[1:]:
        if token.lower in words.prepositions and not _closes(token, tokens):
            return _before(rest, token)
    if tokens and len(tokens) > 1 and not tokens[-1].capital:
        return _before(rest, tokens[-1])  # a participle, an infinitive or a separated prefix
    return len(rest)


def _closes(token: Token, tokens: list[Token]) -> bool:
    """Whether a preposition is the prefix of a verb that a German question ends with: "… nahm teil an", "hob … ab"."""
    return token == tokens[-1]


def _before(rest: str, token: Token) -> int:
    return len(rest[: token.start].rstrip())


def _english(clause: Clause, new: str, phrase: str) -> str:
    if clause.role == "none" or clause.role == "adverb":
        return joined(new, clause.verb, clause.rest)
    noun = f"that {clause.noun}" if clause.word in ("which", "what") and clause.noun else clause.noun
    standing = (phrase or noun) if clause.word in ("which", "what", "who") else noun or phrase
    standing = standing or _STANDING["en"].get(clause.word, "something")
    if clause.role == "subject":
        if not clause.verb:
            return joined(new, "was it that", standing, clause.rest)
        return joined(new, clause.verb, standing, clause.rest)
    if clause.verb in ("is", "are", "was", "were") and not clause.noun:
        # "Who is Britain's prime minister?" has an answer to put in, "What was the price of …?" has none.
        return joined(new, clause.verb, phrase if clause.word == "who" else "", clause.rest)
    place = _english_object_place(clause.rest)
    return joined(new, clause.verb, clause.rest[:place], standing, clause.rest[place:])


def _english_object_place(rest: str) -> int:
    """Behind the main verb; else before the first comma or at the end."""
    words = WORDS["en"]
    for number, token in enumerate(tokens_of(rest)):
        if number and token.lower in words.verbs - words.general and not token.capital:
            return token.end
    comma = rest.find(",")
    return len(rest) if comma < 0 else comma
