"""The sentences of a reply, verified one by one as they come, to the text and the citations of an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.models import Language, Sentence
from rag.compose import cite
from rag.llm.guard import Guard
from rag.llm.marks import MARKS
from rag.llm.neutral import REFUSAL
from rag.llm.prompt import Prompt
from rag.llm.reader import ReplySentence
from rag.llm.settings import OnUnsupported
from rag.llm.visible import visible
from rag.models import AnswerSentence, Citation, Support
from rag.verification import Evidence, Place, Verdict, cite_missing, quote_is_exact, verify

Copies = Mapping[tuple[str, int], Sequence[str]]
"""Ids of the other articles that carry a sentence, by its article and where it begins."""

WEIGHTS: Mapping[Support, float] = {"verbatim": 1.0, "supported": 0.9, "partly": 0.5, "unsupported": 0.0}
"""What a sentence counts by its verdict; the verifier's own probability tells verdicts apart, and is no certainty."""

_REFERENCE = re.compile(r"\[(\d+)\]")
LONGEST_TITLE = 60
_UNCITED: dict[Language, str] = {
    "de": "Der Satz nennt keinen Auszug, und keiner belegt ihn.",
    "en": "The sentence cites no passage, and none supports it.",
}


@dataclass(frozen=True)
class Fault:
    """A sentence that lacks support, as the model wrote it, with the reasons in terms of its passages."""

    sentence: str
    reasons: tuple[str, ...]


class Composition:
    """An answer's text, sentences and citations, growing sentence by sentence.

    Attributes:
        text: the answer so far, with markers.
        sentences: those of it.
        citations: numbered from 1 in the order of first use.
        faults: sentences that are not fully supported, shown or not.
        refused: the model said that the passages do not answer, before it said anything else.
    """

    def __init__(self, prompt: Prompt, language: Language, policy: OnUnsupported, copies: Copies) -> None:
        """Compose the answer to a prompt.

        Args:
            prompt: what the model was asked.
            language: of the answer.
            policy: what becomes of sentences without support; "retry" marks them here.
            copies: which other articles carry the sentences of the passages.
        """
        self.text = ""
        self.sentences: list[AnswerSentence] = []
        self.citations: list[Citation] = []
        self.faults: list[Fault] = []
        self.refused = False
        self._prompt = prompt
        self._guard = Guard(prompt.rules, prompt.code)
        self._language = language
        self._policy = policy
        self._copies = copies

    @property
    def supported(self) -> bool:
        """Whether any sentence has support."""
        return self.support > 0.0

    @property
    def support(self) -> float:
        """How much of it is supported, 0 to 1: the mean over its sentences."""
        weights = [WEIGHTS[sentence.support] for sentence in self.sentences]
        return sum(weights) / len(weights) if weights else 0.0

    @property
    def confidence(self) -> float:
        """How far the verdicts speak for the answer, 0 to 1.

        The mean over what has support; what has none is marked, and takes away half of its share.
        """
        held = [WEIGHTS[sentence.support] for sentence in self.sentences if sentence.support != "unsupported"]
        if not held:
            return 0.0
        return sum(held) / len(held) * (1.0 + len(held) / len(self.sentences)) / 2.0

    def add(self, sentence: ReplySentence) -> None:
        """Verify a sentence against the passages that it cites, and add it as far as it holds."""
        if REFUSAL in sentence.text:
            self.refused = self.refused or not (self.sentences or self.faults)
            return
        cited = [passage for passage in self._prompt.evidence if passage.number in sentence.numbers]
        claim = self._guard.clean(sentence.text, cited)
        if not any(character.isalnum() for character in claim):
            return
        verdict = self._verdict(claim, cited)
        if verdict.support in ("partly", "unsupported"):
            self.faults.append(Fault(claim, verdict.reasons))
        if verdict.support != "unsupported":
            self._append(claim, verdict, self._numbers(verdict.places), sentence.paragraph)
        elif self._policy != "drop":
            self._append(claim, verdict, {}, sentence.paragraph)

    def with_beginning(self, beginning: str, *, paragraph: bool) -> str:
        """The text with the beginning of a sentence that is still being written."""
        seen = self._guard.clean(self._guard.unsuspicious(beginning), self._prompt.evidence)
        if not seen or REFUSAL in seen or self._policy == "drop" or self.refused:
            return self.text
        return f"{self.text}{self._joint(paragraph)}{seen}"

    def _verdict(self, claim: str, cited: Sequence[Evidence]) -> Verdict:
        if cited:
            return verify(claim, self._language, cited, reason_language=self._language)
        found = cite_missing(claim, self._language, self._prompt.evidence, reason_language=self._language)
        return found or Verdict("unsupported", 0.0, (_UNCITED[self._language],), ())

    def _append(self, claim: str, verdict: Verdict, numbers: Mapping[int, int], paragraph: bool) -> None:
        start = len(self.text) + len(self._joint(paragraph))
        mark = MARKS[self._language].get(verdict.support, "")
        self.text = "".join(
            [self.text, self._joint(paragraph), claim, " " if numbers else "", *(f"[{n}]" for n in _shown(numbers))]
        ) + (f" {mark}" if mark else "")
        self.sentences.append(
            AnswerSentence(
                text=claim,
                start=start,
                end=start + len(claim),
                citations=_shown(numbers),
                support=verdict.support,
                reasons=[self._renumbered(reason, numbers) for reason in verdict.reasons],
                score=round(verdict.score, 4),
            )
        )

    def _joint(self, paragraph: bool) -> str:
        return "" if not self.text else "\n" if paragraph else " "

    def _numbers(self, places: Sequence[Place]) -> dict[int, int]:
        """The citations of these places by their passages' numbers; new ones come after those that are there."""
        numbers: dict[int, int] = {}
        for place in places:
            passage = next(passage for passage in self._prompt.evidence if passage.number == place.number)
            span, copies = Sentence(start=place.start, end=place.end), self._carriers(passage, place)
            citation = cite(len(self.citations) + 1, passage.article, span, also_in=copies)
            known = next((c.n for c in self.citations if _place_of(c) == _place_of(citation)), 0)
            if not known and quote_is_exact(citation, passage.article):
                self.citations.append(citation)
                known = citation.n
            if known:
                numbers[place.number] = known
        return numbers

    def _carriers(self, passage: Evidence, place: Place) -> list[str]:
        """The other articles that carry every sentence of a place."""
        inside = [sentence for sentence in passage.sentences if place.start <= sentence.start < place.end]
        carrying = [set(self._copies.get((passage.article.id, sentence.start), ())) for sentence in inside]
        return sorted(set.intersection(*carrying)) if carrying else []

    def _renumbered(self, reason: str, numbers: Mapping[int, int]) -> str:
        """A reason in terms of the answer's citations; a passage that the sentence does not cite goes by its title."""

        def named(match: re.Match[str]) -> str:
            number = int(match[1])
            if number in numbers:
                return f"[{numbers[number]}]"
            passage = next((passage for passage in self._prompt.evidence if passage.number == number), None)
            return _quoted(passage.article.title, self._language) if passage else ""

        return _REFERENCE.sub(named, reason)


def _shown(numbers: Mapping[int, int]) -> list[int]:
    return list(dict.fromkeys(numbers.values()))


def _quoted(title: str, language: Language) -> str:
    """A title in quotation marks, on one line, as inert as the model's own words have to be."""
    plain = " ".join(visible(title, complete=True).text.split())
    shortened = plain if len(plain) <= LONGEST_TITLE else f"{plain[: LONGEST_TITLE - 1].rstrip()}…"
    return f"„{shortened}“" if language == "de" else f"“{shortened}”"


def _place_of(citation: Citation) -> tuple[str, int, int]:
    return citation.article_id, citation.start, citation.end
