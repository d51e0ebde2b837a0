"""English sentences denied and affirmed by rules that keep the grammar."""

from __future__ import annotations

import re

from eval.perturbation.edit import cut, like
from eval.perturbation.kinds.verbs import BASE_TO_PAST, BASES, PAST_TO_BASE, THIRD_TO_BASE, third_person

_SUBJECT = (
    r"^(?P<subject>I|You|He|She|It|We|They|Tom|Mary|John|(?:The|My|His|Her|Our|This|That) [a-z]+"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|can|could|should|would|must|has been|have been|had been|am)\s(?!not\b|it\b|he\b"
    r"|she\b|you\b|they\b|we\b|I\b|to\b|no\b)"
)
_VERB = re.compile(rf"{_SUBJECT} (?P<verb>[a-z]+)\b(?! (?:been|to be)\b)")
# A denied whole with "and", "but", "if": what would be denied is not clear.
_COMPLEX = re.compile(r"(?i)\b(?:but|if|unless|whether|only|even|nor|hardly|barely|almost|tag|any|either)\b|[;:“\"]")
_UNDO = (
    (r"\b(is|are|was|were|could|should|would|must|has|have|had|did|does|do|need)n['’]t\b", r"\1"),
    (r"\bwon['’]t\b", "will"),
    (r"\b(?:can['’]t|cannot)\b", "can"),
    (r"\bnot\s", ""),
    (r"\b(?:nobody|no one)\b", "everybody"),
    (r"\bnothing\b", "everything"),
    (r"\bnever\b", "always"),
    (r"\bnone of\b", "all of"),
    (r"\bnowhere\b", "everywhere"),
    (r"\bwithout\b", "with"),
    (r"\b(is|was|has|had|have) no\b", r"\1 a"),
    (r"\b(are|were) no\b", r"\1 many"),
)
_DO = re.compile(r"\b(?P<do>did|does|do) (?P<base>[a-z]+)\b", re.IGNORECASE)


def deny(text: str) -> str | None:
    """Deny the main verb; None where no rule is safe."""
    if _COMPLEX.search(text):
        return None
    auxiliary = _AUXILIARY.search(text)
    if auxiliary and not _subordinate(text, auxiliary.start()):
        end = auxiliary.start() + len(auxiliary.group(1).split()[0])
        return text[:end] + " not" + text[end:]
    match = _VERB.match(text)
    return _with_do(text, match) if match else None


def _subordinate(text: str, position: int) -> bool:
    """Whether a clause opened before the position is not the main one."""
    return bool(
        re.search(
            r"\b(?:that|who|which|when|while|because|since|what|where|how|after|before|as|although)\b|,",
            text[:position],
        )
    )


def _with_do(text: str, match: re.Match[str]) -> str | None:
    verb, subject = match.group("verb"), match.group("subject")
    start, end = match.span("verb")
    plural = subject in ("I", "You", "We", "They")
    if verb in PAST_TO_BASE:
        return cut(text, start, end, f"did not {PAST_TO_BASE[verb]}")
    if not plural and verb in THIRD_TO_BASE:
        return cut(text, start, end, f"does not {THIRD_TO_BASE[verb]}")
    return cut(text, start, end, f"do not {verb}") if plural and verb in BASES else None


def undeny(text: str) -> str | None:
    """Take the one denial back; None where no rule is safe."""
    if _COMPLEX.search(text) or re.search(r"(?i)\bnot (?:only|until|yet|at all)\b|\byet\b|^no,|n['’]t you\b", text):
        return None
    for pattern, replacement in _UNDO:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            new = (
                like(match.expand(replacement), match.group())
                if match.group()[:1].isupper()
                else match.expand(replacement)
            )
            return _without_do(cut(text, match.start(), match.end(), new), match.start())
    return None


def _without_do(text: str, position: int) -> str | None:
    """Turn "did go" into "went"; unknown verbs keep their "did", which is grammatical."""
    match = _DO.search(text, max(0, position - 6))
    if match is None:
        return text
    do, base = match.group("do").lower(), match.group("base")
    if do == "do":
        return None if match.start() == 0 else text[: match.start()] + text[match.start("base") :]
    form = BASE_TO_PAST.get(base) if do == "did" else third_person(base)
    return text if form is None or match.start() == 0 else text[: match.start()] + form + text[match.end() :]
