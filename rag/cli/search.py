"""`fundstelle search`: ranked passages, no answer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import UsageError
from rag.cli.answer_text import interpreted_text, results_text
from rag.cli.batch import run_batch
from rag.cli.command import DONE, Command
from rag.cli.filters import add_filters, filters_of
from rag.cli.output import note, say, say_json
from rag.cli.question import add_question, check_question, question_of
from rag.models import Interpreted, SearchResult

if TYPE_CHECKING:
    from rag.explanation import ExplainedSearch

RANKING_FIELDS = {"article_id", "start", "end", "score"}


def _configure(parser: argparse.ArgumentParser) -> None:
    add_question(parser)
    parser.add_argument("-k", type=int, default=10, metavar="N", help="how many passages (default: 10)")
    add_filters(parser)
    parser.add_argument("--explain", action="store_true", help="show every stage of the search, and what it did")


def _run(options: argparse.Namespace) -> int:
    check_question(options, "search", 'fundstelle search "Su-57"')
    if options.explain and options.batch is not None:
        raise UsageError("--explain explains one question, not a batch.", "Leave out --batch or --explain.")
    from rag.fundstelle import Fundstelle

    with Fundstelle.open(options.data, llm=False) as archive:
        filters = filters_of(options)
        if options.batch is not None:

            def rank(identifier: str, question: str) -> dict[str, object]:
                results = archive.search(question, options.k, language=options.language, **filters)
                return {"id": identifier, "results": [r.model_dump(include=RANKING_FIELDS) for r in results]}

            return run_batch(options.batch, rank)
        question = question_of(options)
        if options.explain:
            search = archive.explain(question, options.k, language=options.language, **filters)
            _show_explained(question, search, as_json=options.json)
            return DONE
        results = archive.search(question, options.k, language=options.language, **filters)
        read = archive.interpret(question, language=options.language, **filters)
        if options.json:
            say_json(_shown(question, read, results), indent=2)
        else:
            if read is not None:
                note(f"fundstelle: {interpreted_text(read)}")
            say(results_text(results))
    return DONE


def _show_explained(question: str, search: ExplainedSearch, *, as_json: bool) -> None:
    from rag.cli.explanation_text import explained_text

    if as_json:
        shown = _shown(question, search.explanation.analysis.interpreted, search.results)
        say_json({**shown, "explanation": search.explanation.model_dump(mode="json")}, indent=2)
    else:
        say(explained_text(search))


def _shown(question: str, read: Interpreted | None, results: Sequence[SearchResult]) -> dict[str, object]:
    return {
        "question": question,
        "interpreted": read.model_dump(mode="json") if read is not None else None,
        "results": [result.model_dump(mode="json") for result in results],
    }


SEARCH = Command(
    "search",
    "rank passages for a question",
    _configure,
    _run,
    (
        'fundstelle search "Kosmodrom Wostotschny" -k 5',
        'fundstelle search "fuel deliveries" --in de --from 2023',
        'fundstelle search "North Korea last week" --now 2023-09-20',
        'fundstelle search "Brand in Emden" --explain',
        "fundstelle search --batch questions.jsonl --json -k 100 > ranking.jsonl",
    ),
)
