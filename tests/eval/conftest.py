"""A tiny archive with prepared answers: aggregation and reports are tested on values known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from eval.gold_set import GoldQuestion
from index.errors import FundstelleError, UnknownArticleError
from index.models import Article, Language
from rag.models import Answer, AnswerSentence, Citation, IndexInfo, SearchResult

INFO = IndexInfo(generation="g1", articles=4, passages=8)
TEXTS: dict[str, tuple[Language, str]] = {
    "gipfel": ("de", "Das Treffen fand in Wladiwostok statt. Es dauerte fünf Stunden."),
    "hafen": ("de", "Im Hafen liegen 60.000 Tonnen Getreide. Der Umschlag ruht."),
    "summit": ("en", "The meeting took place in Vladivostok. It lasted five hours."),
    "port": ("en", "The port holds 60,000 tonnes of grain. Loading has stopped."),
}


@dataclass
class TinyArchive:
    """Gives the prepared answer and ranking of each question, or raises the error prepared for (step, question)."""

    answers: dict[str, Answer]
    rankings: dict[str, list[SearchResult]]
    errors: dict[tuple[str, str], FundstelleError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    days: list[str | None] = field(default_factory=list)

    def ask(self, question: str, *, now: str | None = None) -> Answer:
        self.asked.append(question)
        self.days.append(now)
        if error := self.errors.get(("ask", question)):
            raise error
        return self.answers[question]

    def search(self, question: str, k: int = 10, *, now: str | None = None) -> list[SearchResult]:
        self.days.append(now)
        if error := self.errors.get(("search", question)):
            raise error
        return self.rankings[question][:k]

    def article(self, article_id: str) -> Article:
        if article_id not in TEXTS:
            raise UnknownArticleError(f"no article {article_id}")
        language, text = TEXTS[article_id]
        return Article(id=article_id, title=article_id, text=text, language=language)

    def article_ids(self) -> list[str]:
        return list(TEXTS)

    def info(self) -> IndexInfo:
        return INFO


def _cite(article_id: str, quote: str, n: int = 1, phrase: str | None = None) -> Citation:
    language, text = TEXTS[article_id]
    start = text.index(quote)
    first = text.index(phrase) if phrase else None
    return Citation(
        n=n,
        article_id=article_id,
        title=article_id,
        language=language,
        quote=quote,
        start=start,
        end=start + len(quote),
        highlight=(first, first + len(phrase)) if phrase and first is not None else None,
    )


def _answer(question: str, *citations: Citation, language: Language = "de") -> Answer:
    text, sentences = "", []
    for citation in citations:
        start, end = len(text), len(text) + len(citation.quote)
        text = f"{text}{citation.quote} [{citation.n}] "
        sentences.append(
            AnswerSentence(
                text=citation.quote, start=start, end=end, citations=[citation.n], support="verbatim", score=1
            )
        )
    return Answer(
        question=question,
        language=language,
        status="answered",
        text=text,
        confidence=0.9,
        sentences=sentences,
        citations=list(citations),
        index=INFO,
    )


def _refuse(question: str, *nearest: Citation, language: Language = "de") -> Answer:
    return Answer(
        question=question,
        language=language,
        status="not_in_corpus",
        text="Dazu steht nichts im Archiv.",
        confidence=0,
        nearest=list(nearest),
        index=INFO,
    )


def _hit(article_id: str, start: int = 0, end: int = 38) -> SearchResult:
    language, text = TEXTS[article_id]
    return SearchResult(
        article_id=article_id, start=start, end=end, score=1, text=text[start:end], title=article_id, language=language
    )


GOLD = [
    {"id": "dd", "question": "Wo fand das Treffen statt?", "language": "de", "answers": ["Wladiwostok"],
     "articles": ["gipfel"], "answerable": True, "spans": [{"article_id": "gipfel", "start": 0, "end": 38}]},
    {"id": "ee", "question": "Where was the meeting?", "language": "en", "answers": ["Vladivostok"],
     "articles": ["summit"], "answerable": True, "tags": ["dated"]},
    {"id": "de", "question": "Wie lange dauerte es?", "language": "de", "answers": ["five hours"],
     "articles": ["summit"], "answerable": True},
    {"id": "ed", "question": "How much grain, and where was the meeting?", "language": "en", "tags": ["multi"],
     "answers_all": [["60 000", "sixty thousand"], ["Wladiwostok", "Vladivostok"]],
     "articles": ["hafen", "gipfel"], "answerable": True},
    {"id": "du", "question": "Was kostet das Getreide?", "language": "de", "answers": [], "articles": [],
     "about": ["hafen"], "answerable": False, "tags": ["near_miss"]},
    {"id": "eu", "question": "Who won the cup?", "language": "en", "answers": [], "articles": [], "answerable": False},
]  # fmt: skip


@pytest.fixture
def cite() -> Callable[..., Citation]:
    return _cite


@pytest.fixture
def answer() -> Callable[..., Answer]:
    return _answer


@pytest.fixture
def refuse() -> Callable[..., Answer]:
    return _refuse


@pytest.fixture
def hit() -> Callable[..., SearchResult]:
    return _hit


@pytest.fixture
def gold() -> list[GoldQuestion]:
    """One question a direction, two that the archive cannot answer."""
    return [GoldQuestion.model_validate(line) for line in GOLD]


@pytest.fixture
def perfect(gold: list[GoldQuestion]) -> TinyArchive:
    """Finds, answers and refuses everything as the gold wants it."""
    dd, ee, de, ed, du, eu = (question.question for question in gold)
    return TinyArchive(
        answers={
            dd: _answer(dd, _cite("gipfel", "Das Treffen fand in Wladiwostok statt.", phrase="Wladiwostok")),
            ee: _answer(
                ee, _cite("summit", "The meeting took place in Vladivostok.", phrase="Vladivostok"), language="en"
            ),
            de: _answer(de, _cite("summit", "It lasted five hours.", phrase="five hours")),
            ed: _answer(
                ed,
                _cite("hafen", "Im Hafen liegen 60.000 Tonnen Getreide.", phrase="60.000"),
                _cite("gipfel", "Das Treffen fand in Wladiwostok statt.", 2, "Wladiwostok"),
                language="en",
            ),
            du: _refuse(du, _cite("hafen", "Der Umschlag ruht.")),
            eu: _refuse(eu, language="en"),
        },
        rankings={
            dd: [_hit("gipfel"), _hit("summit")],
            ee: [_hit("summit"), _hit("gipfel")],
            de: [_hit("summit")],
            ed: [_hit("hafen"), _hit("gipfel")],
            du: [_hit("hafen")],
            eu: [],
        },
    )
