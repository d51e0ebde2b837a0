"""`fundstelle chat`: a conversation in the terminal; follow-ups are understood from what was said before."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import FundstelleError
from rag.cli.answer_text import WIDTH, about, answer_text
from rag.cli.command import DONE, FAILED, Command
from rag.cli.filters import add_filters, filters_of
from rag.cli.live import watched
from rag.cli.llm import add_no_llm, llm_of
from rag.cli.output import note, say, say_json
from rag.cli.stdin import read_stdin

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle
    from rag.models import Answer

PROMPT = "> "
HELP = """\
Ask in German or English; follow-ups such as "Und wann?" and "Why?" are completed from the conversation.
  /sources  the quotes of the last answer in full     /new   forget the conversation
  /help     this text                                 /quit  leave (also Ctrl-D)"""


def _configure(parser: argparse.ArgumentParser) -> None:
    add_filters(parser)
    add_no_llm(parser)


def _run(options: argparse.Namespace) -> int:
    from rag.fundstelle import Fundstelle

    code = DONE
    with Fundstelle.open(options.data, llm=llm_of(options)) as archive:
        history: list[Answer] = []
        for line in _lines(quiet=options.json):
            if line.startswith("/"):
                if line in ("/quit", "/exit", "/q"):
                    break
                _command(line, history)
                continue
            code = _answer(archive, line, history, options) if line else code
    return code if not sys.stdin.isatty() else DONE


def _answer(archive: Fundstelle, question: str, history: list[Answer], options: argparse.Namespace) -> int:
    """Answer one line, and remember it; Ctrl-C gives this answer up and nothing else."""
    try:
        stream = archive.ask_stream(question, history=history, language=options.language, **filters_of(options))
        answer = watched(stream)
    except FundstelleError as error:
        note(f"fundstelle: {error}")
        return FAILED
    except KeyboardInterrupt:
        if not sys.stdin.isatty():
            raise
        note("fundstelle: given up.")
        return DONE
    history.append(answer)
    if options.json:
        say_json(answer.model_dump(mode="json"))
        return DONE
    if answer.rewritten is not None:
        say(f"{'Verstanden als' if answer.language == 'de' else 'Understood as'}: {answer.rewritten}\n")
    say(answer_text(answer) + "\n")
    return DONE


def _command(line: str, history: list[Answer]) -> None:
    if line == "/new":
        history.clear()
        note("The conversation is forgotten.")
    elif line == "/sources":
        say(_sources(history[-1]) if history else "There is no answer yet.")
    elif line in ("/help", "/?"):
        say(HELP)
    else:
        note(f"There is no command {line.split()[0]}; /help lists them.")


def _sources(answer: Answer) -> str:
    """The quotes of an answer in full, or the nearest passages of a refusal."""
    blocks = []
    for citation in answer.citations or answer.nearest:
        place = f"    {citation.article_id} characters {citation.start}-{citation.end}"
        quote = textwrap.fill(" ".join(citation.quote.split()), WIDTH, initial_indent="    ", subsequent_indent="    ")
        address = [f"    {citation.url}"] if citation.url else []
        blocks.append("\n".join([f"[{citation.n}] {about(citation)}", place, *address, quote]))
    return "\n\n".join(blocks) + "\n" if blocks else "The last answer has no sources.\n"


def _lines(*, quiet: bool) -> Iterator[str]:
    """What is typed, line by line; with editing and history in a terminal."""
    if not sys.stdin.isatty():
        yield from (line.strip() for line in read_stdin().splitlines())
        return
    try:
        import readline  # noqa: F401 - input() then has line editing and history
    except ImportError:
        note("fundstelle: without readline, lines cannot be edited here.")
    if not quiet:
        say(HELP + "\n")
    while True:
        try:
            yield input(PROMPT).strip()
        except KeyboardInterrupt:
            say("")
        except EOFError:
            say("")
            return


CHAT = Command(
    "chat",
    "hold a conversation with the archive",
    _configure,
    _run,
    ("fundstelle chat", "fundstelle chat --in de --from 2023", "fundstelle chat --json < questions.txt"),
)
