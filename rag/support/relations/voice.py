"""Who comes first where a sentence says what one does to another: word order, passives and "lost to"."""

from __future__ import annotations

import re

from index.models import Language
from rag.support.relations.predicates import verbs

_NAMES = (
    r"(?:[A-ZÄÖÜ][\w.'’-]*,?\s|dem\s|der\s|den\s|the\s|his\s|her\s|und\s|and\s|seine[mnr]\s|ihre[mnr]\s"
    r"|[a-zäöüß]+e[nmrs]?\s){0,8}"
)
"""Titles, adjectives and further names between a preposition and a name."""
_BY: dict[Language, re.Pattern[str]] = {
    "de": re.compile(rf"\b(?:von|vom|durch)\s{_NAMES}$"),
    "en": re.compile(
        r"\bby\s(?:(?!(?:in|on|at|of|from|to|for|with|after|before|and|but|that|who|which|than|as|into|over|[a-z]+ing)\s)"
        r"[^\W\d_][\w.'’-]*,?\s){0,6}$"
    ),
}
_BE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:wurden?|wird|werden|worden)\b"),
    "en": re.compile(r"\b(?:is|are|was|were|be|been|being)\b"),
}
_HELPED = re.compile(rf"{_BE['en'].pattern}|\b(?:got|gets?)\b")
_PARTICIPLE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\b\w*(?:ge\w{2,}(?:t|en)|(?:be|er|ver|zer|ent|emp|über|unter|miss)\w{2,}(?:t|en)|\w{2,}iert)\b"),
    "en": re.compile(r"\b\w+(?:ed|en|wn|lt|nt|ght|ld|id|ung|eat|et|un|ut|ound)\b"),
}
_FOLLOWED = re.compile(r"\b(?:followed\sby|gefolgt\svo[nm])\s")
"""Of those that follow one another the first one leads."""
_DONE_BY = re.compile(
    rf"\b(?:[a-zäöüß]*ge\w{{2,}}(?:t|en)|[a-zäöüß]*(?:be|er|ver|zer|ent|emp|über|unter|miss)\w{{2,}}(?:t|en)|[a-zäöüß]{{2,}}iert)\s(?:von|vom|durch)\s{_NAMES}$"
)
# "Vertreten wird A von B."
_FRONTED_PARTICIPLE = re.compile(r"^\W*\w+(?:t|en)\s(?:wurden?|wird|werden|worden)\b")
_LOSES: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:verl(?:or|oren|ieren|iert)|unterlegen|scheiter(?:te|ten|t)|gescheitert)\b"),
    "en": re.compile(r"\b(?:lost|loses?|losing|fell|falls?|falling)\b"),
}
_GETS: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:erhielt|erhielten|erhält|erhalten|bekam|bekamen|bekommt|bekommen|kauften?|kauft|gekauft|geriet(?:en)?|erntete?n?|stieß(?:en)?|entgegen"
        r"|erb(?:t|te|ten)|geerbt|erwarb(?:en)?|erwirbt|erworben|bezieht|bezog(?:en)?|lernt(?:e|en)?|gelernt|borgt(?:e|en)?"
        r"|leiht|lieh(?:en)?|bezogen|hatten? (?:Besuch|Hilfe|Unterstützung)|pachtet(?:e|en)?|mietet(?:e|en)?)\b"
    ),
    "en": re.compile(
        r"\b(?:receiv(?:ed?|es|ing)|got|gets?|getting|obtain(?:ed|s)|(?:had|has) (?:an?|had|the) |drew|draws|underwent"
        r"|earn(?:ed|s)"
        r"|secur(?:ed|es)|hear(?:d|s)|(?:won|wins) (?:praise|support|backing)|bought|buys?|borrow(?:ed|s)?"
        r"|accept(?:ed|s)?|came under|comes under|acquired?"
        r"|acquires|inherit(?:ed|s)?|learn(?:ed|t|s)?|rent(?:ed|s)?|leas(?:ed|es))\b"
    ),
}
# Said from the other side: the owner, the host and the one before act.
_CONVERSE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:gehör(?:t|te|ten|en)|(?<!em )(?<!bei )[Bb]esuch(?:t|te|ten|en|s)?|unterl(?:ag|agen|iegt)|zu\sGast)\b"
        r"|^\sfolg(?:t|te|ten|en)\s$|\b(?:geht|gehen|ging|gingen|fällt|fiel|fielen)\san\s|\shinter\s$"
    ),
    "en": re.compile(
        r"\b(?:belong(?:s|ed|ing)?\sto|visit(?:s|ed|ing)?|hosted\sby|(?:goes|going|went|gone)\sto)\b|^\sfollow(?:s|ed)\s$|^[^,]{0,24}\s(?:after|behind)\s$"
    ),
}
_TO = re.compile(rf"\b(?:gegen|an|to|against)\s(?:den\s|die\s|the\s)?{_NAMES}$")
_FROM = re.compile(rf"\b(?:von|vom|from)\s(?:the\s)?{_NAMES}$")
_OBJECT_FIRST = re.compile(
    r"(?:^|[\s,])(?:[Dd]en|[Ii]hren|[Ss]einen|[Ee]inen)\s(?:[\w-]+\s){0,3}$"
    r"|(?:^|[.:;–]\s)(?:\w+\s)?(?:[Dd]em|[Ii]hrem|[Ss]einem|[Ee]inem|[Gg]egen|[Ii]hrer|[Ss]einer)\s(?:[\w-]+\s){0,4}$"
)
# "Dem Gast kam der Gastgeber erst entgegen": the clause opens with an object, then come the verb and who acts.
_OPENS_WITH_OBJECT = re.compile(
    r"(?:^|[.:;–]\s)(?:\w+\s)?(?:[Dd]e[nm]|[Ii]hre[nmr]|[Ss]eine[nmr]|[Ee]ine[nm])\s(?:[\w-]+\s){0,4}$"
)
_VERB_AND_SUBJECT = re.compile(
    r"^\s[a-zäöüß]+\s(?!.*\b(?:de[nm]|ihre[nm]|seine[nm]|eine[nm]|vo[nm]|an|gegen|mit|beim?|für|als)\s)"
    r"(?:sich\s)?(?:(?:der|die|das|eine?|ihre?|seine?)\s)?(?:[\w-]+\s){0,5}$"
)
# "A, whom B succeeded", "A, den B suchte".
_WHOM = re.compile(
    r"^,\s(?:whom|den|dem)\s(?:(?:the|die|der|das|ein|eine|his|her|seine|ihre|sein|ihr|[a-zäöüß]+e[rns]?|[A-ZÄÖÜ][\w-]+)\s){0,4}$"
)
_WHO = re.compile(r"^,\s(?:who|which|der|die|das)\s")
# "das von A gekaufte Bild".
_ATTRIBUTE = re.compile(r"\s[a-zäöüß]+(?:te|en)[nmrs]?\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ]|\s[a-zäöüß]+ene[nmrs]?\s")
# Neither acts on the other: "from A", "gegen A" and the like say what somebody else does to them.
_TOWARDS = re.compile(
    r"\b(?:from|(?<!ccording )to|against|gegen|an|[Gg]egenüber|between|zwischen|statt|instead of)\s"
    rf"(?:den\s|die\s|the\s)?{_NAMES}$"
)
# "Den Gast begrüßte B": nothing but the verb, and perhaps a title, stands between them.
_ONLY_VERB = re.compile(r"^\s[a-zäöüß]+(?:te|ten|t|en|[a-z]+ing|iel|ab|af|ug)\s(?:[A-ZÄÖÜ][\w-]+\s){0,3}$")
# "European Commission": what follows a name with a capital belongs to it.
_REST_OF_NAME = re.compile(r"^(?:\s[A-ZÄÖÜ][\w-]*)+(?=[\s,])")
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_AND = re.compile(
    r"^\s?(?:,|and|und|&|sowie|or|oder|with|mit|as well as|, and|, und)\s?(?:(?:the|der|die|das)\s)?"
    r"(?:[A-Z][\w.]*\s){0,2}$"
)
_COUPLED = re.compile(r"^\s(?P<noun>[a-zäöüß]\w+)\s(?:and|und)\s(?:(?:the|der|die|das)\s)?$")
_LISTED = re.compile(r",\s(?:[A-Z][\w.]*\s){0,2}$")
_IS = re.compile(
    r"^\s(?!.*\b(?:since|seit|than|als|after|before)\b)(?:is|was|are|were|ist|war|sind|waren)"
    r"\s(?:an?|the|ein\w*|der|die|das|located|einer?)\b"
)
_FRONTED = re.compile(
    r"^\W*(?:\w+\s)?(?:after|before|when|while|in|by|during|following|as|if|rather|instead|unlike|despite"
    r"|although|because|since|anders|statt|anstelle|trotz|obwohl|weil|dass|ob|nach|vor|als|bei|wenn|während|nachdem|bevor"
    r"|with|mit|for|für|unter|under)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"^[^,;:]*\b(?:met|meet|meets|meeting|traf(?:en)?|treffen|trifft|talk(?:s|ed)?|spoke|speak|telefonier\w+|signed"
    r"|married|between|compet\w+|konkurr\w+|Konkurrenz|zwischen|heirateten?|heiratet|unterschr\w+|unterzeichn\w+)\b[^,;:]*$"
)
_APPOSED = re.compile(
    r"^\s?[,\u2013-]{1,2}\s(?:son|Sohn|daughter|Tochter|ein|eine|einst|der|die|das|the|an?|once|his|her|seine?|ihre?)\b[^,]*$"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|wurden?|wird|werden|war|waren|ist|sind|hat|hatten?|\w{3,}(?:ed|te|ten))\b"
)
# "sagte Hilfe zu" is no saying.
_SAYS = re.compile(
    r"\b(?:(?:said|says)(?!\s(?:sorry|thank))|warned|added|wrote|sagten?(?![^,.;:]*\s(?:zu|ab)\s*(?:[.,;:!?]|$))|erklärten?"
    r"|warnte|schrieb|meldete|zufolge|laut|according to|betonten?|berichteten?|teilten?)\b"
)
# "Lukashenko said Russia had supplied Belarus": the one behind "said" does not say it.
_SAID_BY_ANOTHER = re.compile(r"[\w”]\s(?:said|says|warned|added|wrote)\s(?:that\s)?(?:the\s)?$")
_NEXT_TO = 15
"""Characters before the first in which a verb of saying may stand that tells of it."""


def first_leads(text: str, first: tuple[int, int], second: tuple[int, int], language: Language) -> bool | None:
    """Whether of two that a sentence names, the first is the one that acts.

    Args:
        text: the sentence.
        first: start and end of the one that stands first.
        second: start and end of the other.
        language: of the sentence.

    Returns:
        False where the second acts: in a passive ("A was beaten by B", "A wurde von B geschlagen"), where the first is
        marked as an object ("den Gast empfing B"), and where it is said from the other side ("A lost to B", "A received
        it from B", "A belongs to B", "A visited B"); None where both do the same ("A and B", "A met B"), one of them
        reports, or acts in something else ("a dinner given by A").
    """
    between = _REST_OF_NAME.sub("", text[first[1] : second[0]])
    front = text[: first[0]]
    says = _SAYS.search(text, first[0] if _SAID_BY_ANOTHER.search(front) else max(0, first[0] - _NEXT_TO))
    if _AND.match(between) or _BOTH.match(between) or (says and says.start() < second[0]):
        return None
    towards = _TOWARDS.search(front) and not _OBJECT_FIRST.search(front) and not _WHO.match(between)
    if towards or _BY[language].search(front):
        return None
    if _WHOM.match(between):
        return False
    between = _BRACKETS.sub("", between)
    if _IS.match(between) or ("," in between and _FRONTED.match(text)):
        return None
    if language == "en" and not _VERB.search(between) and not verbs(between, language):
        return None
    coupled = _COUPLED.match(between)
    if coupled and not _VERB.search(coupled["noun"]):
        return None
    listed = _LISTED.search(between) and not _VERB.search(between)
    if listed or _APPOSED.match(between) or (language == "en" and not between.strip(" (")):
        return None
    rest = _rest_of_clause(text, second[1])
    whole = between + rest
    by = _BY[language].search(between) is not None and not _FOLLOWED.search(between)
    passive = by and _says_done(text, between, rest, language)
    marked = language == "de" and (
        (_OBJECT_FIRST.search(front) and _ONLY_VERB.match(between))
        or (_OPENS_WITH_OBJECT.search(front) and _VERB_AND_SUBJECT.match(between))
    )
    lost = _LOSES[language].search(front + whole) and _TO.search(between)
    got = _GETS[language].search(front + whole) and _FROM.search(between)
    converse = _CONVERSE[language].search(between)
    if by and not passive and (language == "en" or _ATTRIBUTE.match(text, second[1])):
        return None
    if not got and language == "en" and _BE["en"].search(between) and _FROM.search(between):
        return None
    return (bool(converse) + bool(passive) + bool(marked) + bool(lost) + bool(got)) % 2 == 0


def _says_done(text: str, between: str, rest: str, language: Language) -> bool:
    """Whether "by" or "von" names who acts: with a participle before it, in German behind it."""
    if language == "en":
        # "The team led by A": a participle behind a noun only says who leads the team.
        fronts = [between[: match.start()] for match in _PARTICIPLE["en"].finditer(between)]
        return any(not front.strip(" ,") or _HELPED.search(front) for front in fronts[-1:])
    if _DONE_BY.search(between):
        return True
    fronted = _FRONTED_PARTICIPLE.match(text) is not None
    done = fronted or _PARTICIPLE["de"].search(rest) is not None or "worden" in between
    return done and _BE["de"].search(text) is not None


def _rest_of_clause(text: str, start: int) -> str:
    """German puts the verb last: what follows up to the next comma or stop."""
    match = re.compile(r"[^,.;:!?]*").match(text, start)
    return match.group() if match else ""
