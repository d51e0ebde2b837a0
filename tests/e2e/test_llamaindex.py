"""Fundstelle in LlamaIndex's query engine and agent, with a language model behind a server of the OpenAI protocol."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from llama_index.core.agent.workflow import FunctionAgent, ToolCallResult
from llama_index.core.base.llms.types import CompletionResponseAsyncGen, CompletionResponseGen
from llama_index.core.llms import ChatMessage, ChatResponse, CompletionResponse, LLMMetadata
from llama_index.core.llms.function_calling import FunctionCallingLLM
from llama_index.core.llms.llm import ToolSelection
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.tools import BaseTool, QueryEngineTool, RetrieverTool, ToolOutput

from rag import Fundstelle

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
NOTHING = "Das weiß ich nicht."


class OpenAIProtocol(FunctionCallingLLM):
    """A model behind `POST {url}/chat/completions`, as small as LlamaIndex allows; without streaming."""

    url: str

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(is_chat_model=True, is_function_calling_model=True, model_name="stub")

    def chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        with httpx.Client(trust_env=False) as client:
            reply = client.post(f"{self.url}/chat/completions", json=_body(messages, kwargs))
        return _response(reply)

    async def achat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        async with httpx.AsyncClient(trust_env=False) as client:
            reply = await client.post(f"{self.url}/chat/completions", json=_body(messages, kwargs))
        return _response(reply)

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        return CompletionResponse(text=str(self.chat([ChatMessage(prompt)], **kwargs).message.content))

    async def acomplete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        return CompletionResponse(text=str((await self.achat([ChatMessage(prompt)], **kwargs)).message.content))

    def get_tool_calls_from_response(
        self, response: ChatResponse, error_on_no_tool_call: bool = True, **kwargs: Any
    ) -> list[ToolSelection]:
        calls = response.message.additional_kwargs.get("tool_calls") or []
        return [
            ToolSelection(
                tool_id=call["id"],
                tool_name=call["function"]["name"],
                tool_kwargs=json.loads(call["function"]["arguments"]),
            )
            for call in calls
        ]

    def _prepare_chat_with_tools(
        self,
        tools: Sequence[BaseTool],
        user_msg: str | ChatMessage | None = None,
        chat_history: list[ChatMessage] | None = None,
        verbose: bool = False,
        allow_parallel_tool_calls: bool = False,
        tool_required: bool = False,
        **kwargs: Any,
    ) -> dict[str, Any]:
        return {"messages": chat_history or [], "tools": [tool.metadata.to_openai_tool() for tool in tools]}

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> Any:
        raise NotImplementedError

    async def astream_chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> Any:
        raise NotImplementedError

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseGen:
        raise NotImplementedError

    async def astream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseAsyncGen:
        raise NotImplementedError


def _body(messages: Sequence[ChatMessage], options: dict[str, Any]) -> dict[str, Any]:
    written = [{"role": m.role.value, "content": m.content, **m.additional_kwargs} for m in messages]
    return {"model": "stub", "messages": written, **options}


def _response(reply: httpx.Response) -> ChatResponse:
    reply.raise_for_status()
    message = reply.json()["choices"][0]["message"]
    calls = {"tool_calls": message["tool_calls"]} if message.get("tool_calls") else {}
    return ChatResponse(
        message=ChatMessage(role="assistant", content=message["content"], additional_kwargs=calls), raw=reply.json()
    )


class Stub(BaseHTTPRequestHandler):
    """Answers with the weight that it finds in what it is shown; offered a tool, it calls that first."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        messages = body["messages"]
        if body.get("tools") and messages[-1]["role"] != "tool":
            tool = body["tools"][0]["function"]
            (argument,) = tool["parameters"]["required"]
            call = {"name": tool["name"], "arguments": json.dumps({argument: messages[-1]["content"]})}
            calls = [{"id": "1", "type": "function", "function": call}]
            message: dict[str, Any] = {"content": None, "tool_calls": calls}
        else:
            found = re.search(r"\d+\.\d+ Kilogramm", "\n".join(str(m["content"]) for m in messages))
            message = {"content": found[0] if found else NOTHING}
        payload = json.dumps({"choices": [{"message": {"role": "assistant", **message}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """The event loop of this thread; without one, LlamaIndex's synchronous calls open one and never close it."""
    with asyncio.Runner() as runner:
        asyncio.set_event_loop(runner.get_loop())
        yield runner.get_loop()
        asyncio.set_event_loop(None)


@pytest.fixture
def llm(loop: asyncio.AbstractEventLoop) -> Iterator[OpenAIProtocol]:
    """A model whose server runs on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Stub) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield OpenAIProtocol(url=f"http://127.0.0.1:{server.server_port}/v1")
        server.shutdown()
        thread.join()


def test_llamaindexs_query_engine_answers_from_our_passages(
    fundstelle: Fundstelle, llm: OpenAIProtocol, loop: asyncio.AbstractEventLoop
) -> None:
    engine = RetrieverQueryEngine.from_args(fundstelle.as_retriever(similarity_top_k=2), llm=llm)
    response = engine.query(QUESTION)
    assert str(response) == "60.000 Kilogramm"
    assert response.source_nodes[0].node.metadata["article_id"] == "hafen"
    assert str(loop.run_until_complete(engine.aquery(QUESTION))) == "60.000 Kilogramm"


def test_what_filters_hide_does_not_reach_the_model(fundstelle: Fundstelle, llm: OpenAIProtocol) -> None:
    engine = RetrieverQueryEngine.from_args(fundstelle.as_retriever(languages=["en"]), llm=llm)
    assert str(engine.query(QUESTION)) == NOTHING


def _run(
    loop: asyncio.AbstractEventLoop, llm: OpenAIProtocol, tool: RetrieverTool | QueryEngineTool
) -> tuple[str, ToolOutput]:
    """An agent's last words, and what its one call of the tool gave."""

    async def run() -> tuple[str, ToolOutput]:
        handler = FunctionAgent(tools=[tool], llm=llm, streaming=False).run(QUESTION)
        outputs = [event.tool_output async for event in handler.stream_events() if isinstance(event, ToolCallResult)]
        (output,) = outputs
        return str(await handler), output

    return loop.run_until_complete(run())


def test_an_agent_searches_with_our_retriever(
    fundstelle: Fundstelle, llm: OpenAIProtocol, loop: asyncio.AbstractEventLoop
) -> None:
    retriever = fundstelle.as_retriever(k=2)
    said, output = _run(loop, llm, RetrieverTool.from_defaults(retriever, name="archive", description="News articles."))
    assert said == "60.000 Kilogramm"
    assert [n.node.node_id for n in output.raw_output] == [n.node.node_id for n in retriever.retrieve(QUESTION)]


def test_an_agent_asks_our_query_engine(
    fundstelle: Fundstelle, llm: OpenAIProtocol, loop: asyncio.AbstractEventLoop
) -> None:
    fundstelle.threshold = 0.0
    said, output = _run(loop, llm, QueryEngineTool.from_defaults(fundstelle.as_query_engine(), name="archive"))
    assert said == "60.000 Kilogramm"
    assert output.raw_output.metadata["answer"]["citations"][0]["article_id"] == "hafen"
