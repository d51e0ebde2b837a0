"""Questions for two things at once: "Who met Kim in 2019, and what did they agree on?", "How long are A and B?".

Two times make two as well (`two_times`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.readings.words import MONTHS
from rag.answering.two_times import at_each_time
from rag.dates import interpret
from rag.question import Question
from rag.support.names.runs import is_name

_ASKING = (
    r"wer|wem|wen|wessen|wann|wo|wohin|woher|wie|welche[mnrs]?|was|warum|weshalb|das wievielte"
    r"|who|whom|whose|when|where|how|which|what|why"
)
_BEFORE = r"in|im|auf|an|zu|von|mit|aus|bei|für|um|nach|vor|seit|bis|ab|to|from|by|at|on|for|of|with|since|until"
_VERBS = "did|does|do|was|were|is|are|has|have|will"
_JOINT = re.compile(
    rf"(?:,\s*|\s+)(?:und|and)\s+(?=(?:(?:{_BEFORE})\s+)?(?:{_ASKING})\b)|,\s*and\s+(?=(?:{_VERBS})\b)", re.IGNORECASE
)
_ASKS = re.compile(rf"\b(?:{_ASKING})\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:er|sie|es|ihm|ihn|ihr|ihnen|seine?[mnrs]?|ihre?[mnrs]?|dort|dabei|damals|he|she|it|they|him|them|his|her|their"
    r"|its|there)\b",
    re.IGNORECASE,
)
_MONTHS = frozenset(month.lower() for months in MONTHS.values() for month in months)
_NAME = re.compile(r"(?<!^)\b[A-ZÄÖÜ][\w-]{2,}(?:\s[A-ZÄÖÜ][\w-]+)*")
_TITLE = r"[A-ZÄÖÜ][\w.'’-]*(?:\s(?:[A-ZÄÖÜ][\w.'’-]*|\d[\w-]*))*"
_EACH = (
    r"(?i:wie\s(?!viele?\b|lange\b)\w+\s(?:sind|waren)|how\s(?!many\b|much\b)\w+\s(?:are|were)"
    r"|(?:\w+\s)?welchen\s\w+n|(?:\w+\s)?which\s(?:\w+\s)?\w+[^\Ws]s)\s"
)
_OF_EACH = re.compile(
    rf"(?P<before>{_EACH}[^,]*?)(?<!zwischen )(?<!between )\b(?P<one>{_TITLE})\s(?:und|and)\s"
    rf"(?:(?:the|die|der|das|den)\s)?(?P<other>{_TITLE})(?P<behind>.*)"
)
"""Something that each of two has: how long they are, from which sites they set off. "Wer sind A und B?" is none."""
_TOGETHER = re.compile(r"\b(?:zusammen\w*|gemeinsam\w*|einander|together|each other|jointly|both)\b", re.IGNORECASE)


def parts_of(question: Question) -> list[Question]:
    """The two questions that one is made of, each complete in itself; or the question itself.

    What the second leaves to pronouns is taken from the names in the first.
    """
    joint = _JOINT.search(question.text)
    if joint is None:
        times = at_each_time(question.text, question.language)
        return [_part(question, text) for text in times] if times else _of_each(question)
    first, second = question.text[: joint.start()].strip(), question.text[joint.end() :].strip()
    if not _ASKS.search(first) or len(second.split()) < 2:
        return [question]
    asking = _ASKS.search(second)
    if _ASKS.fullmatch(first) and asking is not None:
        first = f"{first}{second[asking.end() :].rstrip('? ')}"
    if _POINTING.search(second):
        names = [
            name for name in dict.fromkeys(_NAME.findall(first)) if name not in second and name.lower() not in _MONTHS
        ]
        second = f"{second.rstrip('?')} ({', '.join(names)})?" if names else second
    return [_part(question, f"{first}?"), _part(question, f"{second[0].upper()}{second[1:]}")]


def _of_each(question: Question) -> list[Question]:
    """One question for each of two that the same is asked of; or the question itself."""
    match = _OF_EACH.fullmatch(question.text)
    if match is None or _TOGETHER.search(question.text):
        return [question]
    if not any(is_name(word, question.language) for word in f"{match['one']} {match['other']}".split()):
        return [question]
    return [_part(question, f"{match['before']}{match[name]}{match['behind']}") for name in ("one", "other")]


def _part(question: Question, text: str) -> Question:
    """One half, with the times that it names itself; without any, those of the whole."""
    dates = interpret(text, question.language, question.now) if question.filters.dates == "read" else question.dates
    if question.filters.date_from or question.filters.date_to:
        dates = dates.without_periods()
    return replace(question, text=text, dates=dates)
