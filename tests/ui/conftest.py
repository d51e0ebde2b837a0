"""Hand-made answers for the rendering, and HTML read back by a parser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

from index.models import Article
from rag.models import Answer, AnswerSentence, Citation, IndexInfo

VOID = {"br", "img", "input", "meta", "link", "hr"}


@dataclass
class Node:
    """An element with what is inside it."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text inside, as a reader sees it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str = "", css: str = "") -> list[Node]:
        """Elements below, of a tag, of a class."""
        found: list[Node] = []
        for child in self.children:
            if isinstance(child, Node):
                if (not tag or child.tag == tag) and (not css or css in child.attributes.get("class", "").split()):
                    found.append(child)
                found.extend(child.all(tag, css))
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def close(self) -> None:
        super().close()
        assert self._open == [self.root], f"<{self._open[-1].tag}> stays open"


@pytest.fixture(scope="session")
def read() -> Callable[[str], Node]:
    """Parse HTML; fails when an element is not closed in order."""

    def parse(html: str) -> Node:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        return reader.root

    return parse


@pytest.fixture(scope="session")
def make_citation() -> Callable[..., Citation]:
    """A citation with the given fields."""

    def make(n: int = 1, quote: str = "Der Kran hebt 60 Tonnen.", **fields: Any) -> Citation:
        start = fields.pop("start", 10)
        values: dict[str, Any] = {
            "article_id": "hafen",
            "title": "Neuer Hafenkran",
            "language": "de",
            "source": "Küstenbote",
            "published": "2023-09",
        }
        return Citation(n=n, quote=quote, start=start, end=start + len(quote), **{**values, **fields})

    return make


@pytest.fixture(scope="session")
def make_answer() -> Callable[..., Answer]:
    """An answer of quotes, one a line, each with its own citation, as the library composes it."""

    def make(citations: list[Citation], frame: str = "Dazu steht im Archiv:", **fields: Any) -> Answer:
        text = frame
        sentences = []
        for citation in citations:
            start = len(text) + 1
            text = f"{text}\n{citation.quote} [{citation.n}]"
            sentences.append(
                AnswerSentence(
                    text=citation.quote,
                    start=start,
                    end=start + len(citation.quote),
                    citations=[citation.n],
                    support="verbatim",
                    score=0.9,
                )
            )
        values: dict[str, Any] = {
            "question": "Was hebt der Kran?",
            "language": "de",
            "status": "answered",
            "text": text,
            "confidence": 0.9,
            "sentences": sentences,
            "citations": citations,
            "as_of": "2023-09-14",
            "index": IndexInfo(generation="g1", articles=3, passages=4),
        }
        return Answer(**{**values, **fields})

    return make


@pytest.fixture(scope="session")
def make_refusal(make_answer: Callable[..., Answer]) -> Callable[..., Answer]:
    """A refusal with these nearest articles."""

    def make(nearest: list[Citation], **fields: Any) -> Answer:
        lines = ["Das Archiv sagt dazu nichts.", *(f"{place.title} [{place.n}]" for place in nearest)]
        values: dict[str, Any] = {
            "status": "not_in_corpus",
            "text": "\n".join(lines),
            "nearest": nearest,
            "as_of": None,
        }
        return make_answer([], **{**values, **fields})

    return make


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """An article of this text."""

    def make(text: str, **fields: Any) -> Article:
        values: dict[str, Any] = {"id": "hafen", "title": "Neuer Hafenkran", "language": "de"}
        return Article(text=text, **{**values, **fields})

    return make
