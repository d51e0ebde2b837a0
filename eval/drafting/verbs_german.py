"""German finite verbs that the rules understand: what is not listed is not asked about."""

from __future__ import annotations

from eval.drafting.words import word_set

_STRONG = """
war wurde hatte konnte musste sollte wollte durfte gab hieß ging kam nahm lag stand hielt ließ fand traf sprach
sah schrieb trat zog schlug fiel stieg sank verlor gewann begann erhielt bekam blieb brach trug starb schloss
flog fuhr lief rief schoss unterschrieb verließ empfing lud hob verschob betrug wies bot verbot schuf bezog
übernahm unternahm vergab verlieh ergab entschied erschien entstand verstieß beschloss gelang bestand verschwand
vertrat verhielt unterlag erfand galt half warf verwies erwarb geschah genoss litt stritt verglich wuchs schwieg
bat befahl
"""
_PRESENT = """
ist wird hat kann muss soll will darf stammt kostet liegt gilt zeigt führt spielt lebt arbeitet gehört fordert
plant bleibt steht heißt kommt geht erhält trägt umfasst bietet beginnt endet leitet nennt sieht trifft gibt
nimmt hält zählt produziert besitzt betreibt droht warnt dauert
"""
_PRESENT_PLURAL = """
sind werden haben können müssen sollen wollen dürfen kosten liegen gelten zeigen leben arbeiten gehören stehen
kommen gehen tragen umfassen bieten beginnen enden
"""
_STRONG_PLURAL = """
waren wurden hatten konnten mussten sollten wollten durften gaben gingen kamen nahmen lagen standen hielten
fanden trafen sprachen sahen traten zogen fielen stiegen sanken verloren gewannen begannen erhielten bekamen
blieben starben flogen fuhren liefen schossen unterschrieben verließen betrugen
"""
_NOT_WEAK = word_set(
    """
    heute bitte letzte letzten erste ersten zweite zweiten dritte dritten vierte fünfte sechste siebte achte
    neunte zehnte beste besten größte größten höchste höchsten nächste nächsten jüngste jüngsten älteste
    ältesten rechte rechten alte alten gute guten weite breite späte leichte schlechte bekannte bekannten
    gesamte gesamten sogenannte sogenannten geplante geplanten mitte seite hälfte selten unten hinten bunte
    echte konkrete private
    """
)
PRESENT_VERBS = frozenset(_PRESENT.split()) | frozenset(_PRESENT_PLURAL.split())
"""German verbs in the present."""
SINGULAR_VERBS = frozenset(_STRONG.split()) | frozenset(_PRESENT.split())
PLURAL_VERBS = frozenset(_STRONG_PLURAL.split()) | frozenset(_PRESENT_PLURAL.split())


def german_verb(word: str) -> bool:
    """Whether a word, behind a noun, is a finite German verb as the rules understand it."""
    return word in SINGULAR_VERBS or word in PLURAL_VERBS or is_weak_past(word)


def is_weak_past(word: str) -> bool:
    """Whether a word looks like a regular past form ("kostete", "eröffneten")."""
    return word.islower() and len(word) > 4 and word.endswith(("te", "ten")) and word not in _NOT_WEAK


def is_singular(word: str) -> bool:
    """Whether a finite German verb goes with one subject."""
    return word in SINGULAR_VERBS or (word not in PLURAL_VERBS and word.endswith("te"))
