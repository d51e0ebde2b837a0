"""Questions that people wrote for the reader, on news articles that people wrote: `train/written/`.

Each line is an article in our own words with a dozen questions in both languages; some of them it does not answer,
though it speaks of the matter. An article is cut into passages of whole sentences, about as long as the product's, and
each question becomes a row on the passage that answers, one on that passage without the answering sentence, and one on
the nearest passage that does not, of the same article or of another one about the same story.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np

from bench.mlqa import LANGUAGES
from index.sentences import split_sentences
from rag.reading.reader import title_line
from train.evaluate import Embed
from train.reader.rows import Asked, Row, read_lines
from train.workspace import SEED

FOLDER = Path(__file__).resolve().parents[1] / "written"

Part = Literal["train", "held-out"]

LONGEST_PASSAGE = 900
"""Characters of a passage: about the 200 tokens that the product's passages have at most."""

PLAIN_ARTICLES = ("w-wA", "w-wB")
"""How the ids of those begin that are in the words of agencies, with plain questions as an archive is asked."""

LATER_ARTICLES = ("w-w5", "w-w6", "w-w7", "w-w8", *PLAIN_ARTICLES)
"""How the ids of articles begin that were written when the reader had learned from the others, lot by lot."""


class Passage(NamedTuple):
    """A passage of one of a story's articles: which of them, its title, and the passage."""

    article: int
    title: str
    text: str

    def row(self, asked: str, start: int | None = None, end: int | None = None) -> Row:
        """A question on this passage, under the title as the product reads it; answered where there is a span."""
        line = title_line(self.title)
        shifted = [None if place is None else place + len(line) for place in (start, end)]
        return Row("read", asked, line + self.text, start is not None, *shifted)

    def answered_row(self, asked: str, answer: str) -> Row:
        """A question on this passage, in which its answer stands."""
        start = self.text.index(answer)
        return self.row(asked, start, start + len(answer))


def written_articles(part: Part) -> list[dict[str, Any]]:
    """All articles of a part with their questions, in a fixed order.

    Args:
        part: what the reader is trained on, or what it never sees: to fit what rests on it, and to check it.
    """
    return [article for language in LANGUAGES for article in read_lines(FOLDER / f"{part}.{language}.jsonl")]


def in_the_order_written(articles: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Articles in the lots that the reader learns from one after the other: first all but those of `LATER_ARTICLES`."""
    later = [[article for article in articles if article["id"].startswith(lot)] for lot in LATER_ARTICLES]
    return [[article for article in articles if not article["id"].startswith(LATER_ARTICLES)], *later]


def written_rows(articles: list[dict[str, Any]], embed: Embed, easy: float = 1.0) -> list[Row]:
    """Rows of articles: for each question in each language, see above.

    Args:
        articles: as `written_articles` returns them.
        embed: from texts to unit vectors, to find the passages that are near and do not answer.
        easy: share that is kept of the rows with an answered question on another passage, or on its own without the
            answer: a near miss is harder to tell.
    """
    rows: list[Row] = []
    draw = random.Random(SEED)
    for story in stories(articles):
        passages = [
            Passage(number, article["title"], text)
            for number, article in enumerate(story)
            for text in passages_of(article["text"], article["language"])
        ]
        vectors = embed([passage.text for passage in passages])
        for number, article in enumerate(story):
            asked = [(one[language], one["answer"]) for one in article["questions"] for language in LANGUAGES]
            similarity = embed([text for text, _ in asked]) @ vectors.T
            for (text, answer), near in zip(asked, similarity, strict=True):
                nearest = [passages[place] for place in np.argsort(-near).tolist()]
                asked_of = _rows_of(text, answer, number, nearest, article["language"])
                rows += [row for row in asked_of if answer is None or row.label or draw.random() < easy]
    return rows


def own_rows(articles: list[dict[str, Any]]) -> Iterator[tuple[str, Row]]:
    """Each question on its own article alone, with the direction question>article: on the passage that answers it, or
    on every passage where none does.

    Args:
        articles: as `written_articles` returns them.
    """
    for article in articles:
        passages = own_passages(article)
        for question in article["questions"]:
            answer = question["answer"]
            for language in LANGUAGES:
                direction = f"{language}>{article['language']}"
                if answer is None:
                    yield from ((direction, passage.row(question[language])) for passage in passages)
                elif (holding := holding_passage(passages, answer)) is not None:
                    yield direction, holding.answered_row(question[language], answer)


def own_passages(article: dict[str, Any]) -> list[Passage]:
    """The passages of an article that is read alone."""
    return [Passage(0, article["title"], text) for text in passages_of(article["text"], article["language"])]


def holding_passage(passages: list[Passage], answer: str) -> Passage | None:
    """The first passage in which an answer stands."""
    return next((passage for passage in passages if answer in passage.text), None)


def stories(articles: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Articles about one story together; most tell one that no other tells."""
    found: dict[str, list[dict[str, Any]]] = {}
    for article in articles:
        found.setdefault(article.get("story", article["id"]), []).append(article)
    return list(found.values())


def passages_of(text: str, language: str) -> list[str]:
    """An article as passages of whole sentences."""
    passages: list[str] = []
    begin = 0
    for start, end in split_sentences(text, language):
        if start > begin and end - begin > LONGEST_PASSAGE:
            passages.append(text[begin:start].strip())
            begin = start
    return [*passages, text[begin:].strip()]


def without_answer(question: Asked) -> Row | None:
    """A question on its passage without the sentences that hold the answer; None when nothing is left."""
    answer = question.passage[question.start : question.end]
    rest = cut(question.passage, answer, question.written)
    return Row("read", question.question, rest, False) if rest else None


def cut(passage: str, answer: str, language: str) -> str:
    """A passage without the sentences in which an answer stands."""
    sentences = [passage[start:end] for start, end in split_sentences(passage, language)]
    kept = [sentence for sentence in sentences if answer.lower() not in sentence.lower()]
    return "".join(kept).strip() if len(kept) < len(sentences) else ""


def _rows_of(asked: str, answer: str | None, own: int, nearest: list[Passage], language: str) -> Iterator[Row]:
    """Rows of one question on the passages of its story, nearest first.

    Args:
        asked: the question.
        answer: as it stands in the article that it belongs to.
        own: which article that is.
        nearest: the passages.
        language: of the article.
    """
    if answer is None:
        yield from (passage.row(asked) for passage in nearest[:2])
        return
    holding = [passage for passage in nearest if passage.article == own and answer in passage.text]
    if not holding:
        return
    yield holding[0].answered_row(asked, answer)
    rest = cut(holding[0].text, answer, language)
    if rest:
        yield holding[0]._replace(text=rest).row(asked)
    others = [passage for passage in nearest if answer.lower() not in passage.text.lower()]
    yield from (passage.row(asked) for passage in others[:1])
