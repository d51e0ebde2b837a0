"""Whether the configured language model can be used: is it there, is the model known, does it answer?"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import httpx

from rag.cancellation import Cancellation
from rag.llm.connection import Connection
from rag.llm.errors import LlmError
from rag.llm.failures import failure_of
from rag.llm.model import ChatModel, Message
from rag.llm.reply import stream_reply
from rag.llm.settings import LlmServer

_OLLAMA_TAG = ":latest"  # Ollama lists it, and takes names without it

MOST_NAMED = 8
"""Models of a server that are listed."""


def check_model_server(model: ChatModel) -> str:
    """Ask the server for its models, and the model for a word.

    Args:
        model: as `chosen_model` gives it.

    Returns:
        what was found, for people.

    Raises:
        LlmError: it cannot be used; the remedy says what to do.
    """
    once = replace(model, limits=model.limits.model_copy(update={"retries": 0}))
    known = _known_models(once, model.server) if model.server else None
    if known is not None and not {model.name, f"{model.name}{_OLLAMA_TAG}"} & set(known):
        listed = ", ".join(known[:MOST_NAMED]) or "none"
        raise LlmError("unknown", f"the server does not know {model.name}; it has: {listed}.", _NAME)
    started = time.perf_counter()
    words = "".join(stream_reply(once, [Message("user", "Reply with the word OK.")], Cancellation())).strip()
    seconds = time.perf_counter() - started
    where = f" at {model.server.url}" if model.server else ""
    open_key = ", the key travels unencrypted" if _exposed(model.server) else ""
    return f"{model.name}{where} answered {words[:20]!r} in {seconds:.1f} s{open_key}"


_NAME = "Name one of them in FUNDSTELLE_LLM, or load the model into the server (for Ollama: ollama pull NAME)."


def _known_models(model: ChatModel, server: LlmServer) -> Sequence[str] | None:
    """The names of the server's models; None where it does not list any."""
    headers = {"Authorization": f"Bearer {server.key.get_secret_value()}"} if server.key else {}
    with Connection(server, model.limits) as connection:
        try:
            response = connection.client.get(f"{server.url}/models", headers=headers)
            if response.status_code in (404, 405, 501):
                return None  # not every server has this address
            response.raise_for_status()
            return _ids(response.json())
        except (httpx.HTTPError, ValueError) as error:
            raise failure_of(error, server) from error


def _ids(listed: object) -> list[str]:
    """The names in the list that the protocol defines.

    Raises:
        ValueError: it is no such list.
    """
    data = listed.get("data") if isinstance(listed, dict) else None
    if not isinstance(data, list):
        raise ValueError("the list of models is none")
    return [str(entry["id"]) for entry in data if isinstance(entry, dict) and "id" in entry]


def _exposed(server: LlmServer | None) -> bool:
    return server is not None and server.key is not None and not server.local and server.url.startswith("http://")
