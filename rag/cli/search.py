"""`fundstelle search`: ranked passages, no answer."""

from __future__ import annotations

import argparse

from rag.cli.answer_text import results_text
from rag.cli.batch import run_batch
from rag.cli.command import DONE, Command
from rag.cli.filters import add_filters, filters_of
from rag.cli.output import say, say_json
from rag.cli.question import add_question, check_question, question_of

RANKING_FIELDS = {"article_id", "start", "end", "score"}


def _configure(parser: argparse.ArgumentParser) -> None:
    add_question(parser)
    parser.add_argument("-k", type=int, default=10, metavar="N", help="how many passages (default: 10)")
    add_filters(parser)


def _run(options: argparse.Namespace) -> int:
    check_question(options, "search", 'fundstelle search "Su-57"')
    from rag.fundstelle import Fundstelle

    with Fundstelle.open(options.data) as archive:
        filters = filters_of(options)
        if options.batch is not None:

            def rank(identifier: str, question: str) -> dict[str, object]:
                results = archive.search(question, options.k, language=options.language, **filters)
                return {"id": identifier, "results": [r.model_dump(include=RANKING_FIELDS) for r in results]}

            return run_batch(options.batch, rank)
        question = question_of(options)
        results = archive.search(question, options.k, language=options.language, **filters)
        if options.json:
            say_json({"question": question, "results": [r.model_dump(mode="json") for r in results]}, indent=2)
        else:
            say(results_text(results))
    return DONE


SEARCH = Command(
    "search",
    "rank passages for a question",
    _configure,
    _run,
    (
        'fundstelle search "Kosmodrom Wostotschny" -k 5',
        'fundstelle search "fuel deliveries" --in de --from 2023',
        "fundstelle search --batch questions.jsonl --json -k 100 > ranking.jsonl",
    ),
)
