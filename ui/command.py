"""`fundstelle serve`: chat and API on one address."""

from __future__ import annotations

import argparse

from rag.cli.command import Command
from rag.cli.llm import add_no_llm, llm_of


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument(
        "--port", type=int, default=8000, help="port to listen on (default: %(default)s; 0: any free one)"
    )
    add_no_llm(parser)


def _run(args: argparse.Namespace) -> int:
    # Late: the chat's packages take seconds to import, which no other verb should pay.
    from rag import Fundstelle
    from ui.server import listen, serve

    with listen(args.host, args.port) as listener, Fundstelle.open(args.data, llm=llm_of(args)) as fundstelle:
        return serve(fundstelle, listener, host=args.host, as_json=args.json)


COMMAND = Command(
    "serve",
    "start the chat and the API",
    _configure,
    _run,
    examples=("fundstelle serve", "fundstelle serve --data my-archive --port 9000"),
)
