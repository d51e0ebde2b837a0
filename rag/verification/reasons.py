"""Why a sentence lacks support, for people, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.models import Language


@dataclass(frozen=True)
class Reasons:
    """The wording in one language; `{what}` stands for words of the claim, `{where}` for "[1]" or "[1], [2]".

    Attributes:
        uncited: no passage is cited.
        altered: a quotation is not word for word.
        missing: a number, date or name does not occur.
        denied: the claim says "not" and the evidence does not.
        denial_lost: the evidence says "not" and the claim does not.
        opposite: a word's opposite stands in the evidence.
        contrary: the evidence says the contrary of a word, `{told}`, of the same.
        turned: who does what to whom is the other way round.
        exchanged: two numbers are exchanged.
        certain: the evidence says "may" and the claim does not.
        general: the claim says "all", the evidence does not.
        clause: one of several statements is not supported.
        unsaid: nothing more exact is known.
    """

    uncited: str
    altered: str
    missing: str
    denied: str
    denial_lost: str
    opposite: str
    contrary: str
    turned: str
    exchanged: str
    certain: str
    general: str
    clause: str
    unsaid: str


REASONS: dict[Language, Reasons] = {
    "de": Reasons(
        uncited="Der Satz nennt keine Fundstelle",
        altered="„{what}“ steht so nicht in {where}",
        missing="{what} steht nicht in {where}",
        denied="{where} sagt nicht „nicht“",
        denial_lost="{where} verneint es",
        opposite="{where} sagt das Gegenteil",
        contrary="{where} sagt „{told}“, nicht „{what}“",
        turned="In {where} ist es umgekehrt",
        exchanged="In {where} stehen die Zahlen umgekehrt",
        certain="{where} sagt es nicht als sicher",
        general="{where} sagt es nicht von allen oder von immer",
        clause="Nicht in {where}: „{what}“",
        unsaid="{where} sagt das nicht",
    ),
    "en": Reasons(
        uncited="The sentence cites nothing",
        altered="“{what}” is not word for word in {where}",
        missing="{what} is not in {where}",
        denied="{where} does not say “not”",
        denial_lost="{where} denies it",
        opposite="{where} says the opposite",
        contrary="{where} says “{told}”, not “{what}”",
        turned="{where} has it the other way round",
        exchanged="{where} has the numbers the other way round",
        certain="{where} does not say it for certain",
        general="{where} does not say it of all or of always",
        clause="Not in {where}: “{what}”",
        unsaid="{where} does not say so",
    ),
}


def where(numbers: Sequence[int]) -> str:
    """The passages that were looked at, as the text marks them: "[1]", "[1], [2]"."""
    return ", ".join(f"[{number}]" for number in sorted(set(numbers)))
