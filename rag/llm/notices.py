"""What a reader is told when the language model did not write the answer."""

from __future__ import annotations

from collections.abc import Mapping

from index.models import Language
from rag.llm.errors import Failure

_CAUSES: Mapping[Language, Mapping[Failure, str]] = {
    "de": {
        "unreachable": "ist nicht erreichbar",
        "slow": "hat nicht rechtzeitig zu antworten begonnen",
        "too_slow": "ist nicht rechtzeitig fertig geworden",
        "denied": "hat die Anfrage abgelehnt (Schlüssel)",
        "unknown": "ist auf dem Server nicht bekannt",
        "busy": "ist überlastet",
        "broken": "meldet einen Fehler",
        "refused": "hat die Anfrage abgelehnt",
        "garbled": "hat Unlesbares geantwortet",
        "cut_off": "hat mitten in der Antwort abgebrochen",
        "empty": "hat nichts geantwortet",
        "too_long": "hat zu viel geschrieben",
        "too_small": "kann nicht genug Text auf einmal lesen",
    },
    "en": {
        "unreachable": "cannot be reached",
        "slow": "did not begin to answer in time",
        "too_slow": "did not finish in time",
        "denied": "refused the request (key)",
        "unknown": "is not known to the server",
        "busy": "is overloaded",
        "broken": "reports an error",
        "refused": "refused the request",
        "garbled": "gave an unreadable answer",
        "cut_off": "broke off in the middle of the answer",
        "empty": "gave no answer",
        "too_long": "wrote too much",
        "too_small": "cannot read enough text at a time",
    },
}
_INSTEAD: Mapping[Language, str] = {
    "de": "Das Sprachmodell {model} {cause}. Die Antwort besteht deshalb aus Zitaten.",
    "en": "The language model {model} {cause}. The answer therefore consists of quotes.",
}
_ONLY: Mapping[Language, str] = {
    "de": "Das Sprachmodell {model} {cause}.",
    "en": "The language model {model} {cause}.",
}
UNPROVED: Mapping[Language, str] = {
    "de": "Das Sprachmodell hat geantwortet, aber kein Satz war durch das Archiv belegt.",
    "en": "The language model answered, but the archive supported none of its sentences.",
}


def failure_notice(failure: Failure, model: str, language: Language, *, answered: bool) -> str:
    """Say that the model failed, and what the answer consists of instead where there is one."""
    frame = _INSTEAD if answered else _ONLY
    return frame[language].format(model=model, cause=_CAUSES[language][failure])
