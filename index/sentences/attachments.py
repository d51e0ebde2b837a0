"""What trails a sentence after its full stop and still belongs to it: agency, credit, footnote, emoji."""

import re

from index.sentences.characters import EMOJI, WHITE

_AGENCY = (
    "dpa|afp|ap|apa|reuters|sid|kna|epd|sda|dapd|ddp|dpa-afx|dow jones|djn?|itar-tass|tass|interfax|ansa|belga|upi|pa|"
    "red|ag|awp|ots|ard|wdr|ndr|zdf|bbc|cnn|taz|mit|von"
)
MEDIUM = r"(?:Fotos?|Bilder|Bild|Photos?|Images?|Picture|Grafik|Graphic)"
_LINE_END = r"(?=[ \t]*(?:[\r\n]|\Z))"

# Every repetition is possessive or bounded, so that no text makes the search slow.
_ATTACHED = re.compile(
    rf"""(?:
      (?:\[\d{{1,3}}\])++                                           # footnotes: [4][5]
    | [{WHITE}]*+[(\[](?:…|\.\.\.)[)\]]                             # an omission: […]
    | [{WHITE}]*+\((?i:{_AGENCY})\b[^()]{{0,60}}(?<![.!?…])\)       # (dpa), (APA/Reuters, 3.4.2016)
    | [{WHITE}]*+\({MEDIUM}:[^()]{{0,80}}\)                         # (Foto: dpa)
    | [{WHITE}]*+\([^()]{{1,80}}(?<![.!?…])\){_LINE_END}            # (Additional reporting by Ann Lee)
    | [{WHITE}]*+©[^\n]{{0,80}}?{_LINE_END}                         # © REUTERS/Name
    | [{WHITE}]*+\([a-zäöü]{{2,5}}\)                                # an author's sign: (itu)
    | [{WHITE}]*+{MEDIUM}:[^\n.!?]{{1,80}}{_LINE_END}               # Foto: Name/dpa
    | [{WHITE}]*+[{EMOJI}]++
    )""",
    re.VERBOSE,
)
# What newsrooms sign with: "/bal/DP/ngu", "SID xkw tk".
SIGN = r"(?:(?:/\w{1,6}){2,}|(?:SID|sid|dpa|AFP|afp|APA)(?:[ /][a-z]{2,4}){1,3})"
_SIGNATURE = re.compile(rf"[{WHITE}]*+(?={SIGN}{_LINE_END})")


def attached_end(text: str, position: int, end: int) -> int:
    """Return where what is attached to a sentence ends, or ``position`` when nothing is.

    Args:
        text: the whole text.
        position: directly after the stop and what closes it, a code point offset.
        end: the end of the unit, which nothing attached leaves.
    """
    match = _ATTACHED.match(text, position, end)
    while match is not None and match.end() > position:
        position = match.end()
        match = _ATTACHED.match(text, position, end)
    return position


def signature_start(text: str, position: int, end: int) -> int | None:
    """Return where an agency's signature starts that follows ``position``, or None."""
    match = _SIGNATURE.match(text, position, end)
    return None if match is None else match.end()
