"""Drafts of gold questions anchored: the quotes of their evidence become spans of the stored articles.

    python -m eval.anchor DRAFT.jsonl --data DIR -o OUT.jsonl

A draft line is a gold line with "evidence": [{"article_id", "quote"}], each quote copied word for word from the
article. The spans of the output are exact, so they survive any change to sentences or passages.
"""

from __future__ import annotations

import argparse
import json
import logging
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from eval.gold_set import GoldQuestion, GoldSpan, to_question
from eval.lines import read_records
from eval.metrics.normalise import contains
from index.errors import FundstelleError, SourceError, UnknownArticleError

log = logging.getLogger(__name__)

TextOf = Callable[[str], str]
"""Gives the stored text of an article; raises UnknownArticleError."""


class Evidence(BaseModel):
    """A quote, word for word, that holds (part of) the answer."""

    article_id: str
    quote: str


def anchor(place: str, draft: dict[str, Any], text_of: TextOf) -> dict[str, Any]:
    """Replace the evidence of one draft by spans; a draft without evidence keeps the spans that it has.

    Args:
        place: where the draft stands, for the error.
        draft: the JSON object of the line.
        text_of: gives the stored text of an article.

    Raises:
        SourceError: a quote is not in its article or more than once, or the line is no gold question.
    """
    line = {name: value for name, value in draft.items() if name != "evidence"}
    evidence = _evidence(place, draft)
    if evidence:
        spans, problems = _locate_all(evidence, text_of)
        if problems:
            raise SourceError(place, "; ".join(problems), "Copy each quote exactly, long enough to occur only once.")
        line["spans"] = [span.model_dump() for span in spans]
    question = to_question(place, line)
    for fact in _facts_without_evidence(question, evidence):
        log.warning("%s: no quote of the evidence holds any of %s", place, list(fact))
    return line


def locate(text: str, quote: str) -> list[int]:
    """Find every place where the quote begins in the text, overlapping ones too; an empty quote stands nowhere."""
    starts: list[int] = []
    start = text.find(quote) if quote else -1
    while start >= 0:
        starts.append(start)
        start = text.find(quote, start + 1)
    return starts


def _evidence(place: str, draft: dict[str, Any]) -> list[Evidence]:
    """Read the evidence of a draft."""
    try:
        return [Evidence.model_validate(item) for item in draft.get("evidence") or []]
    except (ValidationError, TypeError) as error:
        reason = 'the evidence is no list of {"article_id", "quote"}'
        raise SourceError(place, reason, "Mend the evidence.") from error


def _locate_all(evidence: Sequence[Evidence], text_of: TextOf) -> tuple[list[GoldSpan], list[str]]:
    """Find all quotes; the second list says what is wrong with those that have no single place."""
    spans: list[GoldSpan] = []
    problems: list[str] = []
    for item in evidence:
        quote = unicodedata.normalize("NFC", item.quote)  # stored text is NFC
        try:
            starts = locate(text_of(item.article_id), quote)
        except UnknownArticleError:
            problems.append(f"there is no article {item.article_id!r}")
            continue
        if len(starts) == 1:
            spans.append(GoldSpan(article_id=item.article_id, start=starts[0], end=starts[0] + len(quote)))
        else:
            count = f"{len(starts)} times" if starts else "not"
            problems.append(f"the quote {item.quote!r} is {count} in {item.article_id!r}")
    return spans, problems


def _facts_without_evidence(question: GoldQuestion, evidence: Sequence[Evidence]) -> list[Sequence[str]]:
    """The facts that none of the quotes states: a right answer that quotes this evidence would count as wrong."""
    if not evidence:
        return []
    return [f for f in question.facts if not any(contains(item.quote, string) for string in f for item in evidence)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Anchor a draft file; every bad line is named, and nothing is written unless all lines are good.

    Raises:
        SystemExit: the arguments or the draft are wrong.
    """
    from rag import Fundstelle

    parser = argparse.ArgumentParser(prog="python -m eval.anchor", description="evidence quotes to exact spans")
    parser.add_argument("draft", type=Path, metavar="DRAFT.jsonl")
    parser.add_argument("--data", metavar="DIR", help="the data folder with the indexed articles")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.jsonl")
    args = parser.parse_args(arguments)
    try:
        with Fundstelle.open(args.data) as archive:
            lines = read_records(args.draft, lambda p, d: anchor(p, d, lambda i: archive.article(i).text))
    except FundstelleError as error:
        raise SystemExit(str(error)) from error
    args.out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
