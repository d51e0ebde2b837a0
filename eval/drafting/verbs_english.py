"""English verbs that the rules understand: what is not listed is not asked about."""

from __future__ import annotations

from eval.drafting.words import word_set
from eval.perturbation.kinds.verbs import PAST_TO_BASE

_IRREGULAR = """
beat/beat bore/bear bought/buy broadcast/broadcast cast/cast cost/cost cut/cut dealt/deal drew/draw fed/feed
fought/fight flew/fly fled/flee forbade/forbid froze/freeze hit/hit hurt/hurt laid/lay lent/lend let/let
lit/light put/put quit/quit rode/ride sank/sink set/set shook/shake shot/shoot shut/shut split/split
spread/spread stole/steal struck/strike swore/swear took/take tore/tear underwent/undergo withdrew/withdraw
overcame/overcome undertook/undertake sought/seek
"""
_PARTICIPLES = """
taken/take given/give seen/see gone/go known/know written/write chosen/choose spoken/speak broken/break
driven/drive fallen/fall drawn/draw grown/grow thrown/throw worn/wear beaten/beat flown/fly shown/show
begun/begin run/run come/come become/become frozen/freeze stolen/steal withdrawn/withdraw overcome/overcome
undertaken/undertake risen/rise
"""
_REGULAR = """
abandon accept accuse achieve acquire adopt affect agree aim allow announce appear appoint approve arrest arrive
attack attend attract ban bar begin block bomb borrow brief build cancel capture carry cause celebrate charge
claim climb close collapse collect command complete conclude condemn confirm contain continue convict cover
crash create criticise criticize cross crown damage date decide declare decline defeat defend deliver demand
deny deploy describe destroy detain develop die direct discover discuss dismiss donate double earn elect end
endorse enter escape establish evacuate examine exceed execute expand expect expel explode export express face
fail fear feature file fill finance fine finish fire follow force found gain gather grant greet guarantee handle
happen head help honour host house identify impose improve increase inform injure inspect install introduce
invade invest invite issue join jump kick kill kiss label lack land last launch lease lift limit list live load
lower manage mark marry measure mention miss move murder name need negotiate note obtain occupy offer open
operate oppose order organise organize own pass permit place plan plead pledge praise present prevent produce
promise propose protect prove publish pull purchase push raise ratify reach receive recall recognise recognize
recommend record recover reduce refuse register reject release remain remove rename renew rent repair replace
reply report represent request require rescue reserve resign restore retire return reveal rule sail save score
seize select sentence serve settle shape share ship show sign smash spot stage start stay stop storm succeed
suffer suggest supply support surrender suspect suspend target test threaten top tour trade train transfer
travel treat trigger try turn unveil urge use value veto view violate visit vote vow wait warn wash waste watch
welcome widen withhold witness work wound yield
"""
_AUXILIARIES = "is are was were will would can could may might must should"


def _past(base: str) -> str:
    """The regular past form."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLED else "") + "ed"


_DOUBLED = word_set(
    """
    ban bar drop equip expel plan quit refer ship spot stop top transfer cut admit commit permit
    """
)

BASE_OF_PAST: dict[str, str] = {
    **{_past(base): base for base in _REGULAR.split()},
    **PAST_TO_BASE,
    **dict(pair.split("/") for pair in _IRREGULAR.split()),
}
"""English past form to infinitive."""
PAST_OF_BASE: dict[str, str] = {base: past for past, base in BASE_OF_PAST.items()}
"""English infinitive to past form."""
BASE_OF_PARTICIPLE: dict[str, str] = {**BASE_OF_PAST, **dict(pair.split("/") for pair in _PARTICIPLES.split())}
"""English past participle to infinitive."""
ENGLISH_AUXILIARIES = frozenset(_AUXILIARIES.split())
"""They go before the subject of a question as they are."""
