"""`fundstelle ask`: a question to a cited answer."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from index.errors import UsageError
from rag.cli.answer_text import answer_text
from rag.cli.batch import run_batch
from rag.cli.command import DONE, Command
from rag.cli.filters import add_filters, filters_of
from rag.cli.output import say, say_json
from rag.cli.stdin import read_stdin

if TYPE_CHECKING:
    from rag.models import Answer


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "question", nargs="?", metavar="QUESTION", help='the question; "-" reads it from standard input'
    )
    parser.add_argument(
        "--batch", metavar="FILE", help='a JSONL file of {"id", "question"}, "-" for standard input; needs --json'
    )
    add_filters(parser)


def _run(options: argparse.Namespace) -> int:
    if (options.question is None) == (options.batch is None):
        raise UsageError("ask needs one question or --batch FILE.", 'For example: fundstelle ask "Wer traf Kim?"')
    if options.batch is not None and not options.json:
        raise UsageError("--batch prints JSON lines.", "Add --json.")
    from rag.fundstelle import Fundstelle

    with Fundstelle.open(options.data) as archive:

        def ask(question: str) -> Answer:
            return archive.ask(question, language=options.language, **filters_of(options))

        if options.batch is not None:
            return run_batch(options.batch, lambda _, question: ask(question).model_dump(mode="json"))
        answer = ask(read_stdin() if options.question == "-" else options.question)
        if options.json:
            say_json(answer.model_dump(mode="json"), indent=2)
        else:
            say(answer_text(answer))
    return DONE


ASK = Command(
    "ask",
    "answer a question with exact citations",
    _configure,
    _run,
    (
        'fundstelle ask "Wie viel Benzin und Diesel hat Belarus geliefert?"',
        'fundstelle ask "Who met Kim in Komsomolsk?" --from 2023-09 --to 2023-09',
        "fundstelle ask --batch questions.jsonl --json > answers.jsonl",
    ),
)
