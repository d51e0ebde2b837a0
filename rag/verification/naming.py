"""Whether the names of a claim occur in its evidence, in whatever spelling and in either language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.models import Language
from rag.support.lexis import Lexis
from rag.support.names.nations import names_nation, nations_called
from rag.support.names.runs import LIKELY, NameRun, is_name, name_runs, names_of, some_name
from rag.verification.sources import Source

_CODE = re.compile(r"(?<![\w-])[A-ZÄÖÜ][^\W\d_]*(?:-?\d+[A-Za-z]?)+(?!\w)")


def missing_names(claim: str, language: Language, sources: Sequence[Source]) -> tuple[int, list[str]]:
    """Look for every name of a claim in the evidence.

    A name is found under its stem, its spelling in the other language, its other name there, or as an acronym, a
    country or region under its adjective, its people and its capital too; a common word with a capital ("National
    Board", every German noun) is none. What the article's title or the sentences before
    the passage name counts as known if a part of it stands in the passage, or a pronoun that could stand for it.

    Returns:
        how many names there are, and those that are missing, as they are written.
    """
    found = 0
    missing: list[str] = []
    known = [(Lexis.of(source.text, source.language), Lexis.of(source.around, source.language)) for source in sources]
    for run in name_runs(_CODE.sub(" ", claim), language):
        for parts in names_of(run, language):
            found += 1
            if not any(_names(run, parts, language, passage, around) for passage, around in known):
                missing.append(" ".join(parts))
    for match in _CODE.finditer(claim):
        found += 1
        if not any(passage.has_code(match.group()) for passage, _ in known):
            missing.append(match.group())
    return found, missing


def _names(run: NameRun, parts: Sequence[str], language: Language, passage: Lexis, around: Lexis) -> bool:
    nations = nations_called(run.text, language) or nations_called(" ".join(parts), language)
    if nations and names_nation(passage.text, passage.language, nations):
        return True
    there = [_has(passage, part, language) for part in parts]
    if not any(some_name(part, language, LIKELY) for part in parts):
        return any(there)
    if all(there) or passage.has_whole(run.text, language) or passage.has_acronym(run.words):
        return True
    if any(there) or passage.has_pronoun:
        return all(has or _has(around, part, language) for part, has in zip(parts, there, strict=True))
    return False


def _has(lexis: Lexis, word: str, language: Language) -> bool:
    """Whether the name in a word stands there; of "FDP-Chef" the common half may be missing."""
    parts = [part for part in word.split("-") if part]
    named = [part for part in parts if is_name(part, language)]
    return all(lexis.has_name(part, language) for part in named or parts)
