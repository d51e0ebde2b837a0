"""Whether a claim has those that it names in the roles that they have in the evidence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from index.models import Language
from index.sentences import split_sentences
from rag.support.names.mentions import Mention, Things
from rag.support.relations.predicates import clause_around, share_predicate
from rag.support.relations.voice import first_leads

# In a place, at a time or belonging to something, one has no part in what is done.
_ASIDE = re.compile(
    r"\b(?:in|im|ins|zum|zur|am|auf|bei|beim|aus|nach|über|at|on|near|inside|outside|of|for|für|des|unter|mit|with)\s"
    r"(?:(?:the|an?|der|dem|den|des|die|his|her|its|their|(?!gegen|wegen)[\w-]+e[nmrs]?|[A-ZÄÖÜ][\w-]*)\s){0,2}[\"„“]{0,2}$"
)
# "A bedankte sich bei B": what is done to B is said with a preposition.
_DONE_AT = re.compile(
    r"\b(?:bedank|entschuldig|beschwer|bewarb|bewirb|bewerb|revanchier)\w*[^,;:]*\b(?:bei|beim)\s[^,;:]*$"
)
# Who helps does not act: "a goal after a pass from B".
_HELPS = re.compile(
    r"\b(?:Zuspiel|Pass|Vorlage|Flanke|Hilfe|pass|cross|assist|help)\s(?:von|from|by|of)\s(?:[A-ZÄÖÜ][\w-]*\s){0,2}$"
)
# Who reports does not act: "according to B".
_REPORTS = re.compile(
    r"\b(?:[Aa]ccording\sto|[Ll]aut|[Nn]ach\s(?:den\s)?(?:Angaben|Auskunft|Ansicht|Worten|Informationen|Einschätzung)(?:\svon)?)"
    r"\s(?:[\w'’-]+\s){0,4}$"
)
# "The council of Whitby"; "WHITBY - The council ...".
_OWNER = re.compile(r"\s(?:von|of|aus|from)\s")
_LIST = re.compile(r"(?:,| und| and|, and)\s(?:[A-ZÄÖÜ][\w.]*\s)?")
_DATELINE = re.compile(r"(?:\s\([^)]*\))?\s[-\u2013]\s")
_OBJECTS: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:ihn|ihm)\b"),
    "en": re.compile(r"\b(?:him|them)\b"),
}
_SUBJECTS: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\b[Ee]r\b"),
    "en": re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b"),
}
_BREAK = re.compile(r"[,;:]|\b(?:und|and|während|while|als|when|weil|because|dass|that|wie|as|who|which)\b")


class _Way(NamedTuple):
    """How two stand to each other where a sentence names both.

    Attributes:
        leads: whether the one asked for first acts on the other.
        clause: what says so.
    """

    leads: bool
    clause: str


class Roles(NamedTuple):
    """How many pairs that a claim names have the same roles in the evidence, and how many the opposite ones."""

    kept: int
    turned: int


def roles(claim: str, evidence: str, claim_language: Language, evidence_language: Language, context: str = "") -> Roles:
    """Compare the roles of every two that a claim names one after the other, and the evidence in one sentence.

    Where a sentence of the evidence names only one of the two, "him" or "he" in the same clause stands for the other.

    Args:
        claim: one sentence.
        evidence: one or several.
        claim_language: language of the claim.
        evidence_language: language of the evidence.
        context: what stands before the evidence and may name those for whom it has pronouns.

    Returns:
        Pairs that agree and pairs that do not; those of which nothing can be told are in neither.
    """
    things = Things(f"{context}\n{evidence}", evidence_language, (claim, claim_language))
    sentences = [evidence[start:end] for start, end in split_sentences(evidence, evidence_language)]
    there = [(sentence, _taking_part(sentence, things, evidence_language)) for sentence in sentences]
    kept = turned = 0
    for one, two in itertools.pairwise(_taking_part(claim, things, claim_language)):
        leads = first_leads(claim, one[1:], two[1:], claim_language) if one.thing != two.thing else None
        if leads is None:
            continue
        pairs = [way for text, named in there for way in _ways(text, named, one.thing, two.thing, evidence_language)]
        ways = pairs or [
            way for text, named in there for way in _with_pronoun(text, named, one.thing, two.thing, evidence_language)
        ]
        said = clause_around(claim, one.start, two.end)
        shared = [(way, share_predicate(said, way.clause, claim_language, evidence_language)) for way in ways]
        same = [way for way, is_shared in shared if is_shared]
        agrees = any(way.leads == leads for way in same or ways)
        kept += agrees
        comparable = any(is_shared is not False for _, is_shared in shared)
        turned += comparable and not agrees
    return Roles(kept, turned)


def _taking_part(text: str, things: Things, language: Language) -> list[Mention]:
    """Those that a sentence names and that are not merely in or of something."""
    part: list[Mention] = []
    before: Mention | None = None
    aside = reports = False
    for mention in things.mentions(text, language):
        between = text[before.end : mention.start] if before else ""
        listed = aside and _LIST.fullmatch(between) is not None and not (reports and between == ", ")
        owned = before is not None and _OWNER.fullmatch(between) is not None
        front = text[_behind(before, text) : mention.start]
        reports = _REPORTS.search(front) is not None
        aside = bool(
            listed
            or owned
            or reports
            or (_ASIDE.search(front) and not _DONE_AT.search(front))
            or _HELPS.search(front)
            or _DATELINE.match(text, mention.end)
        )
        if not aside:
            part.append(mention)
        before = mention
    return part


def _behind(before: Mention | None, text: str) -> int:
    """Where what stands before the next name begins: behind the last one, unless that is part of what it is called.

    "Laut Reuters lud A ein", "gab in Rom Minister B die Hand": the preposition belongs to the name behind it alone. In
    "laut Moskaus Minister B", "laut UN-Sprecherin B" and "im Londoner Vorort Soho" it belongs to both.
    """
    if before is None or text[before.end : before.end + 1] not in (" ", ","):
        return 0
    return 0 if text[: before.end].endswith(("er", "s")) else before.end


def _ways(sentence: str, named: Sequence[Mention], one: int, two: int, language: Language) -> list[_Way]:
    """Whether the first thing acts on the second, for each time that a sentence names both."""
    ways = []
    for first, second in itertools.combinations(named, 2):
        if {first.thing, second.thing} == {one, two}:
            leads = first_leads(sentence, first[1:], second[1:], language)
            if leads is not None:
                ways.append(_Way(leads == (first.thing == one), clause_around(sentence, first.start, second.end)))
    return ways


def _with_pronoun(sentence: str, named: Sequence[Mention], one: int, two: int, language: Language) -> list[_Way]:
    """The same for a sentence that names one of the two, and the other by a pronoun in the same clause."""
    present = {mention.thing for mention in named} & {one, two}
    if len(present) == 2:
        return _carried_on(sentence, named, one, two, language)
    ways = []
    for mention in named:
        if mention.thing in present:
            acts = _acts_on_pronoun(sentence, mention, language)
            if acts is not None:
                clause = clause_around(sentence, mention.start, mention.end)
                ways.append(_Way(acts == (mention.thing == one), clause))
    return ways


def _carried_on(sentence: str, named: Sequence[Mention], one: int, two: int, language: Language) -> list[_Way]:
    """Of "A met B and drove him": the first named acts on the one named last before "him"."""
    ways = []
    for match in _OBJECTS[language].finditer(sentence):
        before = [mention for mention in named if mention.end <= match.start()]
        if len(before) > 1 and {before[0].thing, before[-1].thing} == {one, two}:
            ways.append(_Way(before[0].thing == one, clause_around(sentence, before[-1].start, match.end())))
    return ways


def _acts_on_pronoun(sentence: str, mention: Mention, language: Language) -> bool | None:
    """Whether the one named acts on a pronoun of its clause; None without such a pronoun."""
    for pattern, acts in ((_OBJECTS[language], True), (_SUBJECTS[language], False)):
        for match in pattern.finditer(sentence):
            behind = match.start() > mention.start
            between = sentence[mention.end : match.start()] if behind else sentence[match.end() : mention.start]
            if _BREAK.search(between):
                continue
            if acts and not behind:
                # "Ihn begrüßte A", but "she asked him to form a government".
                return acts if language == "de" else None
            if behind:
                leads = first_leads(sentence, mention[1:], match.span(), language)
                return leads if acts or leads is None else not leads
            leads = first_leads(sentence, match.span(), mention[1:], language)
            return None if leads is None else not leads
    return None
