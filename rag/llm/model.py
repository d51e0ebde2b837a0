"""The model that is asked: a LlamaIndex `LLM`, the user's own or one that speaks to the configured server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from index.errors import UsageError
from rag.llm.settings import LlmLimits, LlmServer, limits_from_environment, server_from_environment

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

    from rag.llm.connection import Connection

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True)
class Message:
    """One message of a chat with a model."""

    role: Role
    text: str


@dataclass(frozen=True)
class Call:
    """A model ready to be called once.

    Attributes:
        llm: it.
        hang_up: ends its connection from another thread; does nothing where the connection is not ours.
    """

    llm: LLM
    hang_up: Callable[[], None]


@dataclass(frozen=True)
class ChatModel:
    """A model with what is asked of it.

    Attributes:
        name: the model's name; answers have the mode `llm:<name>`.
        context_tokens: what prompt and reply may take together.
        limits: times, retries, length, and what becomes of unsupported sentences.
        connect: opens what one call needs, and closes it again.
        server: where it runs; None for an object of the user's.
    """

    name: str
    context_tokens: int
    limits: LlmLimits
    connect: Callable[[], AbstractContextManager[Call]]
    server: LlmServer | None = None


def chosen_model(llm: LLM | LlmServer | bool | None, limits: LlmLimits | None = None) -> ChatModel | None:
    """The model that answers are written with; None for none.

    Args:
        llm: a LlamaIndex model, a server, False for none, None for the one that the environment names if it names one,
            True to insist on that.
        limits: None takes those of the environment.

    Raises:
        UsageError: a setting is wrong, or True was given and no model is named.
    """
    if llm is False:
        return None
    limits = limits or limits_from_environment()
    if llm is None or llm is True:
        server = server_from_environment()
        if server is None:
            if llm:
                raise UsageError("no language model is configured.", 'Set FUNDSTELLE_LLM="URL#MODEL"; see docs/llm.md.')
            return None
        llm = server
    return server_model(llm, limits) if isinstance(llm, LlmServer) else object_model(llm, limits)


def server_model(server: LlmServer, limits: LlmLimits) -> ChatModel:
    """A model behind the OpenAI protocol; each call has a connection of its own."""

    @contextmanager
    def connect() -> Iterator[Call]:
        from rag.llm.connection import Connection

        with Connection(server, limits) as connection:
            yield Call(_openai_like(server, limits, connection), connection.hang_up)

    return ChatModel(server.model, server.context_tokens, limits, connect, server)


def object_model(llm: LLM, limits: LlmLimits) -> ChatModel:
    """A LlamaIndex model of the user's, with the limits it states itself."""

    @contextmanager
    def connect() -> Iterator[Call]:
        yield Call(llm, lambda: None)

    known = llm.metadata
    return ChatModel(known.model_name or type(llm).__name__, known.context_window, limits, connect)


def _openai_like(server: LlmServer, limits: LlmLimits, connection: Connection) -> LLM:
    from llama_index.llms.openai_like import OpenAILike

    options: dict[str, Any] = {
        "model": server.model,
        "api_base": server.url,
        # Never none: the library would then take OPENAI_API_KEY, and send it to whatever server this is.
        "api_key": server.key.get_secret_value() if server.key else "none",
        "api_version": "none",
        "context_window": server.context_tokens,
        "max_tokens": limits.answer_tokens,
        "temperature": 0.0,
        "is_chat_model": True,
        "timeout": limits.timeout,
        # Retries are ours: the library's would multiply with them, and wait where nobody can call it off.
        "max_retries": 0,
        "reuse_client": True,
        "http_client": connection.client,
    }
    try:
        return OpenAILike(**options)
    except ValueError as error:
        raise UsageError(f"the model {server.model!r} cannot be used: {error}.", "Name another model.") from error


def to_llama_index(messages: Sequence[Message]) -> list[object]:
    """Messages as LlamaIndex knows them."""
    from llama_index.core.llms import ChatMessage, MessageRole

    return [ChatMessage(content=message.text, role=MessageRole(message.role)) for message in messages]
