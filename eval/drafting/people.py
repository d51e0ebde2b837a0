"""People named at the beginning of a clause, with the office before their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from eval.drafting.draft import Source
from eval.drafting.things import is_country, is_thing
from eval.drafting.words import word_set
from index.models import Language
from rag.support.names.extraction import FIRST_NAMES, names
from rag.support.names.places import place_ids

_OFFICES: dict[Language, str] = {
    "de": r"(?:[A-ZÄÖÜ][\w-]*?)?(?:[Pp]räsident|[Mm]inister|[Kk]anzler|[Cc]hef|[Ss]precher|[Ss]ekretär|[Tt]rainer"
    r"|[Kk]önig|[Bb]ürgermeister|[Kk]ommissar|[Bb]eauftragte|[Ff]orscher|[Aa]utor|[Dd]irektor|[Rr]ichter|[Kk]andidat|[Ff]ührer"
    r"|[Pp]rinz|[Pp]apst|[Ss]enator|[Gg]ouverneur|[Mm]achthaber|[Ss]taatschef|[Dd]iktator|[Vv]orsitzende|[Ll]eiter)"
    r"(?:in|essin|en|s|r)?",
    "en": r"(?:(?:Prime |Foreign |Defen[cs]e |Interior |Finance |Deputy |First |Vice |U\.S\. |Transportation )*"
    r"(?:President|Minister|Secretary(?: of State)?|Chancellor|Coach|Captain|King|Queen|Prince|Princess|Pope|Mr\.|Mrs\."
    r"|Ms\.|Dr\.|Prof\.|Professor|Sen\.|Senator|Gov\.|Governor|Mayor|General|Judge|Commissioner|Sir|Lady|Leader)"
    r"|[A-Z][\w. ]* (?:spokesman|spokeswoman|leader|chief|architect|coach|director))",
}
_NAME = r"[A-ZÄÖÜÀ-Þ][\w'’-]+(?: (?:von|van|de|der|bin|al|[A-Z]\.|[A-ZÄÖÜÀ-Þ][\w'’-]+)){0,3}"
_FRONT: dict[Language, re.Pattern[str]] = {
    language: re.compile(rf"(?:(?:{article}|[A-ZÄÖÜ]\w+s )?(?P<office>{office}) )?(?P<name>{_NAME})")
    for (language, office), article in zip(
        _OFFICES.items(),
        (r"(?:[Dd]er|[Dd]ie) (?:[a-zäöüß-]+(?:e|er) )*", r"[Tt]he (?:[a-z]+ )?(?:[A-Z]\w+ )?"),
        strict=True,
    )
}


_PLACE_PREPOSITIONS = word_set(
    """
    in at near off im am bei aus
    """
)
_OFFICE_ALONE = re.compile("Minister|President|Secretary|Prime|Chancellor|Commissioner")
_SPEAKER = re.compile(
    r"\b(?:sagte|erklärte|betonte|said|added) (?:Herr |Frau |Mr\. |Ms\. )?([A-ZÄÖÜ][\w-]+)(?! [A-ZÄÖÜ])"
)


class People:
    """Who is known to be a person: named with an office or a common first name somewhere in the archive."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Read the whole archive once."""
        self._names: set[str] = set()
        whole: set[str] = set()
        alone: set[str] = set()
        places: set[str] = set()
        small: set[str] = set()
        for source in sources:
            small.update(word for word in source.text.split() if word.islower())
            for name in names(source.text, source.language):
                full = _without_office(name.text, source.language)
                parts = full.split()
                behind = source.text[name.end :].lstrip().split(" ", 1)[0].strip(",.")
                if _OFFICE_ALONE.fullmatch(behind):
                    continue
                before = source.text[: name.start].rstrip().rsplit(" ", 1)[-1]
                if len(parts) == 1:
                    alone |= {name.text} if source.language == "en" else set()
                elif before in _PLACE_PREPOSITIONS:
                    places.add(full)
                elif 1 < len(parts) <= 4 and not _is_place(full) and not is_thing(full):
                    whole.add(full)
                    if parts[0] in FIRST_NAMES or re.fullmatch(_OFFICES[source.language], before):
                        self._names |= {full, parts[-1]}
            # German tells a single name from a noun by nothing: look for what follows "sagte" and the like instead.
            alone.update(match[1] for match in _SPEAKER.finditer(source.text))
        self._names -= places
        self._names = {name for name in self._names if " " in name or not _is_common(name, small)}
        for name_of_whole in whole - places:
            surname = name_of_whole.rsplit(" ", 1)[-1]
            if surname in alone and not _is_place(surname) and not _is_common(surname, small):
                self._names |= {name_of_whole, surname}

    @property
    def full_names(self) -> frozenset[str]:
        """Those with a first name."""
        return frozenset(name for name in self._names if " " in name)

    def named(self, front: str, language: Language) -> str | None:
        """The person that a whole phrase names; None where it names nobody, or more than that."""
        match = _FRONT[language].fullmatch(front)
        if match is None:
            return None
        name = str(match["name"])
        if _is_place(name) or (not match["office"] and name not in self._names):
            return None
        return name


def name_forms(name: str) -> tuple[str, ...]:
    """The name and the surname alone."""
    parts = name.split()
    return (name,) if len(parts) == 1 else (name, parts[-1])


def _without_office(name: str, language: Language) -> str:
    """A name without the office that may open it ("President Vladimir Putin")."""
    office = re.match(rf"(?:{_OFFICES[language]}|{_OFFICES['de']}|(?:[A-Z][a-z]+(?:an|ish|ch) )?President) ", name)
    return name[office.end() :] if office else name


def _is_common(name: str, small: Set[str]) -> bool:
    """Whether a single word is also an ordinary one, or the name of a people ("Jamaican")."""
    return name.lower() in small or name.endswith(("ican", "ian", "ese", "ish"))


def _is_place(name: str) -> bool:
    low = name.lower()
    if is_country(name, "de") or is_country(name, "en"):
        return True
    return low in place_ids("de") or low in place_ids("en")
