"""`fundstelle ask`: a question to a cited answer."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rag.cli.answer_text import answer_text
from rag.cli.batch import run_batch
from rag.cli.command import DONE, Command
from rag.cli.filters import add_filters, filters_of
from rag.cli.live import watched
from rag.cli.llm import add_no_llm, llm_of
from rag.cli.output import say, say_json
from rag.cli.question import add_question, check_question, question_of

if TYPE_CHECKING:
    from rag.models import Answer


def _configure(parser: argparse.ArgumentParser) -> None:
    add_question(parser)
    add_filters(parser)
    add_no_llm(parser)


def _run(options: argparse.Namespace) -> int:
    check_question(options, "ask", 'fundstelle ask "Wer traf Kim?"')
    from rag.fundstelle import Fundstelle

    with Fundstelle.open(options.data, llm=llm_of(options)) as archive:

        def ask(question: str) -> Answer:
            return watched(archive.ask_stream(question, language=options.language, **filters_of(options)))

        if options.batch is not None:
            return run_batch(options.batch, lambda _, question: ask(question).model_dump(mode="json"))
        answer = ask(question_of(options))
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
