"""German sentences denied and affirmed by rules that keep the grammar."""

from __future__ import annotations

import re

from eval.perturbation.edit import cut, like

_COMPLEX = re.compile(
    r"(?i)\b(?:aber|sondern|wenn|falls|ob|nur|sogar|selbst|kaum|fast|weder|doch|noch|sowohl|auch nicht)\b|[;:„“\"»«]"
)
_ARTICLE = re.compile(
    r"\b(?P<article>[Ee]in(?:e|en|em|er)?)\s(?!bisschen|paar|wenig|Mal|mal\b|Teil|Jahr|Tages|Tag\b|Viertel"
    r"|Stück|Drittel|Fünftel|Zehntel|\w+er der|\w+e[rns]? der|der|und)(?=\w)"
)
_PARTICIPLE = (
    r"(?:\w*ge\w{2,}(?:t|en)|(?:be|er|ver|zer|ent|über|unter)\w{3,}(?:t|en)|\w{3,}iert|worden|geworden|sein"
    r"|werden|haben|können|machen|gehen|kommen|sehen|tun|geben)"
)
_AUXILIARY = (
    r"(?:ist|sind|war|waren|bin|bist|wurde|wurden|wird|werden|hat|haben|hatte|hatten|habe|hast|kann|können"
    r"|konnte|konnten|muss|müssen|will|wollen|soll|sollen|sollte|darf|dürfen|werde|wirst|wollte|musste)"
)
_FINAL = re.compile(
    rf"^(?P<front>[^,]*\b{_AUXILIARY}\b[^,]*?)\s(?P<final>{_PARTICIPLE}(?: (?:worden|werden|haben|sein|können))?)[.!]$"
)
_COPULA = re.compile(
    r"^(?P<front>[^,]{2,60}?\b(?:ist|sind|war|waren|bin))\s(?P<rest>(?:sehr |ganz |so |zu )?[a-zäöüß]{3,}[.!])$"
)
_SHORT = re.compile(
    r"^(?P<front>(?:Ich|Er|Sie|Wir|Tom|Maria|Es|Das) [a-zäöüß]+(?:t|e|en|te|ten|mag|ß)?)\s(?P<rest>(?:in|nach"
    r"|zu|zum|zur|mit|auf|für|an|von|aus|bei|im|am)\s[^,]+[.!])$"
)
_UNDO = (
    (r"\bkeinerlei\s", ""),
    (r"\bkein(?=(?:en|em|er|es)?\s)", "ein"),
    (r"\bkeine\s(?=\w*(?:ung|heit|keit|schaft|tion|tät|[^e]e)\b)(?=[A-ZÄÖÜ])", "eine "),
    (r"\bkeine\s", ""),
    (r"\bniemand(?:en|em)?\b", "jeder"),
    (r"\bnichts\b", "alles"),
    (r"\b(?:niemals|nie)\b", "immer"),
    (r"\bnirgend(?:s|wo)\b", "überall"),
    (r"\bohne\b", "mit"),
    (r"\b(?:gar |überhaupt |noch )?nicht(?: mehr)?\s", ""),
    (r"\s(?:gar |überhaupt |noch )?nicht(?: mehr)?(?=[.!,])", ""),
)


def deny(text: str) -> str | None:
    """Deny the sentence: "kein" for "ein", "nicht" before the final verb, the adjective or the adverbial."""
    if _COMPLEX.search(text):
        return None
    for pattern in (_COPULA, _FINAL, _SHORT):
        match = pattern.match(text)
        if match:
            position = match.end("front")
            return f"{text[:position]} nicht{text[position:]}"
    article = _ARTICLE.search(text)
    if article is None or "," in text[: article.start()]:
        return None
    old = article.group("article")
    return cut(text, article.start(), article.start() + len(old), like("k" + old.lower(), old))


def undeny(text: str) -> str | None:
    """Take the one denial back; None where no rule is safe."""
    if _COMPLEX.search(text) or re.search(r"(?i)^nein\b|^(?:noch )?nicht\b|\bnicht wahr\b", text):
        return None
    for pattern, replacement in _UNDO:
        match = re.search(pattern, text, re.IGNORECASE if "[A-Z" not in pattern else 0)
        if match:
            return cut(
                text,
                match.start(),
                match.end(),
                like(replacement, match.group()) if match.start() == 0 else replacement,
            )
    return None
