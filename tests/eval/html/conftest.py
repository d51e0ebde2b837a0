"""A run of three questions with known records, one of them about an article that tries to be markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.info import RunInfo
from eval.runs.record import Context, Failure, Hit, QuestionRecord, SentenceVerdict
from eval.summary.report import Report, build_report
from index.models import Article
from rag.models import Answer, AnswerSentence, Citation, IndexInfo

INDEX = IndexInfo(generation="g1", articles=2, passages=3)
HARBOUR = "Der Kran hebt 60 Tonnen. Er steht in Husum.\n\nDer Bau kostete 3 Mio. Euro, sagte die Stadt."
HOSTILE = "<b>Fett</b> </script><script>window.owned = 1</script><!-- 😀 Momo ist ein Panda. -->"
ARTICLES = {
    "hafen": Article(
        id="hafen", title="Kran & Kai", text=HARBOUR, language="de", source="Küstenbote", published="2023"
    ),
    "zoo": Article(id="zoo", title="<i>Zoo</i>", text=HOSTILE, language="de"),
}


def _citation(article_id: str, quote: str, n: int = 1) -> Citation:
    article = ARTICLES[article_id]
    start = article.text.index(quote)
    return Citation(
        n=n, article_id=article_id, title=article.title, language="de", quote=quote, start=start, end=start + len(quote)
    )


def _answer(question: str, *citations: Citation, **fields: Any) -> Answer:
    sentences = [
        AnswerSentence(text=c.quote, start=0, end=len(c.quote), citations=[c.n], support="verbatim", score=0.9)
        for c in citations
    ]
    values: dict[str, Any] = {
        "question": question,
        "language": "de",
        "status": "answered",
        "text": " ".join(citation.quote for citation in citations) or "Das Archiv sagt dazu nichts.",
        "confidence": 0.8,
        "sentences": sentences,
        "citations": list(citations),
        "index": INDEX,
    }
    return Answer(**{**values, **fields})


def _record(
    gold: dict[str, Any], answer: Answer | None, hits: list[tuple[str, int, int]], **fields: Any
) -> QuestionRecord:
    expected = GoldQuestion.model_validate(gold)
    shown = [*answer.citations, *answer.nearest] if answer else []
    values: dict[str, Any] = {
        "id": expected.id,
        "direction": "de>de" if expected.answerable else None,
        "question": expected.question,
        "expected": expected,
        "answer": answer,
        "results": [
            Hit(article_id=name, start=start, end=end, score=9 - rank, text=ARTICLES[name].text[start:end])
            for rank, (name, start, end) in enumerate(hits)
        ],
        "failures": [],
        "search_ms": 12.5,
        "ask_ms": 140.0,
        "contexts": [Context(stored=citation.quote) for citation in shown],
        "evidence": [ARTICLES[s.article_id].text[s.start : s.end] for s in expected.spans if s.article_id in ARTICLES],
        "verdicts": [SentenceVerdict(support="verbatim", score=1) for _ in (answer.sentences if answer else [])],
        "citations": len(shown),
        "citations_exact": len(shown),
    }
    return QuestionRecord(**{**values, **fields})


@pytest.fixture(scope="session")
def make_record() -> Callable[..., QuestionRecord]:
    """A record of these gold fields, this answer and these (article, start, end) results."""
    return _record


@pytest.fixture(scope="session")
def make_answer() -> Callable[..., Answer]:
    """An answer of one sentence a citation; without citations say `status`."""
    return _answer


@pytest.fixture(scope="session")
def cite() -> Callable[..., Citation]:
    """A citation of a quote in "hafen" or "zoo"."""
    return _citation


@pytest.fixture(scope="session")
def article_of() -> Callable[[str], Article | None]:
    """The two articles."""
    return ARTICLES.get


@pytest.fixture
def records() -> list[QuestionRecord]:
    """A right answer, a wrong one out of a hostile article, an error."""
    right = _record(
        {"id": "q1", "question": "Was hebt der Kran?", "language": "de", "answerable": True, "answers": ["60 Tonnen"],
         "articles": ["hafen"], "spans": [{"article_id": "hafen", "start": 0, "end": 24}], "type": "how_much"},
        _answer("Was hebt der Kran?", _citation("hafen", "Der Kran hebt 60 Tonnen.")),
        [("hafen", 0, 44)],
        scores={"Recall@5": 1.0, "answer_accuracy": 1.0, "faithfulness": 1.0, "citation_exactness": 1.0},
    )  # fmt: skip
    hostile = _record(
        {"id": "q2", "question": "Wer ist <Momo>?", "language": "de", "answerable": True, "answers": ["ein Tier"],
         "articles": ["zoo"], "type": "who"},
        _answer("Wer ist <Momo>?", _citation("zoo", "😀 Momo ist ein Panda.")),
        [("hafen", 0, 44), ("zoo", 0, 89)],
        scores={"Recall@5": 1.0, "answer_accuracy": 0.0, "faithfulness": 1.0, "citation_exactness": 1.0},
    )  # fmt: skip
    failed = _record(
        {"id": "q3", "question": "Wann?", "language": "de", "answerable": False},
        None,
        [],
        failures=[Failure(id="q3", step="ask", error="LockedError: <busy>")],
        scores={"citation_exactness": 0.0},
    )
    return [right, hostile, failed]


@pytest.fixture
def report(records: list[QuestionRecord]) -> Report:
    """What the three questions sum up to."""
    return build_report(records, INDEX, 10)


@pytest.fixture
def info() -> RunInfo:
    """The circumstances of a finished run."""
    return RunInfo(
        gold="/somewhere/my <gold>.jsonl",
        gold_sha256="0" * 64,
        questions=3,
        started="2026-11-22T05:01:12+00:00",
        finished="2026-11-22T05:03:03+00:00",
        seconds=111.2,
        generation="g1",
        articles=2,
        passages=3,
        fundstelle="0.1.0",
        python="3.11.7",
        machine="Linux x86_64",
    )
