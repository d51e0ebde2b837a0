"""The real client against a real process that speaks the OpenAI protocol."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rag.cancellation import Cancellation, Cancelled
from rag.llm.errors import Failure, LlmError
from rag.llm.model import Call, ChatModel, Message, object_model
from rag.llm.reply import stream_reply
from rag.llm.settings import LlmLimits

MakeModel = Callable[..., ChatModel]

CHAT = [Message("system", "Rede."), Message("user", "Was hebt der Kran?")]
REPLY = "Er hebt 60 Tonnen [1]. Das ist viel."


def failure_of(model: ChatModel) -> LlmError:
    with pytest.raises(LlmError) as caught:
        list(stream_reply(model, CHAT, Cancellation()))
    return caught.value


def test_a_reply_comes_in_pieces(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(REPLY)
    pieces = list(stream_reply(make_model(scripted_llm.url), CHAT, Cancellation()))
    assert "".join(pieces) == REPLY
    assert len(pieces) > 5
    (request,) = scripted_llm.requests()
    assert request["path"] == "/v1/chat/completions"
    body = request["body"]
    assert [(message["role"], message["content"]) for message in body["messages"]] == [
        ("system", "Rede."),
        ("user", "Was hebt der Kran?"),
    ]
    assert (body["model"], body["stream"], body["temperature"], body["max_tokens"]) == ("scripted", True, 0.0, 512)


def test_the_key_is_sent_and_nothing_else_about_us(
    scripted_llm: Any, make_model: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "somebody-elses")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    scripted_llm.says(REPLY)
    list(stream_reply(make_model(scripted_llm.url, key="sk-1"), CHAT, Cancellation()))
    list(stream_reply(make_model(scripted_llm.url), CHAT, Cancellation()))
    with_key, without = ({k.lower(): v for k, v in r["headers"].items()} for r in scripted_llm.requests())
    assert with_key["authorization"] == "Bearer sk-1"
    assert "authorization" not in without
    for headers in (with_key, without):
        assert "somebody-elses" not in str(headers)
        assert not [name for name in headers if name.startswith(("x-stainless", "openai-"))]


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (401, "denied"),
        (403, "denied"),
        (404, "unknown"),
        (400, "refused"),
        (429, "busy"),
        (500, "broken"),
        (503, "broken"),
    ],
)
def test_errors_are_told_apart_and_do_not_repeat_the_key(
    scripted_llm: Any, make_model: MakeModel, status: int, failure: Failure
) -> None:
    scripted_llm.says(statuses=[status])
    error = failure_of(make_model(scripted_llm.url, key="sk-very-secret"))
    assert error.failure == failure
    assert str(status) in str(error)
    assert "sk-very-secret" not in str(error)
    assert error.remedy
    assert len(scripted_llm.requests()) == 1


@pytest.mark.parametrize("status", [429, 500, 502])
def test_what_may_pass_is_tried_again(scripted_llm: Any, make_model: MakeModel, status: int) -> None:
    scripted_llm.says(REPLY, statuses=[status, status, 200], headers={"Retry-After": "0"})
    pieces = stream_reply(make_model(scripted_llm.url, retries=2), CHAT, Cancellation())
    assert "".join(pieces) == REPLY
    assert len(scripted_llm.requests()) == 3


@pytest.mark.parametrize("status", [401, 404, 400])
def test_what_will_not_pass_is_not_tried_again(scripted_llm: Any, make_model: MakeModel, status: int) -> None:
    scripted_llm.says(statuses=[status])
    failure_of(make_model(scripted_llm.url, retries=3))
    assert len(scripted_llm.requests()) == 1


def test_retries_come_to_an_end(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(statuses=[500], headers={"Retry-After": "0"})
    assert failure_of(make_model(scripted_llm.url, retries=2)).failure == "broken"
    assert len(scripted_llm.requests()) == 3


def test_a_pause_beyond_the_deadline_is_not_made(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(statuses=[429], headers={"Retry-After": "3600"})
    failure_of(make_model(scripted_llm.url, retries=5, timeout=3.0))
    assert len(scripted_llm.requests()) == 1


def test_no_server(make_model: MakeModel) -> None:
    assert failure_of(make_model("http://127.0.0.1:9/v1")).failure == "unreachable"


@pytest.mark.parametrize(
    ("how", "failure"), [("close", "cut_off"), ("end", "cut_off"), ("malformed", "garbled"), ("error", "garbled")]
)
def test_replies_that_break_off(scripted_llm: Any, make_model: MakeModel, how: str, failure: Failure) -> None:
    scripted_llm.says(REPLY, cut_after=4, how=how)
    got: list[str] = []
    with pytest.raises(LlmError) as caught:
        got.extend(stream_reply(make_model(scripted_llm.url, retries=3), CHAT, Cancellation()))
    assert caught.value.failure == failure
    assert REPLY.startswith("".join(got))
    assert len(scripted_llm.requests()) == 1, "what has begun is not begun again"


def test_the_first_word_is_waited_for_so_long(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(REPLY, wait=10.0)
    assert failure_of(make_model(scripted_llm.url, first_timeout=0.4)).failure == "slow"


def test_the_last_word_is_waited_for_so_long(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(REPLY, cut_after=3, how="hang")
    assert failure_of(make_model(scripted_llm.url, timeout=1.0)).failure == "too_slow"
    _soon(scripted_llm.hung_up)


def test_a_slow_first_word_in_time_is_fine(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(REPLY, wait=0.5)
    assert "".join(stream_reply(make_model(scripted_llm.url, first_timeout=15), CHAT, Cancellation())) == REPLY


@pytest.mark.parametrize(("reply", "failure"), [("", "empty"), ("  \n", "empty"), ("viel " * 300, "too_long")])
def test_replies_without_use(scripted_llm: Any, make_model: MakeModel, reply: str, failure: Failure) -> None:
    scripted_llm.says(reply)
    assert failure_of(make_model(scripted_llm.url, answer_tokens=100)).failure == failure


def test_a_reply_that_its_tokens_cut_is_none(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(REPLY, finish="length")
    assert failure_of(make_model(scripted_llm.url)).failure == "too_long"


@pytest.mark.parametrize("script", [{"wait": 20.0}, {"cut_after": 2, "how": "hang"}, {"statuses": [503]}])
def test_a_reply_can_be_called_off_from_another_thread(
    scripted_llm: Any, make_model: MakeModel, script: dict[str, Any]
) -> None:
    """Whether the model is silent, in the middle of its reply, or waited for between two tries."""
    scripted_llm.says(REPLY, **{"headers": {"Retry-After": "20"}, **script})
    cancellation = Cancellation()
    threading.Timer(0.7, cancellation.cancel).start()
    with pytest.raises(Cancelled):
        list(stream_reply(make_model(scripted_llm.url, retries=2), CHAT, cancellation))
    if "how" in script:
        _soon(scripted_llm.hung_up)


def test_who_stops_reading_hangs_up(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(REPLY, cut_after=2, how="hang")
    pieces = stream_reply(make_model(scripted_llm.url), CHAT, Cancellation())
    assert isinstance(pieces, Iterator)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    _soon(scripted_llm.hung_up)


def test_nothing_is_asked_once_it_is_called_off(scripted_llm: Any, make_model: MakeModel) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(Cancelled):
        list(stream_reply(make_model(scripted_llm.url), CHAT, cancellation))
    assert scripted_llm.requests() == []


def test_no_thread_and_no_descriptor_stays_behind(scripted_llm: Any, make_model: MakeModel) -> None:
    scripted_llm.says(REPLY)
    model = make_model(scripted_llm.url)
    list(stream_reply(model, CHAT, Cancellation()))
    _soon(lambda: not _readers())
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0  # noqa: PTH112, PTH208
    for _ in range(5):
        list(stream_reply(model, CHAT, Cancellation()))
    _soon(lambda: not _readers())
    after = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0  # noqa: PTH112, PTH208
    assert after <= before + 1


class _Foreign:
    """A LlamaIndex model is anything with these; whatever it raises is its failure."""

    class metadata:  # noqa: N801
        model_name = "foreign"
        context_window = 4096

    def stream_chat(self, messages: list[object]) -> Iterator[object]:
        raise LookupError("no such weights")


def test_what_a_foreign_model_raises_is_its_failure() -> None:
    model = object_model(_Foreign(), LlmLimits(retries=0))  # type: ignore[arg-type]
    assert isinstance(model.connect().__enter__(), Call)
    error = failure_of(model)
    assert error.failure == "garbled"
    assert "no such weights" in str(error)


def test_a_model_of_llamaindex_is_asked_like_any_other() -> None:
    from llama_index.core.llms import MockLLM

    model = object_model(MockLLM(max_tokens=5), LlmLimits())
    assert "".join(stream_reply(model, CHAT, Cancellation())).strip()


def _readers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "fundstelle-llm"]


def _soon(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)
