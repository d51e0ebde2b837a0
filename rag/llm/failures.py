"""The errors of HTTP and of the OpenAI client as ours."""

from __future__ import annotations

import httpx
import openai

from rag.llm.errors import Failure, LlmError
from rag.llm.settings import LlmServer

LONGEST_DETAIL = 200
"""Characters of a server's own words that are passed on, to the log only."""

_BY_STATUS: dict[int, Failure] = {401: "denied", 403: "denied", 404: "unknown", 429: "busy"}


def failure_of(error: BaseException, server: LlmServer | None) -> LlmError:
    """Say what went wrong.

    Args:
        error: raised by the client, or by the LlamaIndex model of the user's.
        server: whose key must not be repeated; None where it is not known.
    """
    if isinstance(error, LlmError):
        return error
    if isinstance(error, openai.APIStatusError):
        return _refused(error.status_code, _words(error, server), error.response.headers.get("retry-after"))
    if isinstance(error, httpx.HTTPStatusError):
        return _refused(error.response.status_code, _words(error, server), error.response.headers.get("retry-after"))
    cause = error.__cause__ if isinstance(error, openai.APIConnectionError) else error
    where = f" at {server.url}" if server else ""
    if isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout):
        return LlmError("unreachable", f"there is no language model{where}: {_words(cause, server)}.", _START)
    if isinstance(cause, httpx.TimeoutException | TimeoutError):
        return LlmError("slow", f"the language model{where} did not answer in time.", _PATIENCE)
    if isinstance(cause, httpx.RemoteProtocolError | httpx.ReadError | ConnectionError):
        return LlmError("cut_off", f"the language model{where} broke off: {_words(cause, server)}.", _TRY)
    return LlmError("garbled", f"the language model{where} failed: {_words(error, server)}.", _PROTOCOL)


_START = "Start the server, or mend FUNDSTELLE_LLM; `fundstelle doctor` tests it."
_PATIENCE = "Raise FUNDSTELLE_LLM_FIRST_TIMEOUT and FUNDSTELLE_LLM_TIMEOUT, or take a smaller model."
_TRY = "Try again; the server's own log says why."
_PROTOCOL = "Check that the server speaks the OpenAI protocol; `fundstelle doctor` tests it."
_REMEDIES: dict[Failure, str] = {
    "denied": "Set FUNDSTELLE_LLM_KEY to a key that the server takes.",
    "unknown": "Check the URL (it mostly ends with /v1) and the model's name; `fundstelle doctor` lists the models.",
    "busy": "Wait, or raise the server's limits.",
    "broken": _TRY,
    "refused": "The server's words say why; FUNDSTELLE_LLM_CONTEXT may be larger than the model's context.",
}


def _refused(status: int, words: str, after: str | None) -> LlmError:
    failure = _BY_STATUS.get(status, "broken" if status >= 500 else "refused")
    seconds = float(after) if after is not None and after.isdecimal() else None
    return LlmError(failure, f"the language model answered {status}: {words}.", _REMEDIES[failure], after=seconds)


def _words(error: BaseException, server: LlmServer | None) -> str:
    """What the other side says, in one short line, without the key."""
    words = " ".join(str(error).split()) or type(error).__name__
    if server is not None and server.key is not None:
        words = words.replace(server.key.get_secret_value(), "***")
    printable = "".join(character for character in words if character.isprintable())
    return printable[:LONGEST_DETAIL].rstrip(".")
