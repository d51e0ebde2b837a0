"""Words that say less than a fact (hedges) and words that say it of all (universals)."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Language

_HEDGES: dict[Language, str] = {
    "de": """könnte könnten vielleicht möglicherweise eventuell womöglich angeblich mutmaßlich vermutlich wahrscheinlich
        soll sollen plant planen plante planten will wollen wollte wollten möchte möchten versuchte versuchten versucht
        behauptet behaupten behauptete behaupteten erwägt erwägen droht drohen drohte hofft hofften hoffte offenbar
        scheint anscheinend dürfte dürften kann können""",
    "en": """might may could perhaps maybe possibly allegedly reportedly probably likely plans planned plan wants wanted
        want tried tries trying claims claimed claim considers considering considered threatens threatened hopes hoped
        seems seemed appears apparently supposedly alleged suspected expected can""",
}
_UNIVERSALS: dict[Language, str] = {
    "de": "alle allen aller alles jeder jede jedes jeden immer stets sämtliche sämtlichen ausschließlich",
    "en": "all every everyone everybody everything always entirely exclusively each",
}
HEDGES = {language: frozenset(listed.split()) for language, listed in _HEDGES.items()}
"""Words that make a statement less than a fact."""
UNIVERSALS = {language: frozenset(listed.split()) for language, listed in _UNIVERSALS.items()}
"""Words that speak of all, of everyone or of always."""


def hedges(text: Sequence[str], language: Language) -> frozenset[str]:
    """The hedging words among lower-case words."""
    return HEDGES[language].intersection(text)


def universals(text: Sequence[str], language: Language) -> frozenset[str]:
    """The words among lower-case words that speak of all or of always."""
    return UNIVERSALS[language].intersection(text)
