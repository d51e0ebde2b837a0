"""Conversations with the archive behind LlamaIndex's `BaseChatEngine`."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from llama_index.core.base.llms.types import ChatMessage, ChatResponse, MessageRole
from llama_index.core.chat_engine.types import AgentChatResponse, BaseChatEngine, StreamingAgentChatResponse
from llama_index.core.schema import NodeWithScore
from llama_index.core.tools import ToolOutput

from rag.llamaindex.filters import read_options
from rag.llamaindex.nodes import quote_node
from rag.llamaindex.options import EngineOptions
from rag.models import Answer
from rag.streaming import AnswerReady, TextDelta

if TYPE_CHECKING:
    from rag.conversation.exchange import Entry
    from rag.fundstelle import Fundstelle

TOOL = "fundstelle"
ANSWER = "answer"
"""Key of the whole `Answer` in a message's `additional_kwargs` and in a response's `metadata`."""


class FundstelleChatEngine(BaseChatEngine):
    """A conversation: each engine has a history of its own, from which follow-ups are completed."""

    def __init__(self, archive: Fundstelle, **options: Unpack[EngineOptions]) -> None:
        """Talk to an archive; see `Fundstelle.as_chat_engine`.

        Raises:
            UsageError: a filter is wrong, or cannot be expressed in an archive.
        """
        options.pop("callback_manager", None)
        self._archive = archive
        self._options = read_options(options)
        self._lock = threading.Lock()
        self._messages: list[ChatMessage] = []

    @property
    def chat_history(self) -> list[ChatMessage]:
        """What was said, oldest first; the archive's messages carry the `Answer` in `additional_kwargs`."""
        with self._lock:
            return list(self._messages)

    def reset(self) -> None:
        """Forget the conversation."""
        with self._lock:
            self._messages.clear()

    def chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """Answer a message.

        Args:
            message: a question or a follow-up.
            chat_history: takes the place of the engine's own history from now on; None goes on with that.
        """
        answer = self._archive.ask(message, history=self._history(chat_history), **self._options)
        self._remember(message, answer)
        return AgentChatResponse(
            response=answer.text,
            sources=[_tool_output(message, answer)],
            source_nodes=_nodes(answer),
            metadata={ANSWER: answer.model_dump()},
        )

    def stream_chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> StreamingAgentChatResponse:
        """Answer a message piece by piece; sources and history are there when the last piece has been read.

        LlamaIndex's streams cannot take text back, so what a language model writes is passed on once it is checked.
        """
        response = StreamingAgentChatResponse(is_writing_to_memory=False)
        response.chat_stream = self._pieces(message, self._history(chat_history), response)
        return response

    async def achat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """Answer a message without blocking the event loop."""
        return await asyncio.to_thread(self.chat, message, chat_history)

    async def astream_chat(
        self, message: str, chat_history: list[ChatMessage] | None = None
    ) -> StreamingAgentChatResponse:
        """Answer a message piece by piece without blocking the event loop; see `stream_chat`."""
        response = self.stream_chat(message, chat_history)
        pieces, response.chat_stream = response.chat_stream, None

        async def in_threads() -> AsyncGenerator[ChatResponse, None]:
            while (piece := await asyncio.to_thread(next, iter(pieces or ()), None)) is not None:
                yield piece

        response.achat_stream = in_threads()
        return response

    def _pieces(
        self, message: str, history: Sequence[Entry], response: StreamingAgentChatResponse
    ) -> Generator[ChatResponse, None, None]:
        said = ""
        with self._archive.ask_stream(message, history=history, **self._options) as stream:
            for event in stream:
                if isinstance(event, AnswerReady):
                    self._remember(message, event.answer)
                    response.sources = [_tool_output(message, event.answer)]
                    response.source_nodes = _nodes(event.answer)
                    yield ChatResponse(message=_message(event.answer), delta=event.answer.text.removeprefix(said))
                    return
                if isinstance(event, TextDelta) and not stream.live:
                    said += event.text
                    yield ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=said), delta=event.text)

    def _history(self, given: list[ChatMessage] | None) -> list[Entry]:
        """The exchanges so far as the library takes them."""
        with self._lock:
            if given is not None:
                self._messages = list(given)
            messages = list(self._messages)
        pairs = zip(messages, [*messages[1:], None][: len(messages)], strict=True)
        return [_exchange(asked, reply) for asked, reply in pairs if asked.role == MessageRole.USER]

    def _remember(self, message: str, answer: Answer) -> None:
        with self._lock:
            self._messages += [ChatMessage(role=MessageRole.USER, content=message), _message(answer)]


def _exchange(asked: ChatMessage, reply: ChatMessage | None) -> Entry:
    if reply is None or reply.role != MessageRole.ASSISTANT:
        return {"question": asked.content or "", "answer": None}
    return {"question": asked.content or "", "answer": reply.additional_kwargs.get(ANSWER) or reply.content or ""}


def _message(answer: Answer) -> ChatMessage:
    known: dict[str, Any] = {ANSWER: answer.model_dump(mode="json")}
    return ChatMessage(role=MessageRole.ASSISTANT, content=answer.text, additional_kwargs=known)


def _nodes(answer: Answer) -> list[NodeWithScore]:
    return [NodeWithScore(node=quote_node(citation)) for citation in answer.citations]


def _tool_output(message: str, answer: Answer) -> ToolOutput:
    """The search behind an answer, as LlamaIndex shows the tools that an engine has used."""
    searched = {"input": answer.rewritten or message}
    return ToolOutput(content=answer.text, tool_name=TOOL, raw_input=searched, raw_output=answer)
