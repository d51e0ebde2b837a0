"""Parse the command line and run a verb."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points, version

from index.errors import FundstelleError
from rag.cli.ask import ASK
from rag.cli.chat import CHAT
from rag.cli.command import DONE, FAILED, INTERRUPTED, Command
from rag.cli.doctor import DOCTOR
from rag.cli.index import INDEX
from rag.cli.output import accept_every_character, note
from rag.cli.search import SEARCH
from rag.cli.status import STATUS
from rag.cli.verbs import epilog_of, own_verb

COMMANDS = (INDEX, ASK, CHAT, SEARCH, STATUS, DOCTOR)
GROUP = "fundstelle.commands"
OURS = ("index", "rag", "ui", "eval")

DESCRIPTION = """\
Ask a German or English news archive. Every sentence of an answer points to the exact characters of the article it
rests on; what the archive does not say, Fundstelle does not say.

Begin with:
  fundstelle index my-articles/          files and folders of .txt .md .jsonl .html .pdf
  fundstelle ask "Wer traf Kim in Wostotschny?"
  fundstelle serve                       chat and API on http://127.0.0.1:8000
"""
EPILOG = """\
The archive lives in one folder: --data, else $FUNDSTELLE_DATA, else .fundstelle/.
$FUNDSTELLE_EMBEDDER names another embedding model: a sentence-transformers folder, or a name on the Hugging Face hub.
$FUNDSTELLE_READER names a cross-encoder that ranks the best passages in place of ours, $FUNDSTELLE_RERANK says how many
are read a question (8; 0: none, which is quicker).
$FUNDSTELLE_LLM (URL#MODEL) names a language model that writes the answers, on any OpenAI-like server; docs/llm.md.
$FUNDSTELLE_THRESHOLD is how sure an answer must be, 0 (always answer) to 1 (never); 0.4 unless it is set.
$FUNDSTELLE_NOW states the day that "last week" in a question counts from; --now goes before it.
Exit codes: 0 done (also when the archive does not answer), 1 failed, 2 wrong usage.
`fundstelle VERB --help` explains each verb."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    accept_every_character()
    try:
        parser = build_parser(sys.argv[1:] if arguments is None else arguments)
        options = parser.parse_args(arguments)
        _configure_logging(options.verbose)
        code: int = options.run(options)
    except FundstelleError as error:
        note(f"fundstelle: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        note("fundstelle: interrupted; the index is as it was before.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        # The machine says no: a full disk, a folder that is a file, missing permissions. The message names the place.
        note(f"fundstelle: {error}")
        return FAILED
    return code


def build_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser with all verbs; a verb of another package is imported only when it is asked for.

    Args:
        arguments: the command line, looked at for the verb.
    """
    parser = argparse.ArgumentParser(
        prog="fundstelle", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"fundstelle {version('fundstelle')}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for command in COMMANDS:
        _add(verbs, command, arguments)
    for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name):
        if entry.name in arguments or not set(arguments) & {command.name for command in COMMANDS}:
            _add(verbs, _load(entry), arguments)
    return parser


def _add(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], command: Command, arguments: Sequence[str]
) -> None:
    own = own_verb(command, arguments)
    shown = own or command
    parser = verbs.add_parser(
        command.name,
        help=command.help,
        description=shown.help[0].upper() + shown.help[1:] + ".",
        epilog=epilog_of(shown),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if own:
        parser.add_argument("verb", choices=[own.name], metavar=own.name, help=argparse.SUPPRESS)
    shown.configure(parser)
    parser.add_argument(
        "--data", metavar="DIR", help="the archive's folder (default: $FUNDSTELLE_DATA or .fundstelle/)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON on stdout and nothing else there")
    parser.add_argument("-v", "--verbose", action="store_true", help="log what is going on")
    parser.set_defaults(run=shown.run)


def _load(entry: EntryPoint) -> Command:
    try:
        command = entry.load()
    except (ImportError, AttributeError) as error:
        raise FundstelleError(f"the verb {entry.name} cannot be loaded: {error}.", "Reinstall: make demo") from error
    if not isinstance(command, Command):
        raise FundstelleError(f"the entry point {entry.value} is no command.", "Reinstall: make demo")
    return command


def _configure_logging(verbose: bool) -> None:
    handler = logging.StreamHandler(sys.stderr)
    # A filter, because a level set here would not last: bm25s sets its own to DEBUG when it is imported.
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or record.name.split(".")[0] in OURS)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, format="fundstelle: %(message)s")
    for name in OURS:
        logging.getLogger(name).setLevel(logging.DEBUG if verbose else logging.INFO)


if __name__ == "__main__":
    sys.exit(main())
