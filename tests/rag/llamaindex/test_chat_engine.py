from __future__ import annotations

import asyncio

import pytest
from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.chat_engine.types import AgentChatResponse, BaseChatEngine

from index.errors import UsageError
from rag import Answer, Fundstelle

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
FOLLOW_UP = "Und was kostete er?"


def _answer(response: object) -> Answer:
    assert isinstance(response, AgentChatResponse)
    assert response.metadata is not None
    return Answer.model_validate(response.metadata["answer"])


def test_a_chat_answers_follow_ups_from_its_own_history(facts: Fundstelle) -> None:
    engine = facts.as_chat_engine()
    assert isinstance(engine, BaseChatEngine)
    first = engine.chat(QUESTION)
    assert str(first) == facts.ask(QUESTION).text
    second = engine.chat(FOLLOW_UP)
    answer = _answer(second)
    assert answer.rewritten is not None
    assert "Hafenkran" in answer.rewritten
    assert [node.node.get_content() for node in second.source_nodes] == [c.quote for c in answer.citations]
    assert [message.role for message in engine.chat_history] == [
        MessageRole.USER,
        MessageRole.ASSISTANT,
        MessageRole.USER,
        MessageRole.ASSISTANT,
    ]
    assert engine.chat_history[2].content == FOLLOW_UP


def test_two_engines_share_nothing_and_reset_forgets(facts: Fundstelle) -> None:
    one, other = facts.as_chat_engine(), facts.as_chat_engine()
    one.chat(QUESTION)
    assert other.chat_history == []
    assert _answer(other.chat(FOLLOW_UP)).rewritten is None
    one.reset()
    assert one.chat_history == []
    assert _answer(one.chat(FOLLOW_UP)).rewritten is None


def test_a_history_that_is_given_takes_the_place_of_the_own(facts: Fundstelle) -> None:
    engine = facts.as_chat_engine()
    engine.chat("Wie heißt der junge Panda?")
    given = [
        ChatMessage(role=MessageRole.SYSTEM, content="Be brief."),
        ChatMessage(role=MessageRole.USER, content=QUESTION),
        ChatMessage(role=MessageRole.ASSISTANT, content="60.000 Kilogramm."),
    ]
    answer = _answer(engine.chat(FOLLOW_UP, chat_history=given))
    assert "Hafenkran" in str(answer.rewritten)
    assert [message.content for message in engine.chat_history[:2]] == ["Be brief.", QUESTION]


def test_a_stream_ends_with_the_whole_text_and_its_sources(facts: Fundstelle) -> None:
    engine = facts.as_chat_engine()
    response = engine.stream_chat(QUESTION)
    pieces = list(response.response_gen)
    expected = facts.ask(QUESTION)
    assert "".join(pieces) == expected.text
    assert len(pieces) > 1
    assert [node.node.get_content() for node in response.source_nodes] == [c.quote for c in expected.citations]
    assert len(engine.chat_history) == 2
    follow_up = engine.stream_chat(FOLLOW_UP)
    list(follow_up.response_gen)
    assert "Hafenkran" in follow_up.sources[0].raw_input["input"]


def test_the_asynchronous_ways_say_the_same(facts: Fundstelle) -> None:
    async def talk() -> tuple[str, str]:
        engine = facts.as_chat_engine()
        said = str(await engine.achat(QUESTION))
        stream = await engine.astream_chat(QUESTION)
        return said, "".join([piece async for piece in stream.async_response_gen()])

    said, streamed = asyncio.run(talk())
    assert said == streamed == facts.ask(QUESTION).text


def test_filters_bind_the_conversation(facts: Fundstelle) -> None:
    engine = facts.as_chat_engine(languages=["en"])
    answer = _answer(engine.chat(QUESTION))
    assert {citation.language for citation in [*answer.citations, *answer.nearest]} == {"en"}
    with pytest.raises(UsageError, match="since"):
        facts.as_chat_engine(since="2023")  # type: ignore[call-arg]
